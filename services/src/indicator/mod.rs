//! The plan's indicators: their definitions, their figures, and the lists behind the figures.
//!
//! Page, file and command line ask `figures` and nothing else, so that they cannot differ. A warm list of all indicators
//! costs two small queries (revision, published versions); see `counting` for what is kept in memory.

mod csv;
mod figures;
mod store;
mod view;
mod words;

pub use csv::csv;
pub use view::{indicator, members};

use domain::counting::Window;
use domain::error::Code;
use domain::indicator::{CountReport, Indicator, IndicatorRow, Measure};

use crate::counting;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::policy;
use figures::Figures;

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
            store::insert_first(&tx, ctx, place, indicator).await?;
            added += 1;
        }
    }
    if added > 0 {
        counting::bump(&tx).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Every indicator in a calendar year of the reporting zone, or with None in the plan's window.
///
/// # Errors
/// `SignInFirst`, `NotForYou`.
pub async fn list(ctx: &Ctx, year: Option<i32>) -> Result<Vec<IndicatorRow>> {
    policy::may_staff(ctx)?;
    let figures = Figures::load(ctx).await?;
    let window = window(ctx, year)?;
    let mut rows = Vec::with_capacity(figures.current.definitions.len());
    for definition in &figures.current.definitions {
        rows.push(figures.row(&definition.indicator, window).await?);
    }
    Ok(rows)
}

/// One indicator's figures in any window, for the command line.
///
/// # Errors
/// `NotFound`, `SignInFirst`, `NotForYou`.
pub async fn count(ctx: &Ctx, code: &str, window: Window) -> Result<CountReport> {
    policy::may_staff(ctx)?;
    let figures = Figures::load(ctx).await?;
    let indicator = &figures.current.find(code).ok_or(Code::NotFound)?.indicator;
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

/// A year that can be meant, or the plan.
fn window(ctx: &Ctx, year: Option<i32>) -> Result<Window> {
    let zone = ctx.settings.reporting_zone;
    match year {
        None => Ok(Window::plan(zone)),
        Some(year) if (1900..=9999).contains(&year) => Ok(Window::year(year, zone)),
        Some(_) => Err(Code::NotFound.into()),
    }
}

/// Whether persons and participations stand beside the figure.
const fn has_people(measure: Measure) -> bool {
    matches!(measure, Measure::Participants | Measure::Completers | Measure::Editions | Measure::LearningGain)
}
