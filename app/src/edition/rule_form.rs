//! The forms of a rule: rows to choose from, or the rule as text. Both only lead to the preview.

use domain::completion::{RuleForm, RuleParts};
use leptos::prelude::*;

use crate::form::{Form, TextField, field_error, form_state};
use crate::t;

/// What a row of the builder shows.
struct Part {
    word: String,
    label: String,
    /// The label of its number, where it has one.
    number: Option<String>,
}

/// One row for each part that the course has; all of the chosen, or at least so many of them.
#[component]
pub(super) fn RuleBuilder(
    edition: String,
    parts: RuleParts,
    /// The rule as it is, where these rows can say it.
    form: Option<RuleForm>,
) -> impl IntoView {
    let nested = form.is_none().then(|| view! { <p class="hint">{t!("rule-nested-now")}</p> });
    let form = form.unwrap_or_default();
    view! {
        {nested}
        <Form doorway="choose_rule">
            <input type="hidden" name="edition" value=edition />
            <BuilderFields parts form />
            <button class="button">{t!("rule-preview-button")}</button>
        </Form>
    }
}

#[component]
fn BuilderFields(parts: RuleParts, form: RuleForm) -> impl IntoView {
    let error = field_error("parts");
    let wrong = error.is_some();
    let rows = all_parts(&parts).into_iter().enumerate().map(|(place, part)| row(place, part, &form)).collect_view();
    view! {
        <fieldset class="choices rule-parts" class:field--error=wrong>
            <legend>{t!("field-parts")}</legend>
            {error.map(|text| view! { <p class="field__error" id="parts-error">{text}</p> })}
            {rows}
        </fieldset>
        <HowMany form />
    }
}

fn all_parts(parts: &RuleParts) -> Vec<Part> {
    let sweeping = parts.sweeping.iter().map(|word| Part {
        word: word.clone(),
        label: t!(&format!("rule-part-{word}")),
        number: None,
    });
    let graded = parts.graded.iter().map(|(word, title, pass)| Part {
        word: word.clone(),
        label: title.clone(),
        number: Some(t!("rule-part-grade", pass = *pass)),
    });
    let mut all: Vec<Part> = sweeping.chain(graded).collect();
    all.push(Part {
        word: "attendance".into(),
        label: t!("rule-part-attendance"),
        number: Some(t!("rule-part-sessions")),
    });
    if !parts.graded.is_empty() {
        let number = Some(t!("rule-part-percent"));
        all.push(Part { word: "final-grade".into(), label: t!("rule-part-final-grade"), number });
    }
    all
}

fn row(place: usize, part: Part, form: &RuleForm) -> impl IntoView + use<> {
    let state = form_state();
    let checked =
        state.as_ref().map_or_else(|| form.parts.contains(&part.word), |state| state.has("parts", &part.word));
    // The first row carries the field's id, where the error summary's link leads.
    let id = if place == 0 { "parts".to_owned() } else { format!("parts-{place}") };
    let number = part.number.map(|label| {
        let sent = format!("numbers[{}]", part.word);
        let name = format!("number:{}", part.word);
        let value = state
            .as_ref()
            .map_or_else(|| form.numbers.get(&part.word).cloned(), |state| state.value(&sent))
            .unwrap_or_default();
        let error = field_error(&name);
        let wrong = error.is_some();
        let invalid = wrong.then_some("true");
        let described = wrong.then(|| format!("{name}-error"));
        view! {
            <span class="rule-parts__number" class:field--error=wrong>
                <label for=name.clone()>{label}</label>
                <input class="input" id=name.clone() name=sent type="number" min="1" max="100" inputmode="numeric" value=value
                    aria-invalid=invalid aria-describedby=described />
                {error.map(|text| view! { <span class="field__error" id=format!("{name}-error")>{text}</span> })}
            </span>
        }
    });
    view! {
        <div class="rule-parts__row">
            <label class="choice"><input type="checkbox" id=id name="parts[]" value=part.word checked=checked /><span>{part.label}</span></label>
            {number}
        </div>
    }
}

#[component]
fn HowMany(form: RuleForm) -> impl IntoView {
    let state = form_state();
    let typed = |name: &str, own: &str| {
        state.as_ref().map_or_else(|| Some(own.to_owned()), |state| state.value(name)).unwrap_or_default()
    };
    let some = typed("how", &form.how) == "some";
    let least = typed("least", &form.least);
    let error = field_error("least");
    let wrong = error.is_some();
    let described = wrong.then_some("least-error");
    view! {
        <fieldset class="choices" class:field--error=wrong>
            <legend>{t!("rule-how")}</legend>
            {error.map(|text| view! { <p class="field__error" id="least-error">{text}</p> })}
            <label class="choice"><input type="radio" name="how" value="all" checked=!some /><span>{t!("rule-how-all")}</span></label>
            <label class="choice"><input type="radio" name="how" value="some" checked=some /><span>{t!("rule-how-some")}</span></label>
            <div class="field">
                <label for="least">{t!("field-least")}</label>
                <input class="input input--short" id="least" name="least" type="number" min="1" inputmode="numeric" value=least
                    aria-invalid=wrong.then_some("true") aria-describedby=described />
            </div>
        </fieldset>
    }
}

/// The rule as it is written in a course's file, for shapes that the rows cannot say.
#[component]
pub(super) fn RuleTextForm(edition: String, text: String) -> impl IntoView {
    view! {
        <Form doorway="choose_rule_text">
            <input type="hidden" name="edition" value=edition />
            <TextField name="rule_text" rows=10 value=text hint=t!("rule-text-hint") />
            <button class="button button--quiet">{t!("rule-preview-button")}</button>
        </Form>
    }
}
