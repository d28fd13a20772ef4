//! `/home`: go on where one left off; what is to be done and by when; one's editions, certificates and calendar.

use domain::application::MyApplication;
use domain::edition::Phase;
use domain::enrolment::{HomeView, MyEdition};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::todo::TodoList;
use crate::application::MyApplications;
use crate::application::api::my_applications;
use crate::calendar::CalendarPanel;
use crate::edition::{EditionDates, PhaseBadge};
use crate::error::AppError;
use crate::form::refusal_notice;
use crate::list::Day;
use crate::load::load;
use crate::request::{page_request, query, to};
use crate::t;

async fn home_and_applications() -> Result<(HomeView, Vec<MyApplication>), AppError> {
    Ok((api::home().await?, my_applications().await?))
}

#[component]
pub fn HomePage() -> impl IntoView {
    load(home_and_applications(), |(home, applications)| {
        let heading = page_request().me.map_or_else(|| t!("home-title"), |me| t!("home-hello", name = me.given_name));
        let verified = (query("verified") == "1")
            .then(|| view! { <div class="notice notice--success" role="status"><p>{t!("home-verified")}</p></div> });
        let left = (query("left") == "1")
            .then(|| view! { <div class="notice notice--success" role="status"><p>{t!("home-left")}</p></div> });
        let body = if home.editions.is_empty() { empty() } else { filled(home) };
        let applications = view! { <MyApplications applications /> };
        view! {
            <Title text=t!("home-title") />
            <div class="page page--home">
                {refusal_notice()}
                {verified}
                {left}
                <h1>{heading}</h1>
                {applications}
                {body}
            </div>
        }
    })
}

fn empty() -> AnyView {
    view! {
        <div class="empty">
            <h2>{t!("home-empty-title")}</h2>
            <p>{t!("home-empty")}</p>
            <a class="button" href=to("courses")>{t!("home-empty-action")}</a>
        </div>
    }
    .into_any()
}

/// The edition to go on with: running, not completed, touched last.
fn to_resume(editions: &[MyEdition]) -> Option<&MyEdition> {
    editions
        .iter()
        .filter(|mine| mine.edition.phase == Phase::Running && mine.completed_at.is_none() && mine.resume.is_some())
        .max_by_key(|mine| mine.last_activity_at)
}

fn filled(home: HomeView) -> AnyView {
    let resume = to_resume(&home.editions).map(resume_row);
    let certificates = certificates(&home.editions);
    let (past, current): (Vec<_>, Vec<_>) =
        home.editions.into_iter().partition(|mine| mine.edition.phase == Phase::Ended);
    let none = current.is_empty().then(|| view! { <p>{t!("home-no-current")}</p> });
    let rows = current.into_iter().map(|mine| view! { <EditionRow mine=mine /> }).collect_view();
    view! {
        {resume}
        <div class="split">
            <div class="stack">
                <section aria-labelledby="todo">
                    <h2 id="todo">{t!("home-todo")}</h2>
                    <TodoList todo=home.todo />
                </section>
                <section aria-labelledby="editions">
                    <h2 id="editions">{t!("home-editions")}</h2>
                    {none}
                    <div>{rows}</div>
                    {past_editions(past)}
                    <p><a href=to("courses")>{t!("home-more-courses")}</a></p>
                </section>
            </div>
            <aside class="stack">
                <section>
                    <h2>{t!("home-certificates")}</h2>
                    {certificates}
                </section>
                <CalendarPanel secret=home.calendar />
            </aside>
        </div>
    }
    .into_any()
}

/// Editions that are over, out of the way.
fn past_editions(past: Vec<MyEdition>) -> Option<impl IntoView> {
    (!past.is_empty()).then(|| {
        let count = u32::try_from(past.len()).unwrap_or(u32::MAX);
        let rows = past.into_iter().map(|mine| view! { <EditionRow mine=mine /> }).collect_view();
        view! { <details><summary>{t!("home-past", count = count)}</summary>{rows}</details> }
    })
}

fn resume_row(mine: &MyEdition) -> Option<impl IntoView + use<>> {
    let (key, title) = mine.resume.clone()?;
    let href = to(&format!("learn/{}/{key}", mine.edition.code));
    let (eyebrow, action) = match mine.last_activity_at {
        Some(_) => (t!("home-resume"), t!("home-resume-action")),
        None => (t!("home-start"), t!("home-start-action")),
    };
    Some(view! {
        <section class="resume" aria-labelledby="resume">
            <div>
                <p class="eyebrow">{eyebrow}</p>
                <h2 id="resume">{title}</h2>
                <p class="meta">{mine.edition.title.clone()}</p>
                <Percent percent=mine.percent />
            </div>
            <a class="button" href=href>{action}</a>
        </section>
    })
}

#[component]
fn Percent(percent: u8) -> impl IntoView {
    let words = t!("home-percent", percent = percent);
    view! {
        <div class="progress">
            <progress max="100" value=percent.to_string() aria-label=t!("home-progress-label")>{words.clone()}</progress>
            <span class="progress__label">{words}</span>
        </div>
    }
}

#[component]
fn EditionRow(mine: MyEdition) -> impl IntoView {
    let code = mine.edition.code.clone();
    let next = mine.resume.clone().filter(|_| mine.completed_at.is_none() && mine.edition.phase == Phase::Running).map(|(key, title)| {
        view! { <p class="meta">{t!("home-next-step")}" "<a href=to(&format!("learn/{code}/{key}"))>{title}</a></p> }
    });
    let state = match mine.completed_at {
        Some(at) => view! { <p><span class="badge badge--done">{t!("home-completed")}</span></p><p class="meta"><Day at=at /></p> }.into_any(),
        None => view! { <Percent percent=mine.percent /><p class="meta">{t!("home-remaining", count = mine.remaining)}</p> }.into_any(),
    };
    let phase = mine.edition.phase;
    view! {
        <article class="edition-row">
            <div>
                <h3><a href=to(&format!("learn/{code}"))>{mine.edition.title.clone()}</a></h3>
                <ul class="meta"><li><PhaseBadge phase=phase /></li><li><EditionDates edition=mine.edition /></li></ul>
                {next}
                <p class="meta"><a href=to(&format!("learn/{code}/forum"))>{t!("forum-forum")}</a></p>
            </div>
            <div>{state}</div>
        </article>
    }
}

fn certificates(editions: &[MyEdition]) -> AnyView {
    let items: Vec<_> = editions
        .iter()
        .filter_map(|mine| {
            let href = to(&format!("certificates/{}", mine.certificate.as_ref()?));
            let at = mine.completed_at.map(|at| view! { <p class="meta"><Day at=at /></p> });
            Some(view! { <li><a href=href>{mine.edition.title.clone()}</a>{at}</li> })
        })
        .collect();
    if items.is_empty() {
        view! { <p>{t!("home-no-certificates")}</p> }.into_any()
    } else {
        view! { <ul class="stack">{items}</ul> }.into_any()
    }
}
