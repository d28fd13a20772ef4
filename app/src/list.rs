//! Parts of pages that show long lists: addresses with a query, paging, days.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use crate::{format, t};

/// A text as it stands in a query.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// An address with its query; parameters without a value are left out.
#[must_use]
pub fn address(path: &str, query: &[(&str, &str)]) -> String {
    let pairs: Vec<String> = query
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", encoded(value)))
        .collect();
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
}

/// Which page of a list the reader asked for, from 1.
#[must_use]
pub fn page_number() -> u32 {
    crate::request::query("page").parse().unwrap_or(1)
}

/// The day of an instant in the reporting zone, by which years are counted too, so that a page and a figure never name
/// different days; readable by machines.
#[component]
pub fn Day(at: DateTime<Utc>) -> impl IntoView {
    view! { <time datetime=at.to_rfc3339()>{format::date(at.with_timezone(&domain::zone::REPORTING).date_naive())}</time> }
}

/// The search of a list: a form that asks for the list again, with what is typed and what it keeps of the address.
#[component]
pub fn SearchForm(
    label: String,
    /// What was searched for.
    value: String,
    /// What else stands in the query.
    #[prop(optional)]
    kept: Vec<(&'static str, String)>,
) -> impl IntoView {
    let kept =
        kept.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect_view();
    view! {
        <form method="get" role="search">
            {kept}
            <div class="field">
                <label for="search">{label}</label>
                <input class="input" id="search" name="search" type="search" value=value />
            </div>
            <button class="button button--quiet">{t!("list-search")}</button>
        </form>
    }
}

/// Links to the pages before and after this one; nothing when there is only one.
#[component]
pub fn Pager(
    number: u32,
    pages: u32,
    /// The list's address.
    path: String,
    /// What else stands in the query.
    query: Vec<(&'static str, String)>,
) -> impl IntoView {
    (pages > 1).then(|| {
        let link = move |page: u32, words: String, rel: &'static str| {
            let page = page.to_string();
            let mut all: Vec<(&str, &str)> = query.iter().map(|(name, value)| (*name, value.as_str())).collect();
            all.push(("page", page.as_str()));
            let href = address(&path, &all);
            view! { <li><a href=href rel=rel>{words}</a></li> }
        };
        let previous = (number > 1).then(|| link(number - 1, t!("list-previous"), "prev"));
        let next = (number < pages).then(|| link(number + 1, t!("list-next"), "next"));
        view! {
            <nav class="pager" aria-label=t!("list-pages")>
                <span>{t!("list-page-of", number = number, pages = pages)}</span>
                <ul>{previous}{next}</ul>
            </nav>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_searched_for_survives_in_an_address() {
        assert_eq!(
            address("/es/teach", &[("search", "Ana & José"), ("page", "")]),
            "/es/teach?search=Ana%20%26%20Jos%C3%A9"
        );
        assert_eq!(address("/es/teach", &[("search", "")]), "/es/teach");
    }
}
