//! The sheet as one form: marks, search and paging are sent together, so that going on never loses a mark.

use domain::meeting::{AttendanceState, SheetRow, SheetView, mark_key};
use leptos::prelude::*;

use crate::form::{Form, Select, form_state};
use crate::{format, t};

#[component]
pub(super) fn Sheet(view: SheetView, search: String) -> impl IntoView {
    if view.enrolled == 0 {
        return view! { <div class="empty"><h2>{t!("roster-empty-title")}</h2><p>{t!("roster-empty")}</p></div> }
            .into_any();
    }
    view! {
        <Form doorway="mark_attendance" class="sheet">
            <SheetFields view search />
        </Form>
    }
    .into_any()
}

#[component]
fn SheetFields(view: SheetView, search: String) -> impl IntoView {
    let number = view.page.number;
    let open = view.meeting.open;
    let early = (!open).then(|| view! { <div class="notice"><p>{t!("meeting-early")}</p></div> });
    let typed = form_state().and_then(|state| state.value("search")).unwrap_or_else(|| search.clone());
    let (edition, meeting) = (view.edition.code.clone(), view.meeting.id.to_string());
    let nobody = view.page.rows.is_empty();
    let (meetings, total, pages) = (view.meetings, view.page.total, view.page.pages());
    let rows = view.page.rows.into_iter().map(|one| row(one, open, meetings)).collect_view();
    let table = if nobody {
        view! { <div class="empty"><h2>{t!("roster-none-title")}</h2><p>{t!("roster-none")}</p></div> }.into_any()
    } else {
        view! {
            <div class="table-wrap">
                <table class="table">
                    <caption>{t!("meeting-sheet-caption", count = total)}</caption>
                    <thead><tr><th scope="col">{t!("roster-name")}</th><th scope="col">{t!("meeting-mark")}</th><th scope="col" class="num">{t!("meeting-so-far")}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    let rest = (open && !nobody).then(|| view! { <Select name="rest" options=rest() /> });
    view! {
        <input type="hidden" name="edition" value=edition />
        <input type="hidden" name="meeting" value=meeting />
        <input type="hidden" name="shown_page" value=number.to_string() />
        <input type="hidden" name="shown_search" value=search />
        {early}
        <div class="search" role="search">
            <div class="field">
                <label for="search">{t!("meeting-search")}</label>
                <input class="input" id="search" name="search" type="search" value=typed />
            </div>
            <button class="button button--quiet" name="go" value="1">{t!("list-search")}</button>
        </div>
        {table}
        {rest}
        <div class="toolbar toolbar--bulk">
            <button class="button" name="go" value=number.to_string()>{t!("meeting-save-marks")}</button>
            {step(number.checked_sub(1).filter(|page| *page > 0), t!("meeting-previous"))}
            {step(Some(number + 1).filter(|page| *page <= pages), t!("meeting-next"))}
            <span>{t!("list-page-of", number = number, pages = pages)}</span>
        </div>
        <p class="hint">{t!("meeting-sheet-hint")}</p>
    }
}

fn step(page: Option<u32>, words: String) -> Option<impl IntoView> {
    page.map(|page| view! { <button class="button button--quiet" name="go" value=page.to_string()>{words}</button> })
}

fn rest() -> Vec<(String, String)> {
    let of = |state: AttendanceState| (state.to_string(), t!(&format!("attendance-{state}")));
    vec![(String::new(), t!("meeting-rest-leave")), of(AttendanceState::Present), of(AttendanceState::Absent)]
}

/// One person: a mark to choose, or none.
fn row(one: SheetRow, open: bool, meetings: u32) -> impl IntoView {
    let sent = format!("marks[{}]", mark_key(one.participation));
    let stands = one.state.map(|state| state.to_string()).unwrap_or_default();
    let chosen = form_state().and_then(|state| state.value(&sent)).unwrap_or(stands);
    let words: Vec<(String, String)> = std::iter::once((String::new(), t!("attendance-none")))
        .chain(
            AttendanceState::ALL
                .iter()
                .filter(|state| open || **state == AttendanceState::Excused || one.state == Some(**state))
                .map(|state| (state.to_string(), t!(&format!("attendance-{state}")))),
        )
        .collect();
    let marks = words
        .into_iter()
        .map(|(value, words)| {
            let checked = value == chosen;
            view! { <label class="mark"><input type="radio" name=sent.clone() value=value checked=checked /><span>{words}</span></label> }
        })
        .collect_view();
    view! {
        <tr>
            <th scope="row">{one.name.clone()}</th>
            <td><fieldset class="marks"><legend class="visually-hidden">{one.name}</legend>{marks}</fieldset></td>
            <td class="num" data-label=t!("meeting-so-far")>{t!("meeting-of", part = format::number(one.attended), whole = format::number(meetings))}</td>
        </tr>
    }
}
