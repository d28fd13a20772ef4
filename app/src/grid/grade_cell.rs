//! What a cell of these tables says: a sign for the eye, the same in words for those who listen.

use domain::grid::{Cell, CellState, Column};
use leptos::prelude::*;

use crate::request::to;
use crate::t;

/// Where somebody stands in one activity, with the way to the work.
#[component]
pub(super) fn GridCell(code: String, participation: String, column: Column, cell: Cell) -> impl IntoView {
    let href = match cell.work {
        Some(work) => to(&format!("teach/{code}/grading/{work}")),
        None => to(&format!("teach/{code}/people/{participation}")),
    };
    let sign = match cell.state {
        CellState::Done => "✓",
        CellState::Waiting => "●",
        CellState::Below => "↓",
        CellState::Late => "!",
        CellState::Open => "·",
    };
    let percent = cell.percent.map(|percent| format!("{percent}\u{a0}%"));
    let words = match &percent {
        Some(percent) => format!("{}, {percent}", t!(&format!("grid-{}", cell.state))),
        None => t!(&format!("grid-{}", cell.state)),
    };
    let shown = percent.unwrap_or_else(|| sign.to_owned());
    let title = format!("{}: {words}", column.title);
    view! {
        <td class=format!("matrix__cell matrix__cell--{}", cell.state)>
            <a href=href title=title>
                <span aria-hidden="true">{shown}</span>
                <span class="visually-hidden">{words}</span>
            </a>
        </td>
    }
}
