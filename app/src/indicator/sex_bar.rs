//! The five cells: a bar, its legend and its table. A colour and a mark each, the same everywhere.

use domain::counting::Cells;
use domain::person::SexCell;
use leptos::prelude::*;

use crate::{format, t};

/// What each cell is drawn with; the mark is one dashed line, styled by the cell's class.
pub(super) const MARK: &str = r#"<rect width="100%" height="100%"/><line x1="0" y1="50%" x2="100%" y2="50%"/>"#;

pub(super) fn cell_class(cell: SexCell) -> String {
    format!("sex--{}", cell.as_str().replace('_', "-"))
}

/// "Women", "Declined to say".
pub(crate) fn cell_words(cell: SexCell) -> String {
    t!(&format!("indicator-cell-{}", cell.as_str().replace('_', "-")))
}

/// A colour and mark, to stand before the cell's words.
fn swatch(cell: SexCell) -> impl IntoView {
    view! { <svg class=format!("swatch {}", cell_class(cell)) aria-hidden="true" inner_html=MARK></svg> }
}

/// The cells as one bar, said in words to those who do not see it. Nothing of nobody.
#[component]
pub(crate) fn SexBar(cells: Cells, #[prop(optional)] tall: bool) -> impl IntoView {
    let total = cells.total();
    (total > 0).then(|| {
        let mut before = 0;
        let mut drawn = String::new();
        for cell in SexCell::ALL.iter().copied().filter(|cell| cells.get(*cell) > 0) {
            let percent = |part: u32| f64::from(part) * 100.0 / f64::from(total);
            let (x, width) = (percent(before), percent(cells.get(cell)));
            drawn.push_str(&format!(
                r#"<svg class="{}" x="{x:.2}%" width="{width:.2}%" height="100%">{MARK}</svg>"#,
                cell_class(cell)
            ));
            before += cells.get(cell);
        }
        let words: Vec<String> = SexCell::ALL
            .iter()
            .map(|cell| format!("{} {}", cell_words(*cell), format::number(cells.get(*cell))))
            .collect();
        let class = if tall { "sexbar sexbar--tall" } else { "sexbar" };
        view! { <svg class=class role="img" aria-label=words.join(", ") inner_html=drawn></svg> }
    })
}

/// What the colours and marks mean; with `cells`, the numbers too.
#[component]
pub(crate) fn Legend(#[prop(optional, into)] cells: Option<Cells>) -> impl IntoView {
    let items = SexCell::ALL
        .iter()
        .map(|cell| {
            let number = cells.map(|cells| view! { " "<b>{format::number(cells.get(*cell))}</b> });
            view! { <li>{swatch(*cell)}{cell_words(*cell)}{number}</li> }
        })
        .collect_view();
    view! { <ul class="legend">{items}</ul> }
}

/// Heads of the five columns.
pub(super) fn cell_heads() -> impl IntoView {
    SexCell::ALL.iter().map(|cell| view! { <th scope="col" class="num">{cell_words(*cell)}</th> }).collect_view()
}

/// Persons and participations side by side, a row a cell. The total is the sum of the five.
#[component]
pub(super) fn CellsTable(persons: Cells, participations: Option<Cells>, caption: String) -> impl IntoView {
    let row = |head: AnyView, persons: u32, participations: Option<u32>| {
        let participations = participations.map(
            |count| view! { <td class="num" data-label=t!("indicator-participations")>{format::number(count)}</td> },
        );
        view! { <tr><th scope="row">{head}</th><td class="num" data-label=t!("indicator-persons")>{format::number(persons)}</td>{participations}</tr> }
    };
    let rows = SexCell::ALL
        .iter()
        .map(|cell| {
            row(
                view! { {swatch(*cell)}{cell_words(*cell)} }.into_any(),
                persons.get(*cell),
                participations.map(|all| all.get(*cell)),
            )
        })
        .collect_view();
    let head = participations.map(|_| view! { <th scope="col" class="num">{t!("indicator-participations")}</th> });
    view! {
        <div class="table-wrap">
            <table class="table sexcells">
                <caption class="visually-hidden">{caption}</caption>
                <thead><tr><th scope="col">{t!("indicator-sex")}</th><th scope="col" class="num">{t!("indicator-persons")}</th>{head}</tr></thead>
                <tbody>{rows}{row(t!("indicator-total").into_any(), persons.total(), participations.map(Cells::total))}</tbody>
            </table>
        </div>
    }
}
