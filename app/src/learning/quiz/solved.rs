//! One question of an attempt that was handed in: what was answered and, once it may be seen, what was right and why.

use domain::quiz::{OptionView, QuestionKind, QuestionView};
use leptos::prelude::*;

use super::control::plain;
use crate::request::course_text;
use crate::t;

#[component]
pub(super) fn Solved(question: QuestionView, number: u32, asked: u32) -> impl IntoView {
    let verdict = question.right.map(
        |right| view! { <p class="hint">{if right { t!("quiz-answer-right") } else { t!("quiz-answer-wrong") }}</p> },
    );
    let empty = question.answer.is_empty().then(|| view! { <p class="hint">{t!("quiz-not-answered")}</p> });
    let answer = match question.kind {
        QuestionKind::Matching | QuestionKind::Ordering => placed(&question),
        QuestionKind::Short | QuestionKind::Numeric => typed(&question),
        _ => options(&question),
    };
    view! {
        <fieldset class="question" disabled>
            <legend>
                <span class="eyebrow">{t!("quiz-question", number = number, asked = asked)}</span>
                <span inner_html=course_text(question.html)></span>
            </legend>
            {verdict}
            {empty}
            {answer}
        </fieldset>
    }
}

fn class(option: &OptionView) -> &'static str {
    match &option.feedback {
        Some(feedback) if feedback.right => "option option--right",
        Some(_) => "option option--wrong",
        None => "option",
    }
}

fn feedback(right: bool, text: String) -> impl IntoView {
    let mark = if right { t!("quiz-mark-right") } else { t!("quiz-mark-wrong") };
    view! { <span class="option__feedback"><span class="visually-hidden">{mark}" "</span>{text}</span> }
}

fn options(question: &QuestionView) -> AnyView {
    let kind = if question.kind == QuestionKind::Multiple { "checkbox" } else { "radio" };
    let name = format!("answers[{}]", question.key);
    let rows = question
        .options
        .iter()
        .map(|option| {
            let mine =
                option.chosen.then(|| view! { <span class="visually-hidden">" ("{t!("quiz-your-answer")}")"</span> });
            let said = option.feedback.clone().map(|said| feedback(said.right, said.text));
            view! {
                <label class=class(option)>
                    <input type=kind name=name.clone() checked=option.chosen />
                    <span><span inner_html=option.html.clone()></span>{mine}</span>
                    {said}
                </label>
            }
        })
        .collect_view();
    view! { <div class="options">{rows}</div> }.into_any()
}

/// Each item with where it was put and, where that was not right, where it belongs.
fn placed(question: &QuestionView) -> AnyView {
    let words = |place: u8| {
        if question.kind == QuestionKind::Ordering {
            return t!("quiz-position", place = u32::from(place) + 1);
        }
        question.targets.get(usize::from(place)).map(|html| plain(html)).unwrap_or_default()
    };
    let rows = question
        .options
        .iter()
        .map(|option| {
            let put = question.answer.placed(usize::from(option.place));
            let mine = put.map_or_else(|| t!("quiz-nowhere"), words);
            let belongs = option
                .target
                .filter(|target| put != Some(*target))
                .map(|target| view! { <span>{t!("quiz-belongs", place = words(target))}</span> });
            let said = option.feedback.clone().map(|said| feedback(said.right, said.text));
            view! {
                <li class=class(option)>
                    <strong inner_html=option.html.clone()></strong>
                    <span>{t!("quiz-put", place = mine)}</span>
                    {belongs}
                    {said}
                </li>
            }
        })
        .collect_view();
    view! { <ul class="options options--solved">{rows}</ul> }.into_any()
}

fn typed(question: &QuestionView) -> AnyView {
    let class = match question.right {
        Some(true) => "option option--right",
        Some(false) => "option option--wrong",
        None => "option",
    };
    let typed = question.answer.typed().to_owned();
    let mine = (!typed.is_empty()).then(|| view! { <span>{t!("quiz-wrote", text = typed)}</span> });
    let solution = question
        .solution
        .clone()
        .filter(|_| question.right != Some(true))
        .map(|text| view! { <span>{t!("quiz-solution", text = text)}</span> });
    let said = question.said.clone().map(|text| feedback(question.right == Some(true), text));
    view! { <div class="options options--solved"><div class=class>{mine}{solution}{said}</div></div> }.into_any()
}
