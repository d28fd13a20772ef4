//! The table of the grid: its first column and its head stay where they are while it scrolls.

use domain::grid::{Column, GridRow, GridView};
use leptos::prelude::*;

use super::grade_cell::GridCell;
use crate::request::to;
use crate::t;

#[component]
pub(super) fn GridTable(view: GridView) -> impl IntoView {
    let code = view.edition.code.clone();
    let heads = view.columns.iter().map(head).collect_view();
    let rows = view.rows.into_iter().map(|row| line(&code, &view.columns, row)).collect_view();
    view! {
        // It scrolls by itself, so that it can be reached and moved by keyboard.
        <div class="matrix-wrap" tabindex="0" role="region" aria-labelledby="grid-caption">
            <table class="matrix">
                <caption id="grid-caption">{t!("grid-caption", count = view.cut.total)}</caption>
                <thead><tr><th scope="col" class="matrix__name">{t!("grid-name")}</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn head(column: &Column) -> impl IntoView + use<> {
    let kind = t!(&format!("activity-{}", column.kind));
    let title = format!("{}. {kind}: {}", column.module, column.title);
    view! {
        <th scope="col" class="matrix__head">
            <span class="matrix__title" title=title>
                <span class="visually-hidden">{kind}": "</span>
                {format!("{}. {}", column.module, column.title)}
            </span>
        </th>
    }
}

fn line(code: &str, columns: &[Column], row: GridRow) -> impl IntoView + use<> {
    let person = row.participation.to_string();
    let href = to(&format!("teach/{code}/people/{person}"));
    let completed = row.completed.then(|| view! { <span class="badge badge--done">{t!("roster-completed")}</span> });
    let cells: Vec<_> = columns
        .iter()
        .zip(row.cells)
        .map(|(column, cell)| view! { <GridCell code=code.to_owned() participation=person.clone() column=column.clone() cell /> })
        .collect();
    view! { <tr><th scope="row" class="matrix__name"><a href=href>{row.name}</a>{completed}</th>{cells}</tr> }
}
