//! The rows of the queue: who, since when, what they answered, and a box to choose them by.

use domain::application::{ApplicationRow, ApplicationState};
use leptos::prelude::*;

use crate::form::{error_of, form_state};
use crate::list::Day;
use crate::t;

#[component]
pub(super) fn QueueRows(rows: Vec<ApplicationRow>, total: u32) -> impl IntoView {
    let rows = rows.into_iter().enumerate().map(|(place, row)| view! { <Row row place /> }).collect_view();
    view! {
        {error_of("ids")}
        <div class="table-wrap">
            <table class="table">
                <caption>{t!("applications-caption", count = total)}</caption>
                <thead>
                    <tr>
                        <th scope="col"><span class="visually-hidden">{t!("applications-choose")}</span></th>
                        <th scope="col">{t!("applications-name")}</th>
                        <th scope="col">{t!("applications-applied-at")}</th>
                        <th scope="col">{t!("applications-state")}</th>
                        <th scope="col">{t!("applications-answers")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(row: ApplicationRow, place: usize) -> impl IntoView {
    let id = row.id.to_string();
    let checked = form_state().is_some_and(|state| state.has("ids", &id));
    // The first box carries the id to which an error's link leads.
    let box_id = if place == 0 { "ids".to_owned() } else { format!("ids-{place}") };
    let label = t!("applications-choose-one", name = &row.name);
    let class = match row.state {
        ApplicationState::Applied | ApplicationState::Waiting => "badge badge--soon",
        ApplicationState::Accepted => "badge badge--done",
        ApplicationState::Declined | ApplicationState::Withdrawn => "badge badge--ended",
    };
    let reason = row.reason.map(|reason| view! { <p class="hint">{reason}</p> });
    let answers: Vec<_> = row
        .answers
        .into_iter()
        .map(|(question, answer)| view! { <div><dt>{question}</dt><dd>{answer}</dd></div> })
        .collect();
    let answers = if answers.is_empty() {
        t!("applications-no-answers").into_any()
    } else {
        view! { <details><summary>{t!("applications-read")}</summary><dl class="pairs">{answers}</dl></details> }
            .into_any()
    };
    view! {
        <tr>
            <td data-label=t!("applications-choose")><label class="choice"><input type="checkbox" id=box_id name="ids[]" value=id checked=checked /><span class="visually-hidden">{label}</span></label></td>
            <th scope="row"><span>{row.name}<br /><span class="hint">{row.email}</span>{row.institution.map(|name| view! { <br /><span class="hint">{name}</span> })}</span></th>
            <td data-label=t!("applications-applied-at")><Day at=row.applied_at /></td>
            <td data-label=t!("applications-state")><div><span class=class>{t!(&format!("application-{}", row.state))}</span>{reason}</div></td>
            <td data-label=t!("applications-answers")><div>{answers}</div></td>
        </tr>
    }
}
