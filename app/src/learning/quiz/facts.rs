//! How a quiz is taken: questions, limits, attempts and dates, each in its words.

use domain::learning::ActivityView;
use domain::quiz::QuizView;
use leptos::prelude::*;

use super::graded;
use crate::learning::when::{moment, until};
use crate::t;

/// Minutes between two attempts: "30 minutes", "24 hours".
fn span(minutes: u32) -> String {
    if minutes >= 120 && minutes.is_multiple_of(60) {
        t!("quiz-hours", count = minutes / 60)
    } else {
        t!("quiz-minutes", count = minutes)
    }
}

pub(super) fn facts(view: &ActivityView, quiz: &QuizView) -> AnyView {
    let zone = &view.outline.edition.zone;
    let mark = graded(view).then(|| view! { <li>{t!("quiz-pass-mark", pass = quiz.pass)}</li> });
    let limit = quiz.minutes.map(|minutes| t!("quiz-limit", span = span(minutes.into())));
    let attempts = graded(view).then(|| attempts(quiz));
    let wait = quiz.wait.map(|minutes| t!("quiz-wait", span = span(minutes)));
    let later = quiz.feedback_at.map(|at| t!("quiz-feedback-later", at = moment(at, zone)));
    let once = view.kind.is_edge_test().then(|| t!("quiz-once"));
    let due = Some(t!("quiz-due", at = until(quiz.due_at, zone)));
    let lines: Vec<String> = [attempts, once, limit, wait, due, later].into_iter().flatten().collect();
    view! {
        <ul class="meta">
            <li>{t!("quiz-questions", count = quiz.asked)}</li>
            {mark}
            <li>{t!("learning-minutes", count = view.minutes)}</li>
        </ul>
        <ul class="checklist quiz__facts">{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
        {granted(quiz, zone)}
    }
    .into_any()
}

/// How often it can be tried, and which result counts.
fn attempts(quiz: &QuizView) -> String {
    let method = t!(&format!("quiz-method-{}", quiz.method));
    match quiz.attempts_left {
        None => t!("quiz-attempts-any", method = method),
        Some(1) if quiz.past.is_empty() => t!("quiz-attempts-one"),
        Some(left) => t!("quiz-attempts-left", count = left, method = method),
    }
}

/// What the instructors granted this learner beyond the others.
pub(super) fn granted(quiz: &QuizView, zone: &str) -> Option<impl IntoView + use<>> {
    let granted = quiz.extension;
    let minutes =
        (granted.minutes > 0 && quiz.minutes.is_some()).then(|| t!("quiz-granted-minutes", count = granted.minutes));
    let attempts = (granted.attempts > 0).then(|| t!("quiz-granted-attempts", count = granted.attempts));
    let due = granted.due_at.map(|at| t!("quiz-granted-due", at = until(at, zone)));
    let lines: Vec<String> = [minutes, attempts, due].into_iter().flatten().collect();
    (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! { <div class="notice"><p>{t!("quiz-granted")}</p><ul>{lines}</ul></div> }
    })
}
