//! The footer: whose campus this is, and the pages about it.

use leptos::prelude::*;

use crate::request::{page_request, to};
use crate::t;

/// The last lines of every page.
#[component]
pub fn SiteFooter() -> impl IntoView {
    let links = [
        ("layout-help", help()),
        ("layout-verify", "verify"),
        ("layout-about", "about"),
        ("layout-privacy", "privacy"),
        ("layout-accessibility", "accessibility"),
    ]
    .map(|(key, rest)| view! { <li><a href=to(rest)>{t!(key)}</a></li> })
    .collect_view();
    view! {
        <footer class="site-footer">
            <div class="site-footer__inner">
                <p>{t!("layout-footer")}</p>
                <nav aria-label=t!("layout-footer-nav")><ul>{links}</ul></nav>
            </div>
        </footer>
    }
}

/// The help that suits the reader.
fn help() -> &'static str {
    match page_request().me {
        None => "help/visitor",
        Some(me) if me.staff || me.administrator => "help/staff",
        Some(me) if me.instructor => "help/instructor",
        Some(_) => "help/learner",
    }
}
