//! What happened, in words: to read, and to write as long as the edition is not closed.

use domain::edition::EditionState;
use domain::error::Code;
use domain::report::{Narrative, ReportView};
use leptos::prelude::*;

use crate::form::{Form, FormState, TextField};
use crate::list::Day;
use crate::t;

#[component]
pub(super) fn NarrativePart(view: ReportView) -> impl IntoView {
    let by = view.saved_by.clone().unwrap_or_default();
    let saved = view.saved_at.map(|at| view! { <p class="meta">{t!("report-saved-by", name = by)}" "<Day at /></p> });
    let body = if view.edition.state == EditionState::Closed { read(&view.narrative) } else { write(view.narrative) };
    view! {
        <section aria-labelledby="happened-head" class="stack">
            <h2 id="happened-head">{t!("report-words")}</h2>
            {saved}
            {body}
        </section>
    }
}

fn read(narrative: &Narrative) -> AnyView {
    let texts = [("happened", &narrative.happened), ("learned", &narrative.learned), ("advice", &narrative.advice)];
    let parts: Vec<_> = texts
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| {
            let lines = text
                .lines()
                .filter(|line| !line.trim().is_empty())
                .map(|line| view! { <p>{line.to_owned()}</p> })
                .collect_view();
            view! { <h3>{t!(&format!("field-{name}"))}</h3><div class="prose">{lines}</div> }
        })
        .collect();
    if parts.is_empty() { view! { <p>{t!("report-no-words")}</p> }.into_any() } else { parts.into_any() }
}

fn write(now: Narrative) -> AnyView {
    // Whoever was overtaken sees what is saved now beside what they typed, and may save over it knowingly.
    let overtaken = use_context::<FormState>()
        .filter(|state| state.doorway == "save_narrative" && state.error.code == Code::ChangedMeanwhile)
        .map(|_| view! { <section class="panel"><h3>{t!("report-saved-meanwhile")}</h3>{read(&now)}</section> });
    view! {
        {overtaken}
        <Form doorway="save_narrative">
            <input type="hidden" name="edition" value=now.edition.clone() />
            <input type="hidden" name="revision" value=now.revision.to_string() />
            <TextField name="happened" rows=5 value=now.happened.clone() hint=t!("report-happened-hint") optional=true />
            <TextField name="learned" rows=5 value=now.learned.clone() hint=t!("report-learned-hint") optional=true />
            <TextField name="advice" rows=5 value=now.advice.clone() hint=t!("report-advice-hint") optional=true />
            <button class="button">{t!("report-save")}</button>
        </Form>
    }
    .into_any()
}
