//! `/teach/{edition}/attendance/{meeting}/sheet`: the sheet on paper, with room to sign.

use domain::meeting::SheetView;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::edition::zone_words;
use crate::load::load;
use crate::request::{param, to};
use crate::{format, t};

#[component]
pub fn PrintSheetPage() -> impl IntoView {
    load(api::sheet(param("edition"), param("meeting"), String::new(), 0), |view| {
        let back = to(&format!("teach/{}/attendance/{}", view.edition.code, view.meeting.id));
        view! {
            <Title text=format!("{} · {}", view.meeting.title, view.edition.title) />
            <div class="page page--wide sheet-print">
                <p class="no-print"><a href=back>{t!("meeting-print-back")}</a>" · "{t!("meeting-print-how")}</p>
                <h1>{view.meeting.title.clone()}</h1>
                {head(&view)}
                {table(view)}
            </div>
        }
    })
}

fn head(view: &SheetView) -> impl IntoView + use<> {
    let (one, zone) = (&view.meeting, &view.edition.zone);
    let when = format!("{} – {}", format::moment(one.starts_at, zone), format::hour(one.ends_at, zone));
    let place = one.place.clone().map(|place| view! { <li>{place}</li> });
    view! {
        <p class="lede">{view.edition.title.clone()}</p>
        <ul class="meta"><li>{when}{format!(" ({})", zone_words(zone))}</li>{place}</ul>
    }
}

fn table(view: SheetView) -> impl IntoView {
    let rows = view
        .page
        .rows
        .into_iter()
        .zip(1_u32..)
        .map(|(row, number)| {
            let mark = row.state.map(|state| t!(&format!("attendance-{state}"))).unwrap_or_default();
            view! { <tr><td class="num">{number}</td><th scope="row">{row.name}</th><td>{mark}</td><td class="sheet-print__sign"></td></tr> }
        })
        .collect_view();
    view! {
        <div class="table-wrap">
            <table>
                <caption>{t!("meeting-sheet-caption", count = view.page.total)}</caption>
                <thead><tr><th scope="col" class="num">{t!("meeting-number")}</th><th scope="col">{t!("roster-name")}</th><th scope="col">{t!("meeting-mark")}</th><th scope="col">{t!("meeting-sign")}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
