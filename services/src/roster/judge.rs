//! What becomes of each row, worked out before anything is written.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::id::{ParticipationId, PersonId};
use domain::import::Fate;
use domain::roster::words::name_key;
use domain::roster::{Column, Entry, Mistake, Reason};
use sea_orm::ActiveValue::Set;
use serde::{Deserialize, Serialize};

use super::known::Known;
use super::read::Line;
use crate::entity::participation;

/// A row's fate, with all that it rests on: when any of it changes, the row is shown again before it is taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Judged {
    pub fate: Fate,
    /// The record that the row's address, or its name in a list without addresses, names.
    pub record: Option<PersonId>,
    /// Where that person is in the edition already.
    pub participation: Option<ParticipationId>,
    pub fills: Vec<Column>,
    /// People of the same name.
    pub candidates: Vec<PersonId>,
    pub mistakes: Vec<Mistake>,
}

impl Judged {
    fn plain(fate: Fate) -> Self {
        Self {
            fate,
            record: None,
            participation: None,
            fills: Vec::new(),
            candidates: Vec::new(),
            mistakes: Vec::new(),
        }
    }

    fn flawed(mistakes: Vec<Mistake>) -> Self {
        Self { mistakes, ..Self::plain(Fate::Flawed) }
    }
}

/// Judges every line of a file against what is known.
pub(crate) fn judge_all(lines: &[Line], known: &Known) -> Vec<Judged> {
    let mut seen: HashMap<PersonId, u32> = HashMap::with_capacity(lines.len());
    lines
        .iter()
        .map(|line| match &line.entry {
            None => Judged::flawed(line.mistakes.clone()),
            Some(entry) => judge(entry, known, &mut seen),
        })
        .collect()
}

fn judge(entry: &Entry, known: &Known, seen: &mut HashMap<PersonId, u32>) -> Judged {
    let key = name_key(&entry.given_name, &entry.family_name);
    let record = if entry.email.is_empty() { known.nameless(&key) } else { known.by_email(&entry.email) };
    let Some(record) = record else {
        let candidates = known.namesakes(&key);
        let fate = if candidates.is_empty() { Fate::New } else { Fate::Duplicate };
        return Judged { candidates, ..Judged::plain(fate) };
    };
    let person = known.person(record);
    if let Some(other) = seen.insert(person, entry.line) {
        return Judged::flawed(vec![mistake(entry, Column::Email, Reason::PersonTwice(other))]);
    }
    let Some(row) = known.participations.get(&person) else {
        // It belongs to the record that the address names, so that unlinking gives it back with its record.
        return Judged { record: Some(record), ..Judged::plain(Fate::Match) };
    };
    match fill(row, entry, entry_now()) {
        Err(wrong) => Judged::flawed(vec![wrong]),
        Ok((_, fills)) => {
            let fate = if fills.is_empty() { Fate::There } else { Fate::Fill };
            Judged { record: Some(record), participation: Some(row.id), fills, ..Judged::plain(fate) }
        }
    }
}

/// The moment does not matter to what would be filled.
fn entry_now() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH
}

/// What fills the empty places of a participation that is already there, and which they are; what it holds stays.
///
/// # Errors
/// The mistake of a row that contradicts what is recorded.
pub(super) fn fill(
    row: &participation::Model,
    entry: &Entry,
    now: DateTime<Utc>,
) -> Result<(participation::ActiveModel, Vec<Column>), Mistake> {
    let first = fresh(row.first_activity_at, entry.first_activity_at);
    let completed = fresh(row.completed_at, entry.completed_at);
    if let (Some(first), Some(recorded)) = (first, row.completed_at)
        && first > recorded
    {
        return Err(mistake(entry, Column::FirstActivityAt, Reason::FirstAfterRecorded));
    }
    if let (Some(completed), Some(recorded)) = (completed, row.first_activity_at)
        && completed < recorded
    {
        return Err(mistake(entry, Column::CompletedAt, Reason::CompletedBeforeRecorded));
    }
    let mut change = participation::ActiveModel { id: Set(row.id), ..Default::default() };
    let mut fills = Vec::new();
    if first.is_some() {
        change.first_activity_at = Set(first);
        change.first_activity_recorded_at = Set(Some(now));
        fills.push(Column::FirstActivityAt);
    }
    if completed.is_some() {
        change.completed_at = Set(completed);
        change.completion_recorded_at = Set(Some(now));
        fills.push(Column::CompletedAt);
    }
    let latest = completed.or(first);
    if latest > row.last_activity_at {
        change.last_activity_at = Set(latest);
    }
    fill_declared(&mut change, &mut fills, row, entry);
    Ok((change, fills))
}

/// What the file brings where nothing is recorded yet.
fn fresh(recorded: Option<DateTime<Utc>>, given: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
    if recorded.is_some() { None } else { given }
}

/// A blank cell takes the first declaration, as it does when a person fills in the profile.
fn fill_declared(
    change: &mut participation::ActiveModel,
    fills: &mut Vec<Column>,
    row: &participation::Model,
    entry: &Entry,
) {
    let declared = &entry.declared;
    if row.sex.is_none() && declared.sex.is_some() {
        change.sex = Set(declared.sex);
        fills.push(Column::Sex);
    }
    if row.country.is_none() && declared.country.is_some() {
        change.country = Set(declared.country.clone());
        fills.push(Column::Country);
    }
    if row.personnel_kind.is_none() && declared.personnel_kind.is_some() {
        change.personnel_kind = Set(declared.personnel_kind.clone());
        fills.push(Column::PersonnelKind);
    }
    if row.institution.is_none() && declared.institution.is_some() {
        change.institution = Set(declared.institution.clone());
        fills.push(Column::Institution);
    }
}

fn mistake(entry: &Entry, column: Column, reason: Reason) -> Mistake {
    Mistake { line: entry.line, column: Some(column.as_str().to_owned()), reason }
}
