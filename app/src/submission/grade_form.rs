//! The rubric as radio buttons, with a comment each and one about the whole.

use domain::submission::{CriterionView, GradeView, Judged, Queue, feedback_rules};
use leptos::prelude::*;

use super::GRADE;
use super::bank::bank;
use super::draft_form::file_errors;
use super::handed_in::file_href;
use super::queue::in_queue;
use crate::form::{Doorway, area_text, error_of, form_state, summary_of};
use crate::{format, t};

#[component]
pub(super) fn GradeForm(view: GradeView, queue: Queue) -> impl IntoView {
    provide_context(Doorway(GRADE));
    let titles: Vec<(String, String)> =
        view.rubric.iter().map(|criterion| (criterion.key.clone(), criterion.title.clone())).collect();
    let summary = summary_of(|field| label(field, &titles));
    let one = &view.submission;
    let graded = one.graded_at.is_some();
    let fields: Vec<_> = view
        .rubric
        .iter()
        .map(|criterion| {
            let stored = one.judgement.get(&criterion.key).filter(|_| graded);
            let used = view.bank.get(&criterion.key).cloned().unwrap_or_default();
            judge(criterion.clone(), stored, used)
        })
        .collect();
    let comment = form_state().and_then(|state| state.value("comment")).unwrap_or_else(|| one.comment.clone());
    let error = error_of("comment");
    let wrong = error.is_some();
    let next = view.next.is_some().then(|| {
        view! { <button class="button" name="then" value="next">{t!("grading-save-next", count = view.waiting)}</button> }
    });
    let action = in_queue("", &queue, &[("do", GRADE)]);
    let used = bank("", &t!("submission-comment-whole"), view.bank.get("").cloned().unwrap_or_default());
    let class = if view.next.is_some() { "button button--quiet" } else { "button" };
    view! {
        <section>
            <h2>{t!("submission-rubric")}</h2>
            <p class="hint">{t!("grading-hint", pass = view.pass, most = view.most)}</p>
            <form method="post" action=action enctype="multipart/form-data" class="form" novalidate>
                {summary}
                <input type="hidden" name="activity" value=queue.activity.clone() />
                <input type="hidden" name="anonymous" value=if queue.anonymous { "1" } else { "" } />
                <input type="hidden" name="revision" value=one.revision.to_string() />
                {fields}
                <div class="field" class:field--error=wrong>
                    <label for="comment">{t!("submission-comment-whole")}<span class="optional">" ("{t!("optional")}")"</span></label>
                    {error}
                    <textarea class="input" id="comment" name="comment" rows="5" aria-invalid=wrong.then_some("true")>{area_text(&comment)}</textarea>
                    {used}
                </div>
                {send_back(&view)}
                {graded.then(why)}
                <div class="draft__acts">{next}<button class=class name="then" value="stay">{t!("grading-save")}</button></div>
                <p class="hint">{t!("grading-save-hint")}</p>
            </form>
        </section>
    }
}

/// Why a grade that stood is changed.
fn why() -> impl IntoView {
    let typed = form_state().and_then(|state| state.value("reason")).unwrap_or_default();
    let error = error_of("reason");
    let wrong = error.is_some();
    let described = if wrong { "reason-hint reason-error" } else { "reason-hint" };
    view! {
        <div class="field" class:field--error=wrong>
            <label for="reason">{t!("field-reason")}</label>
            <p class="hint" id="reason-hint">{t!("grading-reason-hint")}</p>
            {error}
            <input class="input" id="reason" name="reason" value=typed aria-describedby=described aria-invalid=wrong.then_some("true") />
        </div>
    }
}

/// The file that goes back with the grade: the one that was sent, and the field for another.
fn send_back(view: &GradeView) -> impl IntoView + use<> {
    let rules = feedback_rules();
    let kinds: Vec<String> = rules.kinds.iter().map(|kind| kind.to_string()).collect();
    let accept = kinds.iter().map(|kind| format!(".{kind}")).collect::<Vec<_>>().join(",");
    let hint = t!("grading-feedback-hint", megabytes = rules.megabytes, kinds = kinds.join(", ").to_uppercase());
    let wrong = file_errors();
    let refused = !wrong.is_empty();
    let lines: Vec<_> = wrong.into_iter().map(|words| view! { <p class="field__error">{words}</p> }).collect();
    let lost = form_state().map(|_| view! { <p class="hint">{t!("submission-files-again")}</p> });
    let sent = view.submission.feedback.first().cloned().map(|file| {
        let href = file_href(&view.edition.code, &view.key, &file);
        let size = format::bytes(file.bytes);
        let checked = form_state().is_some_and(|state| state.has("remove_feedback", "1"));
        view! {
            <ul class="files feedback"><li><a href=href download>{file.name}</a>" "<span class="meta">{size}</span></li></ul>
            <label class="choice"><input type="checkbox" name="remove_feedback" value="1" checked=checked /><span>{t!("grading-feedback-remove")}</span></label>
        }
    });
    view! {
        <div class="field" class:field--error=refused>
            <label for="files">{t!("grading-feedback")}<span class="optional">" ("{t!("optional")}")"</span></label>
            <p class="hint" id="files-hint">{hint}</p>
            {lines}
            {lost}
            {sent}
            <input class="input" type="file" id="files" name="files" accept=accept aria-describedby="files-hint" aria-invalid=refused.then_some("true") />
        </div>
    }
}

fn label(field: &str, titles: &[(String, String)]) -> (String, String) {
    if let Some(("files", name)) = field.split_once('/') {
        return ("files".to_owned(), name.to_owned());
    }
    if field == "reason" {
        return (field.to_owned(), t!("field-reason"));
    }
    let key = field.split_once('-').map_or("", |(_, key)| key);
    let title = titles.iter().find(|(known, _)| known == key).map(|(_, title)| title.clone());
    (field.to_owned(), title.unwrap_or_else(|| t!("submission-comment-whole")))
}

/// One criterion: its levels, lowest first, and what the grader says about it.
fn judge(criterion: CriterionView, stored: Option<&Judged>, used: Vec<String>) -> impl IntoView + use<> {
    let (field, name) = (format!("points-{}", criterion.key), format!("points[{}]", criterion.key));
    let said = format!("comments[{}]", criterion.key);
    let (said_id, state) = (format!("comments-{}", criterion.key), form_state());
    let error = error_of(&field);
    let said_error = error_of(&said_id);
    let (wrong, said_wrong) = (error.is_some(), said_error.is_some());
    let described = wrong.then(|| format!("{field}-error"));
    let typed = state.as_ref().and_then(|state| state.value(&said));
    let comment = typed.unwrap_or_else(|| stored.map(|judged| judged.comment.clone()).unwrap_or_default());
    let used = bank(&criterion.key, &criterion.title, used);
    let levels: Vec<_> = criterion
        .levels
        .into_iter()
        .enumerate()
        .map(|(place, level)| {
            let value = level.points.to_string();
            let checked = match &state {
                Some(state) => state.has(&name, &value),
                None => stored.is_some_and(|judged| judged.points == level.points),
            };
            // The first carries the field's id, where the error summary leads.
            let id = if place == 0 { field.clone() } else { format!("{field}-{place}") };
            view! {
                <label class="choice level">
                    <input type="radio" id=id name=name.clone() value=value checked=checked />
                    <span><strong class="level__points">{t!("submission-n-points", count = level.points)}</strong>" "{level.text}</span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="choices criterion" class:field--error=wrong aria-describedby=described>
            <legend>{criterion.title}</legend>
            {error}
            {levels}
            <div class="field" class:field--error=said_wrong>
                <label for=said_id.clone()>{t!("submission-comment")}<span class="optional">" ("{t!("optional")}")"</span></label>
                {said_error}
                <textarea class="input input--low" id=said_id name=said rows="2">{area_text(&comment)}</textarea>
                {used}
            </div>
        </fieldset>
    }
}
