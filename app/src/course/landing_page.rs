//! The front page: what this campus is, for whom, what is open now, why one can trust it.

use domain::course::CourseCard;
use domain::edition::EditionCard;
use leptos::prelude::*;
use leptos_meta::{Meta, Title};

use super::api;
use super::card::Cards;
use crate::load::load;
use crate::request::{page_request, to};
use crate::t;

/// One statement, one way in.
#[component]
pub fn LandingPage() -> impl IntoView {
    load(api::catalogue(String::new(), None), |courses| {
        view! {
            <Title text=t!("landing-page-title") />
            <Meta name="description" content=t!("landing-lede") />
            <div class="page page--wide">
                <Hero />
                <Open courses />
                <dl class="facts">
                    {["forum", "states", "trained"]
                        .map(|fact| view! { <div><dt>{t!(&format!("landing-fact-{fact}"))}</dt><dd>{t!(&format!("landing-figure-{fact}"))}</dd></div> })
                        .collect_view()}
                </dl>
                <section class="proof">
                    <h2>{t!("landing-proof-title")}</h2>
                    <div class="stack">
                        <p>{t!("landing-proof")}</p>
                        <p><a href=to("verify")>{t!("layout-verify")}</a></p>
                    </div>
                </section>
            </div>
        }
    })
}

#[component]
fn Hero() -> impl IntoView {
    let (rest, action) =
        if page_request().me.is_some() { ("home", t!("account-to-home")) } else { ("courses", t!("landing-action")) };
    view! {
        <section class="hero">
            <p class="eyebrow">{t!("landing-eyebrow")}</p>
            <h1>{t!("landing-title")}</h1>
            <p class="lede">{t!("landing-lede")}</p>
            <a class="button" href=to(rest)>{action}</a>
        </section>
    }
}

/// The courses that one can join now; when there is none, every course.
#[component]
fn Open(courses: Vec<CourseCard>) -> impl IntoView {
    let can_join = |course: &CourseCard| course.next_edition.as_ref().is_some_and(EditionCard::can_join);
    let open: Vec<CourseCard> = courses.iter().filter(|course| can_join(course)).cloned().collect();
    let (title, shown) = if open.is_empty() { (t!("landing-all"), courses) } else { (t!("landing-open"), open) };
    (!shown.is_empty()).then(|| view! { <section><h2>{title}</h2><Cards courses=shown in_section=true /></section> })
}
