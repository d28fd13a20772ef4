//! One question to be answered: radio buttons, checkboxes, a list for each item, or a field. Plain controls of HTML, all of them.

use domain::error::Code;
use domain::quiz::{OptionView, QuestionKind, QuestionView, TYPED_MAX};
use leptos::prelude::*;

use super::refused;
use crate::request::course_text;
use crate::t;

#[component]
pub(super) fn Question(
    question: QuestionView,
    number: u32,
    asked: u32,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let error = wrong(&question.key);
    let (id, failed) = (format!("q-{}", question.key), error.is_some());
    let hint = hint(question.kind).map(|words| view! { <p class="hint">{words}</p> });
    let html = question.html.clone();
    let line = error.map(|words| {
        let id = format!("{id}-error");
        view! { <p class="field__error" id=id><span class="visually-hidden">{t!("error-prefix")}" "</span>{words}</p> }
    });
    let controls = match question.kind {
        QuestionKind::Matching | QuestionKind::Ordering => placing(&question),
        QuestionKind::Short | QuestionKind::Numeric => typed(&question, failed),
        _ => options(&question),
    };
    view! {
        <fieldset class="question" class:field--error=failed id=id tabindex=failed.then_some("-1")>
            <legend>
                <span class="eyebrow">{t!("quiz-question", number = number, asked = asked)}</span>
                <span inner_html=course_text(html)></span>
            </legend>
            {hint}
            {line}
            {controls}
            {children.map(|children| children())}
        </fieldset>
    }
}

fn hint(kind: QuestionKind) -> Option<String> {
    match kind {
        QuestionKind::Single | QuestionKind::TrueFalse => None,
        QuestionKind::Multiple => Some(t!("quiz-choose-all")),
        QuestionKind::Matching => Some(t!("quiz-match-each")),
        QuestionKind::Ordering => Some(t!("quiz-order-each")),
        QuestionKind::Short => Some(t!("quiz-type-words")),
        QuestionKind::Numeric => Some(t!("quiz-type-number")),
    }
}

/// What is wrong with an answer, in words for quizzes: a number here may have decimals.
pub(super) fn wrong_words(code: Code) -> String {
    if code == Code::NumberInvalid { t!("quiz-number-invalid") } else { t!(&format!("error-{code}")) }
}

fn wrong(key: &str) -> Option<String> {
    let field = format!("answers[{key}]");
    let error = refused()?.error;
    error.fields.iter().find(|(name, _)| *name == field).map(|(_, code)| wrong_words(*code))
}

/// What the refused form had in the field of this name; None where no form was refused.
fn sent(name: &str) -> Option<Vec<String>> {
    let state = refused()?;
    Some(state.values.into_iter().filter(|(field, _)| field == name).map(|(_, value)| value).collect())
}

fn options(question: &QuestionView) -> AnyView {
    let name = format!("answers[{}][]", question.key);
    let kind = if question.kind == QuestionKind::Multiple { "checkbox" } else { "radio" };
    let sent = sent(&name);
    let rows = question
        .options
        .iter()
        .map(|option| {
            let value = option.place.to_string();
            let checked = sent.as_ref().map_or(option.chosen, |sent| sent.contains(&value));
            view! {
                <label class="option">
                    <input type=kind name=name.clone() value=value checked=checked />
                    <span inner_html=option.html.clone()></span>
                </label>
            }
        })
        .collect_view();
    view! { <div class="options">{rows}</div> }.into_any()
}

/// A list for each item: which of the others it goes with, or at which place it stands. Long texts stand once, above, with a letter
/// that the lists repeat, since a list on a phone shows the beginning of a line.
fn placing(question: &QuestionView) -> AnyView {
    let matching = question.kind == QuestionKind::Matching;
    let targets = matching.then(|| {
        let items = question.targets.iter().map(|html| view! { <li inner_html=html.clone()></li> }).collect_view();
        view! { <ol class="targets" type="A">{items}</ol> }
    });
    let choices: Vec<String> = if matching {
        question.targets.iter().zip('A'..).map(|(html, letter)| format!("{letter}. {}", plain(html))).collect()
    } else {
        (1..=question.options.len()).map(|place| place.to_string()).collect()
    };
    let rows = question.options.iter().map(|option| place(question, option, &choices)).collect_view();
    view! { {targets}<div class="options">{rows}</div> }.into_any()
}

fn place(question: &QuestionView, option: &OptionView, choices: &[String]) -> impl IntoView + use<> {
    let item = usize::from(option.place);
    let name = format!("answers[{}][{item}]", question.key);
    let id = format!("q-{}-{item}", question.key);
    let chosen = sent(&name).map_or_else(
        || question.answer.placed(item).map(|place| place.to_string()).unwrap_or_default(),
        |sent| sent.concat(),
    );
    let choices = choices
        .iter()
        .enumerate()
        .map(|(place, words)| {
            let value = place.to_string();
            let selected = value == chosen;
            view! { <option value=value selected=selected>{words.clone()}</option> }
        })
        .collect_view();
    view! {
        <div class="placing">
            <label for=id.clone() inner_html=option.html.clone()></label>
            <select class="input" id=id name=name><option value="">{t!("quiz-choose")}</option>{choices}</select>
        </div>
    }
}

fn typed(question: &QuestionView, failed: bool) -> AnyView {
    let name = format!("answers[{}][]", question.key);
    let value = sent(&name).map_or_else(|| question.answer.typed().to_owned(), |sent| sent.concat());
    let (id, numeric) = (format!("q-{}-typed", question.key), question.kind == QuestionKind::Numeric);
    let described = failed.then(|| format!("q-{}-error", question.key));
    view! {
        <div class="field">
            <label for=id.clone()>{t!("quiz-typed")}</label>
            <input class="input" class:input--short=numeric id=id name=name value=value maxlength=TYPED_MAX.to_string() autocomplete="off"
                inputmode=numeric.then_some("decimal") aria-invalid=failed.then_some("true") aria-describedby=described />
        </div>
    }
    .into_any()
}

/// The text of rendered HTML: the choices of a list hold nothing else.
pub(super) fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut tag = false;
    for letter in html.chars() {
        match letter {
            '<' => tag = true,
            '>' => tag = false,
            _ if !tag => text.push(letter),
            _ => {}
        }
    }
    let entities =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{a0}"), ("&amp;", "&")];
    let text = entities.iter().fold(text, |text, (entity, letter)| text.replace(entity, letter));
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_list_shows_the_text_without_its_markup() {
        assert_eq!(plain("<em>Equidad</em> &amp; <strong>igualdad</strong> &lt;1"), "Equidad & igualdad <1");
    }
}
