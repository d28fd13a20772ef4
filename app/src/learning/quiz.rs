//! A knowledge check or the final test: before, during and after an attempt.

use domain::course::ActivityKind;
use domain::edition::Phase;
use domain::learning::ActivityView;
use domain::quiz::{AttemptView, OptionView, QuestionKind, QuestionView, QuizView, Score};
use leptos::prelude::*;

use super::activity_page::place;
use super::answer_check::{AnswerCheck, CheckWords};
use super::lesson::onward;
use super::outline::activity_href;
use crate::form::{Form, form_state, refusal_notice};
use crate::request::{course_text, language, to};
use crate::t;

#[component]
pub(super) fn Quiz(view: ActivityView) -> impl IntoView {
    let eyebrow = place(&view).map(|words| view! { <p class="eyebrow">{words}</p> });
    let title = view.title.clone();
    let quiz = view.quiz.clone();
    let state = quiz.map(|quiz| match &quiz.attempt {
        None => introduction(&view, &quiz),
        Some(attempt) => match attempt.score {
            None => attempt_form(&view, attempt.clone()),
            Some(score) => result(&view, &quiz, attempt.clone(), score),
        },
    });
    view! { {eyebrow}<h1>{title}</h1>{state} }
}

/// What to expect, and the start.
fn introduction(view: &ActivityView, quiz: &QuizView) -> AnyView {
    let about = if view.kind == ActivityKind::FinalTest { t!("quiz-about-final") } else { t!("quiz-about-check") };
    view! {
        {refusal_notice()}
        <p class="lede">{about}</p>
        <ul class="meta">
            <li>{t!("quiz-questions", count = quiz.asked)}</li>
            <li>{t!("quiz-pass-mark", pass = quiz.pass)}</li>
            <li>{t!("learning-minutes", count = view.minutes)}</li>
        </ul>
        <p>{t!("quiz-retries")}</p>
        {start_form(view, t!("quiz-start"), "button")}
        {back(view)}
    }
    .into_any()
}

/// The button that begins an attempt; only while acts are recorded.
fn start_form(view: &ActivityView, words: String, class: &'static str) -> Option<impl IntoView + use<>> {
    let edition = view.outline.edition.code.clone();
    (view.outline.edition.phase == Phase::Running).then(|| {
        view! {
            <form method="post" action="?do=start_attempt">
                <input type="hidden" name="edition" value=edition />
                <input type="hidden" name="key" value=view.key.clone() />
                <button class=class>{words}</button>
            </form>
        }
    })
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

fn attempt_form(view: &ActivityView, attempt: AttemptView) -> AnyView {
    let asked = count(&attempt);
    let checkable = view.kind == ActivityKind::Check;
    let (edition, key) = (view.outline.edition.code.clone(), view.key.clone());
    let id = attempt.id;
    view! {
        <Form doorway="submit_attempt" class="quiz">
            <input type="hidden" name="attempt" value=id.to_string() />
            <input type="hidden" name="edition" value=edition />
            <input type="hidden" name="key" value=key />
            {attempt.questions.into_iter().zip(1_u32..).map(|(question, number)| {
                let check = checkable.then(|| answer_check(id, &question.key));
                view! { <Question question=question number=number asked=asked>{check}</Question> }
            }).collect_view()}
            <button class="button">{t!("quiz-submit")}</button>
        </Form>
    }
    .into_any()
}

fn answer_check(attempt: domain::id::AttemptId, question: &str) -> impl IntoView + use<> {
    let words = CheckWords {
        button: t!("quiz-check-answer"),
        right: t!("quiz-check-right"),
        wrong: t!("quiz-check-wrong"),
        choose: t!("quiz-check-choose"),
        failed: t!("quiz-check-failed"),
    };
    view! { <AnswerCheck attempt=attempt question=question.to_owned() language=language() words=words /> }
}

fn count(attempt: &AttemptView) -> u32 {
    u32::try_from(attempt.questions.len()).unwrap_or(u32::MAX)
}

/// The score in warm words, the answers with what is said about them, and what to do next.
fn result(view: &ActivityView, quiz: &QuizView, attempt: AttemptView, score: Score) -> AnyView {
    let passed = score.passes(quiz.pass);
    let asked = count(&attempt);
    let percent = score.percent();
    let words = if passed {
        t!("quiz-passed", right = score.right, asked = score.asked)
    } else if quiz.passed {
        t!("quiz-failed-passed-before", right = score.right, asked = score.asked)
    } else {
        t!("quiz-failed", right = score.right, asked = score.asked, pass = quiz.pass)
    };
    let value = t!("quiz-score", percent = percent);
    let again = start_form(view, t!("quiz-again"), if quiz.passed { "button button--quiet" } else { "button" });
    let forward = quiz.passed.then(|| onward(view));
    let questions = attempt
        .questions
        .into_iter()
        .zip(1_u32..)
        .map(|(question, number)| view! { <Question question=question number=number asked=asked /> })
        .collect_view();
    view! {
        {refusal_notice()}
        <div class="score">
            <p class="score__value">{value.clone()}</p>
            <p>{words}</p>
            <progress max="100" value=percent.to_string() aria-label=t!("quiz-score-label")>{value}</progress>
        </div>
        <div class="quiz">{questions}</div>
        <nav class="lesson-nav" aria-label=t!("learning-nav")>{again}{forward}</nav>
    }
    .into_any()
}

/// One question: to be answered, or with its answer and feedback once the attempt is over.
#[component]
fn Question(
    question: QuestionView,
    number: u32,
    asked: u32,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let over = question.right.is_some();
    let several = question.kind == QuestionKind::Multiple;
    let name = format!("answers[{}][]", question.key);
    let hint = (several && !over).then(|| view! { <p class="hint">{t!("quiz-choose-all")}</p> });
    let verdict = question.right.map(
        |right| view! { <p class="hint">{if right { t!("quiz-answer-right") } else { t!("quiz-answer-wrong") }}</p> },
    );
    let options = question
        .options
        .into_iter()
        .zip(0_u8..)
        .map(|(option, place)| quiz_option(option, place, &name, several, over))
        .collect_view();
    view! {
        <fieldset class="question" disabled=over>
            <legend>
                <span class="eyebrow">{t!("quiz-question", number = number, asked = asked)}</span>
                <span inner_html=course_text(question.html)></span>
            </legend>
            {hint}
            {verdict}
            <div class="options">{options}</div>
            {children.map(|children| children())}
        </fieldset>
    }
}

fn quiz_option(option: OptionView, place: u8, name: &str, several: bool, over: bool) -> impl IntoView + use<> {
    let typed = form_state().map(|state| state.has(name.trim_end_matches("[]"), &place.to_string()));
    let checked = typed.unwrap_or(option.chosen);
    let class = match &option.feedback {
        Some(feedback) if feedback.right => "option option--right",
        Some(_) => "option option--wrong",
        None => "option",
    };
    let mine =
        (over && option.chosen).then(|| view! { <span class="visually-hidden">" ("{t!("quiz-your-answer")}")"</span> });
    let feedback = option.feedback.map(|feedback| {
        let mark = if feedback.right { t!("quiz-mark-right") } else { t!("quiz-mark-wrong") };
        view! { <span class="option__feedback"><span class="visually-hidden">{mark}" "</span>{feedback.text}</span> }
    });
    view! {
        <label class=class>
            <input type=if several { "checkbox" } else { "radio" } name=name.to_owned() value=place.to_string() checked=checked />
            <span><span inner_html=option.html></span>{mine}</span>
            {feedback}
        </label>
    }
}
