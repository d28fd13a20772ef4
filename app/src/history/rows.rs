//! The register's rows, and what can be done with each.

use domain::history::{PastFigure, PastRow};
use leptos::prelude::*;

use crate::form::Form;
use crate::indicator::SexBar;
use crate::{format, t};

/// "≥ 600", "2013–2016".
pub(super) fn number_words(figure: &PastFigure) -> String {
    let unit = t!(&format!("indicator-unit-{}", figure.unit)).to_lowercase();
    format!("{}{} {unit}", figure.qualifier.sign(), format::number(figure.number))
}

pub(super) fn years_words(figure: &PastFigure) -> String {
    if figure.year_from == figure.year_to {
        figure.year_from.to_string()
    } else {
        format!("{}–{}", figure.year_from, figure.year_to)
    }
}

#[component]
pub(super) fn PastTable(rows: Vec<PastRow>, courses: Vec<(String, String)>) -> impl IntoView {
    let rows = rows.into_iter().map(|row| line(row, &courses)).collect_view();
    view! {
        <div class="table-wrap">
            <table class="table">
                <caption class="visually-hidden">{t!("history-title")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!("field-title")}</th>
                        <th scope="col">{t!("field-modality")}</th>
                        <th scope="col">{t!("history-years")}</th>
                        <th scope="col" class="num">{t!("field-reported")}</th>
                        <th scope="col">{t!("field-document")}</th>
                        <th scope="col"><span class="visually-hidden">{t!("imports-act")}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn line(row: PastRow, courses: &[(String, String)]) -> impl IntoView + use<> {
    let figure = row.figure.clone();
    let course = figure.course.as_ref().and_then(|slug| courses.iter().find(|(known, _)| known == slug));
    let course = course.map(|(_, title)| view! { <br /><span class="meta">{title.clone()}</span> });
    let state = match (&row.replaced_by, row.withdrawn) {
        (_, true) => Some(view! { <span class="badge">{t!("history-withdrawn")}</span> }.into_any()),
        (Some(edition), _) => {
            Some(view! { <span class="badge">{t!("history-replaced-by", edition = edition)}</span> }.into_any())
        }
        (None, false) => None,
    };
    let split = match figure.split {
        Some(cells) => view! { <SexBar cells=cells /> }.into_any(),
        None => view! { <span class="meta">{t!("history-no-split")}</span> }.into_any(),
    };
    let page = (!figure.page.is_empty()).then(|| format!(", {}", figure.page));
    view! {
        <tr>
            <th scope="row"><span>{figure.title.clone()}{course}" "{state}</span></th>
            <td data-label=t!("field-modality")>{t!(&format!("modality-{}", figure.modality))}</td>
            <td data-label=t!("history-years")>{years_words(&figure)}</td>
            <td class="num" data-label=t!("field-reported")><span>{number_words(&figure)}<br />{split}</span></td>
            <td data-label=t!("field-document")><span>{figure.document.clone()}{page}</span></td>
            <td>{acts(&row)}</td>
        </tr>
    }
}

fn acts(row: &PastRow) -> AnyView {
    let (id, again) = (row.id.clone(), row.withdrawn);
    let button = if again { t!("history-restore") } else { t!("history-withdraw") };
    let replaced = row.replaced_by.clone().unwrap_or_default();
    let name = row.figure.title.clone();
    let replace = (!again).then(|| {
        let id = id.clone();
        view! {
            <Form doorway="replace_past_figure" class="form--inline">
                <input type="hidden" name="figure" value=id />
                <label class="field"><span>{t!("history-replace")}</span><input class="input" name="edition" value=replaced autocomplete="off" /></label>
                <button class="button button--quiet button--small">{t!("history-replace-button")}</button>
            </Form>
        }
    });
    view! {
        <details>
            <summary>{t!("imports-act")}<span class="visually-hidden">" "{name}</span></summary>
            <div class="stack">
                {replace}
                <Form doorway="withdraw_past_figure">
                    <input type="hidden" name="figure" value=id />
                    <input type="hidden" name="again" value=if again { "1" } else { "" } />
                    <button class="button button--quiet button--small">{button}</button>
                </Form>
            </div>
        </details>
    }
    .into_any()
}
