//! One tab a task, on every page about one edition that somebody teaches.

use leptos::prelude::*;

use crate::request::to;
use crate::t;

/// The tasks, by the last segment of their address.
const TABS: &[&str] = &["people", "import", "sign-in", "attendance", "grading", "forum", "survey"];

#[component]
pub fn TeachTabs(edition: String, current: &'static str) -> impl IntoView {
    let tabs = TABS
        .iter()
        .map(|tab| {
            let here = (*tab == current).then_some("page");
            let href = to(&format!("teach/{edition}/{tab}"));
            view! { <li><a href=href aria-current=here>{t!(&format!("teach-tab-{tab}"))}</a></li> }
        })
        .collect_view();
    view! { <nav class="tabs" aria-label=t!("teach-tabs")><ul>{tabs}</ul></nav> }
}
