//! The kinds of fields. Labels are the words `field-<name>`, so an error summary and a label never disagree.

use leptos::prelude::*;

use super::{area_text, field_error, form_state};
use crate::t;

fn label_key(name: &str) -> String {
    format!("field-{}", name.replace('_', "-"))
}

fn described(name: &str, hint: bool, error: bool) -> Option<String> {
    let ids: Vec<String> = [(hint, "hint"), (error, "error")]
        .into_iter()
        .filter(|(on, _)| *on)
        .map(|(_, kind)| format!("{name}-{kind}"))
        .collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

fn optional_mark(optional: bool) -> Option<impl IntoView> {
    optional.then(|| view! { <span class="optional">" ("{t!("optional")}")"</span> })
}

fn error_line(name: &str, error: Option<String>) -> Option<impl IntoView + use<>> {
    let id = format!("{name}-error");
    error.map(|text| view! { <p class="field__error" id=id><span class="visually-hidden">{t!("error-prefix")}" "</span>{text}</p> })
}

fn hint_line(name: &str, hint: Option<String>) -> Option<impl IntoView + use<>> {
    let id = format!("{name}-hint");
    hint.map(|text| view! { <p class="hint" id=id>{text}</p> })
}

/// One line of text, a password, a date, a number; with `rows`, several lines.
#[component]
pub fn TextField(
    name: &'static str,
    #[prop(default = "text")] kind: &'static str,
    #[prop(optional, into)] value: String,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional)] autocomplete: Option<&'static str>,
    #[prop(optional)] optional: bool,
    #[prop(optional)] rows: Option<u8>,
) -> impl IntoView {
    let error = field_error(name);
    let wrong = error.is_some();
    // A password is never sent back.
    let typed = form_state().and_then(|state| state.value(name)).filter(|_| kind != "password");
    let value = typed.unwrap_or(value);
    let invalid = wrong.then_some("true");
    let describedby = described(name, hint.is_some(), wrong);
    let input = match rows {
        Some(rows) => view! { <textarea class="input" id=name name=name rows=rows.to_string() aria-invalid=invalid aria-describedby=describedby>{area_text(&value)}</textarea> }.into_any(),
        None => view! {
            <input class="input" id=name name=name type=kind value=value autocomplete=autocomplete aria-invalid=invalid aria-describedby=describedby
                inputmode=(kind == "number").then_some("numeric") />
        }
        .into_any(),
    };
    view! {
        <div class="field" class:field--error=wrong>
            <label for=name>{t!(&label_key(name))}{optional_mark(optional)}</label>
            {hint_line(name, hint)}
            {error_line(name, error)}
            {input}
        </div>
    }
}

/// A choice from a closed list. `options`: (value, words); an empty value first where nothing need be chosen.
#[component]
pub fn Select(
    name: &'static str,
    options: Vec<(String, String)>,
    #[prop(optional, into)] value: String,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional)] optional: bool,
) -> impl IntoView {
    let error = field_error(name);
    let wrong = error.is_some();
    let chosen = form_state().and_then(|state| state.value(name)).unwrap_or(value);
    let invalid = wrong.then_some("true");
    let describedby = described(name, hint.is_some(), wrong);
    let options = options
        .into_iter()
        .map(|(value, words)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{words}</option> }
        })
        .collect_view();
    view! {
        <div class="field" class:field--error=wrong>
            <label for=name>{t!(&label_key(name))}{optional_mark(optional)}</label>
            {hint_line(name, hint)}
            {error_line(name, error)}
            <select class="input" id=name name=name aria-invalid=invalid aria-describedby=describedby>{options}</select>
        </div>
    }
}

/// Radio buttons, or with `several` checkboxes (named `<name>[]`), one row each.
#[component]
pub fn Choices(
    name: &'static str,
    options: Vec<(String, String)>,
    /// What is chosen until the form says otherwise.
    #[prop(optional)]
    chosen: Vec<String>,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional)] optional: bool,
    #[prop(optional)] several: bool,
) -> impl IntoView {
    let error = field_error(name);
    let wrong = error.is_some();
    let state = form_state();
    let describedby = described(name, hint.is_some(), wrong);
    let rows = options
        .into_iter()
        .enumerate()
        .map(|(place, (value, words))| {
            let checked = state.as_ref().map_or_else(|| chosen.contains(&value), |state| state.has(name, &value));
            // The first row carries the field's id, where the error summary's link leads.
            let id = if place == 0 { name.to_owned() } else { format!("{name}-{place}") };
            let (kind, sent) = if several { ("checkbox", format!("{name}[]")) } else { ("radio", name.to_owned()) };
            view! { <label class="choice"><input type=kind id=id name=sent value=value checked=checked /><span>{words}</span></label> }
        })
        .collect_view();
    view! {
        <fieldset class="choices" class:field--error=wrong aria-describedby=describedby>
            <legend>{t!(&label_key(name))}{optional_mark(optional)}</legend>
            {hint_line(name, hint)}
            {error_line(name, error)}
            {rows}
        </fieldset>
    }
}

/// One thing to agree to.
#[component]
pub fn Checkbox(
    name: &'static str,
    #[prop(optional)] checked: bool,
    #[prop(optional, into)] hint: Option<String>,
) -> impl IntoView {
    let error = field_error(name);
    let wrong = error.is_some();
    let state = form_state();
    let checked = state.as_ref().map_or(checked, |state| state.value(name).is_some());
    let describedby = described(name, hint.is_some(), wrong);
    view! {
        <div class="choices" class:field--error=wrong>
            {error_line(name, error)}
            <label class="choice">
                <input type="checkbox" id=name name=name value="1" checked=checked aria-describedby=describedby />
                <span>{t!(&label_key(name))}</span>
            </label>
            {hint_line(name, hint)}
        </div>
    }
}
