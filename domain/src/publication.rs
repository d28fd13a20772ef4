//! What the world may see of the figures: small numbers are hidden, and enough beside them that no subtraction, within a
//! table or between two, gives them back (counting rule 10).
//!
//! How it holds:
//! - The three small answers (another, declined, not recorded) are hidden in **every** table as soon as one of them is small in
//!   any. What is published is then a function of their sum alone: moving a person from one of them to another, everywhere at
//!   once, changes nothing that anybody can see.
//! - A row in which women or men are few shows its total only; a total that is small is hidden with its row.
//! - What could be worked out of all that remains is worked out here (`audit`), and rows are hidden until nothing small is told.

mod audit;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::counting::{BySex, Cells};
use crate::history::PastNote;
use crate::indicator::{Baseline, Comparator, Measure, Period, Progress, Unit};
use crate::person::SexCell;
use audit::{Range, Sums, TOTAL};

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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
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
    let first = |row: &Row| {
        let total = small(row.cells.total());
        Hidden { split: total || small(row.cells.woman) || small(row.cells.man), total }
    };
    let mut all = Shown {
        tables,
        sums: Sums::of(tables),
        minor,
        limit,
        hidden: tables.iter().map(|table| table.rows.iter().map(first).collect()).collect(),
    };
    // Each step hides more, so it ends.
    while let Some(told) = all.told() {
        if !all.hide_beside(told) {
            break;
        }
    }
    tables
        .iter()
        .zip(all.hidden)
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

/// A hidden number that can be worked out.
#[derive(Debug, Clone, Copy)]
struct Told {
    table: usize,
    row: usize,
    cell: usize,
}

/// Tables of which something is hidden.
struct Shown<'a> {
    tables: &'a [Table],
    sums: Sums,
    minor: bool,
    limit: u32,
    hidden: Vec<Vec<Hidden>>,
}

impl Shown<'_> {
    fn is_hidden(&self, table: usize, row: usize) -> Hidden {
        self.hidden.get(table).and_then(|rows| rows.get(row)).copied().unwrap_or_default()
    }

    /// Every row, with its place.
    fn rows(&self) -> impl Iterator<Item = (usize, usize, &Row)> {
        let tables = self.tables.iter().enumerate();
        tables.flat_map(|(table, of)| of.rows.iter().enumerate().map(move |(row, of)| (table, row, of)))
    }

    fn ranges(&self) -> Vec<Range> {
        let mut known = vec![None; self.rows().count() * (TOTAL + 1)];
        for (table, row, of) in self.rows() {
            let seen = shown(of, self.is_hidden(table, row), self.minor);
            let cells = SexCell::ALL.iter().map(|cell| seen.cells.get(*cell));
            for (cell, number) in cells.chain([seen.total]).enumerate() {
                if let Some(known) = known.get_mut(self.sums.number(table, row, cell)) {
                    *known = number;
                }
            }
        }
        self.sums.ranges(|number| known.get(number).copied().flatten())
    }

    /// Whether too little is left open: as many numbers as are small must be possible. Narrower would be enough if each range were
    /// exact; the sums are taken one by one, and solving them together can narrow a range further.
    const fn is_told(&self, (low, high): Range) -> bool {
        high < low.saturating_add(self.limit.saturating_sub(1))
    }

    /// The first small number that is hidden and can be worked out all the same. The minor answers cannot: see above.
    fn told(&self) -> Option<Told> {
        let ranges = self.ranges();
        self.rows().find_map(|(table, row, of)| {
            let cells = SexCell::ALL.iter().enumerate().filter(|(_, cell)| !MINOR.contains(cell));
            let numbers = cells.map(|(place, cell)| (place, of.cells.get(*cell))).chain([(TOTAL, of.cells.total())]);
            let small = |(_, number): &(usize, u32)| *number > 0 && *number < self.limit;
            numbers.filter(small).find_map(|(cell, _)| {
                let range = ranges.get(self.sums.number(table, row, cell)).copied()?;
                self.is_told(range).then_some(Told { table, row, cell })
            })
        })
    }

    /// Hides one row more, so that a number can no longer be worked out: of those that do it the nearest, which is another year
    /// of the same table before its plan and before other tables, and among these the one with the fewest persons. Splits go
    /// before totals. Tells whether there was one.
    fn hide_beside(&mut self, told: Told) -> bool {
        let year = self.tables.get(told.table).and_then(|table| table.rows.get(told.row)).and_then(|row| row.year);
        let mut steps: Vec<_> = self
            .rows()
            .filter(|(.., of)| of.cells.total() > 0)
            .filter_map(|(table, row, of)| {
                let hidden = self.is_hidden(table, row);
                let step = Hidden { split: true, total: hidden.total || hidden.split || told.cell == TOTAL };
                let far = (table != told.table, of.year.is_none(), table != told.table && of.year != year);
                (step != hidden).then_some((step.total, far, of.cells.total(), table, row))
            })
            .collect();
        steps.sort_unstable();
        for (total, _, _, table, row) in &steps {
            let before = self.is_hidden(*table, *row);
            self.hide(*table, *row, Hidden { split: true, total: *total });
            let number = self.sums.number(told.table, told.row, told.cell);
            if self.ranges().get(number).is_some_and(|range| !self.is_told(*range)) {
                return true;
            }
            self.hide(*table, *row, before);
        }
        // None does it alone: the first begins.
        let Some((total, _, _, table, row)) = steps.first() else { return false };
        self.hide(*table, *row, Hidden { split: true, total: *total });
        true
    }

    fn hide(&mut self, table: usize, row: usize, hidden: Hidden) {
        if let Some(of) = self.hidden.get_mut(table).and_then(|rows| rows.get_mut(row)) {
            *of = hidden;
        }
    }
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
