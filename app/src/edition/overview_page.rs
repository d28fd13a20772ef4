//! `/teach/{edition}`: where an edition stands, what waits, and the way on.

use domain::edition::{EditionOverview, EditionState};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::head::TeachHead;
use super::rule_words::RuleWords;
use crate::form::{Form, TextField, refusal_notice};
use crate::load::load;
use crate::request::{param, query, to};
use crate::{format, t};

#[component]
pub fn OverviewPage() -> impl IntoView {
    load(api::edition_overview(param("edition")), |view| {
        let done = query("done")
            .parse::<EditionState>()
            .ok()
            .filter(|done| *done == view.edition.state)
            .map(|done| view! { <div class="notice notice--success" role="status"><p>{t!(&format!("state-{done}-done"))}</p></div> });
        let made = (!query("made").is_empty())
            .then(|| view! { <div class="notice notice--success" role="status"><p>{t!("overview-made")}</p></div> });
        view! {
            <Title text=view.edition.title.clone() />
            <div class="page page--wide">
                <TeachHead edition=view.edition.clone() current="" />
                {refusal_notice()}
                {done}
                {made}
                <div class="split">
                    <div class="stack">
                        {waiting(&view)}
                        {steps(&view)}
                        <section aria-labelledby="rule"><h2 id="rule">{t!("edition-rule")}</h2><RuleWords rule=view.rule.clone() /></section>
                    </div>
                    <aside class="stack">{facts(&view)}{ways(&view)}</aside>
                </div>
            </div>
        }
    })
}

/// What asks for somebody's attention, each with the way there; or that nothing does.
fn waiting(view: &EditionOverview) -> impl IntoView + use<> {
    let code = &view.edition.code;
    let all = [
        (view.applications, "overview-applications", format!("teach/{code}/applications")),
        (view.to_grade, "overview-to-grade", format!("teach/{code}/grading?filter=waiting")),
        (view.not_started, "overview-not-started", format!("teach/{code}/people?filter=not-started")),
    ];
    let rows: Vec<_> = all
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, words, href)| view! { <li><a href=to(&href)>{t!(words, count = count)}</a></li> })
        .collect();
    let body = if rows.is_empty() {
        view! { <p>{t!("overview-nothing-waits")}</p> }.into_any()
    } else {
        view! { <ul class="stack">{rows}</ul> }.into_any()
    };
    view! { <section aria-labelledby="waits"><h2 id="waits">{t!("overview-waits")}</h2>{body}</section> }
}

/// Where it stands, and each step from there with what it brings about.
fn steps(view: &EditionOverview) -> impl IntoView + use<> {
    let state = view.edition.state;
    let forms = view.next.iter().map(|to| step(&view.edition.code, state, *to)).collect_view();
    let closed = (state == EditionState::Closed && !view.staff).then(|| view! { <p>{t!("overview-closed")}</p> });
    view! {
        <section aria-labelledby="state" class="stack">
            <h2 id="state">{t!("overview-state")}</h2>
            <p><strong>{t!(&format!("state-{state}"))}"."</strong>" "{t!(&format!("state-{state}-means"))}</p>
            {closed}
            <ul class="steps">{forms}</ul>
        </section>
    }
}

fn step(code: &str, from: EditionState, to: EditionState) -> impl IntoView + use<> {
    let code = code.to_owned();
    // The first way leads on; the others lead back.
    let class = if from.next().first() == Some(&to) && from != EditionState::Closed {
        "button"
    } else {
        "button button--quiet"
    };
    view! {
        <li class="steps__step">
            <Form doorway="change_edition_state">
                <input type="hidden" name="edition" value=code.clone() />
                <input type="hidden" name="was" value=from.as_str() />
                <input type="hidden" name="to" value=to.as_str() />
                <p>{t!(&format!("step-{from}-{to}-means"))}</p>
                {(from == EditionState::Closed).then(|| view! { <TextField name="reason" rows=2 hint=t!("overview-reason-hint") /> })}
                <button class=class>{t!(&format!("step-{from}-{to}"))}</button>
            </Form>
        </li>
    }
}

fn facts(view: &EditionOverview) -> impl IntoView + use<> {
    let card = &view.edition;
    let seats =
        card.seats.and_then(|seats| u32::try_from(seats).ok()).map_or_else(|| t!("editions-no-limit"), format::number);
    let people = if view.instructors.is_empty() { t!("edition-nobody") } else { view.instructors.join(", ") };
    let course = t!("edition-version", title = &view.course_title, number = view.version);
    let fact = |label: &'static str, value: Option<String>| {
        value.map(|value| view! { <div><dt>{t!(label)}</dt><dd>{value}</dd></div> })
    };
    let link = view
        .link
        .clone()
        .map(|link| view! { <div><dt>{t!("field-link")}</dt><dd><a href=link.clone()>{link.clone()}</a></dd></div> });
    view! {
        <dl class="pairs">
            {fact("field-course", Some(course))}
            {fact("field-code", Some(card.code.clone()))}
            {fact("field-instructors", Some(people))}
            {fact("field-enrolment", Some(t!(&format!("enrolment-{}", card.enrolment))))}
            {fact("field-seats", Some(seats))}
            {fact("editions-enrolled", Some(format::number(view.enrolled)))}
            {fact("editions-completed", Some(format::number(view.completed)))}
            {fact("field-place", view.place.clone())}
            {link}
            {fact("field-country", view.country.as_ref().map(|code| t!(&format!("country-{code}"))))}
            {fact("field-personnel-kind", view.personnel_kind.clone())}
        </dl>
    }
}

fn ways(view: &EditionOverview) -> impl IntoView + use<> {
    let code = &view.edition.code;
    let rule = view
        .staff
        .then(|| view! { <li><a href=to(&format!("staff/editions/{code}"))>{t!("overview-to-rule")}</a></li> });
    view! {
        <ul class="stack">
            <li><a href=to(&format!("teach/{code}/clone"))>{t!("overview-to-clone")}</a></li>
            <li><a href=to(&format!("courses/{}", view.edition.course))>{t!("edition-to-course")}</a></li>
            {rule}
        </ul>
    }
}
