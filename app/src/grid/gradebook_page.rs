//! `/teach/{edition}/gradebook`: the grades of everybody with their weights, the final grade and the means; and as a workbook.

use domain::grid::{BookOrder, BookQuery, BookRow, BookView, Column};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::edition::TeachHead;
use crate::list::{Pager, SearchForm, address, page_number};
use crate::load::load;
use crate::request::{param, query, to};
use crate::t;

#[component]
pub fn GradebookPage() -> impl IntoView {
    let asked = BookQuery {
        search: query("search"),
        order: query("order").parse().unwrap_or(BookOrder::Name),
        page: page_number(),
    };
    load(api::gradebook(param("edition"), asked.clone()), move |view| {
        let code = view.edition.code.clone();
        view! {
            <Title text=t!("gradebook-title", edition = &view.edition.title) />
            <div class="page page--wide">
                <TeachHead edition=view.edition.clone() current="gradebook" />
                <p class="lede">{t!("gradebook-lede")}</p>
                <p><a class="button button--quiet" href=to(&format!("teach/{code}/gradebook.xlsx"))>{t!("gradebook-download")}</a></p>
                {search_form(&asked)}
                {book(asked, view)}
            </div>
        }
    })
}

fn search_form(asked: &BookQuery) -> impl IntoView + use<> {
    view! {
        <div class="filters">
            <SearchForm label=t!("grid-search") value=asked.search.clone() kept=vec![("order", asked.order.as_str().to_owned())] />
        </div>
    }
}

fn book(asked: BookQuery, view: BookView) -> AnyView {
    let path = to(&format!("teach/{}/gradebook", view.edition.code));
    if view.columns.is_empty() {
        return view! { <div class="empty"><h2>{t!("gradebook-nothing-title")}</h2><p>{t!("gradebook-nothing")}</p></div> }.into_any();
    }
    if view.rows.is_empty() {
        return view! { <div class="empty"><h2>{t!("roster-none-title")}</h2><p>{t!("roster-none")}</p><a class="button button--quiet" href=path>{t!("roster-show-all")}</a></div> }.into_any();
    }
    let code = view.edition.code.clone();
    let by = |order: BookOrder, words: String, sort: &'static str| {
        let here = (asked.order == order).then_some(sort);
        let href = address(&path, &[("search", &asked.search), ("order", order.as_str())]);
        (here, view! { <a href=href>{words}</a> })
    };
    let (name_sort, name) = by(BookOrder::Name, t!("grid-name"), "ascending");
    let (grade_sort, grade) = by(BookOrder::FinalGrade, t!("gradebook-final"), "descending");
    let heads = view.columns.iter().map(head).collect_view();
    let rows = view.rows.iter().map(|row| line(&code, row)).collect_view();
    let means = view.means.columns.iter().map(|(mean, count)| mean_cell(*mean, *count)).collect_view();
    let final_mean = mean_cell(view.means.final_grade.0, view.means.final_grade.1);
    let query = vec![("search", asked.search.clone()), ("order", asked.order.to_string())];
    view! {
        <div class="matrix-wrap" tabindex="0" role="region" aria-labelledby="book-caption">
            <table class="matrix matrix--grades">
                <caption id="book-caption">{t!("grid-caption", count = view.cut.total)}</caption>
                <thead><tr><th scope="col" class="matrix__name" aria-sort=name_sort>{name}</th>{heads}<th scope="col" class="matrix__final" aria-sort=grade_sort>{grade}</th></tr></thead>
                <tbody>{rows}</tbody>
                <tfoot><tr><th scope="row" class="matrix__name">{t!("gradebook-mean")}</th>{means}{final_mean}</tr></tfoot>
            </table>
        </div>
        <Pager number=view.cut.number pages=view.cut.pages path=path query=query />
    }
    .into_any()
}

fn head(column: &Column) -> impl IntoView + use<> {
    view! {
        <th scope="col" class="matrix__head">
            <span class="matrix__title" title=column.title.clone()>{format!("{}. {}", column.module, column.title)}</span>
            <span class="matrix__weight">{t!("gradebook-weight", weight = u32::from(column.weight))}</span>
        </th>
    }
}

fn line(code: &str, row: &BookRow) -> impl IntoView + use<> {
    let href = to(&format!("teach/{code}/people/{}", row.participation));
    let grades = row
        .grades
        .iter()
        .map(|grade| match grade {
            Some(grade) => view! { <td class="num">{format!("{}\u{a0}%", grade.percent())}</td> }.into_any(),
            None => view! { <td class="num"><span aria-hidden="true">"–"</span><span class="visually-hidden">{t!("gradebook-none")}</span></td> }.into_any(),
        })
        .collect_view();
    view! {
        <tr>
            <th scope="row" class="matrix__name"><a href=href>{row.name.clone()}</a></th>
            {grades}
            <td class="num matrix__final"><strong>{format!("{}\u{a0}%", row.final_grade.percent())}</strong></td>
        </tr>
    }
}

fn mean_cell(mean: Option<u8>, count: u32) -> impl IntoView + use<> {
    let shown = mean.map_or_else(|| "–".to_owned(), |mean| format!("{mean}\u{a0}%"));
    view! { <td class="num">{shown}<br /><span class="hint">{t!("gradebook-count", count = count)}</span></td> }
}
