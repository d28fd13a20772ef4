//! The tables of the report: by sex, by country, by kind of personnel, by session.

use std::collections::BTreeMap;

use domain::counting::Cells;
use domain::person::SexCell;
use domain::report::{Funnel, ReportView, Stage};
use leptos::prelude::*;

use crate::indicator::{Legend, SexBar, cell_words};
use crate::request::language;
use crate::{format, t};

/// Each stage as a bar and a row: the five cells, their sum, the women's share with its coverage.
#[component]
pub(super) fn BySex(all: Funnel) -> impl IntoView {
    let stages: Vec<(Stage, Cells)> = Stage::ALL.iter().filter_map(|stage| Some((*stage, all.get(*stage)?))).collect();
    let bars = stages
        .iter()
        .map(|(stage, cells)| {
            view! { <div class="funnel__stage"><span>{t!(&format!("report-{stage}"))}" "<b>{format::number(cells.total())}</b></span><SexBar cells=*cells /></div> }
        })
        .collect_view();
    let heads =
        SexCell::ALL.iter().map(|cell| view! { <th scope="col" class="num">{cell_words(*cell)}</th> }).collect_view();
    let rows = stages.iter().map(|(stage, cells)| sex_row(*stage, *cells)).collect_view();
    view! {
        <figure class="funnel">
            {bars}
            <Legend />
            <figcaption class="hint">{t!("report-bars")}</figcaption>
        </figure>
        <div class="table-wrap">
            <table class="table">
                <caption>{t!("report-by-sex")}</caption>
                <thead><tr><th scope="col">{t!("report-stage")}</th>{heads}<th scope="col" class="num">{t!("indicator-total")}</th><th scope="col" class="num">{t!("report-women")}</th><th scope="col" class="num">{t!("report-coverage")}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn sex_row(stage: Stage, cells: Cells) -> impl IntoView {
    let counts = SexCell::ALL
        .iter()
        .map(|cell| view! { <td class="num" data-label=cell_words(*cell)>{format::number(cells.get(*cell))}</td> })
        .collect_view();
    view! {
        <tr>
            <th scope="row">{t!(&format!("report-{stage}"))}</th>
            {counts}
            <td class="num" data-label=t!("indicator-total")><b>{format::number(cells.total())}</b></td>
            <td class="num" data-label=t!("report-women")>{cells.women_share().text(language())}</td>
            <td class="num" data-label=t!("report-coverage")>{cells.coverage().text(language())}</td>
        </tr>
    }
}

/// One row a word: a country, or a kind of personnel; the most people first.
#[component]
pub(super) fn ByWord(
    caption: String,
    head: String,
    rows: BTreeMap<String, Funnel>,
    names: Vec<(String, String)>,
) -> impl IntoView {
    let mut rows: Vec<(String, Funnel)> = rows.into_iter().collect();
    rows.sort_by_key(|(code, row)| (std::cmp::Reverse(row.enrolled.total()), code.clone()));
    let stages: Vec<Stage> =
        Stage::ALL.iter().copied().filter(|stage| rows.iter().any(|(_, row)| row.get(*stage).is_some())).collect();
    let heads = stages
        .iter()
        .map(|stage| view! { <th scope="col" class="num">{t!(&format!("report-{stage}"))}</th> })
        .collect_view();
    let name = |code: &str| match names.iter().find(|(known, _)| known == code) {
        _ if code.is_empty() => t!("report-not-recorded"),
        Some((_, name)) => name.clone(),
        None => t!(&format!("country-{code}")),
    };
    let rows = rows
        .iter()
        .map(|(code, row)| {
            let counts = stages
                .iter()
                .map(|stage| {
                    let count = row.get(*stage).map_or(0, Cells::total);
                    view! { <td class="num" data-label=t!(&format!("report-{stage}"))>{format::number(count)}</td> }
                })
                .collect_view();
            view! { <tr><th scope="row">{name(code)}</th>{counts}</tr> }
        })
        .collect_view();
    view! {
        <div class="table-wrap">
            <table class="table">
                <caption>{caption}</caption>
                <thead><tr><th scope="col">{head}</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// How many came to each session.
#[component]
pub(super) fn Sessions(view: ReportView) -> impl IntoView {
    if view.sessions.is_empty() {
        return view! { <p>{t!("report-no-sessions")}</p> }.into_any();
    }
    let heads: Vec<_> = view
        .sessions
        .first()
        .map(|one| {
            one.counts
                .iter()
                .map(|(state, _)| view! { <th scope="col" class="num">{t!(&format!("attendance-{state}"))}</th> })
                .collect()
        })
        .unwrap_or_default();
    let rows = view
        .sessions
        .iter()
        .map(|one| {
            let counts = one
                .counts
                .iter()
                .map(|(state, count)| view! { <td class="num" data-label=t!(&format!("attendance-{state}"))>{format::number(*count)}</td> })
                .collect_view();
            view! { <tr><th scope="row">{one.title.clone()}<br /><span class="hint">{format::moment(one.starts_at, &view.edition.zone)}</span></th>{counts}</tr> }
        })
        .collect_view();
    view! {
        <div class="table-wrap">
            <table class="table">
                <caption>{t!("report-sessions")}</caption>
                <thead><tr><th scope="col">{t!("report-session")}</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
