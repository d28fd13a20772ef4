//! A figure split by country, kind of personnel and the rest: a bar a row, and every number in the same table.

use domain::indicator::{Axis, SplitView};
use domain::person::SexCell;
use leptos::prelude::*;

use super::sex_bar::{SexBar, cell_heads, cell_words};
use crate::{format, t};

/// Rows that are shown at once; more stand behind a fold.
const ROWS: usize = 12;

#[component]
pub(super) fn SplitsPart(splits: Vec<SplitView>, window: String) -> impl IntoView {
    let splits: Vec<SplitView> = splits.into_iter().filter(|split| !split.rows.is_empty()).collect();
    // What counts nobody has no parts.
    if splits.is_empty() {
        return None;
    }
    let parts = splits
        .into_iter()
        .enumerate()
        .map(|(place, split)| {
            let title = t!(&format!("axis-{}", split.axis));
            let caption = t!("indicator-split-caption", axis = &title, window = &window);
            let table = table(split, caption);
            // What the definition asks for stands first and open.
            view! { <details open=place == 0><summary>{title}</summary>{table}</details> }
        })
        .collect_view();
    Some(
        view! { <section aria-labelledby="splits" class="stack"><h2 id="splits">{t!("indicator-splits")}</h2>{parts}</section> },
    )
}

fn table(split: SplitView, caption: String) -> AnyView {
    let head = t!(&format!("axis-{}", split.axis));
    let axis = split.axis;
    let mut rows: Vec<AnyView> = split.rows.into_iter().map(|(name, row)| line(axis, &name, &row)).collect();
    let more = rows.split_off(rows.len().min(ROWS));
    let tail = (!more.is_empty()).then(|| {
        view! { <details><summary>{t!("indicator-split-more", count = u32::try_from(more.len()).unwrap_or(0))}</summary>{body(head.clone(), caption.clone(), more)}</details> }
    });
    view! { {body(head, caption, rows)}{tail} }.into_any()
}

fn body(head: String, caption: String, rows: Vec<AnyView>) -> AnyView {
    view! {
        <div class="table-wrap">
            <table class="table sexcells">
                <caption>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{head}</th>
                        {cell_heads()}
                        <th scope="col" class="num">{t!("indicator-persons")}</th>
                        <th scope="col" class="num">{t!("indicator-participations")}</th>
                        <th scope="col"><span class="visually-hidden">{t!("indicator-by-sex")}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn line(axis: Axis, name: &str, row: &domain::counting::SplitRow) -> AnyView {
    let name = if row.key.is_empty() {
        t!("members-not-recorded")
    } else if axis == Axis::Country {
        t!(&format!("country-{}", row.key))
    } else {
        name.to_owned()
    };
    let cells = SexCell::ALL
        .iter()
        .map(
            |cell| view! { <td class="num" data-label=cell_words(*cell)>{format::number(row.persons.get(*cell))}</td> },
        )
        .collect_view();
    view! {
        <tr>
            <th scope="row">{name}</th>
            {cells}
            <td class="num" data-label=t!("indicator-persons")>{format::number(row.persons.total())}</td>
            <td class="num" data-label=t!("indicator-participations")>{format::number(row.participations.total())}</td>
            <td class="table__bar"><SexBar cells=row.persons /></td>
        </tr>
    }
    .into_any()
}
