//! What is open about a period, in words, each with the way to where it is settled.

use domain::period::Question;
use leptos::prelude::*;

use crate::request::{sees_people, to};
use crate::{format, t};

#[component]
pub(super) fn Questions(questions: Vec<Question>, period: String) -> impl IntoView {
    let items = questions.into_iter().map(|question| question_line(question, &period)).collect_view();
    view! { <ul class="stack">{items}</ul> }
}

fn question_line(question: Question, period: &str) -> AnyView {
    match question {
        Question::Duplicates { count } => view! {
            <li>{t!("period-question-duplicates", count = count)}{sees_people().then(|| view! { " "<a href=to("staff/people")>{t!("period-settle-duplicates")}</a> })}</li>
        }
        .into_any(),
        Question::UnknownSex { count, of } => view! {
            <li>{t!("period-question-unknown", count = format::number(count), of = format::number(of))}</li>
        }
        .into_any(),
        Question::StillGrading { editions } => {
            let links = editions
                .into_iter()
                .map(|code| {
                    if sees_people() {
                        view! { <li><a href=to(&format!("teach/{code}"))>{code.clone()}</a></li> }.into_any()
                    } else {
                        view! { <li>{code}</li> }.into_any()
                    }
                })
                .collect_view();
            view! { <li>{t!("period-question-grading")}<ul>{links}</ul></li> }.into_any()
        }
        Question::NoNarrative { indicators } => view! {
            <li>{t!("period-question-narratives", codes = indicators.join(", "))}" "<a href=to(&format!("staff/report/{period}"))>{t!("period-settle-narratives")}</a></li>
        }
        .into_any(),
    }
}
