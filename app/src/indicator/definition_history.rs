//! Every version of a definition: who changed what, when and why; and taking an indicator out of what is reported.

use domain::indicator::VersionRow;
use leptos::prelude::*;

use crate::form::{Form, TextField};
use crate::list::Day;
use crate::t;

#[component]
pub(super) fn DefinitionHistory(code: String, history: Vec<VersionRow>, retired: bool) -> impl IntoView {
    let rows = history.into_iter().map(version).collect_view();
    let (button, to) = if retired { ("definition-restore", "") } else { ("definition-retire", "1") };
    view! {
        <section aria-labelledby="history" class="stack">
            <h2 id="history">{t!("definition-history")}</h2>
            <ol class="timeline" reversed>{rows}</ol>
        </section>
        <details>
            <summary>{t!(button)}</summary>
            <p class="hint">{t!("definition-retire-hint")}</p>
            <Form doorway="retire_indicator">
                <input type="hidden" name="code" value=code />
                <input type="hidden" name="retired" value=to />
                <TextField name="reason" rows=2 />
                <button class="button button--quiet">{t!(button)}</button>
            </Form>
        </details>
    }
}

fn version(row: VersionRow) -> impl IntoView {
    let by = row.by.unwrap_or_else(|| t!("definition-by-campus"));
    let reason = if row.reason.is_empty() { t!("definition-first") } else { row.reason };
    let changes = row
        .changes
        .into_iter()
        .map(|(field, before, after)| {
            let shown = |text: String| if text.is_empty() { t!("definition-empty") } else { text };
            view! { <li>{t!(&format!("field-{field}"))}": "<del>{shown(before)}</del>" → "<ins>{shown(after)}</ins></li> }
        })
        .collect_view();
    view! {
        <li class="stack">
            <p><strong>{t!("indicator-version", number = row.version)}</strong>" "<span class="meta"><Day at=row.at />" · "{by}</span></p>
            <p>{reason}</p>
            <ul>{changes}</ul>
        </li>
    }
}
