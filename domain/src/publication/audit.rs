//! What somebody can work out who knows every number that is shown and how the numbers hang together: a total is the sum of its
//! cells, the years make up the plan, and one indicator can count everybody whom another does.

use crate::counting::Cells;
use crate::person::SexCell;

use super::Table;

/// The least and the most that a number can be.
pub type Range = (u32, u32);

/// The place of the total behind the five cells.
pub const TOTAL: usize = 5;

/// More than the people of the hemisphere whom a campus can have trained; sums of it stay within `u32`.
const ANY: u32 = 10_000_000;

/// How often the sums are gone through at most. Each time can only narrow, so stopping early never claims too much; it can leave
/// a number that needs a longer chain of reasoning than anybody's subtraction.
const ROUNDS: usize = 60;

/// The numbers of some tables, and the sums that hold between them. Where one number is at most another, what is between them is
/// a number too.
pub struct Sums {
    /// Where each table's rows start.
    starts: Vec<usize>,
    numbers: usize,
    /// The whole, and its parts.
    sums: Vec<(usize, Vec<usize>)>,
}

impl Sums {
    pub fn of(tables: &[Table]) -> Self {
        let mut all = Self { starts: Vec::new(), numbers: 0, sums: Vec::new() };
        for table in tables {
            all.starts.push(all.numbers);
            for _ in &table.rows {
                all.row();
            }
        }
        for (place, table) in tables.iter().enumerate() {
            all.years(place, table);
        }
        for (one, inner) in tables.iter().enumerate() {
            for (other, outer) in tables.iter().enumerate() {
                if one != other && within(inner, outer) {
                    all.included(one, inner, other, outer);
                }
            }
        }
        all
    }

    /// The number of a cell, or of the total.
    pub fn number(&self, table: usize, row: usize, cell: usize) -> usize {
        self.starts.get(table).copied().unwrap_or_default() + row * (TOTAL + 1) + cell
    }

    /// A new row: its total is the sum of its cells.
    fn row(&mut self) -> usize {
        let start = self.numbers;
        self.numbers += TOTAL + 1;
        self.sums.push((start + TOTAL, (start..start + TOTAL).collect()));
        start
    }

    /// Cell by cell, the whole is the sum of the parts.
    fn add(&mut self, whole: usize, parts: &[usize]) {
        for cell in 0..=TOTAL {
            self.sums.push((whole + cell, parts.iter().map(|part| part + cell).collect()));
        }
    }

    /// The years together are the plan, and those who count in several: where the numbers say that nobody does, the plan alone.
    fn years(&mut self, place: usize, table: &Table) {
        let Some(plan) = table.rows.iter().position(|row| row.year.is_none()) else { return };
        let (own, sum) = (table.rows.get(plan).map(|row| row.cells).unwrap_or_default(), sum_of_years(table));
        if !at_most(&own, &sum) {
            return;
        }
        let years: Vec<usize> =
            (0..table.rows.len()).filter(|row| *row != plan).map(|row| self.number(place, row, 0)).collect();
        let plan = self.number(place, plan, 0);
        if own == sum {
            self.add(plan, &years);
            return;
        }
        let (together, again) = (self.row(), self.row());
        self.add(together, &years);
        self.add(together, &[plan, again]);
    }

    /// The outer table's rows are the inner one's and the rest.
    fn included(&mut self, one: usize, inner: &Table, other: usize, outer: &Table) {
        let mut rest = Vec::new();
        for (row, of) in inner.rows.iter().enumerate() {
            let Some(same) = outer.rows.iter().position(|outer| outer.year == of.year) else { continue };
            let more = self.row();
            self.add(self.number(other, same, 0), &[self.number(one, row, 0), more]);
            rest.push((of.year, more));
        }
        let sums = |table: &Table| {
            let sum = sum_of_years(table);
            table.rows.iter().any(|row| row.year.is_none() && row.cells == sum)
        };
        // Where nobody counts in two years of either, the rest's years make up its plan as well.
        if sums(inner)
            && sums(outer)
            && inner.rows.len() == outer.rows.len()
            && let Some((_, plan)) = rest.iter().find(|(year, _)| year.is_none())
        {
            let years: Vec<usize> = rest.iter().filter(|(year, _)| year.is_some()).map(|(_, row)| *row).collect();
            self.add(*plan, &years);
        }
    }

    /// What each number can be, given those that are known.
    pub fn ranges(&self, known: impl Fn(usize) -> Option<u32>) -> Vec<Range> {
        let mut ranges: Vec<Range> =
            (0..self.numbers).map(|number| known(number).map_or((0, ANY), |number| (number, number))).collect();
        for _ in 0..ROUNDS {
            let mut narrowed = false;
            for (whole, parts) in &self.sums {
                narrowed |= narrow(&mut ranges, *whole, parts);
            }
            if !narrowed {
                break;
            }
        }
        ranges
    }
}

/// Narrows a whole by its parts, and each part by the whole less the others. Tells whether anything changed.
fn narrow(ranges: &mut [Range], whole: usize, parts: &[usize]) -> bool {
    let get = |ranges: &[Range], number: usize| ranges.get(number).copied().unwrap_or_default();
    let set = |ranges: &mut [Range], number: usize, low: u32, high: u32| {
        let old = get(ranges, number);
        let new = (old.0.max(low), old.1.min(high));
        if let Some(range) = ranges.get_mut(number) {
            *range = new;
        }
        new != old
    };
    let sum = |ranges: &[Range]| {
        parts
            .iter()
            .map(|part| get(ranges, *part))
            .fold((0, 0), |sum: Range, part| (sum.0.saturating_add(part.0), sum.1.saturating_add(part.1)))
    };
    let (low, high) = sum(ranges);
    let mut changed = set(ranges, whole, low, high);
    let all = get(ranges, whole);
    for part in parts {
        let (low, high) = sum(ranges);
        let own = get(ranges, *part);
        changed |= set(
            ranges,
            *part,
            all.0.saturating_sub(high.saturating_sub(own.1)),
            all.1.saturating_sub(low.saturating_sub(own.0)),
        );
    }
    changed
}

fn sum_of_years(table: &Table) -> Cells {
    let mut sum = Cells::default();
    table.rows.iter().filter(|row| row.year.is_some()).for_each(|row| sum += row.cells);
    sum
}

/// Whether no cell of one is more than the other's.
fn at_most(one: &Cells, other: &Cells) -> bool {
    SexCell::ALL.iter().all(|cell| one.get(*cell) <= other.get(*cell))
}

/// Whether the second table can count everybody whom the first does: in no row and cell does it have fewer.
fn within(inner: &Table, outer: &Table) -> bool {
    let same = |row: &super::Row| outer.rows.iter().find(|outer| outer.year == row.year);
    inner.rows.iter().all(|row| same(row).is_some_and(|outer| at_most(&row.cells, &outer.cells)))
}
