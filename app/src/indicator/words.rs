//! An indicator's numbers in words. "To be determined" is never a number.

use domain::counting::Ratio;
use domain::indicator::{Baseline, Comparator, IndicatorRow, Measure, Period, Progress, TargetReading};
use domain::language::Language;
use domain::quiz::Points;
use leptos::prelude::*;

use super::window::window_words;
use crate::request::language;
use crate::{format, t};

/// What the value is a number of: "Persons trained", "Workshops".
pub(super) fn counted_words(row: &IndicatorRow) -> String {
    if row.population == Measure::LearningGain {
        t!("indicator-gain")
    } else if row.population.is_number_of_people() {
        t!(&format!("indicator-counted-{}", row.population))
    } else {
        t!(&format!("indicator-unit-{}", row.unit))
    }
}

/// "12.5 points", or the words for nothing: a mean of nobody is no number.
pub(crate) fn points(mean: Option<Points>) -> String {
    let mark = if language() == Language::Es { ',' } else { '.' };
    mean.map_or_else(|| t!("no-data"), |mean| t!("indicator-gain-points", points = mean.decimal(mark)))
}

/// Value, target and baseline, each in its words.
#[component]
pub(super) fn Figures(row: IndicatorRow, #[prop(optional)] large: bool) -> impl IntoView {
    let (value, value_known) = match (row.value, row.no_value) {
        (None, None) if row.gain.is_some() => (points(row.gain.and_then(|gain| gain.all)), true),
        (Some(value), _) => (format::number(value), true),
        (None, Some(reason)) => (t!(&format!("indicator-no-value-{reason}")), false),
        (None, None) => (t!("no-data"), false),
    };
    let target =
        row.target.map_or_else(|| t!("indicator-no-target"), |target| target_words(target, row.comparator, row.period));
    let (baseline, baseline_known) = match row.baseline {
        Baseline::Value(value) => (format::number(value), true),
        Baseline::ToBeDetermined => (t!("indicator-to-be-determined"), false),
        Baseline::NotStated => (t!("indicator-not-stated"), false),
    };
    let participations = row.participations.filter(|_| row.population.is_number_of_people()).map(|cells| {
        view! { <div><dt>{t!("indicator-participations")}</dt><dd>{format::number(cells.total())}</dd></div> }
    });
    let class = if large { "figures figures--large" } else { "figures" };
    view! {
        <dl class=class>
            <div class:is-main=value_known><dt>{counted_words(&row)}", "{window_words(&row.window)}</dt><dd class:is-tbd=!value_known>{value}</dd></div>
            <div><dt>{t!("indicator-target")}</dt><dd class:is-tbd=row.target.is_none()>{target}</dd></div>
            <div><dt>{t!("indicator-baseline")}</dt><dd class:is-tbd=!baseline_known>{baseline}</dd></div>
            {participations}
        </dl>
    }
}

fn target_words(target: u32, comparator: Comparator, period: Period) -> String {
    let target = format::number(target);
    match (comparator, period) {
        (Comparator::AtLeast, Period::Plan) => t!("indicator-at-least", target = target),
        (Comparator::AtLeast, Period::CalendarYear) => t!("indicator-at-least-a-year", target = target),
        (Comparator::MoreThan, Period::Plan) => t!("indicator-more-than", target = target),
        (Comparator::MoreThan, Period::CalendarYear) => t!("indicator-more-than-a-year", target = target),
    }
}

/// How far the indicator has come: one bar for each reading of its target that is still possible.
#[component]
pub(crate) fn ProgressBars(progress: Vec<Progress>) -> impl IntoView {
    let several = progress.len() > 1;
    let bars = progress.into_iter().map(|one| progress_bar(&one, several)).collect_view();
    let unsettled = several.then(|| view! { <p class="hint">{t!("indicator-unsettled")}</p> });
    view! { {bars}{unsettled} }
}

fn progress_bar(one: &Progress, several: bool) -> AnyView {
    let reading = if several || one.reading == TargetReading::IncludingBaseline {
        t!(&format!("indicator-reading-{}", one.reading))
    } else {
        String::new()
    };
    let Some((value, ratio)) = one.value.zip(one.ratio) else {
        return view! { <p class="meta">{t!("indicator-progress-unknown", target = format::number(one.target))}" "{reading}</p> }.into_any();
    };
    let words = t!(
        "indicator-progress",
        value = format::number(value),
        target = format::number(one.target),
        share = ratio.text(language()),
        window = window_words(&one.window)
    );
    let words = if reading.is_empty() { words } else { format!("{words} ({reading})") };
    let reached = one.reached.then(|| view! { <span class="badge badge--done">{t!("indicator-target-met")}</span> });
    view! {
        <div class="progress">
            <progress max="100" value=ratio.bar().to_string() aria-label=words.clone()>{words.clone()}</progress>
            <span class="progress__label">{words}" "{reached}</span>
        </div>
    }
    .into_any()
}

/// The women's share, never without its coverage.
#[component]
pub(super) fn Share(share: Ratio, coverage: Ratio) -> impl IntoView {
    let words = if share.whole == 0 {
        t!("indicator-share-none")
    } else {
        t!(
            "indicator-share",
            share = share.text(language()),
            declared = format::number(share.whole),
            coverage = coverage.text(language())
        )
    };
    view! { <p class="meta">{words}</p> }
}
