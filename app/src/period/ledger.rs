//! What differs today from what was published, why, and what is decided about it.

use domain::period::{Cause, LedgerRow};
use domain::person::SexCell;
use leptos::prelude::*;

use super::period_page::value_words;
use crate::form::{Form, FormState, TextField};
use crate::indicator::cell_words;
use crate::{format, t};

#[component]
pub(super) fn Ledger(rows: Vec<LedgerRow>, period: String) -> impl IntoView {
    let body = if rows.is_empty() {
        view! { <p>{t!("ledger-empty")}</p> }.into_any()
    } else {
        let rows = rows.into_iter().map(|row| line(row, &period)).collect_view();
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    view! {
        <section aria-labelledby="ledger" class="stack">
            <h2 id="ledger">{t!("ledger-title")}</h2>
            <p class="hint">{t!("ledger-hint")}</p>
            {body}
        </section>
    }
}

const fn cause_key(cause: Cause) -> &'static str {
    match cause {
        Cause::LateData => "ledger-late-data",
        Cause::Linked => "ledger-linked",
        Cause::Declaration => "ledger-declaration",
        Cause::Correction => "ledger-correction",
        Cause::Removed => "ledger-removed",
    }
}

fn line(row: LedgerRow, period: &str) -> AnyView {
    let causes = row
        .causes
        .iter()
        .map(|(cause, count)| view! { <li>{t!(cause_key(*cause), count = *count)}</li> })
        .collect_view();
    let cells = row.before.persons.zip(row.after.persons).map(|(before, after)| {
        let rows = SexCell::ALL
            .iter()
            .copied()
            .filter(|cell| before.get(*cell) != after.get(*cell))
            .map(|cell| {
                view! { <li>{cell_words(cell)}": "{format::number(before.get(cell))}" → "{format::number(after.get(cell))}</li> }
            })
            .collect_view();
        view! { <ul>{rows}</ul> }
    });
    let redefined = row.redefined.then(|| view! { <p class="hint">{t!("ledger-redefined")}</p> });
    let decided = match row.carried {
        Some(reason) => {
            view! { <p><span class="badge badge--done">{t!("ledger-carried")}</span>" "{reason}</p> }.into_any()
        }
        None => decide(&row.indicator, period),
    };
    view! {
        <li class="stack" id=format!("ledger-{}", row.indicator)>
            <p><strong>{row.indicator.clone()}</strong>" "<span class="meta">{row.name}</span></p>
            <p>{t!("ledger-published")}": "<b>{value_words(&row.before)}</b>" · "{t!("ledger-today")}": "<b>{value_words(&row.after)}</b></p>
            {cells}
            <ul>{causes}</ul>
            {redefined}
            {decided}
        </li>
    }
    .into_any()
}

/// The form that reports a difference in the next period.
fn decide(indicator: &str, period: &str) -> AnyView {
    let state = use_context::<FormState>();
    let typed = state
        .is_some_and(|state| state.doorway == "report_next" && state.value("indicator").as_deref() == Some(indicator));
    let (indicator, period, row) = (indicator.to_owned(), period.to_owned(), indicator.to_owned());
    view! {
        <details open=typed>
            <summary>{t!("ledger-carry")}<span class="visually-hidden">": "{indicator.clone()}</span></summary>
            <Form doorway="report_next" row=("indicator", row)>
                <input type="hidden" name="period" value=period />
                <input type="hidden" name="indicator" value=indicator />
                <ReasonField typed=typed />
                <button class="button button--quiet button--small">{t!("ledger-carry")}</button>
            </Form>
        </details>
    }
    .into_any()
}

/// Only the form that was refused shows what is wrong: a page has one of these for each row. A component of its own, so that
/// it is made inside its form.
#[component]
fn ReasonField(typed: bool) -> impl IntoView {
    if typed {
        view! { <TextField name="reason" /> }.into_any()
    } else {
        view! { <label class="field"><span>{t!("field-reason")}</span><input class="input" name="reason" /></label> }
            .into_any()
    }
}
