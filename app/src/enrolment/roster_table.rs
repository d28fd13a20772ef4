//! The roster's table. It never shows sex, country or kind of personnel.

use domain::enrolment::{RosterOrder, RosterRow};
use domain::page::Page;
use leptos::prelude::*;

use super::roster_page::RosterLinks;
use crate::learning::Remains;
use crate::list::Day;
use crate::t;

#[component]
pub(super) fn RosterTable(links: RosterLinks, page: Page<RosterRow>) -> impl IntoView {
    let heads = [
        (RosterOrder::Name, "ascending", ""),
        (RosterOrder::Progress, "descending", "num"),
        (RosterOrder::LastActivity, "descending", ""),
    ]
    .map(|(order, sort, class)| {
        let here = (order == links.asked.order).then_some(sort);
        let href = links.with(links.asked.filter, order);
        view! { <th scope="col" class=class aria-sort=here><a href=href>{t!(&format!("roster-{order}"))}</a></th> }
    });
    let rows = page.rows.into_iter().map(|row| view! { <PersonRow href=links.person(&row) row=row /> }).collect_view();
    view! {
        <div class="table-wrap">
            <table class="table">
                <caption>{t!("roster-caption", count = page.total, order = t!(&format!("roster-{}", links.asked.order)))}</caption>
                <thead><tr>{heads}<th scope="col">{t!("roster-state")}</th><th scope="col">{t!("roster-email")}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

#[component]
fn PersonRow(row: RosterRow, href: String) -> impl IntoView {
    let last = match row.last_activity_at {
        Some(at) => view! { <Day at=at /> }.into_any(),
        None => t!("roster-never").into_any(),
    };
    let state = match (row.completed_at, row.last_activity_at) {
        (Some(at), _) => {
            view! { <span class="badge badge--done">{t!("roster-completed")}</span>" "<Day at=at /> }.into_any()
        }
        (None, Some(_)) => remaining("badge badge--open", t!("roster-under-way"), row.remaining),
        (None, None) => remaining("badge badge--soon", t!("roster-not-started"), row.remaining),
    };
    view! {
        <tr>
            <th scope="row"><a href=href>{row.name}</a></th>
            <td class="num" data-label=t!("roster-progress")>{row.percent}" %"</td>
            <td data-label=t!("roster-last-activity")>{last}</td>
            <td data-label=t!("roster-state")><div>{state}</div></td>
            <td data-label=t!("roster-email")>{row.email}</td>
        </tr>
    }
}

fn remaining(class: &'static str, words: String, remaining: Vec<domain::completion::RemainingView>) -> AnyView {
    view! {
        <span class=class>{words}</span>
        <details><summary>{t!("remains-title")}</summary><Remains remaining=remaining /></details>
    }
    .into_any()
}
