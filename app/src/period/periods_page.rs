//! `/staff/periods`: every year of the plan and the plan itself: open, closed, adjusted.

use domain::period::PeriodRow;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::indicator::window_words;
use crate::layout::StaffTabs;
use crate::list::Day;
use crate::load::load;
use crate::request::to;
use crate::t;

#[component]
pub fn PeriodsPage() -> impl IntoView {
    load(api::periods(), |rows| {
        let rows = rows.into_iter().map(line).collect_view();
        view! {
            <Title text=t!("periods-title") />
            <div class="page page--wide">
                <StaffTabs here="periods" />
                <h1>{t!("periods-title")}</h1>
                <p class="lede">{t!("periods-lede")}</p>
                <div class="table-wrap">
                    <table class="table">
                        <caption class="visually-hidden">{t!("periods-title")}</caption>
                        <thead><tr><th scope="col">{t!("indicator-year")}</th><th scope="col">{t!("periods-state")}</th><th scope="col">{t!("periods-version")}</th><th scope="col">{t!("periods-approver")}</th><th scope="col">{t!("periods-waiting")}</th></tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </div>
        }
    })
}

fn line(row: PeriodRow) -> impl IntoView {
    let href = to(&format!("staff/periods/{}", row.label));
    let (state, class) = match (&row.newest, row.running) {
        (Some(_), _) => ("periods-closed", "badge badge--done"),
        (None, true) => ("periods-running", "badge"),
        (None, false) => ("periods-open", "badge badge--warn"),
    };
    let (version, approver) = match row.newest {
        Some(newest) => (view! { {newest.version}" · "<Day at=newest.closed_at /> }.into_any(), newest.approver),
        None => (t!("no-data").into_any(), t!("no-data")),
    };
    let waiting = if row.waiting > 0 { t!("periods-waiting-count", count = row.waiting) } else { t!("no-data") };
    view! {
        <tr>
            <th scope="row"><a href=href>{window_words(&row.label)}</a></th>
            <td data-label=t!("periods-state")><span class=class>{t!(state)}</span></td>
            <td data-label=t!("periods-version")><span>{version}</span></td>
            <td data-label=t!("periods-approver")>{approver}</td>
            <td data-label=t!("periods-waiting")>{waiting}</td>
        </tr>
    }
}
