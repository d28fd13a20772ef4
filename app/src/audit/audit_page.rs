//! `/staff/audit`: who did what, when, with what it was and what it became.

use domain::audit::{AuditQuery, AuditRow, AuditView};
use domain::export::ExportAsk;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::export::AskExport;
use crate::layout::StaffTabs;
use crate::list::{Day, Pager, page_number};
use crate::load::load;
use crate::request::{query, to};
use crate::t;

#[component]
pub fn AuditPage() -> impl IntoView {
    let asked = AuditQuery {
        search: query("search"),
        action: query("action"),
        from: query("from").parse().ok(),
        to: query("to").parse().ok(),
        page: page_number(),
    };
    load(api::audit_trail(asked.clone()), move |view| {
        view! {
            <Title text=t!("audit-title") />
            <div class="page page--wide">
                <StaffTabs here="audit" />
                <h1>{t!("audit-title")}</h1>
                <p class="lede">{t!("audit-lede")}</p>
                {filters(&asked, &view.actions)}
                {table(view, &asked)}
            </div>
        }
    })
}

fn kept(asked: &AuditQuery) -> Vec<(&'static str, String)> {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    vec![
        ("search", asked.search.clone()),
        ("action", asked.action.clone()),
        ("from", day(asked.from)),
        ("to", day(asked.to)),
    ]
}

fn filters(asked: &AuditQuery, actions: &[String]) -> impl IntoView + use<> {
    let values = kept(asked);
    let value = |name: &str| {
        values.iter().find(|(field, _)| *field == name).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let chosen = asked.action.clone();
    let options = actions
        .iter()
        .map(|action| view! { <option value=action.clone() selected=*action == chosen>{action.clone()}</option> })
        .collect_view();
    view! {
        <div class="filters">
            <form method="get" role="search">
                <div class="field"><label for="search">{t!("audit-search")}</label><input class="input" id="search" name="search" type="search" value=value("search") /></div>
                <div class="field"><label for="action">{t!("audit-action")}</label><select class="input" id="action" name="action"><option value="">{t!("audit-every")}</option>{options}</select></div>
                <div class="field"><label for="from">{t!("audit-from")}</label><input class="input" id="from" name="from" type="date" value=value("from") /></div>
                <div class="field"><label for="to">{t!("audit-to")}</label><input class="input" id="to" name="to" type="date" value=value("to") /></div>
                <button class="button button--quiet">{t!("list-search")}</button>
            </form>
        </div>
    }
}

fn table(view: AuditView, asked: &AuditQuery) -> AnyView {
    if view.page.rows.is_empty() {
        return view! { <div class="empty"><h2>{t!("audit-empty-title")}</h2><p>{t!("audit-empty")}</p></div> }
            .into_any();
    }
    let (number, pages, total) = (view.page.number, view.page.pages(), view.page.total);
    let query = kept(asked);
    let ask = ExportAsk::Trail(asked.clone());
    let rows = view.page.rows.into_iter().map(line).collect_view();
    view! {
        <AskExport ask=ask />
        <div class="table-wrap">
            <table class="table">
                <caption>{t!("audit-count", count = total)}</caption>
                <thead><tr><th scope="col">{t!("audit-when")}</th><th scope="col">{t!("audit-who")}</th><th scope="col">{t!("audit-action")}</th><th scope="col">{t!("audit-subject")}</th><th scope="col">{t!("audit-details")}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <Pager number=number pages=pages path=to("staff/audit") query=query />
    }
    .into_any()
}

fn line(row: AuditRow) -> impl IntoView {
    let time = row.at.with_timezone(&domain::zone::REPORTING).format("%H:%M").to_string();
    let details = row
        .details
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(field, value)| view! { <li><span class="meta">{field}": "</span>{value}</li> })
        .collect_view();
    view! {
        <tr>
            <th scope="row"><span><Day at=row.at />" "{time}</span></th>
            <td data-label=t!("audit-who")>{row.who.unwrap_or_else(|| t!("audit-campus"))}</td>
            <td data-label=t!("audit-action")><code>{row.action}</code></td>
            <td data-label=t!("audit-subject")><span class="wrap-anywhere">{row.subject}</span></td>
            <td data-label=t!("audit-details")><ul class="wrap-anywhere">{details}</ul></td>
        </tr>
    }
}
