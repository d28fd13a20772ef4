//! `/teach/{edition}/grading/{submission}`: the work on one side, the rubric to judge it by on the other.

use domain::submission::{GradeView, Queue, Who};
use leptos::prelude::*;
use leptos_meta::Title;

use super::grade_form::GradeForm;
use super::graded::{changed, history, judged, standing};
use super::handed_in::{HandedInAt, Work};
use super::queue::{asked, in_queue, who_words};
use super::{api, grade_words};
use crate::load::load;
use crate::request::{course_text, param, query, to};
use crate::t;

#[component]
pub fn GradePage() -> impl IntoView {
    let saved = query("saved") == "1";
    let queue = asked();
    load(api::graded_work(param("edition"), param("submission"), queue.clone()), move |view| {
        let who = who_words(&view.who);
        let title = t!("grading-of", name = &who, title = &view.title);
        let list = in_queue(&to(&format!("teach/{}/grading", view.edition.code)), &queue, &[]);
        view! {
            <Title text=title />
            <div class="page page--wide">
                <nav class="breadcrumb" aria-label=t!("roster-breadcrumb")><ol>
                    <li><a href=to("teach")>{t!("teach-title")}</a></li>
                    <li><a href=list>{t!("teach-tab-grading")}</a></li>
                </ol></nav>
                {saved.then(|| view! { <div class="notice notice--success" role="status"><p>{t!("grading-saved")}</p></div> })}
                <p class="eyebrow">{view.title.clone()}</p>
                <h1>{who}</h1>
                {hides(&view).then(|| view! { <p class="hint">{t!("grading-hidden")}</p> })}
                <HandedInAt submission=view.submission.clone() zone=view.edition.zone.clone() />
                {standing(&view)}
                {history(&view)}
                {changed(&view)}
                <div class="split split--even">
                    <div>{the_work(&view)}{earlier(&view, &queue)}</div>
                    <GradeForm view=view queue=queue />
                </div>
            </div>
        }
    })
}

fn hides(view: &GradeView) -> bool {
    matches!(view.who, Who::Number(_))
}

fn the_work(view: &GradeView) -> impl IntoView + use<> {
    let edition = view.edition.code.clone();
    let hidden = hides(view);
    view! {
        <section>
            <h2>{t!("grading-work")}</h2>
            <details class="panel"><summary>{t!("grading-asked")}</summary><div class="prose" inner_html=course_text(view.html.clone())></div></details>
            <Work submission=view.submission.clone() edition=edition key=view.key.clone() hidden=hidden />
        </section>
    }
}

/// What the same person handed in before or after.
fn earlier(view: &GradeView, queue: &Queue) -> Option<impl IntoView + use<>> {
    let hidden = hides(view);
    let items: Vec<_> = view
        .earlier
        .iter()
        .map(|one| {
            let grade = one.grade.map_or_else(|| t!("grading-waits"), grade_words);
            // Its own page tells the name.
            let link = (!hidden).then(|| {
                let href = in_queue(&to(&format!("teach/{}/grading/{}", view.edition.code, one.id)), queue, &[]);
                view! { <p><a href=href>{t!("grading-open")}</a></p> }
            });
            let number = t!("submission-number", number = one.number);
            view! {
                <details class="graded">
                    <summary><h3>{number}": "{grade}</h3></summary>
                    {link}
                    <Work submission=one.clone() edition=view.edition.code.clone() key=view.key.clone() hidden=hidden />
                    {judged(view, one)}
                </details>
            }
        })
        .collect();
    (!items.is_empty()).then(|| view! { <section><h2>{t!("grading-others")}</h2>{items}</section> })
}
