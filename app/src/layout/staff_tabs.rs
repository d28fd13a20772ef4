//! The pages of those who answer for the numbers, one tab each.

use leptos::prelude::*;

use crate::request::to;
use crate::t;

/// (address after `staff/`, words)
const TABS: [(&str, &str); 6] = [
    ("indicators", "staff-tab-indicators"),
    ("periods", "staff-tab-periods"),
    ("report", "staff-tab-report"),
    ("history", "staff-tab-history"),
    ("people", "staff-tab-people"),
    ("plan", "staff-tab-plan"),
];

#[component]
pub(crate) fn StaffTabs(here: &'static str) -> impl IntoView {
    let tabs = TABS
        .into_iter()
        .map(|(path, words)| {
            let current = (path == here).then_some("page");
            view! { <li><a href=to(&format!("staff/{path}")) aria-current=current>{t!(words)}</a></li> }
        })
        .collect_view();
    view! { <nav class="tabs" aria-label=t!("staff-tabs")><ul>{tabs}</ul></nav> }
}
