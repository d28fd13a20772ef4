//! The fields of an edition's own questions.

use domain::application::{Question, QuestionKind, answer_key};
use leptos::prelude::*;

use crate::form::{area_text, error_of, form_state};
use crate::request::language;
use crate::t;

#[component]
pub(super) fn QuestionField(question: Question) -> impl IntoView {
    let name = answer_key(&question);
    let id = format!("answer:{}", question.key);
    let typed = form_state().and_then(|state| state.value(&name)).unwrap_or_default();
    let words = question.words.get(language()).to_owned();
    let optional = (!question.required).then(|| view! { <span class="optional">" ("{t!("optional")}")"</span> });
    let error = error_of(&id);
    let wrong = error.is_some();
    let described = wrong.then(|| format!("{id}-error"));
    let invalid = wrong.then_some("true");
    let input = match question.kind {
        QuestionKind::Line => view! { <input class="input" id=id.clone() name=name value=typed aria-invalid=invalid aria-describedby=described /> }.into_any(),
        QuestionKind::Text => view! { <textarea class="input" id=id.clone() name=name rows="5" aria-invalid=invalid aria-describedby=described>{area_text(&typed)}</textarea> }.into_any(),
        QuestionKind::Choice => {
            let options = question
                .options
                .iter()
                .enumerate()
                .map(|(place, words)| {
                    let value = place.to_string();
                    let selected = value == typed;
                    view! { <option value=value selected=selected>{words.get(language()).to_owned()}</option> }
                })
                .collect_view();
            view! {
                <select class="input" id=id.clone() name=name aria-invalid=invalid aria-describedby=described>
                    <option value="">{t!("apply-choose")}</option>
                    {options}
                </select>
            }
            .into_any()
        }
    };
    view! {
        <div class="field" class:field--error=wrong>
            <label for=id>{words}{optional}</label>
            {error}
            {input}
        </div>
    }
}
