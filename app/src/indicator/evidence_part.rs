//! What staff recorded for an indicator that counts no people, and the form that records more.

use domain::evidence::EvidenceRow;
use leptos::prelude::*;

use crate::form::{Form, FormState, Select, TextField, or_none};
use crate::person::country_options;
use crate::{format, t};

#[component]
pub(super) fn EvidencePart(code: String, rows: Vec<EvidenceRow>) -> impl IntoView {
    let typed = use_context::<FormState>().is_some_and(|state| state.doorway == "record_evidence");
    let list = if rows.is_empty() {
        view! { <p>{t!("evidence-none")}</p> }.into_any()
    } else {
        let items = rows.into_iter().map(evidence).collect_view();
        view! { <ol class="rows">{items}</ol> }.into_any()
    };
    view! {
        <section aria-labelledby="evidence" class="stack">
            <h2 id="evidence">{t!("evidence-title")}</h2>
            <p class="hint">{t!("evidence-hint")}</p>
            {list}
            <details open=typed>
                <summary>{t!("evidence-new")}</summary>
                <Form doorway="record_evidence">
                    <input type="hidden" name="indicator" value=code />
                    <Select name="country" options=or_none(t!("evidence-no-country"), country_options()) optional=true />
                    <TextField name="happened_on" kind="date" />
                    <TextField name="what" rows=3 hint=t!("evidence-what-hint") />
                    <TextField name="document" hint=t!("evidence-document-hint") />
                    <TextField name="document_link" optional=true />
                    <button class="button">{t!("evidence-record")}</button>
                </Form>
            </details>
        </section>
    }
}

fn evidence(row: EvidenceRow) -> impl IntoView {
    let country = row.country.map(|code| t!(&format!("country-{code}"))).unwrap_or_default();
    let link = row.link.map(|link| view! { " "<a href=link rel="noopener noreferrer">{t!("evidence-open")}</a> });
    let by = row.recorded_by.map(|name| view! { " · "{name} });
    let end = match row.withdrawn {
        Some(reason) => view! { <p><span class="badge">{t!("evidence-withdrawn")}</span>" "{reason}</p> }.into_any(),
        None => {
            let (id, row_id) = (row.id.clone(), row.id);
            view! {
            <details>
                <summary>{t!("evidence-withdraw")}<span class="visually-hidden">": "{country.clone()}</span></summary>
                <Form doorway="withdraw_evidence" row=("evidence", row_id)>
                    <input type="hidden" name="evidence" value=id />
                    <label class="field"><span>{t!("field-reason")}</span><input class="input" name="reason" /></label>
                    <button class="button button--quiet button--small">{t!("evidence-withdraw")}</button>
                </Form>
            </details>
            }
            .into_any()
        }
    };
    view! {
        <li class="stack">
            <p><strong>{country}</strong>" "<time datetime=row.happened_on.to_string()>{format::date(row.happened_on)}</time></p>
            <p>{row.what}</p>
            <p class="meta">{row.document}{link}{by}</p>
            {end}
        </li>
    }
}
