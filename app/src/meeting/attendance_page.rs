//! `/teach/{edition}/attendance`: the sessions of an edition, and a new one.

use domain::meeting::{MeetingRow, MeetingsView};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::form::MeetingFields;
use crate::edition::{TeachHead, zone_words};
use crate::load::load;
use crate::request::{param, query, to};
use crate::{format, t};

#[component]
pub fn AttendancePage() -> impl IntoView {
    load(api::meetings(param("edition")), |view| {
        let title = t!("meeting-title");
        let notice = [("saved", "meeting-saved"), ("removed", "meeting-removed")]
            .into_iter()
            .filter(|(asked, _)| !query(asked).is_empty())
            .map(|(_, key)| view! { <div class="notice notice--success" role="status"><p>{t!(key)}</p></div> })
            .collect_view();
        view! {
            <Title text=format!("{title} · {}", view.edition.title) />
            <div class="page page--wide">
                <TeachHead edition=view.edition.clone() current="attendance" />
                {notice}
                {list(&view)}
                <section class="page--form" aria-labelledby="new-meeting">
                    <h2 id="new-meeting">{t!("meeting-new")}</h2>
                    <MeetingFields edition=view.edition.clone() />
                </section>
            </div>
        }
    })
}

fn list(view: &MeetingsView) -> AnyView {
    if view.meetings.is_empty() {
        return view! { <div class="empty"><h2>{t!("meeting-empty-title")}</h2><p>{t!("meeting-empty")}</p></div> }
            .into_any();
    }
    let code = &view.edition.code;
    let zone = &view.edition.zone;
    let rows: Vec<_> = view.meetings.iter().map(|one| row(code, zone, view.enrolled, one)).collect();
    view! {
        <div class="table-wrap">
            <table class="table">
                <caption>{t!("meeting-caption", count = u32::try_from(view.meetings.len()).unwrap_or(u32::MAX), zone = zone_words(zone))}</caption>
                <thead><tr>
                    <th scope="col">{t!("meeting-session")}</th><th scope="col">{t!("meeting-when")}</th>
                    <th scope="col">{t!("meeting-where")}</th><th scope="col" class="num">{t!("meeting-came")}</th>
                    <th scope="col" class="num">{t!("meeting-marked")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(code: &str, zone: &str, enrolled: u32, one: &MeetingRow) -> impl IntoView + use<> {
    let href = to(&format!("teach/{code}/attendance/{}", one.id));
    let place = one.place.clone().or_else(|| one.link.as_ref().map(|_| t!("meeting-online")));
    let when = format!("{} – {}", format::moment(one.starts_at, zone), format::hour(one.ends_at, zone));
    view! {
        <tr>
            <th scope="row"><a href=href>{one.title.clone()}</a></th>
            <td data-label=t!("meeting-when")><time datetime=one.starts_at.to_rfc3339()>{when}</time></td>
            <td data-label=t!("meeting-where")>{place.unwrap_or_else(|| t!("meeting-nowhere"))}</td>
            <td class="num" data-label=t!("meeting-came")>{format::number(one.attended())}</td>
            <td class="num" data-label=t!("meeting-marked")>{t!("meeting-of", part = format::number(one.marked()), whole = format::number(enrolled))}</td>
        </tr>
    }
}
