//! An assignment, for its learner: what is asked, how it will be judged, what was handed in and what became of it.

use domain::learning::ActivityView;
use domain::submission::{AssignmentView, SubmissionState, SubmissionView};
use leptos::prelude::*;

use super::draft_form::DraftForm;
use super::grade_words;
use super::handed_in::{Feedback, HandedInAt, Work};
use super::rubric::Rubric;
use crate::form::FormState;
use crate::learning::{Due, Moment, onward, place, untranslated};
use crate::request::{course_text, other_language};
use crate::t;

#[component]
pub(crate) fn Assignment(view: ActivityView) -> impl IntoView {
    let eyebrow = place(&view).map(|words| view! { <p class="eyebrow">{words}</p> });
    let assignment = view.assignment.clone();
    let title = view.title.clone();
    let html = view.html.clone();
    let (minutes, shown) = (view.minutes, view.language);
    let forward = onward(&view);
    let zone = view.outline.edition.zone.clone();
    assignment.map(|assignment| {
        let asked = assignment.open && !assignment.passed;
        let late = assignment.late && assignment.open && !assignment.passed;
        view! {
            <article class="lesson">
                <header>
                    {eyebrow}
                    <h1 lang=other_language(shown)>{title}</h1>
                    <ul class="meta">
                        <li>{t!("learning-minutes", count = minutes)}</li>
                        <li>{t!("submission-due")}" "<Due at=assignment.due_at zone=zone.clone() /></li>
                        <li>{t!("submission-pass-mark", pass = assignment.pass)}</li>
                    </ul>
                </header>
                {standing(&assignment, &zone)}
                {untranslated(shown)}
                <div class="lesson__text" lang=other_language(shown) inner_html=course_text(html)></div>
            </article>
            <section class="judged-by">
                <h2>{t!("submission-rubric")}</h2>
                <p>{t!("submission-rubric-hint", most = assignment.most)}</p>
                <Rubric rubric=assignment.rubric.clone() judgement=None caption=t!("submission-rubric") />
            </section>
            {late.then(|| view! { <div class="notice notice--warning"><p>{t!("submission-is-late")}</p></div> })}
            {yours(&view, &assignment)}
            {past(&view, &assignment)}
            <nav class="lesson-nav" class:lesson-nav--quiet=asked aria-label=t!("learning-nav")>{forward}</nav>
        }
    })
}

/// Where one stands, in one line at the top: passed, waiting, or what the last grade still lacks.
fn standing(assignment: &AssignmentView, zone: &str) -> Option<AnyView> {
    let waiting = assignment.current.as_ref().filter(|one| one.state == SubmissionState::Submitted);
    let grade = assignment.grade.map(grade_words);
    if assignment.passed {
        return Some(view! { <div class="notice notice--success"><p><strong>{t!("submission-passed")}</strong>" "{grade}</p></div> }.into_any());
    }
    if let Some(at) = waiting.and_then(|one| one.submitted_at) {
        let zone = zone.to_owned();
        return Some(view! { <div class="notice"><p><strong>{t!("submission-waits")}</strong>" "{t!("submission-handed-in-at")}" "<Moment at=at zone=zone />". "{t!("submission-waits-hint")}</p></div> }.into_any());
    }
    let grade = grade?;
    Some(view! { <div class="notice notice--warning"><p><strong>{t!("submission-below", pass = assignment.pass)}</strong>" "{grade}". "{assignment.open.then(|| t!("submission-below-hint"))}</p></div> }.into_any())
}

/// The draft to write in, or what waits for its grade.
fn yours(view: &ActivityView, assignment: &AssignmentView) -> AnyView {
    let edition = view.outline.edition.code.clone();
    let (key, zone) = (view.key.clone(), view.outline.edition.zone.clone());
    match assignment.current.clone() {
        Some(waiting) if waiting.state == SubmissionState::Submitted => view! {
            <section id="yours">
                <h2>{t!("submission-yours")}</h2>
                {refused()}
                <HandedInAt submission=waiting.clone() zone=zone />
                <Work submission=waiting edition=edition.clone() key=key.clone() />
                {assignment.open.then(|| take_back(edition, key))}
            </section>
        }
        .into_any(),
        None if !assignment.open => {
            let words =
                if assignment.past.is_empty() { t!("submission-closed") } else { t!("submission-closed-graded") };
            view! { {refused()}<p class="hint">{words}</p> }.into_any()
        }
        Some(draft) if !assignment.open => view! {
            <section id="yours">
                <h2>{t!("submission-draft")}</h2>
                {refused()}
                <p class="hint">{t!("submission-closed-draft")}</p>
                <Work submission=draft edition=edition key=key />
            </section>
        }
        .into_any(),
        draft => {
            let form = view! { <DraftForm edition=edition key=key zone=zone draft=draft.clone() files=assignment.files.clone() /> };
            let tried = use_context::<FormState>().is_some();
            if draft.is_none() && !assignment.past.is_empty() && !tried {
                // Whoever has a grade may well be content with it.
                view! { <details class="again" open=!assignment.passed><summary><h2>{t!("submission-again")}</h2></summary>{form}</details> }
                    .into_any()
            } else {
                view! { <section id="yours"><h2>{t!("submission-yours")}</h2>{form}</section> }.into_any()
            }
        }
    }
}

/// Why a draft or a taking back was refused, where its form is no longer on the page.
fn refused() -> Option<impl IntoView> {
    let state = use_context::<FormState>()?;
    let typed = state.value("text").filter(|text| !text.is_empty());
    Some(view! {
        <div class="notice notice--error" role="alert">
            <p>{t!(&format!("error-{}", state.error.code))}</p>
            {typed.map(|text| view! { <p>{t!("submission-typed")}</p><div class="typed work">{text}</div> })}
        </div>
    })
}

fn take_back(edition: String, key: String) -> impl IntoView {
    view! {
        <form method="post" action="?do=take_back">
            <input type="hidden" name="edition" value=edition />
            <input type="hidden" name="key" value=key />
            <button class="button button--quiet" aria-describedby="take-back-hint">{t!("submission-take-back")}</button>
            <p class="hint" id="take-back-hint">{t!("submission-take-back-hint")}</p>
        </form>
    }
}

/// What was graded, the newest first and open.
fn past(view: &ActivityView, assignment: &AssignmentView) -> Option<impl IntoView + use<>> {
    let items: Vec<_> = assignment
        .past
        .iter()
        .cloned()
        .enumerate()
        .map(|(place, one)| graded(view, assignment, one, place == 0))
        .collect();
    (!items.is_empty()).then(|| view! { <section id="graded"><h2>{t!("submission-past")}</h2>{items}</section> })
}

fn graded(view: &ActivityView, assignment: &AssignmentView, one: SubmissionView, open: bool) -> impl IntoView + use<> {
    let (edition, zone) = (view.outline.edition.code.clone(), view.outline.edition.zone.clone());
    let at =
        one.graded_at.map(|at| view! { <li>{t!("submission-graded-at")}" "<Moment at=at zone=zone.clone() /></li> });
    let grade = one.grade.map(grade_words);
    let comment = (!one.comment.is_empty())
        .then(|| view! { <h4>{t!("submission-comment-whole")}</h4><p class="typed">{one.comment.clone()}</p> });
    let number = t!("submission-number", number = one.number);
    view! {
        <details class="graded" open=open>
            <summary><h3>{number}": "{grade}</h3></summary>
            <ul class="meta">{at}</ul>
            {comment}
            <Feedback submission=one.clone() edition=edition.clone() key=view.key.clone() />
            <h4>{t!("submission-by-criterion")}</h4>
            <Rubric rubric=assignment.rubric.clone() judgement=Some(one.judgement.clone()) caption=t!("submission-by-criterion") />
            <h4>{t!("submission-what")}</h4>
            <HandedInAt submission=one.clone() zone=zone />
            <Work submission=one edition=edition key=view.key.clone() />
        </details>
    }
}
