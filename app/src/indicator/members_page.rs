//! `/staff/indicators/{code}/people`: the list behind a number, without names. Opening it is written to the audit trail.

use domain::export::ExportAsk;
use domain::indicator::MemberRow;
use domain::page::Page;
use domain::person::SexCell;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::sex_bar::cell_words;
use super::window::{asked_year, in_year, year_words};
use crate::export::AskExport;
use crate::list::{Day, Pager, address, page_number};
use crate::load::load;
use crate::request::{param, query, to};
use crate::{format, t};

#[component]
pub fn MembersPage() -> impl IntoView {
    let (code, year) = (param("code"), asked_year());
    let cell: Option<SexCell> = query("cell").parse().ok();
    load(api::indicator_members(code.clone(), year, cell, page_number()), move |page| {
        let title = t!("members-title", code = &code, window = year_words(year));
        let indicator = to(&format!("staff/indicators/{code}"));
        let path = format!("{indicator}/people");
        view! {
            <Title text=title.clone() />
            <div class="page page--wide">
                <nav class="breadcrumb" aria-label=t!("indicator-breadcrumb")>
                    <ol>
                        <li><a href=in_year(&to("staff/indicators"), year)>{t!("indicators-title")}</a></li>
                        <li><a href=in_year(&indicator, year)>{code.clone()}</a></li>
                    </ol>
                </nav>
                <h1>{title}</h1>
                <p class="lede">{t!("members-lede")}</p>
                {cell_filter(&path, year, cell)}
                {list(page, &code, path.clone(), year, cell)}
            </div>
        }
    })
}

fn year_text(year: Option<i32>) -> String {
    year.map(|year| year.to_string()).unwrap_or_default()
}

fn cell_filter(path: &str, year: Option<i32>, chosen: Option<SexCell>) -> impl IntoView + use<> {
    let chips = std::iter::once(None)
        .chain(SexCell::ALL.iter().copied().map(Some))
        .map(|cell| {
            let href = address(path, &[("year", &year_text(year)), ("cell", cell.map_or("", SexCell::as_str))]);
            let words = cell.map_or_else(|| t!("members-everybody"), cell_words);
            view! { <li><a class="chip" href=href aria-current=(cell == chosen).then_some("true")>{words}</a></li> }
        })
        .collect_view();
    view! { <nav class="filters" aria-label=t!("members-filter")><ul>{chips}</ul></nav> }
}

fn list(page: Page<MemberRow>, code: &str, path: String, year: Option<i32>, cell: Option<SexCell>) -> AnyView {
    if page.rows.is_empty() {
        let all = (cell.is_some())
            .then(|| view! { <a class="button button--quiet" href=in_year(&path, year)>{t!("members-show-all")}</a> });
        return view! { <div class="empty"><h2>{t!("members-empty-title")}</h2><p>{t!("members-empty")}</p>{all}</div> }.into_any();
    }
    let (number, pages, total) = (page.number, page.pages(), page.total);
    let query = vec![("year", year_text(year)), ("cell", cell.map_or("", SexCell::as_str).to_owned())];
    let ask = ExportAsk::Members { indicator: code.to_owned(), year, cell };
    let rows = page.rows.into_iter().map(member).collect_view();
    let heads =
        ["members-person", "members-cell", "members-edition", "members-country", "members-kind", "members-counted-at"]
            .map(|key| view! { <th scope="col">{t!(key)}</th> });
    view! {
        <AskExport ask=ask />
        <div class="table-wrap">
            <table class="table">
                <caption>{t!("members-caption", count = total)}</caption>
                <thead><tr>{heads}<th scope="col" class="num">{t!("indicator-participations")}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <Pager number=number pages=pages path=path query=query />
    }
    .into_any()
}

fn member(row: MemberRow) -> impl IntoView {
    let country = row.country.map_or_else(|| t!("members-not-recorded"), |code| t!(&format!("country-{code}")));
    let moved = row.moved.then(|| view! { <br /><span class="meta">{t!("members-moved")}</span> });
    let person = match row.participation {
        Some(id) => {
            view! { <a href=to(&format!("staff/participations/{id}"))><code>{row.pseudonym}</code></a> }.into_any()
        }
        None => view! { <code>{row.pseudonym}</code> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">{person}</th>
            <td data-label=t!("members-cell")><span>{t!(&format!("members-{}", row.cell.as_str().replace('_', "-")))}{moved}</span></td>
            <td data-label=t!("members-edition")>{row.edition_title}</td>
            <td data-label=t!("members-country")>{country}</td>
            <td data-label=t!("members-kind")>{row.personnel_kind.unwrap_or_else(|| t!("members-not-recorded"))}</td>
            <td data-label=t!("members-counted-at")><Day at=row.counted_at /></td>
            <td class="num" data-label=t!("indicator-participations")>{format::number(row.participations)}</td>
        </tr>
    }
}
