//! The island of knowledge checks: asks the server about one answer without leaving the page. Without JavaScript it
//! stays hidden, and the whole check is submitted instead.

use domain::error::Code;
use domain::id::AttemptId;
use domain::language::Language;
use domain::quiz::Checked;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlButtonElement, HtmlFieldSetElement, HtmlInputElement, HtmlSelectElement};
use serde::{Deserialize, Serialize};

use super::api::check_answer;

/// What the island says, in the page's language.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CheckWords {
    pub button: String,
    pub right: String,
    pub wrong: String,
    /// Nothing was chosen yet.
    pub choose: String,
    /// The answer does not have its form, such as a number that is none.
    pub unread: String,
    /// The server did not answer; what to do.
    pub failed: String,
}

/// What the controls of the fieldset around the button hold: chosen options, the place of each item, or what was typed.
fn given(button: &HtmlButtonElement) -> Vec<String> {
    let Some(fieldset) =
        button.closest("fieldset").ok().flatten().and_then(|element| element.dyn_into::<HtmlFieldSetElement>().ok())
    else {
        return Vec::new();
    };
    let controls = fieldset.elements();
    (0..controls.length()).filter_map(|place| controls.item(place)).filter_map(|control| value(&control)).collect()
}

/// The value that a control gives; None of an option that is not chosen, and of buttons.
fn value(control: &Element) -> Option<String> {
    if let Some(list) = control.dyn_ref::<HtmlSelectElement>() {
        return Some(list.value());
    }
    let input = control.dyn_ref::<HtmlInputElement>()?;
    let choice = matches!(input.type_().as_str(), "radio" | "checkbox");
    (!choice || input.checked()).then(|| input.value())
}

/// A line under the question: the kind of notice, and what it says.
type Line = (&'static str, String);

fn said(checked: Checked, words: &CheckWords) -> Vec<Line> {
    let verdict = if checked.right {
        ("notice notice--success", words.right.clone())
    } else {
        ("notice notice--warning", words.wrong.clone())
    };
    std::iter::once(verdict).chain(checked.said.into_iter().map(|feedback| ("", feedback.text))).collect()
}

#[island]
pub fn AnswerCheck(attempt: AttemptId, question: String, language: Language, words: CheckWords) -> impl IntoView {
    let button = NodeRef::<leptos::html::Button>::new();
    let awake = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let lines = RwSignal::new(Vec::<Line>::new());
    Effect::new(move |_| awake.set(true));
    let label = words.button.clone();
    let check = move |_| {
        let Some(element) = button.get_untracked() else { return };
        let chosen = given(&element);
        if chosen.iter().all(|text| text.trim().is_empty()) {
            lines.set(vec![("notice", words.choose.clone())]);
            return;
        }
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let (question, words) = (question.clone(), words.clone());
        leptos::task::spawn_local(async move {
            let answer = check_answer(attempt, question, chosen, language).await;
            lines.set(match answer {
                Ok(checked) => said(checked, &words),
                Err(error) if error.code == Code::Invalid => vec![("notice notice--warning", words.unread)],
                Err(_) => vec![("notice notice--error", words.failed)],
            });
            busy.set(false);
        });
    };
    view! {
        <div>
            <div class="toolbar">
                <button type="button" class="button button--quiet button--small" node_ref=button hidden=move || !awake.get()
                    aria-disabled=move || busy.get().then_some("true") on:click=check>
                    {label}
                </button>
            </div>
            <div class="stack" aria-live="polite">
                {move || lines.get().into_iter().map(|(class, text)| view! { <p class=class>{text}</p> }).collect_view()}
            </div>
        </div>
    }
}
