//! The survey on its page, with what happens to the answers said before they are given.

use domain::course::SurveyKind;
use domain::learning::ActivityView;
use domain::survey::{STEPS, SurveyQuestionView, SurveyView, TOGETHER};
use leptos::prelude::*;

use crate::form::{Doorway, area_text, error_of, form_state, refusal_notice, summary_of};
use crate::learning::{onward, place, untranslated};
use crate::request::{course_text, other_language};
use crate::t;

#[component]
pub(crate) fn Survey(view: ActivityView) -> impl IntoView {
    let eyebrow = place(&view).map(|words| view! { <p class="eyebrow">{words}</p> });
    let forward = onward(&view);
    let body = view.survey.clone().map(|survey| match (survey.given, survey.open) {
        (true, _) => view! {
            <div class="notice notice--success"><p><strong>{t!("survey-thanks")}</strong>" "{t!("survey-thanks-hint")}</p></div>
            <nav class="lesson-nav" aria-label=t!("learning-nav")>{forward}</nav>
        }
        .into_any(),
        (false, false) => view! {
            {refusal_notice()}
            <p>{t!("survey-closed")}</p>
            <nav class="lesson-nav" aria-label=t!("learning-nav")>{forward}</nav>
        }
        .into_any(),
        (false, true) => form(&view, survey).into_any(),
    });
    view! {
        {eyebrow}
        <h1 lang=other_language(view.language)>{view.title.clone()}</h1>
        {untranslated(view.language)}
        {body}
    }
}

fn form(view: &ActivityView, survey: SurveyView) -> impl IntoView + use<> {
    provide_context(Doorway("give_survey"));
    let keys: Vec<String> = survey.questions.iter().map(|question| format!("answers-{}", question.key)).collect();
    let summary = summary_of(|field| {
        let number = keys.iter().position(|key| key == field).map_or(0, |place| place + 1);
        (field.to_owned(), t!("survey-question", number = u32::try_from(number).unwrap_or_default()))
    });
    let questions = survey.questions.into_iter().zip(1_u32..).map(|(one, number)| question(one, number)).collect_view();
    view! {
        <div class="notice">
            <p><strong>{t!("survey-private-title")}</strong>" "{t!("survey-private", together = TOGETHER)}</p>
        </div>
        <form method="post" action="?do=give_survey" class="form survey" novalidate>
            {summary}
            <input type="hidden" name="edition" value=view.outline.edition.code.clone() />
            <input type="hidden" name="key" value=view.key.clone() />
            {questions}
            <button class="button">{t!("survey-give")}</button>
            <p class="hint">{t!("survey-give-hint")}</p>
        </form>
    }
}

fn question(question: SurveyQuestionView, number: u32) -> AnyView {
    let (id, name) = (format!("answers-{}", question.key), format!("answers[{}]", question.key));
    let error = error_of(&id);
    let wrong = error.is_some();
    let eyebrow = view! { <span class="eyebrow">{t!("survey-question", number = number)}</span> };
    if question.kind == SurveyKind::Text {
        let text = form_state().and_then(|state| state.value(&name)).unwrap_or_default();
        let asked = format!("{id}-asked");
        return view! {
            <div class="field question" class:field--error=wrong>
                <div class="question__asked" id=asked.clone()>{eyebrow}<div inner_html=course_text(question.html)></div></div>
                {error}
                <textarea class="input input--low" id=id name=name rows="4" aria-labelledby=asked aria-invalid=wrong.then_some("true")>{area_text(&text)}</textarea>
            </div>
        }
        .into_any();
    }
    let scale = question.kind == SurveyKind::Scale;
    let options: Vec<(String, AnyView)> = if scale {
        (1..=STEPS).map(|step| (step.to_string(), step_words(step))).collect()
    } else {
        let places = (0_u32..).map(|place| place.to_string());
        places.zip(question.options.into_iter().map(|option| view! { <span>{option}</span> }.into_any())).collect()
    };
    let class = if scale { "scale" } else { "options" };
    let rows: Vec<_> = options
        .into_iter()
        .enumerate()
        .map(|(place, (value, words))| {
            let checked = form_state().is_some_and(|state| state.has(&name, &value));
            let id = if place == 0 { id.clone() } else { format!("{id}-{place}") };
            view! { <label class="option"><input type="radio" id=id name=name.clone() value=value checked=checked />{words}</label> }
        })
        .collect();
    let described = wrong.then(|| format!("{id}-error"));
    view! {
        <fieldset class="question" class:field--error=wrong aria-describedby=described>
            <legend>{eyebrow}<div inner_html=course_text(question.html)></div></legend>
            {error}
            <div class=class>{rows}</div>
        </fieldset>
    }
    .into_any()
}

/// A step of the scale; both ends say what they mean.
fn step_words(step: u8) -> AnyView {
    let end = match step {
        1 => Some(t!("survey-scale-least")),
        STEPS => Some(t!("survey-scale-most")),
        _ => None,
    };
    view! { <span><strong>{step}</strong>{end.map(|words| view! { " "<span class="hint">{words}</span> })}</span> }
        .into_any()
}
