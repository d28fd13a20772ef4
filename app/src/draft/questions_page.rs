//! `/staff/courses/{slug}/text/{item}/import`: questions from a file of another platform, looked at before they are added.

use domain::draft::{ItemView, QuestionReport, QuestionRow};
use domain::error::Code;
use leptos::prelude::*;
use leptos_meta::Title;

use super::words::language_words;
use super::{BRING_QUESTIONS, api};
use crate::form::{Doorway, area_text, error_of, form_state, refusal_notice, summary_of};
use crate::load::load;
use crate::request::{param, to};
use crate::t;

#[component]
pub fn QuestionsPage() -> impl IntoView {
    load(api::draft_item(param("slug"), param("item"), None), move |view| {
        let refused = use_context::<crate::form::FormState>()
            .filter(|state| state.doorway == "add_questions")
            .map(|_| refusal_notice());
        view! {
            <Title text=t!("draft-import-title", quiz = &view.item_title) />
            <div class="page page--wide draft">
                <nav class="breadcrumb" aria-label=t!("draft-breadcrumb")><ol>
                    <li><a href=to("staff/courses")>{t!("draft-courses")}</a></li>
                    <li><a href=to(&format!("staff/courses/{}", view.slug))>{view.course.clone()}</a></li>
                    <li><a href=to(&format!("staff/courses/{}/text/{}", view.slug, view.key))>{view.item_title.clone()}</a></li>
                </ol></nav>
                {refused}
                <h1>{t!("draft-import-questions")}</h1>
                <p class="lede">{t!("draft-import-lede")}</p>
                <Report view=view.clone() />
                <BringFile view=view.clone() />
            </div>
        }
    })
}

#[component]
fn BringFile(view: ItemView) -> impl IntoView {
    provide_context(Doorway(BRING_QUESTIONS));
    let looked = form_state().is_some_and(|state| state.error.code == Code::Preview);
    let summary = (!looked).then(|| summary_of(|field| (field.to_owned(), t!("draft-import-file"))));
    let chosen = form_state().and_then(|state| state.value("language")).unwrap_or_default();
    let options = view
        .languages
        .iter()
        .map(|language| {
            let selected = chosen == language.as_str();
            view! { <option value=language.as_str() selected=selected>{language_words(*language)}</option> }
        })
        .collect_view();
    let error = error_of("file");
    let wrong = error.is_some();
    view! {
        <form method="post" action=format!("?do={BRING_QUESTIONS}") enctype="multipart/form-data" class="form" novalidate>
            {summary}
            <div class="field" class:field--error=wrong>
                <label for="file">{t!("draft-import-file")}</label>
                <p class="hint" id="file-hint">{t!("draft-import-hint")}</p>
                {error}
                <input class="input" type="file" id="file" name="file" aria-describedby="file-hint" accept=".xml,.txt,.gift" />
            </div>
            <div class="field">
                <label for="language">{t!("draft-import-language")}</label>
                <select class="input" id="language" name="language">{options}</select>
            </div>
            <button class=if looked { "button button--quiet" } else { "button" }>{t!("draft-import-look")}</button>
        </form>
    }
}

/// What a file has, and the button that adds what was read.
#[component]
fn Report(view: ItemView) -> impl IntoView {
    provide_context(Doorway(BRING_QUESTIONS));
    let state = form_state().filter(|state| state.error.code == Code::Preview)?;
    let report: QuestionReport = serde_json::from_str(&state.value("report")?).ok()?;
    let count = report.count();
    let lost = u32::try_from(report.rows.len()).unwrap_or(u32::MAX) - count;
    let rows = report.rows.iter().map(row).collect_view();
    let add = (count > 0).then(|| {
        view! {
            <form method="post" action="?do=add_questions" class="form">
                <input type="hidden" name="slug" value=view.slug.clone() />
                <input type="hidden" name="item" value=view.key.clone() />
                <input type="hidden" name="language" value=state.value("language").unwrap_or_default() />
                <textarea name="blocks" hidden aria-hidden="true" tabindex="-1">{area_text(&report.blocks)}</textarea>
                <button class="button">{t!("draft-import-add", count = count)}</button>
            </form>
        }
    });
    Some(view! {
        <section class="stack" aria-labelledby="report">
            <h2 id="report">{t!("draft-import-report", count = count, lost = lost)}</h2>
            {add}
            <div class="table-wrap">
                <table class="table">
                    <caption class="visually-hidden">{t!("draft-import-caption")}</caption>
                    <thead><tr>
                        <th scope="col" class="num">{t!("draft-import-line")}</th>
                        <th scope="col">{t!("draft-kind-question")}</th>
                        <th scope="col">{t!("draft-import-fate")}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    })
}

fn row(row: &QuestionRow) -> impl IntoView + use<> {
    let (class, fate) = match (row.is_read(), row.notes.is_empty()) {
        (true, true) => ("badge badge--done", t!("draft-import-read")),
        (true, false) => ("badge badge--soon", t!("draft-import-lossy")),
        (false, _) => ("badge badge--flawed", t!("draft-import-unread")),
    };
    let notes = row.notes.iter().map(|note| view! { <li>{t!(&format!("question-note-{note}"))}</li> }).collect_view();
    view! {
        <tr>
            <td class="num" data-label=t!("draft-import-line")>{row.line.to_string()}</td>
            <th scope="row">{row.name.clone()}</th>
            <td data-label=t!("draft-import-fate")><div><span class=class>{fate}</span><ul class="draft-notes">{notes}</ul></div></td>
        </tr>
    }
}
