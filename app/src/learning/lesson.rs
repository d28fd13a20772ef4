//! A lesson: nothing but the text at a reading measure, and the next step.

use domain::edition::Phase;
use domain::language::Language;
use domain::learning::ActivityView;
use leptos::prelude::*;

use super::activity_page::place;
use super::outline::activity_href;
use crate::form::refusal_notice;
use crate::request::{course_text, other_language, to};
use crate::t;

#[component]
pub(super) fn Lesson(view: ActivityView) -> impl IntoView {
    let eyebrow = place(&view).map(|words| view! { <p class="eyebrow">{words}</p> });
    let done = view.done.then(|| view! { <li><span class="badge badge--done">{t!("learning-read")}</span></li> });
    let navigation = navigation(&view);
    view! {
        {refusal_notice()}
        <article class="lesson">
            <header>
                {eyebrow}
                <h1 lang=other_language(view.language)>{view.title}</h1>
                <ul class="meta"><li>{t!("learning-minutes", count = view.minutes)}</li>{done}</ul>
            </header>
            {untranslated(view.language)}
            <div class="lesson__text" lang=other_language(view.language) inner_html=course_text(view.html)></div>
        </article>
        {navigation}
    }
}

/// Says that a text is shown in the language that it was written in.
pub(crate) fn untranslated(language: Language) -> Option<impl IntoView> {
    other_language(language)?;
    let words = t!("lesson-untranslated", language = t!(&format!("lesson-in-{language}")));
    Some(view! { <p class="notice untranslated">{words}</p> })
}

/// Back and on; while the edition runs, going on marks the lesson as read.
fn navigation(view: &ActivityView) -> impl IntoView + use<> {
    let edition = view.outline.edition.code.clone();
    let previous = view
        .previous
        .as_ref()
        .map(|(key, title)| view! { <a href=activity_href(&edition, key) rel="prev">"← "{title.clone()}</a> });
    let forward = if !view.done && view.outline.edition.phase == Phase::Running {
        view! {
            <form method="post" action="?do=finish_lesson">
                <input type="hidden" name="edition" value=edition />
                <input type="hidden" name="key" value=view.key.clone() />
                <button class="button">{t!("learning-finish")}</button>
            </form>
        }
        .into_any()
    } else {
        onward(view).into_any()
    };
    view! { <nav class="lesson-nav" aria-label=t!("learning-nav")>{previous}{forward}</nav> }
}

/// The link to the next activity, or back to the outline after the last one.
pub(crate) fn onward(view: &ActivityView) -> impl IntoView + use<> {
    let edition = &view.outline.edition.code;
    match &view.next {
        Some((key, title)) => {
            view! { <a class="button" href=activity_href(edition, key) rel="next">{t!("learning-next", title = title)}</a> }
        }
        None => {
            view! { <a class="button" href=to(&format!("learn/{edition}")) rel="up">{t!("learning-to-outline")}</a> }
        }
    }
}
