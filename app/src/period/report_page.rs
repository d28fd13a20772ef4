//! `/staff/report`: the annual reports that were published; `/staff/report/{period}`: what stands behind each figure, in words.

use domain::period::{NarrativeRow, PeriodRow};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::period_page::version;
use crate::error::AppError;
use crate::form::{Form, FormState, TextField};
use crate::indicator::window_words;
use crate::layout::StaffTabs;
use crate::list::Day;
use crate::load::load;
use crate::request::{param, query, to};
use crate::t;

#[component]
pub fn ReportsPage() -> impl IntoView {
    load(api::periods(), |rows| {
        let body = rows.into_iter().filter(|row| !row.running || row.newest.is_some()).map(period).collect_view();
        view! {
            <Title text=t!("reports-title") />
            <div class="page page--wide">
                <StaffTabs here="report" />
                <h1>{t!("reports-title")}</h1>
                <p class="lede">{t!("reports-lede")}</p>
                <ul class="rows">{body}</ul>
            </div>
        }
    })
}

fn period(row: PeriodRow) -> impl IntoView {
    let label = row.label.clone();
    let narratives = to(&format!("staff/report/{label}"));
    let body = match row.newest {
        Some(newest) => view! { <ol>{version(newest, &label)}</ol> }.into_any(),
        None => view! { <p>{t!("reports-open")}" "<a href=to(&format!("staff/periods/{label}"))>{t!("reports-close")}</a></p> }.into_any(),
    };
    let older = (row.versions > 1).then(|| {
        view! { <p><a href=to(&format!("staff/periods/{label}"))>{t!("reports-older", count = row.versions - 1)}</a></p> }
    });
    view! {
        <li class="stack">
            <h2>{window_words(&label)}</h2>
            {body}
            {older}
            <p><a href=narratives>{t!("reports-narratives")}</a></p>
        </li>
    }
}

type Shown = Vec<NarrativeRow>;

async fn shown(period: String) -> Result<Shown, AppError> {
    api::narratives(period).await
}

#[component]
pub fn NarrativesPage() -> impl IntoView {
    let label = param("period");
    let saved = query("saved");
    let saved = (!saved.is_empty())
        .then(|| view! { <div class="notice notice--success" role="status"><p>{t!("narrative-saved", code = saved)}</p></div> });
    load(shown(label.clone()), move |rows| {
        let title = t!("narratives-title", period = window_words(&label));
        let rows = rows.into_iter().map(|row| narrative(row, &label)).collect_view();
        view! {
            <Title text=title.clone() />
            <div class="page page--wide">
                <StaffTabs here="report" />
                <nav class="breadcrumb" aria-label=t!("indicator-breadcrumb")><ol><li><a href=to("staff/report")>{t!("reports-title")}</a></li></ol></nav>
                {saved}
                <h1>{title}</h1>
                <p class="lede">{t!("narratives-lede")}</p>
                {rows}
            </div>
        }
    })
}

fn narrative(row: NarrativeRow, label: &str) -> AnyView {
    let typed = use_context::<FormState>().is_some_and(|state| {
        state.doorway == "save_indicator_narrative" && state.value("indicator").as_deref() == Some(&row.code)
    });
    let said = if row.es.is_empty() && row.en.is_empty() {
        view! { <p class="meta">{t!("narrative-none")}</p> }.into_any()
    } else {
        let text =
            if crate::request::language() == domain::language::Language::Es { row.es.clone() } else { row.en.clone() };
        let by = row.by.clone().map(|name| view! { " · "{name} });
        let at = row.saved_at.map(|at| view! { <Day at=at /> });
        view! { <p class="prose__plain">{text}</p><p class="meta">{at}{by}</p> }.into_any()
    };
    let (period, code, named, at) = (label.to_owned(), row.code.clone(), row.code.clone(), row.code.clone());
    let (es, en) = (row.es, row.en);
    view! {
        <section class="stack" id=row.code.clone()>
            <h2>{row.code.clone()}" · "{row.name}</h2>
            {said}
            <details open=typed>
                <summary>{t!("narrative-write")}<span class="visually-hidden">": "{named}</span></summary>
                <Form doorway="save_indicator_narrative" row=("indicator", at)>
                    <input type="hidden" name="period" value=period />
                    <input type="hidden" name="indicator" value=code />
                    <input type="hidden" name="revision" value=row.revision.to_string() />
                    <NarrativeFields typed=typed es=es en=en />
                    <button class="button">{t!("narrative-save")}</button>
                </Form>
            </details>
        </section>
    }
    .into_any()
}

/// The fields of one form at a time are the page's: ids are used once. A component of its own, so that they are made inside
/// the form, whose refusal they show.
#[component]
fn NarrativeFields(typed: bool, es: String, en: String) -> impl IntoView {
    if typed {
        view! { <TextField name="narrative_es" rows=4 value=es /><TextField name="narrative_en" rows=4 value=en /> }
            .into_any()
    } else {
        view! {
            <label class="field"><span>{t!("field-narrative-es")}</span><textarea class="input" name="narrative_es" rows="4">{crate::form::area_text(&es)}</textarea></label>
            <label class="field"><span>{t!("field-narrative-en")}</span><textarea class="input" name="narrative_en" rows="4">{crate::form::area_text(&en)}</textarea></label>
        }
        .into_any()
    }
}
