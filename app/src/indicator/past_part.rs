//! What was reported before the platform: beside the figure, never added to it.

use domain::history::PastNote;
use leptos::prelude::*;

use super::sex_bar::SexBar;
use crate::{format, t};

/// One line a figure; with `here`, what is recorded on the campus stands beside it.
#[component]
pub(super) fn PastPart(past: Vec<PastNote>, here: Option<u32>) -> impl IntoView {
    (!past.is_empty()).then(|| {
        let lines = past
            .into_iter()
            .map(|note| {
                let number = format!("{}{}", note.sign, format::number(note.number));
                let years = if note.years.0 == note.years.1 {
                    note.years.0.to_string()
                } else {
                    format!("{}–{}", note.years.0, note.years.1)
                };
                let source = if note.page.is_empty() { note.document } else { format!("{}, {}", note.document, note.page) };
                let here = here.map_or_else(|| t!("no-data"), format::number);
                let words = t!("past-line", number = number, here = here, title = note.title, years = years);
                view! { <li><p>{words}</p>{note.split.map(|cells| view! { <SexBar cells=cells /> })}<p class="meta">{t!("past-source", source = source)}</p></li> }
            })
            .collect_view();
        view! {
            <section class="panel stack" aria-label=t!("past-title")>
                <h2>{t!("past-title")}</h2>
                <ul class="stack">{lines}</ul>
                <p class="hint">{t!("past-hint")}</p>
            </section>
        }
    })
}
