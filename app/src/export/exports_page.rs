//! `/staff/exports`: one's own files, how far each is, and what can be asked for here.

use domain::export::{ExportAsk, ExportRow, ExportState};
use domain::page::Page;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::form::Form;
use crate::indicator::{cell_words, year_words};
use crate::layout::StaffTabs;
use crate::list::{Day, Pager, page_number};
use crate::load::load;
use crate::request::{page_request, query, to};
use crate::{format, t};

#[component]
pub fn ExportsPage() -> impl IntoView {
    let removed = (query("removed") == "1")
        .then(|| view! { <div class="notice notice--success" role="status"><p>{t!("exports-removed")}</p></div> });
    load(api::exports(page_number()), move |page| {
        view! {
            <Title text=t!("exports-title") />
            <div class="page page--wide">
                <StaffTabs here="exports" />
                {removed}
                <h1>{t!("exports-title")}</h1>
                <p class="lede">{t!("exports-lede")}</p>
                {list(page)}
                <section class="panel stack" aria-labelledby="facts">
                    <h2 id="facts">{t!("exports-new")}</h2>
                    <p>{t!("exports-participations-hint")}</p>
                    <AskExport ask=ExportAsk::Participations />
                </section>
                <p class="hint">{t!("exports-elsewhere")}" "<a href=to("staff/indicators")>{t!("indicators-title")}</a></p>
            </div>
        }
    })
}

/// The button that asks for a file, on whichever page shows what would be in it.
#[component]
pub(crate) fn AskExport(ask: ExportAsk) -> impl IntoView {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let kind = ask.kind();
    let kept: Vec<(&'static str, String)> = match ask {
        ExportAsk::Participations => Vec::new(),
        ExportAsk::Members { indicator, year, cell } => vec![
            ("indicator", indicator),
            ("year", year.map(|year| year.to_string()).unwrap_or_default()),
            ("cell", cell.map(|cell| cell.to_string()).unwrap_or_default()),
        ],
        ExportAsk::Trail(asked) => {
            vec![("search", asked.search), ("action", asked.action), ("from", day(asked.from)), ("to", day(asked.to))]
        }
    };
    view! {
        <Form doorway="ask_export">
            <input type="hidden" name="kind" value=kind.as_str() />
            {kept.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect_view()}
            <button class="button button--quiet button--small">{t!("exports-ask")}</button>
        </Form>
    }
}

fn list(page: Page<ExportRow>) -> AnyView {
    if page.rows.is_empty() {
        return view! { <div class="empty"><h2>{t!("exports-empty-title")}</h2><p>{t!("exports-empty")}</p></div> }
            .into_any();
    }
    let (shown, pages) = (page.number, page.pages());
    let moving = page.rows.iter().any(|row| row.state.moves());
    let again = moving.then(|| view! { <p data-again=""><a href=to("staff/exports")>{t!("exports-again")}</a></p> });
    let address = page_request().assets.exports;
    let script = (moving && !address.is_empty()).then(|| view! { <script type="module" src=address></script> });
    let rows = page.rows.into_iter().map(file).collect_view();
    view! {
        <ul class="rows" id="exports" data-moving=moving.then_some("")>{rows}</ul>
        {again}
        <Pager number=shown pages=pages path=to("staff/exports") query=Vec::new() />
        {script}
    }
    .into_any()
}

/// What is in the file, in words.
fn title(ask: &ExportAsk) -> String {
    match ask {
        ExportAsk::Participations => t!("exports-participations"),
        ExportAsk::Members { indicator, year, cell } => {
            let cell = cell.map_or_else(|| t!("members-everybody"), cell_words);
            t!("exports-members", code = indicator, window = year_words(*year), cell = cell)
        }
        ExportAsk::Trail(_) => t!("exports-trail"),
    }
}

fn file(row: ExportRow) -> impl IntoView {
    let title = title(&row.ask);
    let id = row.id.clone();
    let state = t!(&format!("export-{}", row.state));
    let kept = row.kept_until.filter(|_| row.state == ExportState::Ready);
    let kept = kept.map(|at| view! { " · "{t!("exports-kept")}" "<Day at=at /> });
    let remove = if row.state.moves() { t!("exports-stop") } else { t!("exports-remove") };
    view! {
        <li class="stack" id=format!("export-{}", row.id) data-row="">
            <h2>{title.clone()}</h2>
            <p class="meta"><span class="badge">{state}</span>" "<span>{t!("exports-asked")}" "<Day at=row.asked_at />{kept}</span></p>
            {progress(&row, &title)}
            <div class="cluster">
                {taking(&row, &title)}
                <Form doorway="remove_export">
                    <input type="hidden" name="export" value=id />
                    <button class="button button--quiet button--small">{remove}<span class="visually-hidden">" "{title}</span></button>
                </Form>
            </div>
        </li>
    }
}

/// How far it is, or why it came to nothing.
fn progress(row: &ExportRow, title: &str) -> AnyView {
    let (done, total) = (row.done, row.total.max(1));
    match row.state {
        ExportState::Running => {
            let words =
                t!("exports-progress", done = format::number(rows(done)), total = format::number(rows(row.total)));
            view! {
                <p class="progress">
                    <progress max=total.to_string() value=done.to_string() aria-label=title.to_owned()>{words.clone()}</progress>
                    <span class="progress__label">{words}</span>
                </p>
            }
            .into_any()
        }
        ExportState::Failed => {
            let why = row.failure.map(|code| t!(&format!("error-{code}")));
            view! { <p>{why}</p> }.into_any()
        }
        ExportState::Waiting | ExportState::Ready => ().into_any(),
    }
}

fn rows(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn taking(row: &ExportRow, title: &str) -> Option<impl IntoView + use<>> {
    let ready = row.state == ExportState::Ready;
    let href = to(&format!("staff/exports/{}/file.csv", row.id));
    let what = t!(
        "exports-size",
        count = rows(row.total),
        rows = format::number(rows(row.total)),
        size = format::bytes(row.bytes)
    );
    let title = title.to_owned();
    ready.then(|| {
        view! { <a class="button button--small" href=href download="">{t!("exports-take")}<span class="visually-hidden">" "{title}</span></a><span class="meta">{what}</span> }
    })
}
