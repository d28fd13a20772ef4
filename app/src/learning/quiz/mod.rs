//! A knowledge check, a test at the course's edge, or the final test: before, during and after an attempt.

mod attempt_form;
mod control;
mod facts;
mod past;
mod result;
mod solved;

use domain::course::ActivityKind;
use domain::edition::Phase;
use domain::learning::ActivityView;
use domain::quiz::{AttemptView, QuizView};
use leptos::prelude::*;

use super::activity_page::place;
use super::outline::activity_href;
use super::when::moment;
use crate::form::{FormState, refusal_notice};
use crate::request::{page_request, to};
use crate::t;

#[component]
pub(super) fn Quiz(view: ActivityView) -> impl IntoView {
    let eyebrow = place(&view).map(|words| view! { <p class="eyebrow">{words}</p> });
    let title = view.title.clone();
    let quiz = view.quiz.clone();
    let state = quiz.map(|quiz| match quiz.attempt.clone() {
        None => introduction(&view, &quiz),
        Some(attempt) if attempt.score.is_some() => result::result(&view, &quiz, attempt),
        Some(attempt) if attempt.over => over(&view, &attempt),
        Some(attempt) => attempt_form::attempt_form(&view, &quiz, attempt),
    });
    view! { {eyebrow}<h1>{title}</h1>{state} }
}

/// What to expect, and the start.
fn introduction(view: &ActivityView, quiz: &QuizView) -> AnyView {
    view! {
        {refusal_notice()}
        <p class="lede">{t!(&format!("quiz-about-{}", view.kind))}</p>
        {facts::facts(view, quiz)}
        {start(view, quiz, t!("quiz-start"), "button")}
        {back(view)}
    }
    .into_any()
}

/// The button that begins an attempt, or why and until when there is none.
fn start(view: &ActivityView, quiz: &QuizView, words: String, class: &'static str) -> Option<AnyView> {
    let edition = &view.outline.edition;
    if edition.phase != Phase::Running || quiz.open.is_some() {
        return None;
    }
    if quiz.attempts_left == Some(0) {
        let said = (!view.kind.is_edge_test()).then(|| view! { <p class="meta">{t!("quiz-attempts-none")}</p> });
        return said.map(IntoAny::into_any);
    }
    if let Some(at) = quiz.next_at {
        return Some(view! { <p class="notice">{t!("quiz-next-at", at = moment(at, &edition.zone))}</p> }.into_any());
    }
    let form = view! {
        <form method="post" action="?do=start_attempt">
            <input type="hidden" name="edition" value=edition.code.clone() />
            <input type="hidden" name="key" value=view.key.clone() />
            <button class=class>{words}</button>
        </form>
    };
    Some(form.into_any())
}

/// Back to the activity before, or to the contents: the way on is the quiz itself.
fn back(view: &ActivityView) -> impl IntoView + use<> {
    let edition = &view.outline.edition.code;
    let previous = view
        .previous
        .as_ref()
        .map(|(key, title)| view! { <a href=activity_href(edition, key) rel="prev">"← "{title.clone()}</a> });
    view! { <nav class="lesson-nav" aria-label=t!("learning-nav")>{previous}<a href=to(&format!("learn/{edition}")) rel="up">{t!("learning-to-outline")}</a></nav> }
}

/// Its time is over and nobody has closed it yet: the learner does, and sees the result.
fn over(view: &ActivityView, attempt: &AttemptView) -> AnyView {
    view! {
        {refusal_notice()}
        <div class="notice notice--warning"><p>{t!("quiz-over")}</p></div>
        <form method="post" action="?do=submit_attempt">
            <input type="hidden" name="attempt" value=attempt.id.to_string() />
            <input type="hidden" name="edition" value=view.outline.edition.code.clone() />
            <input type="hidden" name="key" value=view.key.clone() />
            <button class="button">{t!("quiz-see-result")}</button>
        </form>
        {script()}
    }
    .into_any()
}

/// The script that saves answers as they are given; on the page of a result it forgets what it kept.
fn script() -> Option<impl IntoView> {
    let address = page_request().assets.quiz;
    (!address.is_empty()).then(|| view! { <script type="module" src=address></script> })
}

/// What was refused of this quiz's form, by whichever of its buttons it was sent.
fn refused() -> Option<FormState> {
    use_context::<FormState>().filter(|state| matches!(state.doorway.as_str(), "submit_attempt" | "save_attempt"))
}

/// Whether the quiz passes or fails anybody.
const fn graded(view: &ActivityView) -> bool {
    matches!(view.kind, ActivityKind::Check | ActivityKind::FinalTest)
}

fn count(attempt: &AttemptView) -> u32 {
    u32::try_from(attempt.questions.len()).unwrap_or(u32::MAX)
}
