//! A worksheet on its page: what to do, the fields, and what was saved when.

use domain::error::Code;
use domain::learning::ActivityView;
use domain::worksheet::{FieldView, WorksheetView};
use leptos::prelude::*;

use super::is_filled;
use crate::form::{Doorway, area_text, error_of, form_state, summary_of};
use crate::learning::{Moment, onward, place, untranslated};
use crate::request::{course_text, other_language, to};
use crate::t;

#[component]
pub(crate) fn Worksheet(view: ActivityView) -> impl IntoView {
    let shown = view.language;
    let eyebrow = place(&view).map(|words| view! { <p class="eyebrow">{words}</p> });
    let done = view.done.then(|| view! { <li><span class="badge badge--done">{t!("worksheet-done")}</span></li> });
    let forward = (view.done || view.worksheet.as_ref().is_some_and(|sheet| !sheet.open)).then(|| onward(&view));
    let fields = view.worksheet.clone().map(|sheet| {
        let keep = keep_links(&view, &sheet);
        let body =
            if sheet.open { fill_in(&view, sheet).into_any() } else { view! { <Answers sheet=sheet /> }.into_any() };
        view! { {body}{keep} }
    });
    view! {
        <article class="lesson">
            <header>
                {eyebrow}
                <h1 lang=other_language(shown)>{view.title.clone()}</h1>
                <ul class="meta"><li>{t!("learning-minutes", count = view.minutes)}</li>{done}</ul>
            </header>
            {untranslated(shown)}
            <div class="lesson__text" lang=other_language(shown) inner_html=course_text(view.html.clone())></div>
        </article>
        {fields}
        <nav class="lesson-nav" aria-label=t!("learning-nav")>{forward}</nav>
    }
}

fn fill_in(view: &ActivityView, sheet: WorksheetView) -> impl IntoView + use<> {
    provide_context(Doorway("save_worksheet"));
    let labels: Vec<(String, String)> =
        sheet.fields.iter().map(|field| (format!("answers-{}", field.key), field.label.clone())).collect();
    let summary = summary_of(|field| {
        let words = labels.iter().find(|(known, _)| known == field).map(|(_, label)| label.clone());
        (field.to_owned(), words.unwrap_or_default())
    });
    let changed = form_state().filter(|state| state.error.code == Code::ChangedMeanwhile).map(|_| {
        view! { <details class="panel"><summary>{t!("submission-stored")}</summary><Answers sheet=sheet.clone() /></details> }
    });
    let zone = view.outline.edition.zone.clone();
    let saved = sheet.saved_at.map(
        |at| view! { <p class="hint saved" id="saved" role="status">{t!("worksheet-saved")}" "<Moment at=at zone=zone /></p> },
    );
    let done = if view.done { t!("worksheet-save-on") } else { t!("worksheet-finish") };
    let fields = sheet.fields.into_iter().map(field).collect_view();
    view! {
        <form method="post" action="?do=save_worksheet" class="form worksheet" novalidate>
            {summary}
            {changed}
            <input type="hidden" name="edition" value=view.outline.edition.code.clone() />
            <input type="hidden" name="key" value=view.key.clone() />
            <input type="hidden" name="seen" value=sheet.seen />
            {fields}
            {saved}
            <div class="draft__acts">
                <button class="button" name="act" value="done">{done}</button>
                <button class="button button--quiet" name="act" value="save">{t!("worksheet-save")}</button>
            </div>
            <p class="hint">{t!("worksheet-private")}</p>
        </form>
    }
}

fn field(field: FieldView) -> impl IntoView {
    let (id, name) = (format!("answers-{}", field.key), format!("answers[{}]", field.key));
    let error = error_of(&id);
    let wrong = error.is_some();
    let text = form_state().and_then(|state| state.value(&name)).unwrap_or(field.text);
    let hint_id = format!("{id}-hint");
    let described = (!field.hint.is_empty()).then(|| hint_id.clone());
    let hint = (!field.hint.is_empty()).then(|| view! { <p class="hint" id=hint_id>{field.hint}</p> });
    view! {
        <div class="field" class:field--error=wrong>
            <label for=id.clone()>{field.label}</label>
            {hint}
            {error}
            <textarea class="input input--low" id=id name=name rows=field.rows.max(2).to_string() aria-describedby=described aria-invalid=wrong.then_some("true")>{area_text(&text)}</textarea>
        </div>
    }
}

/// What was written, to read.
#[component]
pub(super) fn Answers(sheet: WorksheetView) -> impl IntoView {
    let rows = sheet
        .fields
        .into_iter()
        .map(|field| {
            let text = if field.text.is_empty() { t!("worksheet-blank") } else { field.text };
            view! { <div><dt>{field.label}</dt><dd class="typed">{text}</dd></div> }
        })
        .collect_view();
    view! { <dl class="answers">{rows}</dl> }
}

/// Ways to keep what was written, once there is something.
fn keep_links(view: &ActivityView, sheet: &WorksheetView) -> Option<impl IntoView + use<>> {
    is_filled(sheet).then(|| {
        let here = format!("learn/{}/{}", view.outline.edition.code, view.key);
        view! {
            <ul class="meta keep">
                <li><a href=to(&format!("{here}/answers"))>{t!("worksheet-print")}</a></li>
                <li><a href=to(&format!("{here}/answers.txt")) download>{t!("worksheet-text")}</a></li>
                <li><a href=to(&format!("{here}/answers.html")) download>{t!("worksheet-html")}</a></li>
            </ul>
        }
    })
}
