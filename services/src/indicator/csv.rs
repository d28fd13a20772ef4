//! The indicators as a file for spreadsheets: the same rows as the page.

use domain::counting::{Cells, Ratio};
use domain::indicator::{Baseline, IndicatorRow, Progress, TargetReading};
use domain::person::SexCell;
use domain::quiz::Points;

use crate::csv_file::CsvFile;
use crate::ctx::Ctx;
use crate::error::Result;

/// Names of the columns before and after the cells; the same in every language, so that a formula survives a change of reader.
const BEFORE: [&str; 9] = ["code", "section", "name", "unit", "population", "period", "window", "value", "no_value"];
const AFTER: [&str; 10] = [
    "women_share_percent",
    "coverage_percent",
    "baseline",
    "comparator",
    "target",
    "progress_window",
    "progress_new",
    "progress_new_percent",
    "progress_including_baseline",
    "progress_including_baseline_percent",
];

/// Every indicator in a year, or with None in the plan's window. A figure that does not exist is an empty field, never 0.
///
/// # Errors
/// `SignInFirst`, `NotForYou`.
pub async fn csv(ctx: &Ctx, year: Option<i32>) -> Result<String> {
    let rows = super::list(ctx, year).await?;
    let mut file = CsvFile::new();
    file.row(header())?;
    for row in &rows {
        file.row(record(row))?;
    }
    file.finish()
}

fn header() -> Vec<String> {
    let mut names: Vec<String> = BEFORE.iter().map(|name| (*name).to_owned()).collect();
    for unit in ["persons", "participations"] {
        names.extend(SexCell::ALL.iter().map(|cell| format!("{unit}_{cell}")));
        names.push(format!("{unit}_total"));
    }
    names.extend(AFTER.iter().map(|name| (*name).to_owned()));
    names.extend(SexCell::ALL.iter().map(|cell| format!("mean_gain_{cell}")));
    names
}

fn record(row: &IndicatorRow) -> Vec<String> {
    let mut fields = vec![
        row.code.clone(),
        row.section.clone(),
        row.name.clone(),
        row.unit.to_string(),
        row.population.to_string(),
        row.period.to_string(),
        row.window.clone(),
        row.gain.map_or_else(|| number(row.value), |gain| points(gain.all)),
        row.no_value.map(|reason| reason.to_string()).unwrap_or_default(),
    ];
    fields.extend(cells(row.persons));
    fields.extend(cells(row.participations));
    let baseline = match row.baseline {
        Baseline::Value(value) => value.to_string(),
        Baseline::ToBeDetermined => Baseline::TO_BE_DETERMINED.to_owned(),
        Baseline::NotStated => String::new(),
    };
    let comparator = row.target.map(|_| row.comparator.to_string()).unwrap_or_default();
    fields.extend([percent(row.share), percent(row.coverage), baseline, comparator, number(row.target)]);
    fields.push(row.progress.first().map(|progress| progress.window.clone()).unwrap_or_default());
    for reading in [TargetReading::New, TargetReading::IncludingBaseline] {
        let progress: Option<&Progress> = row.progress.iter().find(|progress| progress.reading == reading);
        fields.push(number(progress.and_then(|progress| progress.value)));
        fields.push(percent(progress.and_then(|progress| progress.ratio)));
    }
    fields.extend(SexCell::ALL.iter().map(|cell| points(row.gain.and_then(|gain| gain.get(*cell)))));
    fields
}

/// Percentage points with one decimal.
fn points(mean: Option<Points>) -> String {
    mean.map(|mean| mean.decimal('.')).unwrap_or_default()
}

fn cells(cells: Option<Cells>) -> Vec<String> {
    let mut fields: Vec<String> = SexCell::ALL.iter().map(|cell| number(cells.map(|cells| cells.get(*cell)))).collect();
    fields.push(number(cells.map(Cells::total)));
    fields
}

fn number(value: Option<u32>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn percent(ratio: Option<Ratio>) -> String {
    ratio.and_then(Ratio::tenths).map(|tenths| format!("{}.{}", tenths / 10, tenths % 10)).unwrap_or_default()
}
