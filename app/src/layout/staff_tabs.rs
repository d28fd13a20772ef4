//! The pages of those who answer for the numbers, one tab each.

use leptos::prelude::*;

use crate::request::{page_request, to};
use crate::t;

/// (address after the language, words)
const TABS: [(&str, &str); 7] = [
    ("staff/dashboard", "staff-tab-dashboard"),
    ("staff/indicators", "staff-tab-indicators"),
    ("staff/periods", "staff-tab-periods"),
    ("staff/report", "staff-tab-report"),
    ("staff/history", "staff-tab-history"),
    ("staff/plan", "staff-tab-plan"),
    ("staff/exports", "staff-tab-exports"),
];

/// For those with the right to personal data.
const PEOPLE: (&str, &str) = ("staff/people", "staff-tab-people");

const ADMINISTRATORS: [(&str, &str); 3] =
    [("staff/audit", "staff-tab-audit"), ("admin/roles", "staff-tab-roles"), ("admin/tokens", "staff-tab-tokens")];

#[component]
pub(crate) fn StaffTabs(here: &'static str) -> impl IntoView {
    let (people, administrator) = page_request().me.map_or((false, false), |me| (me.personal_data, me.administrator));
    let tabs = TABS
        .into_iter()
        .chain(people.then_some(PEOPLE))
        .chain(ADMINISTRATORS.into_iter().filter(|_| administrator))
        .map(|(path, words)| {
            let current = path.ends_with(&format!("/{here}")).then_some("page");
            view! { <li><a href=to(path) aria-current=current>{t!(words)}</a></li> }
        })
        .collect_view();
    view! { <nav class="tabs" aria-label=t!("staff-tabs")><ul>{tabs}</ul></nav> }
}
