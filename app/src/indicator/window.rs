//! The time that a page's figures are counted over: one year, or the whole plan.

use leptos::prelude::*;

use crate::list::address;
use crate::request::query;
use crate::t;

/// The year that the reader asked for; None is the plan.
pub(super) fn asked_year() -> Option<i32> {
    query("year").parse().ok()
}

/// A window's label in words: "2026", "the whole plan".
pub(crate) fn window_words(label: &str) -> String {
    if label == "plan" { t!("indicator-plan") } else { label.to_owned() }
}

pub(crate) fn year_words(year: Option<i32>) -> String {
    year.map_or_else(|| t!("indicator-plan"), |year| year.to_string())
}

/// An address that keeps the year.
pub(super) fn in_year(path: &str, year: Option<i32>) -> String {
    let year = year.map(|year| year.to_string()).unwrap_or_default();
    address(path, &[("year", &year)])
}

/// Links to the same page over the plan and over each year.
#[component]
pub(super) fn YearSwitch(path: String, years: Vec<i32>, chosen: Option<i32>) -> impl IntoView {
    let chips = std::iter::once(None)
        .chain(years.into_iter().map(Some))
        .map(|year| {
            let here = (year == chosen).then_some("true");
            view! { <li><a class="chip" href=in_year(&path, year) aria-current=here>{year_words(year)}</a></li> }
        })
        .collect_view();
    view! { <nav class="filters" aria-label=t!("indicator-window")><ul>{chips}</ul></nav> }
}
