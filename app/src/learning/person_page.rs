//! `/teach/{edition}/people/{participation}`: one person's progress, and what an instructor can grant.

use domain::learning::{PersonActivity, PersonView};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::remains::Remains;
use super::when::until;
use crate::edition::EditionFacts;
use crate::form::{Form, Select, TextField};
use crate::list::{Day, address};
use crate::load::load;
use crate::request::{param, query, to};
use crate::t;

#[component]
pub fn PersonPage() -> impl IntoView {
    let Ok(participation) = param("participation").parse() else {
        return crate::load::refused(&domain::error::Code::NotFound.into());
    };
    load(api::person_progress(param("edition"), participation), |view| {
        let people = to(&format!("teach/{}/people", view.edition.code));
        let granted = (!query("granted").is_empty())
            .then(|| view! { <div class="notice notice--success" role="status"><p>{t!("person-granted")}</p></div> });
        view! {
            <Title text=format!("{} · {}", view.name, view.edition.title) />
            <div class="page page--wide">
                <nav class="breadcrumb" aria-label=t!("roster-breadcrumb")>
                    <ol><li><a href=to("teach")>{t!("teach-title")}</a></li><li><a href=people>{view.edition.title.clone()}</a></li></ol>
                </nav>
                {granted}
                <h1>{view.name.clone()}</h1>
                {facts(&view)}
                <EditionFacts edition=view.edition.clone() />
                {remains(&view)}
                {activities(&view)}
                {extend(&view)}
            </div>
        }
    })
}

fn facts(view: &PersonView) -> impl IntoView + use<> {
    let last = match view.last_activity_at {
        Some(at) => view! { <Day at=at /> }.into_any(),
        None => t!("roster-never").into_any(),
    };
    let completed = view
        .completed_at
        .map(|at| view! { <li><span class="badge badge--done">{t!("roster-completed")}</span>" "<Day at=at /></li> });
    let ended = view.outcome.clone().map(|(outcome, at, reason)| {
        view! { <li><span class="badge badge--ended">{t!(&format!("outcome-{outcome}"))}</span>" "<Day at=at />" "{reason}</li> }
    });
    let by_hand = view.by_hand.clone().map(|(reason, evidence)| {
        view! { <div class="notice"><p><strong>{t!("person-by-hand")}</strong>" "{reason}</p><p>{t!("person-evidence", evidence = evidence)}</p></div> }
    });
    view! {
        <ul class="meta">
            <li>{view.email.clone()}</li>
            <li>{t!("person-percent", percent = view.percent)}</li>
            <li>{t!("roster-last-activity")}": "{last}</li>
            {completed}
            {ended}
        </ul>
        {by_hand}
    }
}

fn remains(view: &PersonView) -> Option<impl IntoView + use<>> {
    let remaining = view.remaining.clone();
    (!remaining.is_empty())
        .then(|| view! { <details><summary>{t!("remains-title")}</summary><Remains remaining=remaining /></details> })
}

fn activities(view: &PersonView) -> AnyView {
    if view.activities.is_empty() {
        return view! { <p>{t!("learning-no-lessons-title")}</p> }.into_any();
    }
    let rows = view.activities.iter().map(|activity| row(view, activity)).collect_view();
    view! {
        <section>
            <h2>{t!("person-activities")}</h2>
            <div class="table-wrap">
                <table class="table">
                    <caption class="visually-hidden">{t!("person-activities")}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t!("person-activity")}</th>
                            <th scope="col">{t!("person-done")}</th>
                            <th scope="col" class="num">{t!("person-grade")}</th>
                            <th scope="col" class="num">{t!("person-attempts")}</th>
                            <th scope="col">{t!("person-extension")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn row(view: &PersonView, activity: &PersonActivity) -> impl IntoView + use<> {
    let done = if activity.done {
        view! { <span class="badge badge--done">{t!("person-done-yes")}</span> }.into_any()
    } else {
        t!("person-done-no").into_any()
    };
    let grade = activity.grade.map_or_else(|| "–".to_owned(), |grade| format!("{} %", grade.percent()));
    let attempts = match (activity.attempts, activity.most_attempts) {
        (0, None) => "–".to_owned(),
        (taken, None) => taken.to_string(),
        (taken, Some(most)) => t!("person-attempts-of", taken = taken, most = most),
    };
    let extendable = PersonActivity::extends(activity.kind);
    let link = extendable.then(|| {
        let here = to(&format!("teach/{}/people/{}", view.edition.code, view.participation));
        let href = format!("{}#extend", address(&here, &[("activity", &activity.key)]));
        view! { <a href=href>{t!("person-extend-one")}<span class="visually-hidden">": "{activity.title.clone()}</span></a> }
    });
    let granted = granted(view, activity);
    view! {
        <tr>
            <th scope="row">{activity.title.clone()}<br /><span class="meta">{t!(&format!("activity-{}", activity.kind))}</span></th>
            <td data-label=t!("person-done")>{done}</td>
            <td class="num" data-label=t!("person-grade")>{grade}</td>
            <td class="num" data-label=t!("person-attempts")>{attempts}</td>
            <td data-label=t!("person-extension")><div>{granted}{link}</div></td>
        </tr>
    }
}

/// What was granted, and why.
fn granted(view: &PersonView, activity: &PersonActivity) -> Option<impl IntoView + use<>> {
    let granted = activity.extension;
    let minutes = (granted.minutes > 0).then(|| t!("quiz-granted-minutes", count = granted.minutes));
    let attempts = (granted.attempts > 0).then(|| t!("quiz-granted-attempts", count = granted.attempts));
    let due = granted.due_at.map(|at| t!("quiz-granted-due", at = until(at, &view.edition.zone)));
    let lines: Vec<String> = [minutes, attempts, due].into_iter().flatten().collect();
    let reason = activity.reason.clone();
    (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! { <ul class="plain">{lines}</ul><p class="hint">{t!("person-reason", reason = reason)}</p> }
    })
}

fn extend(view: &PersonView) -> Option<AnyView> {
    let ended = view.edition.phase == domain::edition::Phase::Ended;
    let extendable: Vec<&PersonActivity> =
        view.activities.iter().filter(|activity| PersonActivity::extends(activity.kind)).collect();
    if ended || extendable.is_empty() {
        return None;
    }
    let chosen = query("activity");
    let before = extendable.iter().find(|activity| activity.key == chosen);
    let number = |number: u16| if number == 0 { String::new() } else { number.to_string() };
    let (minutes, attempts) =
        before.map_or_else(Default::default, |one| (number(one.extension.minutes), number(one.extension.attempts)));
    let zone = view.edition.zone.clone();
    let last = before.and_then(|one| one.extension.due_at).map(|at| last_day(at, &zone)).unwrap_or_default();
    let reason = before.map(|one| one.reason.clone()).unwrap_or_default();
    let due = before.map(|one| view! { <p class="meta">{t!("person-due")}": "{until(one.due_at, &zone)}</p> });
    let options = extendable.iter().map(|activity| (activity.key.clone(), activity.title.clone())).collect();
    let (edition, participation) = (view.edition.code.clone(), view.participation.to_string());
    let form = view! {
        <section class="page--reading" id="extend">
            <h2>{t!("person-extend")}</h2>
            <p>{t!("person-extend-lede")}</p>
            {due}
            <Form doorway="grant_extension">
                <input type="hidden" name="edition" value=edition />
                <input type="hidden" name="participation" value=participation />
                <Select name="activity" options=options value=chosen />
                <TextField name="extra_minutes" kind="number" value=minutes optional=true hint=t!("person-minutes-hint") />
                <TextField name="extra_attempts" kind="number" value=attempts optional=true hint=t!("person-attempts-hint") />
                <TextField name="due_on" kind="date" value=last optional=true hint=t!("person-due-hint") />
                <TextField name="reason" value=reason hint=t!("person-reason-hint") />
                <button class="button">{t!("person-extend-button")}</button>
            </Form>
        </section>
    };
    Some(form.into_any())
}

/// The day that ends at `at` in the zone.
fn last_day(at: chrono::DateTime<chrono::Utc>, zone: &str) -> String {
    domain::zone::local(at - chrono::Duration::minutes(1), zone).date().to_string()
}
