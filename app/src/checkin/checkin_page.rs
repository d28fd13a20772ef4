//! `/teach/{edition}/sign-in`: a check-in to project. No names stand here: a whole room reads along.

use domain::checkin::{CheckinView, HOURS, OpenCheckin};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::enrolment::TeachTabs;
use crate::form::{Choices, Form, Select, refusal_notice};
use crate::learning::Moment;
use crate::load::load;
use crate::request::{param, to};
use crate::t;

#[component]
pub fn CheckinPage() -> impl IntoView {
    let code = param("edition");
    load(api::checkin(code.clone()), move |mut seen| {
        let title = seen.edition.title.clone();
        let body = match seen.open.take() {
            Some(open) => wall(code.clone(), open, seen.edition.zone.clone()),
            None => closed(code.clone(), seen),
        };
        view! {
            <Title text=t!("checkin-page-title", edition = &title) />
            <div class="page page--wide">
                <nav class="breadcrumb" aria-label=t!("roster-breadcrumb")>
                    <ol><li><a href=to("teach")>{t!("teach-title")}</a></li><li><a href=to(&format!("teach/{code}/people"))>{title.clone()}</a></li></ol>
                </nav>
                <h1>{t!("checkin-title")}</h1>
                <TeachTabs edition=code.clone() current="sign-in" />
                {body}
            </div>
        }
    })
}

/// Big enough to be read from the last row.
fn wall(code: String, open: OpenCheckin, zone: String) -> AnyView {
    let half = open.code.len() / 2;
    let (first, second) = open.code.split_at(half);
    let spelled = open.code.chars().map(String::from).collect::<Vec<_>>().join(" ");
    let short = open.address.split_once("://").map_or(open.address.as_str(), |(_, rest)| rest).to_owned();
    let box_ = format!("0 0 {0} {0}", open.qr_size);
    let meeting = open.meeting.map(|title| view! { <p class="eyebrow">{title}</p> });
    let here = to(&format!("teach/{code}/sign-in"));
    view! {
        <section class="wall" aria-labelledby="wall">
            <div class="wall__qr">
                <svg viewBox=box_ role="img" aria-label=t!("checkin-qr", address = &short)>
                    <path d=open.qr_path></path>
                </svg>
            </div>
            <div class="wall__words">
                {meeting}
                <h2 id="wall">{t!("checkin-how")}</h2>
                <p class="wall__address"><a href=open.address.clone()>{short}</a></p>
                <p class="wall__code"><span class="visually-hidden">{t!("checkin-code")}" "{spelled}</span><span aria-hidden="true">{first.to_owned()}" "{second.to_owned()}</span></p>
                <p class="wall__count" role="status">{t!("checkin-signed", count = open.signed)}</p>
                <p>{t!("checkin-until")}" "<Moment at=open.closes_at zone=zone /></p>
            </div>
        </section>
        <div class="cluster">
            <a class="button" href=here>{t!("checkin-refresh")}</a>
            <Form doorway="end_checkin">
                <input type="hidden" name="edition" value=code />
                <button class="button button--quiet">{t!("checkin-end")}</button>
            </Form>
        </div>
    }
    .into_any()
}

fn closed(code: String, seen: CheckinView) -> AnyView {
    let hours = HOURS.iter().map(|hours| (hours.to_string(), t!("checkin-hours", count = *hours))).collect();
    let zone = seen.edition.zone.clone();
    let meetings: Vec<(String, String)> = seen
        .meetings
        .into_iter()
        .map(|(id, title, at)| {
            let day = domain::zone::local(at, &zone).date();
            (id, format!("{title}, {}", crate::format::date(day)))
        })
        .collect();
    let session = (!meetings.is_empty()).then(|| {
        let options = std::iter::once((String::new(), t!("checkin-no-session"))).chain(meetings).collect();
        view! { <Select name="meeting" options=options hint=t!("checkin-session-hint") optional=true /> }
    });
    let before = (seen.signed_before > 0).then(|| {
        let people = to(&format!("teach/{code}/people"));
        view! { <p>{t!("checkin-before", count = seen.signed_before)}" "<a href=people>{t!("import-to-people")}</a></p> }
    });
    view! {
        {refusal_notice()}
        <p class="lede">{t!("checkin-lede")}</p>
        <Form doorway="open_checkin">
            <input type="hidden" name="edition" value=code.clone() />
            <Choices name="hours" options=hours chosen=vec!["4".to_owned()] hint=t!("checkin-hours-hint") />
            {session}
            <button class="button">{t!("checkin-open")}</button>
        </Form>
        {before}
    }
    .into_any()
}
