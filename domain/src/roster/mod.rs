//! Rosters: lists of people that were kept elsewhere, one row a participation. The rules of a file's header and rows.
//!
//! Nothing here opens a file: `services` splits it into fields and asks `Header` and `Rules` about them. Every mistake names
//! line, column and reason, so that a person can mend the file at once and nothing is skipped in silence.

mod columns;
mod countries;
mod dates;
mod listed;
mod mistake;
mod rules;
#[cfg(test)]
mod tests;
pub mod words;

use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::language::Language;
use crate::person::Declared;

pub use columns::{Found, column, find, known};
pub use countries::country;
pub use listed::{Listed, Presence, find_namesakes};
pub use mistake::{Mistake, Reason};
pub use rules::{Rules, find_repeated};

crate::text_enum::text_enum! {
    /// The columns of a roster, by the names that its first line gives them. They may stand in any order.
    pub enum Column {
        GivenName => "given_name",
        FamilyName => "family_name",
        Email => "email",
        Sex => "sex",
        Country => "country",
        PersonnelKind => "personnel_kind",
        Institution => "institution",
        Language => "language",
        EnrolledAt => "enrolled_at",
        FirstActivityAt => "first_activity_at",
        CompletedAt => "completed_at",
        /// Given and family name in one, in lists that people wrote; never in a file of codes.
        FullName => "full_name",
    }
}

impl Column {
    /// The columns of a file of codes: all of them, once each. Systems write such files; every word in them is a code.
    pub const CODES: &'static [Self] = &[
        Self::GivenName,
        Self::FamilyName,
        Self::Email,
        Self::Sex,
        Self::Country,
        Self::PersonnelKind,
        Self::Institution,
        Self::Language,
        Self::EnrolledAt,
        Self::FirstActivityAt,
        Self::CompletedAt,
    ];
}

/// Where each column stands in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header(Vec<Column>);

impl Header {
    /// Reads the first line.
    ///
    /// # Errors
    /// A mistake for each column that is missing, unknown or there twice.
    pub fn read<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<Self, Vec<Mistake>> {
        let (mut columns, mut mistakes) = (Vec::new(), Vec::new());
        for name in names {
            match name.trim().to_lowercase().parse::<Column>().ok().filter(|column| Column::CODES.contains(column)) {
                Some(column) if columns.contains(&column) => mistakes.push(Mistake::header(name, Reason::ColumnTwice)),
                Some(column) => columns.push(column),
                None => mistakes.push(Mistake::header(name, Reason::ColumnUnknown)),
            }
        }
        for column in Column::CODES.iter().filter(|column| !columns.contains(column)) {
            mistakes.push(Mistake::header(column.as_str(), Reason::ColumnMissing));
        }
        if mistakes.is_empty() { Ok(Self(columns)) } else { Err(mistakes) }
    }

    /// How many fields each row has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.0.len()
    }
}

/// A row whose every field is right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its line in the file; the header is line 1.
    pub line: u32,
    pub given_name: String,
    pub family_name: String,
    /// Lower case; empty where a list gives none.
    pub email: String,
    pub declared: Declared,
    pub language: Language,
    pub enrolled_at: DateTime<Utc>,
    /// Set whenever `completed_at` is: a completion without an earlier act is itself the first.
    pub first_activity_at: Option<DateTime<Utc>>,
    pub completed_at: Option<DateTime<Utc>>,
}

/// What an import did, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterReport {
    pub edition: String,
    /// Rows of the file.
    pub rows: u32,
    /// Participations that were new.
    pub added: u32,
    /// Participations that were there and had something empty filled in.
    pub filled: u32,
    /// Participations that were there as they are.
    pub unchanged: u32,
    /// Persons that the campus did not know.
    pub new_people: u32,
    /// Certificates issued: one for each completion that is new.
    pub certificates: u32,
    /// Nothing was written.
    pub dry_run: bool,
}

/// For the terminal, in plain English words as every answer of the command line.
impl fmt::Display for RosterReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { edition, rows, added, filled, unchanged, new_people, certificates, dry_run } = self;
        let intent = if *dry_run { " (dry run: nothing was written)" } else { "" };
        write!(
            f,
            "{edition}: {rows} rows: {added} participations added, {filled} filled in, {unchanged} already there; \
             {new_people} new people, {certificates} certificates{intent}"
        )
    }
}
