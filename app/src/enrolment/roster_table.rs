//! The roster's table. It never shows sex, country or kind of personnel.

use domain::enrolment::{RosterColumn, RosterOrder, RosterRow};
use domain::page::Page;
use leptos::prelude::*;

use super::roster_page::RosterLinks;
use crate::form::form_state;
use crate::learning::Remains;
use crate::list::Day;
use crate::t;

#[component]
pub(super) fn RosterTable(links: RosterLinks, page: Page<RosterRow>, choose: bool) -> impl IntoView {
    let ordered = |order: RosterOrder, sort: &'static str, class: &'static str| {
        let here = (order == links.asked.order).then_some(sort);
        let href = links.with(links.asked.filter, order);
        view! { <th scope="col" class=class aria-sort=here><a href=href>{t!(&format!("roster-{order}"))}</a></th> }
            .into_any()
    };
    let name = ordered(RosterOrder::Name, "ascending", "");
    let heads = links
        .columns
        .iter()
        .map(|column| match column {
            RosterColumn::Progress => ordered(RosterOrder::Progress, "descending", "num"),
            RosterColumn::LastActivity => ordered(RosterOrder::LastActivity, "descending", ""),
            column => view! { <th scope="col">{t!(&format!("roster-{column}"))}</th> }.into_any(),
        })
        .collect_view();
    let rows = page.rows.into_iter().map(|row| person(&links, row, choose)).collect_view();
    view! {
        <div class="table-wrap">
            <table class="table">
                <caption>{t!("roster-caption", count = page.total, order = t!(&format!("roster-{}", links.asked.order)))}</caption>
                <thead><tr>{choose.then(|| view! { <th scope="col">{t!("roster-choose")}</th> })}{name}{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn person(links: &RosterLinks, row: RosterRow, choose: bool) -> impl IntoView + use<> {
    let href = links.person(&row);
    let id = row.participation.to_string();
    let checked = form_state().is_some_and(|state| state.has("ids", &id));
    let words = t!("roster-choose-one", name = &row.name);
    let box_ = choose.then(|| {
        view! { <td data-label=t!("roster-choose")><input type="checkbox" name="ids[]" value=id checked=checked aria-label=words /></td> }
    });
    let name = row.name.clone();
    let cells = links.columns.iter().map(|column| cell(*column, &row)).collect_view();
    view! { <tr>{box_}<th scope="row"><a href=href>{name}</a></th>{cells}</tr> }
}

fn cell(column: RosterColumn, row: &RosterRow) -> AnyView {
    let label = t!(&format!("roster-{column}"));
    match column {
        RosterColumn::Progress => view! { <td class="num" data-label=label>{row.percent}" %"</td> }.into_any(),
        RosterColumn::Email => view! { <td data-label=label>{row.email.clone()}</td> }.into_any(),
        RosterColumn::Enrolled => view! { <td data-label=label><Day at=row.enrolled_at /></td> }.into_any(),
        RosterColumn::LastActivity => {
            let last = match row.last_activity_at {
                Some(at) => view! { <Day at=at /> }.into_any(),
                None => t!("roster-never").into_any(),
            };
            view! { <td data-label=label>{last}</td> }.into_any()
        }
        RosterColumn::State => view! { <td data-label=label><div>{state(row)}</div></td> }.into_any(),
    }
}

fn state(row: &RosterRow) -> AnyView {
    if let Some(at) = row.completed_at {
        return view! { <span class="badge badge--done">{t!("roster-completed")}</span>" "<Day at=at /> }.into_any();
    }
    if let Some((outcome, at, reason)) = row.outcome.clone() {
        let reason = (!reason.is_empty()).then(|| view! { <p class="hint">{reason}</p> });
        return view! { <span class="badge badge--ended">{t!(&format!("outcome-{outcome}"))}</span>" "<Day at=at />{reason} }.into_any();
    }
    let (class, words) = match row.last_activity_at {
        Some(_) => ("badge badge--open", t!("roster-under-way")),
        None => ("badge badge--soon", t!("roster-not-started")),
    };
    let risk = row.at_risk.then(|| view! { " "<span class="badge badge--late">{t!("roster-at-risk")}</span> });
    view! {
        <span class=class>{words}</span>
        {risk}
        <details><summary>{t!("remains-title")}</summary><Remains remaining=row.remaining.clone() /></details>
    }
    .into_any()
}
