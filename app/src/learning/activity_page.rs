//! `/learn/{edition}/{activity}`: a lesson or a quiz, with the outline one tap away.

use domain::learning::ActivityView;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::lesson::Lesson;
use super::outline::{Outline, PhaseNotice};
use super::quiz::Quiz;
use crate::load::load;
use crate::request::{param, query, to};
use crate::submission::Assignment;
use crate::survey::Survey;
use crate::t;
use crate::worksheet::Worksheet;

#[component]
pub fn ActivityPage() -> impl IntoView {
    load(api::activity(param("edition"), param("activity"), query("attempt").parse().ok()), |view| {
        let title = format!("{} · {}", view.title, view.outline.edition.title);
        let edition = view.outline.edition.clone();
        let outline = view.outline.clone();
        let current = view.key.clone();
        let activity = if view.quiz.is_some() {
            view! { <Quiz view=view /> }.into_any()
        } else if view.assignment.is_some() {
            view! { <Assignment view=view /> }.into_any()
        } else if view.worksheet.is_some() {
            view! { <Worksheet view=view /> }.into_any()
        } else if view.survey.is_some() {
            view! { <Survey view=view /> }.into_any()
        } else {
            view! { <Lesson view=view /> }.into_any()
        };
        view! {
            <Title text=title />
            <div class="page page--reading">
                <details class="lesson__outline">
                    <summary>{t!("learning-contents", edition = edition.title.clone())}</summary>
                    <p><a href=to(&format!("learn/{}", edition.code))>{t!("learning-to-outline")}</a></p>
                    <Outline edition=edition.code.clone() modules=outline.modules current=current />
                </details>
                <PhaseNotice edition=edition />
                {activity}
            </div>
        }
    })
}

/// "Module 2 · Sources and gaps": where in the course an activity stands.
pub(crate) fn place(view: &ActivityView) -> Option<String> {
    let modules = view.outline.modules.iter().zip(1_u32..);
    let (module, number) =
        modules.into_iter().find(|(module, _)| module.items.iter().any(|item| item.key == view.key))?;
    Some(t!("learning-place", number = number, title = &module.title))
}
