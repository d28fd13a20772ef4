//! An edition at a glance: who stands where in each activity, and the grades of all.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::completion::Progress;
use crate::course::{Activity, ActivityKind};
use crate::edition::EditionCard;
use crate::enrolment::{RosterFilter, RosterOrder};
use crate::id::{ParticipationId, SubmissionId};
use crate::quiz::Grade;

/// How many rows a page of these tables has.
pub const ROWS: u32 = 100;

crate::text_enum::text_enum! {
    /// Where somebody stands in one activity.
    pub enum CellState {
        Done => "done",
        /// Handed in; its grade is awaited.
        Waiting => "waiting",
        /// Graded under the mark.
        Below => "below",
        /// Due, and not done.
        Late => "late",
        /// Nothing yet, and nothing due.
        Open => "open",
    }
}

/// One person in one activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    pub state: CellState,
    /// The grade that counts, in percent, where there is one.
    pub percent: Option<u8>,
    /// What was handed in last.
    pub work: Option<SubmissionId>,
}

/// Where somebody stands in `activity`, due at `due`. What waits is told first: somebody has to act on it.
#[must_use]
pub fn stands(activity: &Activity, progress: &Progress, due: DateTime<Utc>, now: DateTime<Utc>) -> CellState {
    let key = &activity.key;
    let passed = activity.pass().is_some_and(|pass| progress.reaches(key, pass));
    if progress.handed_in.contains(key) {
        CellState::Waiting
    } else if progress.is_done(key) || passed {
        CellState::Done
    } else if progress.grades.contains_key(key) {
        CellState::Below
    } else if now >= due && !progress.completed {
        CellState::Late
    } else {
        CellState::Open
    }
}

/// An activity at the head of its column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    pub key: String,
    pub kind: ActivityKind,
    pub title: String,
    /// Its module's place, from 1.
    pub module: u32,
    /// Its share in the final grade.
    pub weight: u8,
}

/// A person's row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridRow {
    pub participation: ParticipationId,
    pub name: String,
    pub completed: bool,
    /// In the order of the columns.
    pub cells: Vec<Cell>,
}

/// What part of the grid somebody asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridQuery {
    /// Part of a name.
    pub search: String,
    /// A module's key; empty for all.
    pub module: String,
    pub filter: RosterFilter,
    pub order: RosterOrder,
    /// From 1.
    pub page: u32,
}

/// Everybody by every activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridView {
    pub edition: EditionCard,
    /// The course's modules: (key, title).
    pub modules: Vec<(String, String)>,
    pub columns: Vec<Column>,
    /// How many people each filter would show, in the order of `RosterFilter::PLAIN`.
    pub counts: Vec<(RosterFilter, u32)>,
    pub rows: Vec<GridRow>,
    pub cut: Cut,
}

crate::text_enum::text_enum! {
    /// In which order the gradebook is shown.
    pub enum BookOrder { Name => "name", FinalGrade => "final-grade" }
}

/// What part of the gradebook somebody asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookQuery {
    /// Part of a name.
    pub search: String,
    pub order: BookOrder,
    /// From 1.
    pub page: u32,
}

/// A person's grades.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookRow {
    pub participation: ParticipationId,
    pub name: String,
    /// In the order of the columns.
    pub grades: Vec<Option<Grade>>,
    /// The weighted mean; what was not tried counts as nothing.
    pub final_grade: Grade,
}

/// The grades of everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookView {
    pub edition: EditionCard,
    pub columns: Vec<Column>,
    pub rows: Vec<BookRow>,
    pub means: Means,
    pub cut: Cut,
}

/// What people reach on average, of all who match the search.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Means {
    /// By column: the mean in percent of those who have a grade in it, and how many they are.
    pub columns: Vec<(Option<u8>, u32)>,
    /// Of the final grades of those who have any grade.
    pub final_grade: (Option<u8>, u32),
}

impl Means {
    /// The means of these rows.
    #[must_use]
    pub fn of(columns: usize, rows: &[BookRow]) -> Self {
        let column = |place: usize| mean(rows.iter().filter_map(|row| *row.grades.get(place)?));
        let graded = rows.iter().filter(|row| row.grades.iter().any(Option::is_some));
        Self { columns: (0..columns).map(column).collect(), final_grade: mean(graded.map(|row| row.final_grade)) }
    }
}

/// The mean of these grades in percent, rounded down as every grade is, and how many they are.
fn mean(grades: impl Iterator<Item = Grade>) -> (Option<u8>, u32) {
    /// Hundredths of a percent: fine enough for a mean of thousands.
    const FINE: u128 = 10_000;
    let (mut sum, mut count) = (0_u128, 0_u32);
    for grade in grades {
        sum += (u128::from(grade.part) * FINE * 100).checked_div(u128::from(grade.whole)).unwrap_or(0);
        count = count.saturating_add(1);
    }
    let mean = sum.checked_div(u128::from(count)).map(|mean| u8::try_from(mean / FINE).unwrap_or(100));
    (mean, count)
}

/// Which part of a long table is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cut {
    /// Rows in the whole table.
    pub total: u32,
    /// The shown page, from 1.
    pub number: u32,
    pub pages: u32,
}

impl Cut {
    /// Keeps page `asked` of these rows.
    pub fn of<T>(rows: &mut Vec<T>, asked: u32) -> Self {
        let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let pages = total.div_ceil(ROWS).max(1);
        let number = asked.clamp(1, pages);
        let skip = usize::try_from((number - 1) * ROWS).unwrap_or(usize::MAX);
        rows.drain(..skip.min(rows.len()));
        rows.truncate(ROWS as usize);
        Self { total, number, pages }
    }
}

#[cfg(test)]
mod tests;
