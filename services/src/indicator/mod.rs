//! The plan's indicators: their definitions, their figures, and the lists behind the figures.
//!
//! Page, file and command line ask `figures` and nothing else, so that they cannot differ. A warm list of all indicators
//! costs two small queries (revision, published versions); see `counting` for what is kept in memory.

mod csv;
mod dashboard;
mod edit;
mod figures;
mod out;
mod splits;
mod store;
mod view;
pub(crate) mod words;

pub use csv::csv;
pub use dashboard::dashboard;
pub use edit::{definition, effect, retire, save};
pub use out::{iati, json, sdmx, xlsx};
pub(crate) use view::write_members;
pub use view::{indicator, members};

use domain::counting::{Scope, Window};
use domain::error::Code;
use domain::indicator::{
    Baseline, Comparator, CountReport, Indicator, IndicatorRow, Measure, Period, SexSplit, TargetReading, Unit,
};
use domain::language::Words;
use domain::token::ApiRight;

use crate::counting::{self, Definition};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::policy;
pub(crate) use figures::Figures;

/// The definitions that a new campus starts with.
const DEFINITIONS: &str = include_str!("../../data/indicators.yaml");

/// The definitions in the product's data file.
fn definitions() -> Result<Vec<Indicator>> {
    serde_saphyr::from_str(DEFINITIONS)
        .map_err(|error| Error::other("services/data/indicators.yaml", error.to_string()))
}

/// Gives the campus the indicators that it lacks. What it has stays as staff left it.
///
/// # Errors
/// When the database fails.
pub async fn seed(ctx: &Ctx) -> Result<()> {
    let tx = ctx.db.begin_write().await?;
    let known = store::codes(&tx).await?;
    let mut added = 0;
    for (place, indicator) in definitions()?.iter().enumerate() {
        if !known.contains(&indicator.code) {
            let place = i32::try_from(place).unwrap_or(i32::MAX);
            let definition = Definition { version: 1, indicator: indicator.clone() };
            store::insert(&tx, ctx, place, &definition, "").await?;
            added += 1;
        }
    }
    if added > 0 {
        counting::bump(&tx, &[]).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Every indicator in a calendar year of the reporting zone, or with None in the plan's window.
///
/// # Errors
/// `SignInFirst`, `NotForYou`.
pub async fn list(ctx: &Ctx, year: Option<i32>) -> Result<Vec<IndicatorRow>> {
    policy::may_read(ctx, ApiRight::Figures)?;
    let figures = Figures::load(ctx).await?;
    let window = figures.window(year)?;
    let mut rows = Vec::with_capacity(figures.current.definitions.len());
    for definition in figures.current.reported() {
        rows.push(figures.row(&definition.indicator, window).await?);
    }
    Ok(rows)
}

/// One indicator's figures in any window, or with None in the plan's, for the command line.
///
/// # Errors
/// `NotFound`, `SignInFirst`, `NotForYou`.
pub async fn count(ctx: &Ctx, code: &str, window: impl Into<Option<Window>>) -> Result<CountReport> {
    policy::may_read(ctx, ApiRight::Figures)?;
    let figures = Figures::load(ctx).await?;
    let window = window.into().unwrap_or_else(|| figures.plan_window());
    let indicator = &figures.current.find(code).ok_or(Code::NotFound)?.indicator;
    report(&figures, indicator, window).await
}

/// The same of every indicator, in the plan's order.
///
/// # Errors
/// `SignInFirst`, `NotForYou`.
pub async fn count_all(ctx: &Ctx, window: impl Into<Option<Window>>) -> Result<Vec<CountReport>> {
    policy::may_read(ctx, ApiRight::Figures)?;
    let figures = Figures::load(ctx).await?;
    let window = window.into().unwrap_or_else(|| figures.plan_window());
    let mut all = Vec::with_capacity(figures.current.definitions.len());
    for definition in figures.current.reported() {
        all.push(report(&figures, &definition.indicator, window).await?);
    }
    Ok(all)
}

async fn report(figures: &Figures<'_>, indicator: &Indicator, window: Window) -> Result<CountReport> {
    let figure = figures.figure(indicator, window).await?;
    let counts_people = indicator.population.people().is_some();
    Ok(CountReport {
        indicator: indicator.code.clone(),
        window: window.into(),
        unit: indicator.unit,
        population: indicator.population,
        persons: figure.persons,
        participations: figure.participations,
        baseline: indicator.baseline,
        target: indicator.target,
        value: (!counts_people).then_some(figure.value),
        gain: figure.gain,
    })
}

/// Whether persons and participations stand beside the figure.
const fn has_people(measure: Measure) -> bool {
    matches!(measure, Measure::Participants | Measure::Completers | Measure::Editions | Measure::LearningGain)
}

/// A definition that counts everybody who completed anything, in the plan: for figures that no indicator declares.
pub(crate) fn blank() -> Indicator {
    Indicator {
        code: String::new(),
        section: String::new(),
        name: Words::default(),
        objective: Words::default(),
        output: Words::default(),
        unit: Unit::Persons,
        population: Measure::Completers,
        scope: Scope::default(),
        disaggregation: Vec::new(),
        period: Period::Plan,
        baseline: Baseline::NotStated,
        baseline_split: SexSplit::default(),
        baseline_on: None,
        baseline_source: String::new(),
        target: None,
        target_split: SexSplit::default(),
        milestones: std::collections::BTreeMap::new(),
        comparator: Comparator::AtLeast,
        target_reading: TargetReading::New,
        source: Words::default(),
        responsible: String::new(),
        note: Words::default(),
        retired: false,
    }
}
