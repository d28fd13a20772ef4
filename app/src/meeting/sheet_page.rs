//! `/teach/{edition}/attendance/{meeting}`: who came to a session; the session's own facts, to change or remove.

use domain::meeting::SheetView;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::form::MeetingFields;
use super::sheet::Sheet;
use crate::edition::zone_words;
use crate::form::FormState;
use crate::list::page_number;
use crate::load::load;
use crate::request::{param, query, to};
use crate::{format, t};

/// The part of the sheet that is shown: after a refusal the one whose marks came back, so that none of them is lost.
fn shown() -> (String, u32) {
    let back = use_context::<FormState>().filter(|state| state.doorway == "mark_attendance");
    match back {
        Some(state) => {
            let page = state.value("shown_page").and_then(|page| page.parse().ok()).unwrap_or(1);
            (state.value("shown_search").unwrap_or_default(), page)
        }
        None => (query("search"), page_number().max(1)),
    }
}

#[component]
pub fn SheetPage() -> impl IntoView {
    let (search, page) = shown();
    load(api::sheet(param("edition"), param("meeting"), search.clone(), page), move |view| {
        let saved = (!query("saved").is_empty())
            .then(|| view! { <div class="notice notice--success" role="status"><p>{t!("meeting-saved")}</p></div> });
        let title = view.meeting.title.clone();
        view! {
            <Title text=format!("{title} · {}", view.edition.title) />
            <div class="page page--wide">
                <nav class="breadcrumb" aria-label=t!("roster-breadcrumb")>
                    <ol>
                        <li><a href=to("teach")>{t!("teach-title")}</a></li>
                        <li><a href=to(&format!("teach/{}/people", view.edition.code))>{view.edition.title.clone()}</a></li>
                        <li><a href=to(&format!("teach/{}/attendance", view.edition.code))>{t!("meeting-title")}</a></li>
                    </ol>
                </nav>
                {saved}
                <h1>{title}</h1>
                {facts(&view)}
                <Sheet view=view.clone() search />
                {change(&view)}
            </div>
        }
    })
}

fn facts(view: &SheetView) -> impl IntoView + use<> {
    let (one, zone) = (&view.meeting, &view.edition.zone);
    let when = format!("{} – {}", format::moment(one.starts_at, zone), format::hour(one.ends_at, zone));
    let place = one.place.clone().map(|place| view! { <li>{place}</li> });
    let link =
        one.link.clone().map(|link| view! { <li><a href=link rel="noopener noreferrer">{t!("meeting-join")}</a></li> });
    let counts = one
        .counts
        .iter()
        .map(|(state, count)| view! { <li>{t!(&format!("attendance-{state}"))}" "<span class="count">{format::number(*count)}</span></li> })
        .collect_view();
    let print = to(&format!("teach/{}/attendance/{}/sheet", view.edition.code, one.id));
    view! {
        <ul class="meta"><li><time datetime=one.starts_at.to_rfc3339()>{when}</time>{format!(" ({})", zone_words(zone))}</li>{place}{link}</ul>
        <ul class="meta">{counts}</ul>
        <p><a href=print>{t!("meeting-print")}</a></p>
    }
}

/// The session's own form, and its removal, which asks first.
fn change(view: &SheetView) -> impl IntoView + use<> {
    let open = use_context::<FormState>().is_some_and(|state| state.doorway == "save_meeting");
    let (code, id) = (view.edition.code.clone(), view.meeting.id.to_string());
    let loses = t!("meeting-remove-why", count = view.meeting.marked());
    view! {
        <details open=open class="page--form">
            <summary>{t!("meeting-change")}</summary>
            <MeetingFields edition=view.edition.clone() meeting=view.meeting.clone() />
        </details>
        <details class="page--form">
            <summary>{t!("meeting-remove")}</summary>
            <form method="post" action="?do=remove_meeting" class="stack">
                <p>{loses}</p>
                <input type="hidden" name="edition" value=code />
                <input type="hidden" name="meeting" value=id />
                <button class="button button--danger">{t!("meeting-remove-yes")}</button>
            </form>
        </details>
    }
}
