//! What the API answers, made from what the pages show.

mod lists;

pub use lists::{MembersAnswer, ParticipationAnswer, ParticipationsAnswer, PeriodsAnswer};

use chrono::NaiveDate;
use domain::counting::{Cells, Gains, Ratio};
use domain::indicator::{IndicatorRow, IndicatorView, Progress};
use domain::person::SexCell;
use serde::Serialize;
use utoipa::ToSchema;

/// The five cells and their sum.
#[derive(Debug, Serialize, ToSchema)]
pub struct FiveCells {
    woman: u32,
    man: u32,
    another: u32,
    declined: u32,
    not_recorded: u32,
    total: u32,
}

impl From<Cells> for FiveCells {
    fn from(cells: Cells) -> Self {
        let Cells { woman, man, another, declined, not_recorded } = cells;
        Self { woman, man, another, declined, not_recorded, total: cells.total() }
    }
}

/// Mean gains in percentage points; null for a cell of nobody.
#[derive(Debug, Serialize, ToSchema)]
pub struct MeanGains {
    woman: Option<f64>,
    man: Option<f64>,
    another: Option<f64>,
    declined: Option<f64>,
    not_recorded: Option<f64>,
    all: Option<f64>,
}

impl From<Gains> for MeanGains {
    fn from(gains: Gains) -> Self {
        let points = |points: Option<domain::quiz::Points>| points.map(|points| f64::from(points.0) / 10.0);
        let of = |cell| points(gains.get(cell));
        Self {
            woman: of(SexCell::Woman),
            man: of(SexCell::Man),
            another: of(SexCell::Another),
            declined: of(SexCell::Declined),
            not_recorded: of(SexCell::NotRecorded),
            all: points(gains.all),
        }
    }
}

fn percent(ratio: Option<Ratio>) -> Option<f64> {
    ratio.and_then(Ratio::tenths).map(|tenths| f64::from(tenths) / 10.0)
}

/// How far an indicator has come, in one reading of its target.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProgressTo {
    /// `new` or `including-baseline`.
    reading: String,
    window: String,
    value: Option<u32>,
    target: u32,
    percent: Option<f64>,
    reached: bool,
}

impl From<&Progress> for ProgressTo {
    fn from(progress: &Progress) -> Self {
        Self {
            reading: progress.reading.to_string(),
            window: progress.window.clone(),
            value: progress.value,
            target: progress.target,
            percent: percent(progress.ratio),
            reached: progress.reached,
        }
    }
}

/// An indicator with its figure in one window.
#[derive(Debug, Serialize, ToSchema)]
pub struct IndicatorAnswer {
    code: String,
    section: String,
    objective: String,
    output: String,
    name: String,
    unit: String,
    population: String,
    /// `plan` or `calendar-year`: over which time the target is set.
    period: String,
    /// A year, or `plan`.
    window: String,
    /// In units; null while there is none.
    value: Option<u32>,
    gain: Option<MeanGains>,
    persons: Option<FiveCells>,
    participations: Option<FiveCells>,
    /// Women over those who declared; read it with the coverage.
    women_share_percent: Option<f64>,
    coverage_percent: Option<f64>,
    /// A number, `to be determined`, or null where the plan states none.
    #[schema(value_type = Object)]
    baseline: serde_json::Value,
    target: Option<u32>,
    comparator: String,
    progress: Vec<ProgressTo>,
}

impl From<&IndicatorRow> for IndicatorAnswer {
    fn from(row: &IndicatorRow) -> Self {
        Self {
            code: row.code.clone(),
            section: row.section.clone(),
            objective: row.objective.clone(),
            output: row.output.clone(),
            name: row.name.clone(),
            unit: row.unit.to_string(),
            population: row.population.to_string(),
            period: row.period.to_string(),
            window: row.window.clone(),
            value: row.value,
            gain: row.gain.map(Into::into),
            persons: row.persons.map(Into::into),
            participations: row.participations.map(Into::into),
            women_share_percent: percent(row.share),
            coverage_percent: percent(row.coverage),
            baseline: serde_json::to_value(row.baseline).unwrap_or_default(),
            target: row.target,
            comparator: row.comparator.to_string(),
            progress: row.progress.iter().map(Into::into).collect(),
        }
    }
}

/// A part of a figure.
#[derive(Debug, Serialize, ToSchema)]
pub struct SplitPart {
    /// A code; empty for "not recorded".
    key: String,
    name: String,
    persons: FiveCells,
    participations: FiveCells,
}

/// A figure along one axis; its parts add up to it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Split {
    /// `country`, `personnel-kind`, `institution-type`, `modality`, `language` or `course`.
    axis: String,
    parts: Vec<SplitPart>,
}

/// An edition's part in a figure.
#[derive(Debug, Serialize, ToSchema)]
pub struct EditionPart {
    code: String,
    title: String,
    course: String,
    modality: String,
    starts_on: NaiveDate,
    persons: FiveCells,
    participations: u32,
}

/// An indicator with everything that its page shows.
#[derive(Debug, Serialize, ToSchema)]
pub struct IndicatorDetail {
    indicator: IndicatorAnswer,
    /// What is counted, in sentences.
    definition: Vec<String>,
    definition_version: u32,
    splits: Vec<Split>,
    /// By first day, the newest first; 25 a page.
    editions: Vec<EditionPart>,
    /// Editions in all, and the number of this page of them.
    editions_total: u32,
    editions_page: u32,
}

impl From<&IndicatorView> for IndicatorDetail {
    fn from(view: &IndicatorView) -> Self {
        let split = |split: &domain::indicator::SplitView| Split {
            axis: split.axis.to_string(),
            parts: split
                .rows
                .iter()
                .map(|(name, row)| SplitPart {
                    key: row.key.clone(),
                    name: name.clone(),
                    persons: row.persons.into(),
                    participations: row.participations.into(),
                })
                .collect(),
        };
        let edition = |one: &domain::indicator::EditionShare| EditionPart {
            code: one.code.clone(),
            title: one.title.clone(),
            course: one.course.clone(),
            modality: one.modality.to_string(),
            starts_on: one.starts_on,
            persons: one.persons.into(),
            participations: one.participations,
        };
        Self {
            indicator: (&view.row).into(),
            definition: view.definition.clone(),
            definition_version: view.version,
            splits: view.splits.iter().map(split).collect(),
            editions: view.editions.rows.iter().map(edition).collect(),
            editions_total: view.editions.total,
            editions_page: view.editions.number,
        }
    }
}

/// Every indicator in one window.
#[derive(Debug, Serialize, ToSchema)]
pub struct IndicatorsAnswer {
    pub indicators: Vec<IndicatorAnswer>,
}
