//! What the commission shows the world: the figures of closed years, by the definitions that were frozen, with what is small
//! hidden (counting rule 10). What is still open is not published, so that no two days differ by one person.

use domain::indicator::{Measure, Period};
use domain::period::{FrozenIndicator, Snapshot};
use domain::person::SexCell;
use domain::publication::{PublicIndicator, PublicView, Row, ShownTable, Table, countries, protect};

use crate::csv_file::CsvFile;
use crate::ctx::Ctx;
use crate::error::Result;

/// What is published, in the reader's language.
///
/// # Errors
/// When the database fails.
pub async fn view(ctx: &Ctx) -> Result<PublicView> {
    let years = crate::period::closed_years(ctx).await?;
    let limit = crate::plan::load(ctx.db.read()).await?.hide_below;
    let Some(newest) = years.last() else {
        let (indicators, countries) = (Vec::new(), Vec::new());
        return Ok(PublicView { indicators, countries, newest: None, closed_at: None, limit });
    };
    // An indicator that the newest closed year no longer reports is not published.
    let tables: Vec<Table> = newest.indicators.iter().filter_map(|one| table(one, &years)).collect();
    let shown = protect(&tables, limit);
    let indicators = newest.indicators.iter().map(|one| indicator(ctx, one, &years, &shown)).collect();
    let by_country = newest
        .trained_by_country
        .iter()
        .filter(|row| !row.key.is_empty())
        .map(|row| (row.key.clone(), row.persons.total()))
        .collect();
    Ok(PublicView {
        indicators,
        countries: countries(by_country, limit),
        newest: newest.year,
        closed_at: Some(newest.closed_at),
        limit,
    })
}

fn of<'a>(snapshot: &'a Snapshot, code: &str) -> Option<&'a FrozenIndicator> {
    snapshot.indicators.iter().find(|one| one.definition.code == code)
}

fn table(newest: &FrozenIndicator, years: &[Snapshot]) -> Option<Table> {
    if !newest.definition.population.is_number_of_people() {
        return None;
    }
    let code = &newest.definition.code;
    let year = |snapshot: &Snapshot| {
        Some(Row { year: snapshot.year, cells: of(snapshot, code)?.figure.persons.unwrap_or_default() })
    };
    let mut rows: Vec<Row> = years.iter().filter_map(year).collect();
    rows.push(Row { year: None, cells: newest.to_date.persons.unwrap_or_default() });
    Some(Table { code: code.clone(), rows })
}

fn indicator(ctx: &Ctx, newest: &FrozenIndicator, years: &[Snapshot], shown: &[ShownTable]) -> PublicIndicator {
    let definition = &newest.definition;
    let people = shown.iter().find(|table| table.code == definition.code).cloned();
    let value = |one: &FrozenIndicator| {
        let figure = &one.figure;
        // A mean of few is as telling as a small number.
        let enough = figure.persons.is_none_or(|persons| persons.total() >= 10);
        figure.value.or_else(|| {
            figure
                .gain
                .and_then(|gain| gain.all)
                .filter(|_| enough)
                .map(|points| u32::try_from(points.0 / 10).unwrap_or(0))
        })
    };
    let values = if people.is_some() {
        Vec::new()
    } else {
        let mut values: Vec<_> =
            years.iter().filter_map(|year| Some((year.year, value(of(year, &definition.code)?)))).collect();
        if definition.population != Measure::LearningGain {
            values.push((None, newest.to_date.value));
        }
        values
    };
    let held = match (&people, definition.period) {
        (Some(table), Period::Plan) => table.rows.last().and_then(|row| row.total),
        (Some(table), Period::CalendarYear) => {
            table.rows.iter().rev().find(|row| row.year.is_some()).and_then(|row| row.total)
        }
        (None, Period::Plan) => newest.to_date.value,
        (None, Period::CalendarYear) => value(newest),
    };
    let label = match definition.period {
        Period::Plan => "plan".to_owned(),
        Period::CalendarYear => {
            years.last().and_then(|year| year.year).map(|year| year.to_string()).unwrap_or_default()
        }
    };
    let words = |words: &domain::language::Words| words.get(ctx.language).to_owned();
    PublicIndicator {
        code: definition.code.clone(),
        section: definition.section.clone(),
        name: words(&definition.name),
        output: words(&definition.output),
        unit: definition.unit,
        population: definition.population,
        period: definition.period,
        baseline: definition.baseline,
        target: definition.target,
        comparator: definition.comparator,
        progress: definition.progress(held, &label),
        people,
        values,
        past: newest.past.clone(),
    }
}

/// Everything that is published as CSV: a row an indicator and window, UTF-8 with a byte order mark. What is hidden says so; it
/// is never empty and never 0.
///
/// # Errors
/// When the database fails.
pub async fn csv(ctx: &Ctx) -> Result<String> {
    let view = view(ctx).await?;
    let mut file = CsvFile::new();
    file.row([
        "code",
        "section",
        "name",
        "unit",
        "population",
        "window",
        "value",
        "woman",
        "man",
        "another",
        "declined",
        "not_recorded",
        "baseline",
        "target",
    ])?;
    let number = |value: Option<u32>| value.map_or_else(|| "hidden".to_owned(), |value| value.to_string());
    let window = |year: Option<i32>| year.map_or_else(|| "plan".to_owned(), |year| year.to_string());
    for one in &view.indicators {
        let baseline = serde_json::to_value(one.baseline)?;
        let baseline = baseline
            .as_str()
            .map_or_else(|| if baseline.is_null() { String::new() } else { baseline.to_string() }, str::to_owned);
        let head = |year| {
            [
                one.code.clone(),
                one.section.clone(),
                one.name.clone(),
                one.unit.to_string(),
                one.population.to_string(),
                window(year),
            ]
        };
        let tail = [baseline, one.target.map(|target| target.to_string()).unwrap_or_default()];
        for row in one.people.iter().flat_map(|table| &table.rows) {
            let cells = SexCell::ALL.iter().map(|cell| row.cells.get(*cell));
            let numbers: Vec<String> = std::iter::once(row.total).chain(cells).map(number).collect();
            file.row(head(row.year).iter().chain(&numbers).chain(&tail))?;
        }
        for (year, value) in &one.values {
            let value = value.map(|value| value.to_string()).unwrap_or_default();
            let cells = [value, String::new(), String::new(), String::new(), String::new(), String::new()];
            file.row(head(*year).iter().chain(&cells).chain(&tail))?;
        }
    }
    file.finish()
}
