//! The footer: whose campus this is, and the pages about it.

use leptos::prelude::*;

use super::header::with_query;
use crate::request::{page_request, to};
use crate::t;

/// The last lines of every page.
#[component]
pub fn SiteFooter() -> impl IntoView {
    let links = [
        ("layout-help", help()),
        ("layout-verify", "verify"),
        ("layout-public", "indicators"),
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
                {words_switch()}
            </div>
        </footer>
    }
}

/// Between whole pages and pages of words only; a form, so that it works without scripts and is never followed by itself.
fn words_switch() -> impl IntoView {
    let request = page_request();
    let back = with_query(&request.path, &request);
    let (on, words) = if request.words_only { ("0", t!("layout-words-whole")) } else { ("1", t!("layout-words-only")) };
    view! {
        <form class="words-switch" method="post" action="/words-only">
            <input type="hidden" name="on" value=on />
            <input type="hidden" name="back" value=back />
            <button class="link-button">{words}</button>
        </form>
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
