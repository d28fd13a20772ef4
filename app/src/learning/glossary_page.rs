//! `/learn/{edition}/glossary`: every term of the course, with search.

use domain::learning::{GlossaryView, TermView};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::load::load;
use crate::request::{course_text, other_language, param, query, to};
use crate::t;

#[component]
pub fn GlossaryPage() -> impl IntoView {
    let search = query("q");
    load(api::glossary(param("edition"), search.clone()), move |view| {
        let path = format!("learn/{}", view.edition.code);
        let found = found(&view, &search, &path);
        let terms = view.terms.into_iter().map(term).collect_view();
        view! {
            <Title text=format!("{} · {}", t!("glossary-title"), view.edition.title) />
            <div class="page page--reading">
                <nav class="breadcrumb" aria-label=t!("learning-breadcrumb")>
                    <ol>
                        <li><a href=to("home")>{t!("learning-my-campus")}</a></li>
                        <li><a href=to(&path)>{view.edition.title.clone()}</a></li>
                    </ol>
                </nav>
                <h1>{t!("glossary-title")}</h1>
                {found}
                <dl class="glossary">{terms}</dl>
            </div>
        }
    })
}

/// The search, and what it found: nothing to search in a course without terms.
fn found(view: &GlossaryView, search: &str, path: &str) -> AnyView {
    if view.all == 0 {
        return view! { <div class="empty"><h2>{t!("glossary-empty-title")}</h2><p>{t!("glossary-empty")}</p></div> }
            .into_any();
    }
    let action = to(&format!("{path}/glossary"));
    let count = u32::try_from(view.terms.len()).unwrap_or(u32::MAX);
    let none = (count == 0).then(|| {
        view! {
            <div class="empty">
                <h2>{t!("glossary-none-title")}</h2>
                <p>{t!("glossary-none")}</p>
                <p><a class="button" href=action.clone()>{t!("glossary-none-action")}</a></p>
            </div>
        }
    });
    let said = (count > 0)
        .then(|| view! { <p class="meta" role="status">{t!("glossary-count", count = count, all = view.all)}</p> });
    view! {
        <div class="filters">
            <form method="get" role="search" action=action.clone()>
                <div class="field">
                    <label for="q">{t!("glossary-search")}</label>
                    <input class="input" type="search" id="q" name="q" value=search.to_owned() />
                </div>
                <button class="button">{t!("list-search")}</button>
            </form>
        </div>
        {said}
        {none}
    }
    .into_any()
}

fn term(term: TermView) -> impl IntoView {
    let language = other_language(term.language);
    view! {
        <div class="glossary__term" id=format!("term-{}", term.key) lang=language>
            <dt>{term.title}</dt>
            <dd inner_html=course_text(term.html)></dd>
        </div>
    }
}
