//! An edition on its course's page: when, for how many, and the way in.

use domain::completion::RuleLine;
use domain::edition::{EditionCard, EnrolmentMode};
use leptos::prelude::*;

use super::card::{availability, seats_left};
use crate::account::with_next;
use crate::edition::{EditionDates, RuleWords};
use crate::request::{page_request, to};
use crate::{format, t};

/// One edition that is not over yet.
#[component]
pub(super) fn EditionPanel(
    edition: EditionCard,
    /// The reader is in it.
    enrolled: bool,
    /// What completing it asks for.
    rule: Option<RuleLine>,
) -> impl IntoView {
    let rule = rule.map(|rule| view! { <details><summary>{t!("course-rule")}</summary><RuleWords rule /></details> });
    let seats = match edition.seats {
        Some(_) => seats_left(&edition).unwrap_or_else(|| t!("course-no-seats")),
        None => t!("course-unlimited"),
    };
    view! {
        <article class="panel">
            <h3>{edition.title.clone()}</h3>
            <div class="stack">
                <p>{availability(&edition)}</p>
                <dl class="pairs">
                    <div><dt>{t!("course-dates")}</dt><dd><EditionDates edition=edition.clone() /></dd></div>
                    <div><dt>{t!("field-modality")}</dt><dd>{t!(&format!("modality-{}", edition.modality))}</dd></div>
                    <div><dt>{t!("field-languages")}</dt><dd>{format::languages(&edition.languages)}</dd></div>
                    <div><dt>{t!("field-seats")}</dt><dd>{seats}</dd></div>
                </dl>
                {rule}
                <WayIn edition enrolled />
            </div>
        </article>
    }
}

/// Enrol, go on, or first get an account.
#[component]
fn WayIn(edition: EditionCard, enrolled: bool) -> impl IntoView {
    if enrolled {
        let href = to(&format!("learn/{}", edition.code));
        return view! {
            <p><span class="badge badge--done">{t!("course-you-are-in")}</span></p>
            <p><a class="button" href=href>{t!("course-go-learn")}</a></p>
        }
        .into_any();
    }
    if !edition.can_join() {
        return ().into_any();
    }
    let request = page_request();
    if edition.enrolment == EnrolmentMode::Invitation {
        return view! { <p class="hint">{t!("course-by-invitation")}</p> }.into_any();
    }
    if request.me.is_some() {
        return way_in(edition);
    }
    view! {
        <p><a class="button" href=with_next("register", &request.path)>{t!("course-register-to-enrol")}</a></p>
        <p class="hint">{t!("account-have-one")}" "<a href=with_next("sign-in", &request.path)>{t!("course-sign-in-to-enrol")}</a></p>
    }
    .into_any()
}

/// The way into an edition for somebody with an account.
fn way_in(edition: EditionCard) -> AnyView {
    let words = match edition.enrolment {
        EnrolmentMode::Application => t!("course-apply"),
        EnrolmentMode::Code => t!("course-with-code"),
        EnrolmentMode::Open | EnrolmentMode::Invitation | EnrolmentMode::Closed => {
            return view! {
                <form method="post" action="?do=enrol">
                    <input type="hidden" name="edition" value=edition.code />
                    <button class="button">{t!("course-enrol")}</button>
                </form>
            }
            .into_any();
        }
    };
    let href = to(&format!("courses/{}/apply/{}", edition.course, edition.code));
    view! { <p><a class="button" href=href>{words}</a></p> }.into_any()
}
