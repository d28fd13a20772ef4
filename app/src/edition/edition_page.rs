//! `/staff/editions/{code}`: an edition's facts, its rule in words, and the way to another rule.

use domain::completion::RuleChange;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::facts::EditionFacts;
use super::rule_form::{RuleBuilder, RuleTextForm};
use super::rule_words::RuleWords;
use crate::load::load;
use crate::request::{param, query, to};
use crate::{format, t};

#[component]
pub fn EditionPage() -> impl IntoView {
    load(api::edition_details(param("code")), |edition| {
        let changed = query("changed").parse::<u32>().ok().map(|count| {
            view! { <div class="notice notice--success" role="status"><p>{t!("edition-rule-changed", count = count)}</p></div> }
        });
        view! {
            <Title text=edition.edition.title.clone() />
            <div class="page page--wide">
                <nav class="breadcrumb" aria-label=t!("new-edition-breadcrumb")><ol><li><a href=to("staff/editions")>{t!("editions-title")}</a></li></ol></nav>
                {changed}
                <h1>{edition.edition.title.clone()}</h1>
                <EditionFacts edition=edition.edition.clone() />
                <div class="split">
                    <div class="stack">
                        <section aria-labelledby="rule">
                            <h2 id="rule">{t!("edition-rule")}</h2>
                            <RuleWords rule=edition.rule.clone() />
                            <p class="hint">{t!("edition-rule-pinned")}</p>
                        </section>
                        {change(&edition)}
                    </div>
                    <aside class="stack">{facts(&edition)}{ways(&edition)}</aside>
                </div>
            </div>
        }
    })
}

fn facts(edition: &RuleChange) -> impl IntoView + use<> {
    let card = &edition.edition;
    let seats =
        card.seats.and_then(|seats| u32::try_from(seats).ok()).map_or_else(|| t!("editions-no-limit"), format::number);
    let people = if edition.instructors.is_empty() { t!("edition-nobody") } else { edition.instructors.join(", ") };
    let course = t!("edition-version", title = &edition.course_title, number = edition.version);
    let country = edition.country.as_ref().map(|code| {
        view! { <div><dt>{t!("field-country")}</dt><dd>{t!(&format!("country-{code}"))}</dd></div> }
    });
    let kind = edition.personnel_kind.clone().map(|name| {
        view! { <div><dt>{t!("field-personnel-kind")}</dt><dd>{name}</dd></div> }
    });
    view! {
        <dl class="pairs">
            <div><dt>{t!("field-course")}</dt><dd>{course}</dd></div>
            <div><dt>{t!("field-code")}</dt><dd>{card.code.clone()}</dd></div>
            <div><dt>{t!("field-instructors")}</dt><dd>{people}</dd></div>
            <div><dt>{t!("field-enrolment")}</dt><dd>{t!(&format!("enrolment-{}", card.enrolment))}</dd></div>
            <div><dt>{t!("field-seats")}</dt><dd>{seats}</dd></div>
            <div><dt>{t!("editions-enrolled")}</dt><dd>{format::number(edition.enrolled)}</dd></div>
            <div><dt>{t!("editions-completed")}</dt><dd>{format::number(edition.completed)}</dd></div>
            {country}
            {kind}
        </dl>
    }
}

fn ways(edition: &RuleChange) -> impl IntoView + use<> {
    let code = &edition.edition.code;
    view! {
        <ul class="stack">
            <li><a href=to(&format!("teach/{code}/people"))>{t!("edition-to-people")}</a></li>
            <li><a href=to(&format!("teach/{code}/attendance"))>{t!("edition-to-attendance")}</a></li>
            <li><a href=to(&format!("courses/{}", edition.edition.course))>{t!("edition-to-course")}</a></li>
        </ul>
    }
}

/// Another rule: first the common shapes, then the text for nested ones. Both lead to a preview.
fn change(edition: &RuleChange) -> impl IntoView + use<> {
    let code = edition.edition.code.clone();
    view! {
        <section aria-labelledby="change" class="stack">
            <h2 id="change">{t!("edition-change")}</h2>
            <p>{t!("edition-change-lede")}</p>
            <RuleBuilder edition=code.clone() parts=edition.parts.clone() form=edition.form.clone() />
            <h3>{t!("edition-change-text")}</h3>
            <RuleTextForm edition=code text=edition.text.clone() />
        </section>
    }
}
