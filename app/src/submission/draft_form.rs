//! The draft: a text that is kept as it is typed, files, and two buttons that say what they do.

use domain::course::FileRules;
use domain::error::Code;
use domain::submission::{FileView, SubmissionView};
use leptos::prelude::*;

use super::SAVE;
use super::handed_in::file_href;
use crate::form::{Doorway, area_text, error_of, form_state, summary_of};
use crate::learning::Moment;
use crate::{format, t};

#[component]
pub(super) fn DraftForm(
    edition: String,
    key: String,
    zone: String,
    #[prop(optional_no_strip)] draft: Option<SubmissionView>,
    #[prop(optional_no_strip)] files: Option<FileRules>,
) -> impl IntoView {
    provide_context(Doorway(SAVE));
    let state = form_state();
    let stored = draft.as_ref().map(|draft| draft.text.clone()).unwrap_or_default();
    let text = state.as_ref().and_then(|state| state.value("text")).unwrap_or_else(|| stored.clone());
    let changed = state.as_ref().is_some_and(|state| state.error.code == Code::ChangedMeanwhile);
    let other = (changed && !stored.is_empty()).then(|| stored_words(stored));
    let revision = draft.as_ref().map_or(0, |draft| draft.revision).to_string();
    let saved = draft.as_ref().map(|draft| {
        view! { <p class="hint saved" role="status">{t!("submission-saved")}" "<Moment at=draft.saved_at zone=zone /></p> }
    });
    let kept = draft.map(|draft| draft.files).unwrap_or_default();
    let error = error_of("text");
    let wrong = error.is_some();
    view! {
        <form method="post" action=format!("?do={SAVE}") enctype="multipart/form-data" class="form" novalidate>
            {summary_of(label)}
            {other}
            <input type="hidden" name="revision" value=revision />
            <div class="field" class:field--error=wrong>
                <label for="text">{t!("field-text")}</label>
                <p class="hint" id="text-hint">{t!("submission-text-hint")}</p>
                {error}
                <textarea class="input" id="text" name="text" rows="14" aria-describedby="text-hint" aria-invalid=wrong.then_some("true")>{area_text(&text)}</textarea>
            </div>
            {files.map(|rules| file_fields(&edition, &key, rules, kept))}
            {saved}
            <div class="draft__acts">
                <button class="button" name="act" value="hand-in" aria-describedby="hand-in-hint">{t!("submission-hand-in")}</button>
                <button class="button button--quiet" name="act" value="save">{t!("submission-save")}</button>
            </div>
            <p class="hint" id="hand-in-hint">{t!("submission-hand-in-hint")}</p>
        </form>
    }
}

/// (id, words) of a field in the summary; `files/<name>` speaks of one file.
fn label(field: &str) -> (String, String) {
    match field.split_once('/') {
        Some((_, name)) => ("files".to_owned(), name.to_owned()),
        None => (field.to_owned(), t!(&format!("field-{field}"))),
    }
}

/// What another tab has saved: both are on the page, and saving again decides for what is in the form.
fn stored_words(stored: String) -> impl IntoView {
    view! {
        <details class="panel">
            <summary>{t!("submission-stored")}</summary>
            <div class="typed work">{stored}</div>
        </details>
    }
}

fn file_fields(edition: &str, key: &str, rules: FileRules, kept: Vec<FileView>) -> impl IntoView + use<> {
    let left = usize::from(rules.most).saturating_sub(kept.len());
    let kinds: Vec<String> = rules.kinds.iter().map(|kind| kind.to_string()).collect();
    let accept = kinds.iter().map(|kind| format!(".{kind}")).collect::<Vec<_>>().join(",");
    let hint = t!(
        "submission-files-hint",
        most = rules.most,
        megabytes = rules.megabytes,
        kinds = kinds.join(", ").to_uppercase()
    );
    let wrong = file_errors();
    let refused = !wrong.is_empty();
    let lines: Vec<_> = wrong.into_iter().map(|words| view! { <p class="field__error">{words}</p> }).collect();
    let lost = form_state().map(|_| view! { <p class="hint">{t!("submission-files-again")}</p> });
    let rows: Vec<_> = kept
        .into_iter()
        .map(|file| {
            let href = file_href(edition, key, &file);
            let size = format::bytes(file.bytes);
            view! {
                <li>
                    <a href=href download>{file.name.clone()}</a>" "<span class="meta">{size}</span>" "
                    <button class="link-button" name="remove" value=file.id.to_string()>
                        {t!("submission-remove")}<span class="visually-hidden">" "{file.name}</span>
                    </button>
                </li>
            }
        })
        .collect();
    let rows = (!rows.is_empty()).then(|| view! { <ul class="files">{rows}</ul> });
    let input = if left > 0 {
        view! { <input class="input" type="file" id="files" name="files" multiple=left.gt(&1) accept=accept aria-describedby="files-hint" aria-invalid=refused.then_some("true") /> }
            .into_any()
    } else {
        view! { <p class="hint" id="files">{t!("submission-files-full")}</p> }.into_any()
    };
    view! {
        <div class="field" class:field--error=refused>
            <label for="files">{t!("field-files")}<span class="optional">" ("{t!("optional")}")"</span></label>
            <p class="hint" id="files-hint">{hint}</p>
            {lines}
            {lost}
            {rows}
            {input}
        </div>
    }
}

/// What is wrong with the files, each by its name.
pub(super) fn file_errors() -> Vec<String> {
    let Some(state) = form_state() else { return Vec::new() };
    state
        .error
        .fields
        .iter()
        .filter_map(|(field, code)| {
            let words = t!(&format!("error-{code}"));
            match field.split_once('/') {
                Some(("files", name)) => Some(format!("{name}: {words}")),
                _ => (field == "files").then_some(words),
            }
        })
        .collect()
}
