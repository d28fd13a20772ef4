//! An attempt that was handed in: what it reached in warm words, the answers with what is said about them, and what to do next.

use domain::course::ActivityKind;
use domain::learning::ActivityView;
use domain::quiz::{AttemptView, GainView, GradeMethod, QuizView, Score};
use leptos::prelude::*;

use super::past::past;
use super::solved::Solved;
use super::{count, graded, script, start};
use crate::form::refusal_notice;
use crate::learning::lesson::onward;
use crate::learning::outline::activity_href;
use crate::learning::when::moment;
use crate::t;

pub(super) fn result(view: &ActivityView, quiz: &QuizView, attempt: AttemptView) -> AnyView {
    let score = attempt.score.unwrap_or(Score { right: 0, asked: 0 });
    let asked = count(&attempt);
    let out_of_time =
        attempt.timed_out.then(|| view! { <div class="notice notice--warning"><p>{t!("quiz-timed-out")}</p></div> });
    let later = quiz.feedback_at.map(|at| {
        let at = moment(at, &view.outline.edition.zone);
        view! { <div class="notice"><p>{t!("quiz-feedback-later", at = at)}</p></div> }
    });
    let again = start(view, quiz, t!("quiz-again"), if quiz.passed { "button button--quiet" } else { "button" });
    let left = quiz.attempts_left.filter(|left| *left > 0).map(|left| {
        let method = t!(&format!("quiz-method-{}", quiz.method));
        view! { <p class="meta">{t!("quiz-attempts-left", count = left, method = method)}</p> }
    });
    let forward = quiz.passed.then(|| onward(view));
    let open = quiz.open.map(|_| {
        let here = activity_href(&view.outline.edition.code, &view.key);
        view! { <p><a class="button" href=here>{t!("quiz-go-on")}</a></p> }
    });
    let questions = attempt
        .questions
        .into_iter()
        .zip(1_u32..)
        .map(|(question, number)| view! { <Solved question=question number=number asked=asked /> })
        .collect_view();
    view! {
        {refusal_notice()}
        {open}
        {out_of_time}
        <div class="score">{reached(view, quiz, score)}</div>
        {later}
        {past(view, quiz)}
        <div class="quiz">{questions}</div>
        {left}
        <nav class="lesson-nav" aria-label=t!("learning-nav")>{again}{forward}</nav>
        {script()}
    }
    .into_any()
}

fn reached(view: &ActivityView, quiz: &QuizView, score: Score) -> AnyView {
    let percent = score.percent();
    let value = t!("quiz-score", percent = percent);
    let words = if !graded(view) {
        edge_words(view, score)
    } else if score.passes(quiz.pass) {
        t!("quiz-passed", right = score.right, asked = score.asked)
    } else if quiz.passed {
        t!("quiz-failed-passed-before", right = score.right, asked = score.asked)
    } else {
        t!("quiz-failed", right = score.right, asked = score.asked, pass = quiz.pass)
    };
    let several = quiz.past.len() > 1 || quiz.method != GradeMethod::Best;
    let grade = quiz.grade.filter(|_| graded(view) && several).map(|grade| {
        view! { <p><strong>{t!(&format!("quiz-grade-{}", quiz.method), percent = grade.percent(), pass = quiz.pass)}</strong></p> }
    });
    let gain = quiz.gain.map(|gain| view! { <p>{gain_words(gain)}</p> });
    view! {
        <p class="score__value">{value.clone()}</p>
        <p>{words}</p>
        <progress max="100" value=percent.to_string() aria-label=t!("quiz-score-label")>{value}</progress>
        {gain}
        {grade}
    }
    .into_any()
}

/// Of a test that measures the course: no pass and no fail.
fn edge_words(view: &ActivityView, score: Score) -> String {
    if view.kind == ActivityKind::PreTest {
        t!("quiz-pre-result", right = score.right, asked = score.asked)
    } else {
        t!("quiz-post-result", right = score.right, asked = score.asked)
    }
}

/// What lies between the two tests, honestly: also when it is nothing or less.
fn gain_words(gain: GainView) -> String {
    let (pre, post, points) = (gain.pre.percent(), gain.post.percent(), gain.points());
    match points {
        1.. => t!("quiz-gain-more", pre = pre, post = post, count = points),
        0 => t!("quiz-gain-same", pre = pre),
        _ => t!("quiz-gain-less", pre = pre, post = post, count = -points),
    }
}
