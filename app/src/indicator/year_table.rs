//! The same figures as a table: a row a year, the plan last; every number opens its list.

use domain::counting::Cells;
use domain::indicator::YearRow;
use domain::person::SexCell;
use leptos::prelude::*;

use super::sex_bar::{cell_heads, cell_words};
use super::window::year_words;
use super::words::points;
use crate::list::address;
use crate::request::language;
use crate::{format, t};

#[component]
pub(super) fn YearTable(
    years: Vec<YearRow>,
    /// The list's address.
    path: String,
    name: String,
) -> impl IntoView {
    let people = years.iter().any(|row| row.persons.is_some());
    let gain = years.iter().any(|row| row.gain.is_some());
    let heads = people.then(|| {
        view! {
            {gain.then(|| view! { <th scope="col" class="num">{t!("indicator-gain")}</th> })}
            {cell_heads()}
            <th scope="col" class="num">{t!("indicator-persons")}</th>
            <th scope="col" class="num">{t!("indicator-participations")}</th>
            <th scope="col" class="num">{t!("indicator-women-share")}</th>
            <th scope="col" class="num">{t!("indicator-coverage")}</th>
        }
    });
    let value_head = (!people).then(|| view! { <th scope="col" class="num">{t!("indicator-value")}</th> });
    let rows = years.into_iter().map(|row| year_row(&row, &path, people)).collect_view();
    let hint = people.then(|| view! { <p class="hint">{t!("indicator-table-hint")}</p> });
    view! {
        <section>
            <h2>{t!("indicator-table")}</h2>
            <div class="table-wrap">
                <table class="table sexcells">
                    <caption>{t!("indicator-table-caption", indicator = name)}</caption>
                    <thead><tr><th scope="col">{t!("indicator-year")}</th>{heads}{value_head}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {hint}
        </section>
    }
}

fn year_row(row: &YearRow, path: &str, people: bool) -> AnyView {
    let head = view! { <th scope="row">{year_words(row.year)}</th> };
    let Some(persons) = row.persons.filter(|_| people) else {
        let value = row.value.map_or_else(|| t!("no-data"), format::number);
        return view! { <tr>{head}<td class="num" data-label=t!("indicator-value")>{value}</td></tr> }.into_any();
    };
    let open = |cell: &str| {
        address(path, &[("year", &row.year.map(|year| year.to_string()).unwrap_or_default()), ("cell", cell)])
    };
    let cells = SexCell::ALL.iter().map(|cell| cell_number(*cell, persons, &open(cell.as_str()))).collect_view();
    let ratio =
        |ratio: Option<domain::counting::Ratio>| ratio.map_or_else(|| t!("no-data"), |ratio| ratio.text(language()));
    let participations = row.participations.map_or_else(|| t!("no-data"), |cells| format::number(cells.total()));
    view! {
        <tr>
            {head}
            {row.gain.map(|gain| view! { <td class="num" data-label=t!("indicator-gain")>{points(gain.all)}</td> })}
            {cells}
            <td class="num" data-label=t!("indicator-persons")><a href=open("")>{format::number(persons.total())}</a></td>
            <td class="num" data-label=t!("indicator-participations")>{participations}</td>
            <td class="num" data-label=t!("indicator-women-share")>{ratio(row.share)}</td>
            <td class="num" data-label=t!("indicator-coverage")>{ratio(row.coverage)}</td>
        </tr>
    }
    .into_any()
}

/// A cell's number, with the way to its list unless nobody is in it.
fn cell_number(cell: SexCell, persons: Cells, href: &str) -> impl IntoView + use<> {
    let number = format::number(persons.get(cell));
    let number = if persons.get(cell) == 0 {
        number.into_any()
    } else {
        view! { <a href=href.to_owned()>{number}</a> }.into_any()
    };
    view! { <td class="num" data-label=cell_words(cell)>{number}</td> }
}
