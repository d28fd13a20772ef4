//! The table of rows: each with its number in the sheet, whom it names, and what becomes of it.

use domain::import::{Fate, ImportRowView, choice_key};
use domain::page::Page;
use leptos::prelude::*;

use crate::t;

#[component]
pub(super) fn Rows(rows: Page<ImportRowView>, prepared: bool) -> impl IntoView {
    if rows.rows.is_empty() {
        return view! { <div class="empty"><p>{t!("import-no-rows")}</p></div> }.into_any();
    }
    let total = rows.total;
    let rows = rows.rows.into_iter().map(|row| view! { <OneRow row=row prepared=prepared /> }).collect_view();
    view! {
        <div class="table-wrap">
            <table class="table">
                <caption>{t!("import-caption", count = total)}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="num">{t!("import-row")}</th>
                        <th scope="col">{t!("roster-name")}</th>
                        <th scope="col">{t!("import-fate")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

#[component]
fn OneRow(row: ImportRowView, prepared: bool) -> impl IntoView {
    let class = match row.fate {
        Fate::Flawed => "badge badge--flawed",
        Fate::Duplicate => "badge badge--soon",
        Fate::New | Fate::Match | Fate::Fill => "badge badge--open",
        Fate::There => "badge badge--ended",
    };
    let mistakes = row.mistakes.iter().map(|words| view! { <li>{words.clone()}</li> }).collect_view();
    let mistakes = (!row.mistakes.is_empty()).then(|| view! { <ul class="import__why">{mistakes}</ul> });
    let fills: Vec<String> = row.fills.iter().map(|column| t!(&format!("column-{column}"))).collect();
    let fills =
        (!fills.is_empty()).then(|| view! { <p class="meta">{t!("import-fills", what = fills.join(", "))}</p> });
    let name = if row.name.is_empty() { t!("import-no-name") } else { row.name.clone() };
    let email = (!row.email.is_empty()).then(|| view! { <br /><span class="meta">{row.email.clone()}</span> });
    let (line, words) = (row.line, t!(&format!("fate-{}", row.fate)));
    let choice = (row.fate == Fate::Duplicate && prepared).then(|| choice(row));
    view! {
        <tr>
            <td class="num" data-label=t!("import-row")>{line}</td>
            <th scope="row"><span>{name}{email}</span></th>
            <td data-label=t!("import-fate")><div><span class=class>{words}</span>{mistakes}{fills}{choice}</div></td>
        </tr>
    }
}

/// Whether it is one of these people. Apart is what happens when nobody chooses.
fn choice(row: ImportRowView) -> impl IntoView {
    let name = format!("choices[{}]", choice_key(&row.id));
    let option = |value: String, words: String| {
        let checked = value == row.decision;
        view! { <label class="choice"><input type="radio" name=name.clone() value=value checked=checked /><span>{words}</span></label> }
    };
    let apart = option("apart".to_owned(), t!("import-apart"));
    let people = row
        .candidates
        .iter()
        .map(|one| option(one.id.to_string(), candidate(&one.name, &one.email, one.here)))
        .collect_view();
    view! {
        <fieldset class="choices">
            <legend>{t!("import-who", name = &row.name)}</legend>
            {apart}
            {people}
        </fieldset>
    }
}

/// Enough of somebody of the same name to recognise them.
pub(super) fn candidate(name: &str, email: &str, here: bool) -> String {
    let email = if email.is_empty() { t!("import-no-email") } else { email.to_owned() };
    let place = if here { t!("import-here") } else { t!("import-elsewhere") };
    t!("import-same", name = name, email = email, place = place)
}
