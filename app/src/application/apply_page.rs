//! `/courses/{slug}/apply/{edition}`: somebody asks for a seat and sees what became of it, or enters the edition's code.

use domain::application::{ApplicationState, ApplyView, MyApplication};
use domain::edition::EnrolmentMode;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::question_fields::QuestionField;
use crate::edition::EditionFacts;
use crate::form::{Form, TextField, refusal_notice};
use crate::list::Day;
use crate::load::load;
use crate::request::{language, param, query, to};
use crate::t;

#[component]
pub fn ApplyPage() -> impl IntoView {
    let sent = query("sent") == "1";
    load(api::apply_view(param("edition")), move |view| {
        let title = t!("apply-title", edition = &view.edition.title);
        let back = to(&format!("courses/{}", view.edition.course));
        let body = match view.mine.clone().filter(|mine| mine.state != ApplicationState::Withdrawn) {
            Some(mine) => standing(mine, sent),
            None => form(view.clone()),
        };
        view! {
            <Title text=title.clone() />
            <div class="page page--form">
                <nav class="breadcrumb" aria-label=t!("course-breadcrumb")><ol><li><a href=back>{t!("apply-to-course")}</a></li></ol></nav>
                <h1>{title}</h1>
                <EditionFacts edition=view.edition />
                {body}
            </div>
        }
    })
}

fn form(view: ApplyView) -> AnyView {
    if !view.edition.can_join() {
        return view! { <div class="empty"><p>{t!("error-enrolment-closed")}</p></div> }.into_any();
    }
    if view.edition.enrolment == EnrolmentMode::Code {
        return view! {
            <p class="lede">{t!("apply-code-lede")}</p>
            <Form doorway="enrol_with_code">
                <input type="hidden" name="edition" value=view.edition.code.clone() />
                <TextField name="join_code" hint=t!("apply-code-hint") autocomplete="off" />
                <button class="button">{t!("course-enrol")}</button>
            </Form>
        }
        .into_any();
    }
    let full = (view.edition.seats_left == Some(0)).then(|| view! { <p class="notice">{t!("apply-full")}</p> });
    let again = view.mine.is_some().then(|| view! { <p>{t!("apply-again")}</p> });
    let questions = view.questions;
    view! {
        {again}
        {full}
        <p class="lede">{t!("apply-lede")}</p>
        <Form doorway="apply">
            <input type="hidden" name="edition" value=view.edition.code.clone() />
            <input type="hidden" name="course" value=view.edition.course.clone() />
            {questions.into_iter().map(|question| view! { <QuestionField question /> }).collect_view()}
            <button class="button">{t!("apply-button")}</button>
        </Form>
    }
    .into_any()
}

fn standing(mine: MyApplication, sent: bool) -> AnyView {
    let sent =
        sent.then(|| view! { <div class="notice notice--success" role="status"><p>{t!("apply-sent")}</p></div> });
    let reason = mine.reason.clone().map(|reason| view! { <blockquote class="prose"><p>{reason}</p></blockquote> });
    let answers: Vec<_> = mine
        .answers
        .iter()
        .map(|one| view! { <div><dt>{one.question.get(language()).to_owned()}</dt><dd>{one.text.get(language()).to_owned()}</dd></div> })
        .collect();
    let answers = (!answers.is_empty())
        .then(|| view! { <h2>{t!("apply-answers")}</h2><dl class="pairs pairs--rows">{answers}</dl> });
    let learn = (mine.state == ApplicationState::Accepted).then(
        || view! { <p><a class="button" href=to(&format!("learn/{}", mine.edition))>{t!("course-go-learn")}</a></p> },
    );
    let back = mine.state.is_open().then(|| {
        view! {
            <form method="post" action="?do=withdraw_application">
                <input type="hidden" name="edition" value=mine.edition.clone() />
                <input type="hidden" name="course" value=mine.course.clone() />
                <p class="hint">{t!("apply-withdraw-hint")}</p>
                <button class="button button--quiet">{t!("apply-withdraw")}</button>
            </form>
        }
    });
    view! {
        {sent}
        {refusal_notice()}
        <p class="lede">{t!(&format!("apply-{}", mine.state))}</p>
        {reason}
        <p class="meta">{t!("apply-on")}" "<Day at=mine.applied_at /></p>
        {learn}
        {answers}
        {back}
    }
    .into_any()
}
