//! `/staff/periods/{period}`: what would be frozen and what is open about it; once closed, its versions and its ledger.

use domain::period::{FrozenFigure, PeriodView, PreviewRow, PublishedVersion};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::ledger::Ledger;
use super::questions::Questions;
use crate::form::{Checkbox, Form, FormState, TextField, refusal_notice};
use crate::indicator::{points, window_words};
use crate::layout::StaffTabs;
use crate::list::Day;
use crate::load::load;
use crate::request::{param, query, to};
use crate::{format, t};

#[component]
pub fn PeriodPage() -> impl IntoView {
    let done = query("done");
    let done = matches!(done.as_str(), "closed" | "restated" | "carried")
        .then(|| view! { <div class="notice notice--success" role="status"><p>{t!(&format!("period-done-{done}"))}</p></div> });
    // A refusal without fields belongs to no form's field.
    let refused = use_context::<FormState>().is_some_and(|state| state.error.fields.is_empty()).then(refusal_notice);
    load(api::period(param("period")), move |view| {
        let title = t!("period-title", period = window_words(&view.label));
        let body = if view.versions.is_empty() { open(&view) } else { closed(view.clone()) };
        view! {
            <Title text=title.clone() />
            <div class="page page--wide">
                <StaffTabs here="periods" />
                <nav class="breadcrumb" aria-label=t!("indicator-breadcrumb")><ol><li><a href=to("staff/periods")>{t!("periods-title")}</a></li></ol></nav>
                {done}
                {refused}
                <h1>{title}</h1>
                {body}
            </div>
        }
    })
}

/// A figure's value as a table shows it.
pub(super) fn value_words(figure: &FrozenFigure) -> String {
    match (figure.gain, figure.value) {
        (Some(gain), _) => points(gain.all),
        (None, Some(value)) => format::number(value),
        (None, None) => t!("no-data"),
    }
}

fn open(view: &PeriodView) -> AnyView {
    let lede = if view.running { t!("period-running-lede") } else { t!("period-open-lede") };
    let questions = if view.questions.is_empty() {
        view! { <p>{t!("period-no-questions")}</p> }.into_any()
    } else {
        view! { <Questions questions=view.questions.clone() period=view.label.clone() /> }.into_any()
    };
    let some = !view.questions.is_empty();
    let form = (!view.running).then(|| {
        let label = view.label.clone();
        view! {
            <section class="panel stack" aria-labelledby="close">
                <h2 id="close">{t!("period-close")}</h2>
                <p>{t!("period-close-what")}</p>
                <Form doorway="close_period">
                    <input type="hidden" name="period" value=label />
                    <TextField name="approver" hint=t!("period-approver-hint") />
                    <TextField name="reason" rows=2 optional=true />
                    {some.then(|| view! { <Checkbox name="read" /> })}
                    <button class="button">{t!("period-close-button")}</button>
                </Form>
            </section>
        }
    });
    let rows = view.preview.iter().cloned().map(preview).collect_view();
    view! {
        <p class="lede">{lede}</p>
        <section aria-labelledby="questions" class="stack"><h2 id="questions">{t!("period-questions")}</h2>{questions}</section>
        <section aria-labelledby="preview" class="stack">
            <h2 id="preview">{t!("period-preview")}</h2>
            <div class="table-wrap">
                <table class="table">
                    <caption class="visually-hidden">{t!("period-preview")}</caption>
                    <thead><tr><th scope="col">{t!("period-indicator")}</th><th scope="col" class="num">{t!("period-value")}</th><th scope="col" class="num">{t!("period-to-date")}</th><th scope="col" class="num">{t!("indicator-women-share")}</th><th scope="col" class="num">{t!("indicator-coverage")}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
        {form}
    }
    .into_any()
}

fn preview(row: PreviewRow) -> impl IntoView {
    let language = crate::request::language();
    let ratio =
        |ratio: Option<domain::counting::Ratio>| ratio.map_or_else(|| t!("no-data"), |ratio| ratio.text(language));
    let persons = row.figure.persons;
    view! {
        <tr>
            <th scope="row"><span><a href=to(&format!("staff/indicators/{}", row.code))>{row.code.clone()}</a>" "<span class="meta">{row.name}</span></span></th>
            <td class="num" data-label=t!("period-value")>{value_words(&row.figure)}</td>
            <td class="num" data-label=t!("period-to-date")>{value_words(&row.to_date)}</td>
            <td class="num" data-label=t!("indicator-women-share")>{ratio(persons.map(domain::counting::Cells::women_share))}</td>
            <td class="num" data-label=t!("indicator-coverage")>{ratio(persons.map(domain::counting::Cells::coverage))}</td>
        </tr>
    }
}

fn closed(view: PeriodView) -> AnyView {
    let label = view.label.clone();
    let newest = view.versions.first().map_or(0, |version| version.version);
    let differs = !view.ledger.is_empty();
    let versions = view.versions.into_iter().map(|one| version(one, &label)).collect_view();
    let restate = differs.then(|| {
        let label = label.clone();
        view! {
            <section class="panel stack" aria-labelledby="restate">
                <h2 id="restate">{t!("period-restate")}</h2>
                <p>{t!("period-restate-what")}</p>
                <Form doorway="restate_period">
                    <input type="hidden" name="period" value=label />
                    <input type="hidden" name="version" value=newest.to_string() />
                    <TextField name="approver" hint=t!("period-approver-hint") />
                    <TextField name="reason" rows=2 />
                    <button class="button">{t!("period-restate-button")}</button>
                </Form>
            </section>
        }
    });
    view! {
        <section aria-labelledby="versions" class="stack">
            <h2 id="versions">{t!("period-versions")}</h2>
            <ol class="rows" reversed>{versions}</ol>
        </section>
        <Ledger rows=view.ledger period=label.clone() />
        {restate}
    }
    .into_any()
}

/// A published version with everything that was made of it.
pub(super) fn version(one: PublishedVersion, label: &str) -> impl IntoView + use<> {
    let base = to(&format!("staff/report/{label}/v{}", one.version));
    let links = [
        ("report.es.html", "period-report-es"),
        ("report.en.html", "period-report-en"),
        ("report.es.pdf", "period-pdf-es"),
        ("report.en.pdf", "period-pdf-en"),
    ]
    .into_iter()
    .map(|(name, words)| view! { <li><a href=format!("{base}/{name}")>{t!(words)}</a></li> })
    .collect_view();
    let reason = (!one.reason.is_empty()).then(|| view! { <p>{one.reason}</p> });
    let by = one.closed_by.map(|name| view! { " · "{name} });
    view! {
        <li class="stack">
            <p><strong>{t!("period-version", number = one.version)}</strong>" "<span class="meta"><Day at=one.closed_at />{by}</span></p>
            <p>{t!("period-approved-by", name = one.approver)}</p>
            {reason}
            <ul class="cluster">{links}</ul>
            <p class="meta">{t!("period-digest")}" "<code>{one.digest.chars().take(16).collect::<String>()}</code></p>
        </li>
    }
}
