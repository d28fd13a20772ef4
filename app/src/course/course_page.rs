//! A course's own page: what one will be able to do, its modules, its editions, the way in.

use std::collections::BTreeMap;

use domain::completion::RuleLine;
use domain::course::{CourseView, ModuleCard};
use domain::edition::{EditionCard, Phase};
use leptos::prelude::*;
use leptos_meta::{Meta, Title};

use super::api;
use super::edition_panel::EditionPanel;
use crate::edition::EditionDates;
use crate::edition::api::edition_rules;
use crate::enrolment::api::my_codes;
use crate::error::AppError;
use crate::form::refusal_notice;
use crate::load::load;
use crate::request::{course_text, param, to};
use crate::{format, t};

/// A course, the codes of the reader's own editions, and each edition's rule.
type Shown = (CourseView, Vec<String>, BTreeMap<String, RuleLine>);

async fn course_and_mine(slug: String) -> Result<Shown, AppError> {
    Ok((api::course(slug.clone()).await?, my_codes().await?, edition_rules(slug).await?))
}

/// For visitors and learners alike; only the button differs.
#[component]
pub fn CoursePage() -> impl IntoView {
    load(course_and_mine(param("slug")), |(course, mine, rules)| {
        let (past, coming): (Vec<_>, Vec<_>) =
            course.editions.into_iter().partition(|edition| edition.phase == Phase::Ended);
        let objectives = course.objectives.into_iter().map(|one| view! { <li>{one}</li> }).collect_view();
        let outline = course.outline.then(|| view! { <div class="notice"><p>{t!("course-outline")}</p></div> });
        view! {
            <Title text=course.title.clone() />
            <Meta name="description" content=course.summary.clone() />
            <div class="page page--wide">
                <nav class="breadcrumb" aria-label=t!("course-breadcrumb")>
                    <ol><li><a href=to("courses")>{t!("catalogue-title")}</a></li><li aria-current="page">{course.short_title}</li></ol>
                </nav>
                {refusal_notice()}
                <div class="split">
                    <div class="stack">
                        <header>
                            <h1>{course.title}</h1>
                            <p class="lede">{course.summary}</p>
                            <ul class="meta">
                                <li>{t!("course-hours", hours = course.hours)}</li>
                                <li>{format::languages(&course.languages)}</li>
                                <li>{t!("course-free")}</li>
                            </ul>
                            <p><a href="#editions">{t!("course-to-editions")}</a></p>
                        </header>
                        {outline}
                        <section><h2>{t!("course-objectives")}</h2><ul class="checklist">{objectives}</ul></section>
                        <section>
                            <h2>{t!("course-about")}</h2>
                            <p class="prose">{course.audience}</p>
                            <div class="prose" inner_html=course_text(course.description_html)></div>
                        </section>
                        <Modules modules=course.modules />
                        <PastEditions editions=past mine=mine.clone() />
                    </div>
                    <aside class="stack" aria-labelledby="editions"><h2 id="editions" tabindex="-1">{t!("course-editions")}</h2>{editions(coming, &mine, rules)}</aside>
                </div>
            </div>
        }
    })
}

fn editions(coming: Vec<EditionCard>, mine: &[String], mut rules: BTreeMap<String, RuleLine>) -> AnyView {
    if coming.is_empty() {
        return view! {
            <section class="panel"><h3>{t!("course-no-edition")}</h3><p>{t!("course-no-edition-hint")}</p></section>
        }
        .into_any();
    }
    coming
        .into_iter()
        .map(|edition| {
            let enrolled = mine.contains(&edition.code);
            let rule = rules.remove(&edition.code);
            view! { <EditionPanel edition enrolled rule /> }
        })
        .collect_view()
        .into_any()
}

#[component]
fn Modules(modules: Vec<ModuleCard>) -> impl IntoView {
    let items = modules
        .into_iter()
        .enumerate()
        .map(|(place, module)| {
            let steps = module.activities.into_iter().map(|title| view! { <li>{title}</li> }).collect_view();
            let minutes = (module.minutes > 0)
                .then(|| view! { <p class="meta">{t!("course-minutes", minutes = module.minutes)}</p> });
            view! {
                <li class="outline__module">
                    <h3>{place + 1}". "{module.title}</h3>
                    {minutes}
                    <ol class="outline__items">{steps}</ol>
                </li>
            }
        })
        .collect_view();
    view! { <section><h2>{t!("course-modules")}</h2><ol class="outline outline--plain">{items}</ol></section> }
}

/// Editions that are over, out of the way; those who were in one still get to it.
#[component]
fn PastEditions(editions: Vec<EditionCard>, mine: Vec<String>) -> impl IntoView {
    (!editions.is_empty()).then(|| {
        let count = u32::try_from(editions.len()).unwrap_or(u32::MAX);
        let items = editions
            .into_iter()
            .map(|edition| {
                let title = if mine.contains(&edition.code) {
                    view! { <a href=to(&format!("learn/{}", edition.code))>{edition.title.clone()}</a> }.into_any()
                } else {
                    edition.title.clone().into_any()
                };
                view! { <li>{title}<ul class="meta"><li><EditionDates edition /></li></ul></li> }
            })
            .collect_view();
        view! { <details><summary>{t!("course-past", count = count)}</summary><ul class="stack">{items}</ul></details> }
    })
}
