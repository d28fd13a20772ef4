//! The header. It stands outside the routes, so it reads the address from the request.

use domain::account::Me;
use domain::language::Language;
use leptos::prelude::*;
use leptos_meta::Title;

use crate::request::{PageRequest, language, page_request, to};
use crate::t;

/// The mark, where one can go, the language switch, and one's account.
#[component]
pub fn SiteHeader() -> impl IntoView {
    let request = page_request();
    let site = t!("layout-site");
    let title = site.clone();
    let formatter = move |text: String| if text == title { text } else { title_html(&text, &title) };
    let links = links(request.me.as_ref())
        .into_iter()
        .map(|(key, rest)| {
            let href = to(rest);
            let here = (request.path == href || request.path.starts_with(&format!("{href}/"))).then_some("page");
            view! { <li><a href=href aria-current=here>{t!(key)}</a></li> }
        })
        .collect_view();
    view! {
        <Title formatter text=site.clone() />
        <a class="skip-link" href="#main">{t!("layout-skip")}</a>
        <header class="site-header">
            <div class="site-header__inner">
                <a class="brand" href=to("")>
                    {(!request.words_only).then(|| view! { <img src="/logo.svg" alt="" width="44" height="44" /> })}
                    <span class="brand__name">{site}</span>
                    <span class="brand__sub">{t!("layout-institution")}</span>
                </a>
                <nav class="site-nav" aria-label=t!("layout-nav")><ul>{links}</ul></nav>
                <LanguageSwitch />
                <Account />
            </div>
        </header>
    }
}

/// A page's title with the campus's. The renderer writes it as it is, and names and subjects are what people typed:
/// `</title>` in one would begin HTML of somebody's own.
fn title_html(text: &str, site: &str) -> String {
    format!("{text} · {site}").replace('&', "&amp;").replace('<', "&lt;")
}

/// (key of the words, address after the language) of what this reader may open.
fn links(me: Option<&Me>) -> Vec<(&'static str, &'static str)> {
    let signed_in = me.is_some();
    let instructor = me.is_some_and(|me| me.instructor);
    let staff = me.is_some_and(|me| me.staff || me.administrator);
    let people = me.is_some_and(|me| me.personal_data);
    [
        (signed_in, "layout-home", "home"),
        (true, "layout-courses", "courses"),
        (instructor, "layout-teach", "teach"),
        (staff, "layout-indicators", "staff/indicators"),
        (people, "layout-editions", "staff/editions"),
        (staff, "layout-drafts", "staff/courses"),
        (!signed_in, "layout-about", "about"),
    ]
    .into_iter()
    .filter(|(shown, _, _)| *shown)
    .map(|(_, key, rest)| (key, rest))
    .collect()
}

/// The same page in each other language.
#[component]
fn LanguageSwitch() -> impl IntoView {
    let request = page_request();
    Language::ALL
        .iter()
        .filter(|other| **other != language())
        .map(|other| {
            let href = in_language(&request, *other);
            view! { <a class="lang-switch" href=href lang=other.as_str() hreflang=other.as_str()>{other.own_name()}</a> }
        })
        .collect_view()
}

/// This page's address in another language, with its query.
fn in_language(request: &PageRequest, other: Language) -> String {
    let (first, rest) =
        request.path.trim_start_matches('/').split_once('/').unwrap_or((request.path.trim_start_matches('/'), ""));
    let rest = if first.parse::<Language>().is_ok() { rest } else { "" };
    with_query(format!("/{other}/{rest}").trim_end_matches('/'), request)
}

/// An address with the request's query; a form that was just sent is not sent again.
pub(super) fn with_query(path: &str, request: &PageRequest) -> String {
    let query: Vec<&str> =
        request.query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("do=")).collect();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{path}{mark}{}", query.join("&"))
}

/// The way in for visitors; for the others their profile and the way out.
#[component]
fn Account() -> impl IntoView {
    let inside = match page_request().me {
        None => view! { <a href=to("sign-in")>{t!("layout-sign-in")}</a> }.into_any(),
        Some(me) => view! {
            <a href=to("profile")><span class="visually-hidden">{t!("layout-profile")}" "</span>{me.given_name}</a>
            <form method="post" action="?do=sign_out"><button class="link-button">{t!("layout-sign-out")}</button></form>
        }
        .into_any(),
    };
    view! { <div class="account">{inside}</div> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_ends_the_title() {
        assert_eq!(title_html("a </title><script>", "Campus"), "a &lt;/title>&lt;script> · Campus");
    }

    #[test]
    fn the_language_switch_keeps_path_and_query() {
        let at = |path: &str, query: &str| {
            in_language(&PageRequest { path: path.into(), query: query.into(), ..PageRequest::default() }, Language::En)
        };
        assert_eq!(at("/es/learn/sisdehm-1/economic-rights", ""), "/en/learn/sisdehm-1/economic-rights");
        assert_eq!(at("/es/courses", "q=genero&language=es"), "/en/courses?q=genero&language=es");
        assert_eq!(at("/es/register", "do=register&next=/es/home"), "/en/register?next=/es/home");
        assert_eq!(at("/es", ""), "/en");
        assert_eq!(at("/nowhere/at/all", ""), "/en");
    }
}
