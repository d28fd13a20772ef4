//! What the world may see of the figures: small numbers are hidden, and enough beside them that no subtraction, within a
//! table or between two, gives them back (counting rule 10).
//!
//! How it holds:
//! - The three small answers (another, declined, not recorded) are hidden in **every** table as soon as one of them is small in
//!   any. What is published is then a function of their sum alone: moving a person from one of them to another, everywhere at
//!   once, changes nothing that anybody can see.
//! - A row in which women or men are few shows its total only; so does every row that is nearly the same (fewer persons
//!   apart than the limit), and, where only one year of an indicator would be hidden, the year with the fewest persons
//!   beside it, since the plan less the other years would give it back.
//! - A total that is small is hidden with its row, and another year's beside it in the same way.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::counting::{BySex, Cells};
use crate::history::PastNote;
use crate::indicator::{Baseline, Comparator, Measure, Period, Progress, Unit};
use crate::person::SexCell;

/// The answers that are hidden together.
pub const MINOR: [SexCell; 3] = [SexCell::Another, SexCell::Declined, SexCell::NotRecorded];

/// A figure by sex over one window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// None for the plan up to the newest closed year.
    pub year: Option<i32>,
    pub cells: Cells,
}

/// An indicator's rows: closed years, and the plan so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    pub code: String,
    pub rows: Vec<Row>,
}

/// A row as the world sees it; None where it is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownRow {
    pub year: Option<i32>,
    pub total: Option<u32>,
    pub cells: BySex<Option<u32>>,
}

impl ShownRow {
    /// Whether anything of it is hidden.
    #[must_use]
    pub fn hides(&self) -> bool {
        self.total.is_none() || SexCell::ALL.iter().any(|cell| self.cells.get(*cell).is_none())
    }
}

/// A table as the world sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownTable {
    pub code: String,
    pub rows: Vec<ShownRow>,
}

/// What is hidden of a row.
#[derive(Debug, Clone, Copy, Default)]
struct Hidden {
    split: bool,
    total: bool,
}

/// Hides what must not be seen of these tables, which are published together. Numbers from 1 to one below `limit` are small.
#[must_use]
pub fn protect(tables: &[Table], limit: u32) -> Vec<ShownTable> {
    let small = |number: u32| number > 0 && number < limit;
    let rows = || tables.iter().flat_map(|table| &table.rows);
    let minor = rows().any(|row| MINOR.iter().any(|cell| small(row.cells.get(*cell))));
    let mut hidden: Vec<Vec<Hidden>> = tables
        .iter()
        .map(|table| {
            let first = |row: &Row| {
                let total = small(row.cells.total());
                Hidden { split: total || small(row.cells.woman) || small(row.cells.man), total }
            };
            table.rows.iter().map(first).collect()
        })
        .collect();
    // Each step hides more, so it ends; it goes on until nothing needs hiding for the sake of what was hidden before.
    while beside(tables, &mut hidden) || alike(tables, &mut hidden, limit) {}
    tables
        .iter()
        .zip(hidden)
        .map(|(table, hidden)| ShownTable {
            code: table.code.clone(),
            rows: table.rows.iter().zip(hidden).map(|(row, hidden)| shown(row, hidden, minor)).collect(),
        })
        .collect()
}

fn shown(row: &Row, hidden: Hidden, minor: bool) -> ShownRow {
    let seen = |cell: &SexCell| !(hidden.split || minor && MINOR.contains(cell));
    ShownRow {
        year: row.year,
        total: (!hidden.total).then_some(row.cells.total()),
        cells: BySex::of(|cell| seen(&cell).then(|| row.cells.get(cell))),
    }
}

/// Where the plan is shown and one year alone is hidden, another year is hidden beside it; where there is no other with
/// anybody in it, the plan is. Tells whether anything was hidden.
fn beside(tables: &[Table], hidden: &mut [Vec<Hidden>]) -> bool {
    let mut changed = false;
    for (table, hidden) in tables.iter().zip(hidden) {
        for total in [false, true] {
            let is = |hidden: &Hidden| if total { hidden.total } else { hidden.split };
            let plan = table.rows.iter().zip(hidden.iter()).position(|(row, hidden)| row.year.is_none() && !is(hidden));
            let Some(plan) = plan else { continue };
            let years = |wanted: bool| {
                table
                    .rows
                    .iter()
                    .zip(hidden.iter())
                    .enumerate()
                    .filter(move |(_, (row, hidden))| {
                        row.year.is_some() && row.cells.total() > 0 && is(hidden) == wanted
                    })
                    .map(|(place, (row, _))| (row.cells.total(), place))
                    .collect::<Vec<_>>()
            };
            if years(true).len() != 1 {
                continue;
            }
            let place = years(false).into_iter().min().map_or(plan, |(_, place)| place);
            if let Some(row) = hidden.get_mut(place) {
                row.split = true;
                row.total |= total;
                changed = true;
            }
        }
    }
    changed
}

/// A row that is nearly the same as a hidden one is hidden as far as that one is. Tells whether anything was hidden.
fn alike(tables: &[Table], hidden: &mut [Vec<Hidden>], limit: u32) -> bool {
    let all: Vec<(usize, usize, Cells)> = tables
        .iter()
        .enumerate()
        .flat_map(|(table, of)| of.rows.iter().enumerate().map(move |(row, of)| (table, row, of.cells)))
        .collect();
    let state = |hidden: &[Vec<Hidden>], table: usize, row: usize| {
        hidden.get(table).and_then(|rows| rows.get(row)).copied().unwrap_or_default()
    };
    let near =
        |one: Cells, other: Cells| SexCell::ALL.iter().all(|cell| one.get(*cell).abs_diff(other.get(*cell)) < limit);
    let mut changed = false;
    for (table, row, cells) in &all {
        let from = state(hidden, *table, *row);
        if !from.split || cells.total() == 0 {
            continue;
        }
        for (other_table, other_row, other) in &all {
            let to = state(hidden, *other_table, *other_row);
            if other.total() == 0 || !near(*cells, *other) {
                continue;
            }
            // A small total is hidden by itself; a like one that is not small gives away nothing of it but its size.
            let total = from.total && cells.total() == other.total();
            if (!to.split || (total && !to.total))
                && let Some(target) = hidden.get_mut(*other_table).and_then(|rows| rows.get_mut(*other_row))
            {
                target.split = true;
                target.total |= total;
                changed = true;
            }
        }
    }
    changed
}

/// Countries by persons, the largest first; those with few are put together until they are enough. The last row has no code
/// when it stands for several.
#[must_use]
pub fn countries(mut rows: Vec<(String, u32)>, limit: u32) -> Vec<(Option<String>, u32)> {
    rows.retain(|(_, persons)| *persons > 0);
    rows.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    let total: u32 = rows.iter().map(|(_, persons)| persons).sum();
    let mut shown: Vec<(Option<String>, u32)> = Vec::new();
    let mut together = 0;
    while let Some((code, persons)) = rows.pop() {
        if persons < limit || (together > 0 && together < limit) {
            together += persons;
        } else {
            shown.push((Some(code), persons));
        }
    }
    shown.reverse();
    if together > 0 && total >= limit {
        shown.push((None, together));
    }
    shown
}

/// An indicator as the world sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicIndicator {
    pub code: String,
    pub section: String,
    pub name: String,
    pub output: String,
    pub unit: Unit,
    pub population: Measure,
    pub period: Period,
    pub baseline: Baseline,
    pub target: Option<u32>,
    pub comparator: Comparator,
    /// People by sex, where people are counted: closed years, then the plan so far.
    pub people: Option<ShownTable>,
    /// Where something else is counted: (year, or None for the plan so far; the number).
    pub values: Vec<(Option<i32>, Option<u32>)>,
    /// Towards the target; nothing where the number that it needs is hidden.
    pub progress: Vec<Progress>,
    pub past: Vec<PastNote>,
}

/// What the commission shows the world, from closed periods alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicView {
    pub indicators: Vec<PublicIndicator>,
    /// People trained in any course over the plan so far, by country; None stands for several countries together.
    pub countries: Vec<(Option<String>, u32)>,
    /// The newest closed year; None while nothing is published.
    pub newest: Option<i32>,
    /// The day on which that was closed.
    pub closed_at: Option<DateTime<Utc>>,
    pub limit: u32,
}

#[cfg(test)]
mod tests;
