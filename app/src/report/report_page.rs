//! `/teach/{edition}/report`: the closing report, on screen, on paper and as a workbook.

use domain::report::ReportView;
use domain::survey::TOGETHER;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::narrative::NarrativePart;
use super::tables::{BySex, ByWord, Sessions};
use crate::edition::TeachHead;
use crate::indicator::GainTable;
use crate::load::load;
use crate::request::{language, param, query, to};
use crate::t;

#[component]
pub fn ReportPage() -> impl IntoView {
    load(api::report(param("edition")), |view| {
        let saved = (!query("saved").is_empty())
            .then(|| view! { <div class="notice notice--success" role="status"><p>{t!("report-saved")}</p></div> });
        let code = view.edition.code.clone();
        view! {
            <Title text=t!("report-title", edition = &view.edition.title) />
            <div class="page page--wide">
                <TeachHead edition=view.edition.clone() current="report" />
                {saved}
                <p class="lede">{t!("report-lede")}</p>
                <p class="no-print cluster">
                    <a class="button button--quiet" href=to(&format!("teach/{code}/report.pdf"))>{t!("report-pdf")}</a>
                    <a class="button button--quiet" href=to(&format!("teach/{code}/report.xlsx"))>{t!("report-download")}</a>
                </p>
                {numbers(&view)}
                <NarrativePart view=view.clone() />
            </div>
        }
    })
}

fn numbers(view: &ReportView) -> AnyView {
    let numbers = &view.numbers;
    if numbers.participations == 0 && numbers.all.applied.is_none_or(|applied| applied.total() == 0) {
        return view! { <div class="empty"><h2>{t!("report-empty-title")}</h2><p>{t!("report-empty")}</p></div> }
            .into_any();
    }
    let persons = numbers.all.enrolled.total();
    let twice = (numbers.participations > persons)
        .then(|| view! { <p class="hint">{t!("report-participations", persons = persons, participations = numbers.participations)}</p> });
    view! {
        <section aria-labelledby="people" class="stack">
            <h2 id="people">{t!("report-people")}</h2>
            {twice}
            <BySex all=numbers.all.clone() />
            <ByWord caption=t!("report-by-country") head=t!("field-country") rows=numbers.countries.clone() names=Vec::new() />
            <ByWord caption=t!("report-by-kind") head=t!("field-personnel-kind") rows=numbers.kinds.clone() names=view.kind_names.clone() />
        </section>
        <section aria-labelledby="sessions" class="stack"><h2 id="sessions">{t!("teach-kind-sessions")}</h2><Sessions view=view.clone() /></section>
        {gain(view)}
        {satisfaction(view)}
    }
    .into_any()
}

fn gain(view: &ReportView) -> AnyView {
    let body = if view.numbers.tested.total() == 0 {
        view! { <p>{t!("report-no-gain")}</p> }.into_any()
    } else {
        view! { <GainTable gains=view.numbers.gains persons=view.numbers.tested caption=t!("report-gain-caption") /> }
            .into_any()
    };
    view! { <section aria-labelledby="gain" class="stack"><h2 id="gain">{t!("report-gain")}</h2>{body}</section> }
        .into_any()
}

/// The means of the survey's scales; what was written is on the survey's own page.
fn satisfaction(view: &ReportView) -> AnyView {
    let mark = if language() == domain::language::Language::Es { ',' } else { '.' };
    let rows: Vec<_> = view
        .satisfaction
        .iter()
        .filter_map(|one| Some((one, one.mean?)))
        .map(|(one, mean)| {
            let mean = format!("{}{mark}{:02}", mean / 100, mean % 100);
            view! { <li class="result"><div inner_html=one.question.html.clone()></div><p>{t!("survey-mean")}" "<strong>{mean}</strong></p></li> }
        })
        .collect();
    let body = if rows.is_empty() {
        view! { <p>{t!("report-no-answers", together = TOGETHER)}</p> }.into_any()
    } else {
        view! { <p>{t!("survey-shown", count = view.answers)}</p><ul class="results">{rows}</ul> }.into_any()
    };
    let href = to(&format!("teach/{}/survey", view.edition.code));
    view! {
        <section aria-labelledby="satisfaction" class="stack">
            <h2 id="satisfaction">{t!("report-satisfaction")}</h2>
            {body}
            <p class="no-print"><a href=href>{t!("report-to-survey")}</a></p>
        </section>
    }
    .into_any()
}
