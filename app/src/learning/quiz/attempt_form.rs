//! An open attempt: its questions as one plain form. A script saves each answer as it is given; without it, a button does.

use domain::course::ActivityKind;
use domain::learning::ActivityView;
use domain::quiz::{AttemptView, QuizView};
use leptos::prelude::*;

use super::control::Question;
use super::past::past;
use super::{count, facts, refused, script};
use crate::learning::answer_check::{AnswerCheck, CheckWords};
use crate::learning::when::{Moment, moment};
use crate::request::{language, query, to};
use crate::t;

pub(super) fn attempt_form(view: &ActivityView, quiz: &QuizView, attempt: AttemptView) -> AnyView {
    let asked = count(&attempt);
    // Answers are told while the attempt is open only in checks, and there only where they may be told at all.
    let checkable = view.kind == ActivityKind::Check && quiz.feedback_at.is_none();
    let zone = view.outline.edition.zone.clone();
    let (edition, key, id) = (view.outline.edition.code.clone(), view.key.clone(), attempt.id);
    let saved = saved_line(&attempt, &zone);
    let clock = clock(quiz, &attempt, &zone);
    let questions = attempt
        .questions
        .into_iter()
        .zip(1_u32..)
        .map(|(question, number)| {
            let check = checkable.then(|| answer_check(id, &question.key));
            view! { <Question question=question number=number asked=asked>{check}</Question> }
        })
        .collect_view();
    view! {
        {summary()}
        {saved_notice(&edition)}
        {facts::granted(quiz, &zone)}
        <form method="post" action="?do=submit_attempt" class="form quiz" novalidate data-attempt=id.to_string()
            data-saving=t!("quiz-saving") data-saved=t!("quiz-saved-at", time = "{time}") data-kept=t!("quiz-kept")
            data-wrong=t!("quiz-kept-wrong") data-ended=t!("quiz-ended")>
            <input type="hidden" name="attempt" value=id.to_string() />
            <input type="hidden" name="edition" value=edition />
            <input type="hidden" name="key" value=key />
            {clock}
            {questions}
            <div class="quiz__end">
                <p class="meta" data-line="" role="status">{saved}</p>
                <div class="toolbar">
                    <button class="button">{t!("quiz-submit")}</button>
                    <button class="button button--quiet" formaction="?do=save_attempt">{t!("quiz-save")}</button>
                </div>
            </div>
        </form>
        {past(view, quiz)}
        {script()}
    }
    .into_any()
}

/// What is saved, before a script says more.
fn saved_line(attempt: &AttemptView, zone: &str) -> Option<AnyView> {
    let at = attempt.saved_at?;
    Some(view! { {t!("quiz-saved")}" "<Moment at=at zone=zone.to_owned() /> }.into_any())
}

/// After "save and go on later": that it is so, and the way out.
fn saved_notice(edition: &str) -> Option<impl IntoView + use<>> {
    let contents = to(&format!("learn/{edition}"));
    (!query("saved").is_empty() && refused().is_none()).then(|| {
        view! {
            <div class="notice notice--success" role="status">
                <p>{t!("quiz-saved-later")}</p>
                <p><a href=contents>{t!("learning-to-outline")}</a></p>
            </div>
        }
    })
}

/// When the time is over, with its zone; a script counts down beside it, by the campus's clock.
fn clock(quiz: &QuizView, attempt: &AttemptView, zone: &str) -> Option<impl IntoView + use<>> {
    let closes = attempt.closes_at?;
    Some(view! {
        <div class="quiz__clock notice">
            <p>{t!("quiz-closes", at = moment(closes, zone))}</p>
            <p hidden role="timer" data-closes=closes.timestamp_millis().to_string() data-now=quiz.now.timestamp_millis().to_string()
                data-left=t!("quiz-left", time = "{time}") data-few=t!("quiz-left-few", count = "{count}") data-none=t!("quiz-left-none")></p>
            <p class="visually-hidden" role="status" data-alarm=""></p>
        </div>
    })
}

/// What was refused, with a link to each question that has to be looked at.
fn summary() -> Option<impl IntoView> {
    let error = refused()?.error;
    let items = error
        .fields
        .iter()
        .map(|(field, code)| {
            let key = field.trim_start_matches("answers[").trim_end_matches(']').to_owned();
            view! { <li><a href=format!("#q-{key}")>{super::control::wrong_words(*code)}</a></li> }
        })
        .collect_view();
    let title = if error.fields.is_empty() {
        t!(&format!("error-{}", error.code))
    } else {
        t!("form-has-errors", count = u32::try_from(error.fields.len()).unwrap_or(0))
    };
    Some(view! {
        <div class="error-summary" role="alert" tabindex="-1" autofocus>
            <h2>{title}</h2>
            {(!error.fields.is_empty()).then(|| view! { <ul>{items}</ul> })}
        </div>
    })
}

fn answer_check(attempt: domain::id::AttemptId, question: &str) -> impl IntoView + use<> {
    let words = CheckWords {
        button: t!("quiz-check-answer"),
        right: t!("quiz-check-right"),
        wrong: t!("quiz-check-wrong"),
        choose: t!("quiz-check-choose"),
        unread: t!("quiz-number-invalid"),
        failed: t!("quiz-check-failed"),
    };
    view! { <AnswerCheck attempt=attempt question=question.to_owned() language=language() words=words /> }
}
