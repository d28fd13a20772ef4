//! `/teach/{edition}/grading/{submission}`: the work on one side, the rubric to judge it by on the other.

use domain::error::Code;
use domain::submission::{GradeView, SubmissionState, SubmissionView};
use leptos::prelude::*;
use leptos_meta::Title;

use super::grade_form::GradeForm;
use super::handed_in::{HandedInAt, Work};
use super::rubric::Rubric;
use super::{api, grade_words};
use crate::form::FormState;
use crate::learning::Moment;
use crate::load::load;
use crate::request::{course_text, param, query, to};
use crate::t;

#[component]
pub fn GradePage() -> impl IntoView {
    let saved = query("saved") == "1";
    load(api::graded_work(param("edition"), param("submission")), move |view| {
        let title = t!("grading-of", name = &view.name, title = &view.title);
        let list = to(&format!("teach/{}/grading", view.edition.code));
        view! {
            <Title text=title />
            <div class="page page--wide">
                <nav class="breadcrumb" aria-label=t!("roster-breadcrumb")><ol>
                    <li><a href=to("teach")>{t!("teach-title")}</a></li>
                    <li><a href=list>{t!("teach-tab-grading")}</a></li>
                </ol></nav>
                {saved.then(|| view! { <div class="notice notice--success" role="status"><p>{t!("grading-saved")}</p></div> })}
                <p class="eyebrow">{view.title.clone()}</p>
                <h1>{view.name.clone()}</h1>
                <HandedInAt submission=view.submission.clone() zone=view.edition.zone.clone() />
                {standing(&view)}
                {changed(&view)}
                <div class="split split--even">
                    <div>{the_work(&view)}{earlier(&view)}</div>
                    <GradeForm view=view />
                </div>
            </div>
        }
    })
}

/// The grade that stands, who gave it and when.
fn standing(view: &GradeView) -> Option<impl IntoView + use<>> {
    let one = &view.submission;
    let grade = one.grade.filter(|_| one.state == SubmissionState::Graded)?;
    let reached = grade.reaches(view.pass);
    let by = view.graded_by.clone().map(|name| t!("grading-by", name = name));
    let at = one.graded_at.map(|at| view! { <Moment at=at zone=view.edition.zone.clone() /> });
    let class = if reached { "notice notice--success" } else { "notice notice--warning" };
    let words = if reached { t!("grading-passed") } else { t!("grading-not-passed", pass = view.pass) };
    Some(view! { <div class=class><p><strong>{grade_words(grade)}</strong>". "{words}" "{by}" "{at}</p></div> })
}

/// Somebody else graded it while this form was open: their grade beside one's own, which is still in the form.
fn changed(view: &GradeView) -> Option<impl IntoView + use<>> {
    use_context::<FormState>().filter(|state| state.error.code == Code::ChangedMeanwhile)?;
    Some(view! {
        <section class="panel" aria-labelledby="meanwhile">
            <h2 id="meanwhile">{t!("grading-meanwhile")}</h2>
            <p>{t!("grading-meanwhile-hint")}</p>
            {judged(view, &view.submission)}
        </section>
    })
}

fn judged(view: &GradeView, one: &SubmissionView) -> impl IntoView + use<> {
    let comment = (!one.comment.is_empty()).then(|| view! { <p class="typed">{one.comment.clone()}</p> });
    view! {
        {comment}
        <Rubric rubric=view.rubric.clone() judgement=Some(one.judgement.clone()) caption=t!("submission-by-criterion") />
    }
}

fn the_work(view: &GradeView) -> impl IntoView + use<> {
    let edition = view.edition.code.clone();
    view! {
        <section>
            <h2>{t!("grading-work")}</h2>
            <details class="panel"><summary>{t!("grading-asked")}</summary><div class="prose" inner_html=course_text(view.html.clone())></div></details>
            <Work submission=view.submission.clone() edition=edition key=view.key.clone() />
        </section>
    }
}

/// What the same person handed in before or after.
fn earlier(view: &GradeView) -> Option<impl IntoView + use<>> {
    let items: Vec<_> = view
        .earlier
        .iter()
        .map(|one| {
            let grade = one.grade.map_or_else(|| t!("grading-waits"), grade_words);
            let href = to(&format!("teach/{}/grading/{}", view.edition.code, one.id));
            let number = t!("submission-number", number = one.number);
            view! {
                <details class="graded">
                    <summary><h3>{number}": "{grade}</h3></summary>
                    <p><a href=href>{t!("grading-open")}</a></p>
                    <Work submission=one.clone() edition=view.edition.code.clone() key=view.key.clone() />
                    {judged(view, one)}
                </details>
            }
        })
        .collect();
    (!items.is_empty()).then(|| view! { <section><h2>{t!("grading-others")}</h2>{items}</section> })
}
