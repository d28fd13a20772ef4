//! `/staff/people`: records that may be one person, each pair with what speaks for it, to be decided on.

use domain::duplicate::{CandidateRow, CandidatesView, RecordView};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::form::{Form, refusal_notice};
use crate::layout::StaffTabs;
use crate::list::{Day, Pager, page_number};
use crate::load::load;
use crate::request::{query, to};
use crate::t;

#[component]
pub fn CandidatesPage() -> impl IntoView {
    let done = query("done");
    let found = query("found").parse::<u32>().ok();
    let notice = match (done.as_str(), found) {
        ("apart" | "linked", _) => Some(t!(&format!("duplicates-done-{done}"))),
        (_, Some(count)) => Some(t!("duplicates-found", count = count)),
        _ => None,
    };
    let notice = notice.map(|words| view! { <div class="notice notice--success" role="status"><p>{words}</p></div> });
    load(api::duplicates(page_number()), move |view| {
        let looked = match view.looked_at {
            Some(at) => view! { {t!("duplicates-looked-at")}" "<Day at=at /> }.into_any(),
            None => t!("duplicates-never").into_any(),
        };
        view! {
            <Title text=t!("duplicates-title") />
            <div class="page page--wide">
                <StaffTabs here="people" />
                {notice}
                {refusal_notice()}
                <h1>{t!("duplicates-title")}</h1>
                <p class="lede">{t!("duplicates-lede")}</p>
                <p class="meta">{looked}</p>
                <Form doorway="search_duplicates"><button class="button button--quiet">{t!("duplicates-search")}</button></Form>
                {list(view)}
                <p><a href=to("staff/claims")>{t!("duplicates-linked")}</a></p>
            </div>
        }
    })
}

fn list(view: CandidatesView) -> AnyView {
    if view.page.rows.is_empty() {
        return view! { <div class="empty"><h2>{t!("duplicates-empty-title")}</h2><p>{t!("duplicates-empty")}</p></div> }.into_any();
    }
    let (number, pages, total) = (view.page.number, view.page.pages(), view.page.total);
    let rows = view.page.rows.into_iter().map(pair).collect_view();
    view! {
        <p>{t!("duplicates-count", count = total)}</p>
        <ul class="rows">{rows}</ul>
        <Pager number=number pages=pages path=to("staff/people") query=Vec::new() />
    }
    .into_any()
}

fn pair(row: CandidateRow) -> impl IntoView {
    let signs =
        row.signs.iter().map(|sign| view! { <li class="badge">{t!(&format!("sign-{sign}"))}</li> }).collect_view();
    let id = row.id.clone();
    view! {
        <li class="stack">
            <p><strong>{t!("duplicates-score", score = row.score)}</strong></p>
            <ul class="cluster">{signs}</ul>
            <div class="split split--even">
                {record(row.one, id.clone())}
                {record(row.other, id)}
            </div>
            <Form doorway="decide_duplicate">
                <input type="hidden" name="pair" value=row.id />
                <button class="button button--quiet button--small">{t!("duplicates-apart")}</button>
            </Form>
        </li>
    }
}

fn record(record: RecordView, pair: String) -> impl IntoView {
    let country =
        record.country.as_ref().map_or_else(|| t!("members-not-recorded"), |code| t!(&format!("country-{code}")));
    let email = record.email.clone().unwrap_or_else(|| t!("duplicates-no-email"));
    let account = record.has_account.then(|| view! { <span class="badge">{t!("duplicates-account")}</span> });
    let editions = if record.editions.is_empty() { t!("no-data") } else { record.editions.join(", ") };
    view! {
        <div class="panel stack">
            <p><strong>{record.name.clone()}</strong>" "{account}</p>
            <p class="meta">{email}<br />{country}<br />{t!("duplicates-editions")}": "{editions}</p>
            <Form doorway="decide_duplicate">
                <input type="hidden" name="pair" value=pair />
                <button class="button button--small" name="keep" value=record.id.clone()>{t!("duplicates-keep")}<span class="visually-hidden">" "{record.name.clone()}</span></button>
            </Form>
        </div>
    }
}
