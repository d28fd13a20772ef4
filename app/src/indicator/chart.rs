//! Charts drawn on the server as SVG. Each cell keeps its colour and mark; every number stands in the table beside it.

use domain::counting::Cells;
use domain::person::SexCell;
use leptos::prelude::*;

use super::sex_bar::{MARK, cell_class, cell_heads, cell_words};
use crate::{format, t};

/// The height of a bar and the distance to the next, in the drawing's own units.
const BAR: u32 = 18;
const STEP: u32 = 28;
/// Where bars begin and how long the longest is.
const LEFT: u32 = 150;
const LONG: u32 = 400;

/// A bar for each row, parted by sex, the longest row as long as the drawing; names before and totals behind it.
fn drawing(rows: &[(String, Cells)]) -> String {
    let most = rows.iter().map(|(_, cells)| cells.total()).max().unwrap_or(0).max(1);
    let mut drawn = String::new();
    for (place, (name, cells)) in (0_u32..).zip(rows) {
        let y = place * STEP + 4;
        let mut x = f64::from(LEFT);
        for cell in SexCell::ALL.iter().copied().filter(|cell| cells.get(*cell) > 0) {
            let width = f64::from(cells.get(cell)) * f64::from(LONG) / f64::from(most);
            drawn += &format!(
                r#"<svg class="{}" x="{x:.1}" y="{y}" width="{width:.1}" height="{BAR}">{MARK}</svg>"#,
                cell_class(cell)
            );
            x += width;
        }
        let middle = y + BAR / 2 + 5;
        let name = name.replace('&', "&amp;").replace('<', "&lt;");
        drawn += &format!(r#"<text x="{}" y="{middle}" text-anchor="end">{name}</text>"#, LEFT - 8);
        drawn += &format!(r#"<text x="{:.1}" y="{middle}">{}</text>"#, x + 6.0, format::number(cells.total()));
    }
    drawn
}

/// A chart of rows by sex with its table.
#[component]
pub(super) fn SexChart(
    /// What the chart shows, in one sentence.
    caption: String,
    /// The head of the first column.
    head: String,
    rows: Vec<(String, Cells)>,
) -> impl IntoView {
    let height = u32::try_from(rows.len()).unwrap_or(0) * STEP + 8;
    let words: Vec<String> =
        rows.iter().map(|(name, cells)| format!("{name} {}", format::number(cells.total()))).collect();
    let drawn = drawing(&rows);
    let lines = rows
        .into_iter()
        .map(|(name, cells)| {
            let numbers = SexCell::ALL
                .iter()
                .map(|cell| view! { <td class="num" data-label=cell_words(*cell)>{format::number(cells.get(*cell))}</td> })
                .collect_view();
            view! { <tr><th scope="row">{name}</th>{numbers}<td class="num" data-label=t!("indicator-total")>{format::number(cells.total())}</td></tr> }
        })
        .collect_view();
    view! {
        <figure class="chart stack">
            <figcaption>{caption.clone()}</figcaption>
            <svg class="chart__svg" viewBox=format!("0 0 640 {height}") role="img" aria-label=words.join(", ") inner_html=drawn></svg>
            <details>
                <summary>{t!("chart-table")}</summary>
                <div class="table-wrap">
                    <table class="table sexcells">
                        <caption class="visually-hidden">{caption}</caption>
                        <thead><tr><th scope="col">{head}</th>{cell_heads()}<th scope="col" class="num">{t!("indicator-total")}</th></tr></thead>
                        <tbody>{lines}</tbody>
                    </table>
                </div>
            </details>
        </figure>
    }
}
