//! `/staff/indicators/{code}`: what an indicator means, its figure, split and years, and the way to the list behind it.

use domain::indicator::{IndicatorView, YearRow};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::editions_behind::EditionsBehind;
use super::evidence_part::EvidencePart;
use super::gain_table::GainTable;
use super::past_part::PastPart;
use super::sex_bar::{Legend, SexBar};
use super::splits_part::SplitsPart;
use super::window::{YearSwitch, asked_year, in_year, window_words};
use super::words::{Figures, ProgressBars, Share};
use super::year_table::YearTable;
use crate::form::refusal_notice;
use crate::list::page_number;
use crate::load::load;
use crate::request::{param, query, to};
use crate::{format, t};

#[component]
pub fn IndicatorPage() -> impl IntoView {
    let year = asked_year();
    let search = query("search");
    load(api::indicator(param("code"), year, search.clone(), page_number()), move |view| {
        let row = view.row.clone();
        let path = to(&format!("staff/indicators/{}", row.code));
        // What staff record, and the languages of a course, come from no edition.
        let taught = row.persons.is_some();
        let people = row.persons.map(|_| {
            view! { <p><a class="button" href=in_year(&format!("{path}/people"), year)>{t!("indicator-open-list")}</a></p> }
        });
        let mut years: Vec<i32> = view.years.iter().filter_map(|row| row.year).collect();
        years.sort_by_key(|year| std::cmp::Reverse(*year));
        let here = row.value;
        let edit = to(&format!("staff/indicators/{}/edit", row.code));
        let recorded = row.population == domain::indicator::Measure::RecordedByStaff;
        let evidence = recorded.then(|| view! { <EvidencePart code=row.code.clone() rows=view.evidence.clone() /> });
        let retired = view.retired.then(|| view! { <div class="notice"><p>{t!("definition-is-retired")}</p></div> });
        view! {
            <Title text=row.name.clone() />
            <div class="page page--wide">
                <nav class="breadcrumb" aria-label=t!("indicator-breadcrumb")>
                    <ol><li><a href=in_year(&to("staff/indicators"), year)>{t!("indicators-title")}</a></li><li aria-current="page">{row.code.clone()}</li></ol>
                </nav>
                <header>
                    <p class="indicator__code">{row.code.clone()}" · "{row.section.clone()}</p>
                    <h1>{row.name.clone()}</h1>
                    <p class="lede">{row.output.clone()}</p>
                </header>
                {saved()}
                {refusal_notice()}
                {retired}
                <YearSwitch path=path.clone() years=years chosen=year />
                <Figures row=row.clone() large=true />
                <div class="stack"><ProgressBars progress=row.progress.clone() /></div>
                <PastPart past=row.past.clone() here=here />
                {definition(&view, edit)}
                {charts(&view)}
                {moved(view.moved)}
                {people}
                {evidence}
                <SplitsPart splits=view.splits window=window_words(&row.window) />
                <YearTable years=view.years path=format!("{path}/people") name=row.name />
                {taught.then(|| view! { <EditionsBehind editions=view.editions window=window_words(&row.window) path=path.clone() year=year search=search /> })}
            </div>
        }
    })
}

/// What was just done.
fn saved() -> Option<impl IntoView> {
    let what = query("saved");
    matches!(what.as_str(), "1" | "evidence" | "withdrawn").then(|| {
        view! { <div class="notice notice--success" role="status"><p>{t!(&format!("indicator-saved-{what}"))}</p></div> }
    })
}

/// What is counted, printed with the figure.
fn definition(view: &IndicatorView, edit: String) -> impl IntoView + use<> {
    let sentences = view.definition.iter().cloned().map(|sentence| view! { <li>{sentence}</li> }).collect_view();
    let note = (!view.row.note.is_empty()).then(|| view! { <p class="hint">{view.row.note.clone()}</p> });
    view! {
        <section class="panel stack">
            <h2>{t!("indicator-definition")}</h2>
            <ul class="checklist">{sentences}</ul>
            {note}
            <p class="hint">{t!("indicator-version", number = view.version)}" "<a href=edit>{t!("definition-change")}</a></p>
        </section>
    }
}

fn charts(view: &IndicatorView) -> AnyView {
    let by_sex = view.row.persons.map(|persons| {
        let share = view.row.share.zip(view.row.coverage).map(|(share, coverage)| view! { <Share share=share coverage=coverage /> });
        view! {
            <section>
                <h2>{t!("indicator-by-sex")}</h2>
                <figure class="stack"><SexBar cells=persons tall=true /><Legend cells=persons /><figcaption>{share}</figcaption></figure>
            </section>
        }
    });
    let gains = view.row.gain.zip(view.row.persons).filter(|(gains, _)| gains.all.is_some()).map(|(gains, persons)| {
        let caption = t!("indicator-gain-caption", indicator = &view.row.name, window = window_words(&view.row.window));
        view! { <section><h2>{t!("indicator-gain-by-sex")}</h2><GainTable gains=gains persons=persons caption=caption /></section> }
    });
    let trend = trend(&view.years);
    view! { <div class="split split--even">{by_sex}{gains}{trend}</div> }.into_any()
}

/// A bar a year. The numbers stand in the table too.
fn trend(years: &[YearRow]) -> Option<impl IntoView + use<>> {
    let points: Vec<(i32, u32)> = years.iter().filter_map(|row| row.year.zip(row.value)).collect();
    let most = points.iter().map(|(_, value)| *value).max()?.max(1);
    let bars = points
        .into_iter()
        .map(|(year, value)| {
            view! {
                <li>
                    <span>{year}</span>
                    <progress max=most.to_string() value=value.to_string() aria-hidden="true"></progress>
                    <span class="num">{format::number(value)}</span>
                </li>
            }
        })
        .collect_view();
    Some(view! {
        <section>
            <h2>{t!("indicator-by-year")}</h2>
            <figure class="stack"><ol class="trend">{bars}</ol><figcaption>{t!("indicator-by-year-caption")}</figcaption></figure>
        </section>
    })
}

/// People whose participations declare different things: the last one decides, and they are flagged.
fn moved(count: u32) -> Option<impl IntoView> {
    (count > 0).then(|| view! { <div class="notice"><p>{t!("indicator-moved", count = count)}</p></div> })
}
