//! `/teach/{edition}/survey`: what learners said, five answers and more at a time.

use domain::course::SurveyKind;
use domain::survey::{QuestionResult, SurveyResults, TOGETHER};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::edition::TeachHead;
use crate::format;
use crate::load::load;
use crate::request::{language, param};
use crate::t;

#[component]
pub fn SurveyResultsPage() -> impl IntoView {
    load(api::results(param("edition")), |view| {
        let title = t!("survey-results-title", edition = &view.edition.title);
        view! {
            <Title text=title />
            <div class="page page--wide">
                <TeachHead edition=view.edition.clone() current="survey" />
                {results(view)}
            </div>
        }
    })
}

fn results(view: SurveyResults) -> AnyView {
    let Some(title) = view.title.clone() else {
        return view! { <div class="empty"><h2>{t!("survey-none-title")}</h2><p>{t!("survey-none")}</p></div> }
            .into_any();
    };
    if view.shown == 0 {
        return view! {
            <div class="empty">
                <h2>{t!("survey-too-few-title", count = view.waiting)}</h2>
                <p>{t!("survey-too-few", together = TOGETHER, missing = view.missing())}</p>
            </div>
        }
        .into_any();
    }
    let waiting =
        (view.waiting > 0).then(|| view! { " "{t!("survey-waiting", count = view.waiting, together = TOGETHER)} });
    let shown = view.shown;
    let questions = view.questions.into_iter().zip(1_u32..).map(|(one, number)| question(one, number)).collect_view();
    view! {
        <h2>{title}</h2>
        <p>{t!("survey-shown", count = shown)}{waiting}</p>
        <p class="hint">{t!("survey-no-names")}</p>
        <div class="results">{questions}</div>
    }
    .into_any()
}

fn question(result: QuestionResult, number: u32) -> impl IntoView {
    let answered = result.answered();
    let asked = result.question.html.clone();
    let body = if result.question.kind == SurveyKind::Text { texts(result) } else { bars(result) };
    view! {
        <section class="result">
            <h3 class="eyebrow">{t!("survey-question", number = number)}</h3>
            <div class="result__asked" inner_html=asked></div>
            <p class="meta">{t!("survey-answered", count = answered)}</p>
            {body}
        </section>
    }
}

/// What was written, in no order.
fn texts(result: QuestionResult) -> AnyView {
    let items = result.texts.into_iter().map(|text| view! { <li class="typed">{text}</li> }).collect_view();
    view! { <ul class="result__texts">{items}</ul> }.into_any()
}

/// How often each answer was chosen: a bar, and the same in numbers.
fn bars(result: QuestionResult) -> AnyView {
    let answered = result.answered();
    let scale = result.question.kind == SurveyKind::Scale;
    let mean = result
        .mean
        .map(|mean| view! { <p>{t!("survey-mean")}" "<strong class="result__mean">{mean_words(mean)}</strong></p> });
    let labels: Vec<String> =
        if scale { (1..).take(result.counts.len()).map(step_words).collect() } else { result.question.options.clone() };
    let rows = labels
        .into_iter()
        .zip(result.counts)
        .map(|(label, count)| {
            let share = format::share(count, answered);
            view! {
                <tr>
                    <th scope="row">{label}</th>
                    <td class="result__bar"><meter min="0" max=answered.max(1).to_string() value=count.to_string() aria-hidden="true"></meter></td>
                    <td class="num">{format::number(count)}</td>
                    <td class="num">{share}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        {mean}
        <table class="result__table">
            <caption class="visually-hidden">{t!("survey-distribution")}</caption>
            <thead class="visually-hidden"><tr>
                <th scope="col">{t!("survey-answer")}</th>
                <th scope="col">{t!("survey-bar")}</th>
                <th scope="col">{t!("survey-count")}</th>
                <th scope="col">{t!("survey-share")}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn step_words(step: u32) -> String {
    match step {
        1 => format!("1 · {}", t!("survey-scale-least")),
        5 => format!("5 · {}", t!("survey-scale-most")),
        other => other.to_string(),
    }
}

/// Hundredths as the language writes them.
fn mean_words(mean: u32) -> String {
    let mark = if language() == domain::language::Language::Es { ',' } else { '.' };
    format!("{}{mark}{:02}", mean / 100, mean % 100)
}
