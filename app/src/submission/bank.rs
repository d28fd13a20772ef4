//! Comments used before, to be ticked: what is ticked is added when the grade is saved.

use leptos::prelude::*;

use crate::form::form_state;
use crate::t;

/// The comments for one criterion; of the whole under the empty key. `about` says what they are about.
pub(super) fn bank(key: &str, about: &str, comments: Vec<String>) -> Option<impl IntoView + use<>> {
    let name = format!("reused[{key}]");
    let state = form_state();
    let choices: Vec<_> = comments
        .into_iter()
        .map(|comment| {
            let checked = state.as_ref().is_some_and(|state| state.has(&name, &comment));
            view! {
                <label class="choice bank__one">
                    <input type="checkbox" name=format!("{name}[]") value=comment.clone() checked=checked />
                    <span class="typed">{comment}</span>
                </label>
            }
        })
        .collect();
    let ticked = state.is_some_and(|state| state.values.iter().any(|(field, _)| field.trim_end_matches("[]") == name));
    let label = t!("grading-bank-of", title = about);
    (!choices.is_empty()).then(|| {
        view! {
            <details class="bank" open=ticked>
                <summary>{t!("grading-bank")}<span class="visually-hidden">": "{label.clone()}</span></summary>
                <p class="hint">{t!("grading-bank-hint")}</p>
                <div role="group" aria-label=label>{choices}</div>
            </details>
        }
    })
}
