//! The catalogue: every course, with search and filters that are plain links.

use domain::course::CourseCard;
use domain::edition::EditionCard;
use domain::language::Language;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::card::Cards;
use crate::list::address;
use crate::load::load;
use crate::request::{query, to};
use crate::t;

/// What the reader looks for, as the address says it.
#[derive(Debug, Clone)]
struct Asked {
    search: String,
    language: Option<Language>,
    open: bool,
}

/// Search, filters, cards.
#[component]
pub fn CataloguePage() -> impl IntoView {
    let asked = Asked { search: query("q"), language: query("language").parse().ok(), open: query("open") == "1" };
    let found = api::catalogue(asked.search.clone(), asked.language);
    load(found, move |courses| {
        let courses: Vec<CourseCard> = courses
            .into_iter()
            .filter(|course| !asked.open || course.next_edition.as_ref().is_some_and(EditionCard::can_join))
            .collect();
        let list = if courses.is_empty() { nothing_found().into_any() } else { view! { <Cards courses /> }.into_any() };
        view! {
            <Title text=t!("catalogue-title") />
            <div class="page page--wide">
                <h1>{t!("catalogue-title")}</h1>
                <p class="lede">{t!("catalogue-lede")}</p>
                <Filters asked />
                {list}
            </div>
        }
    })
}

#[component]
fn Filters(asked: Asked) -> impl IntoView {
    let language = asked.language.map_or("", Language::as_str);
    let open = if asked.open { "1" } else { "" };
    let chip = |words: String, language: &str, open: &str, on: bool| {
        let href = address(&to("courses"), &[("q", asked.search.as_str()), ("language", language), ("open", open)]);
        view! { <li><a class="chip" href=href aria-current=on.then_some("true")>{words}</a></li> }
    };
    let languages = Language::ALL
        .iter()
        .map(|one| {
            let on = asked.language == Some(*one);
            // A second click on a language takes it off again.
            chip(t!(&format!("catalogue-in-{one}")), if on { "" } else { one.as_str() }, open, on)
        })
        .collect_view();
    view! {
        <div class="filters">
            <form method="get" role="search" action=to("courses")>
                <div class="field">
                    <label for="q">{t!("catalogue-search")}</label>
                    <input class="input" type="search" id="q" name="q" value=asked.search.clone() />
                </div>
                {(!language.is_empty()).then(|| view! { <input type="hidden" name="language" value=language /> })}
                {asked.open.then(|| view! { <input type="hidden" name="open" value="1" /> })}
                <button class="button">{t!("catalogue-search-button")}</button>
            </form>
            <ul aria-label=t!("catalogue-filters")>
                {chip(t!("catalogue-all"), "", "", asked.language.is_none() && !asked.open)}
                {chip(t!("catalogue-open"), language, if asked.open { "" } else { "1" }, asked.open)}
                {languages}
            </ul>
        </div>
    }
}

fn nothing_found() -> impl IntoView {
    view! {
        <div class="empty">
            <h2>{t!("catalogue-none-title")}</h2>
            <p>{t!("catalogue-none")}</p>
            <p><a class="button" href=to("courses")>{t!("catalogue-none-action")}</a></p>
        </div>
    }
}
