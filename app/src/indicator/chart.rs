//! Charts drawn on the server as SVG. Each cell keeps its colour and mark; every number stands in the table beside it.

use domain::counting::Cells;
use domain::person::SexCell;
use leptos::prelude::*;

use super::sex_bar::{MARK, cell_class, cell_heads, cell_words};
use crate::{format, t};

/// The height of a bar and of a whole row with the name above it, in pixels: letters keep their size on every screen.
const BAR: u32 = 16;
const STEP: u32 = 46;
/// How long the longest bar is, in percent of the drawing; the rest is for its total.
const LONG: f64 = 84.0;

/// A bar for each row, parted by sex, its name above and its total behind it.
fn drawing(rows: &[(String, Cells)]) -> String {
    let most = rows.iter().map(|(_, cells)| cells.total()).max().unwrap_or(0).max(1);
    let mut drawn = String::new();
    for (place, (name, cells)) in (0_u32..).zip(rows) {
        let top = place * STEP;
        let y = top + 22;
        let mut x = 0.0;
        for cell in SexCell::ALL.iter().copied().filter(|cell| cells.get(*cell) > 0) {
            let width = f64::from(cells.get(cell)) * LONG / f64::from(most);
            drawn += &format!(
                r#"<svg class="{}" x="{x:.2}%" y="{y}" width="{width:.2}%" height="{BAR}">{MARK}</svg>"#,
                cell_class(cell)
            );
            x += width;
        }
        let (above, middle) = (top + 15, y + BAR / 2 + 5);
        let name = name.replace('&', "&amp;").replace('<', "&lt;");
        drawn += &format!(r#"<text x="0" y="{above}">{name}</text>"#);
        drawn += &format!(r#"<text x="{x:.2}%" dx="6" y="{middle}">{}</text>"#, format::number(cells.total()));
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
            <svg class="chart__svg" width="100%" height=height.to_string() role="img" aria-label=words.join(", ") inner_html=drawn></svg>
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
