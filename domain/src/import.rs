//! Imports: a list is read, looked at row by row, confirmed, and can be taken back as a whole.
//!
//! ```text
//! prepared ── confirm ──▶ done ── undo ──▶ undone
//!    └─ changed meanwhile: shown again
//! ```

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::edition::EditionCard;
use crate::id::{ImportId, PersonId};
use crate::page::Page;
use crate::roster::{Column, Presence};

crate::text_enum::text_enum! {
    /// Where an import stands. One that is prepared has changed nothing.
    pub enum ImportState { Prepared => "prepared", Done => "done", Undone => "undone" }
}

crate::text_enum::text_enum! {
    /// How the rows came in.
    pub enum Origin {
        File => "file",
        /// One person, typed in a form.
        Typed => "typed",
    }
}

crate::text_enum::text_enum! {
    /// What becomes of a row, in the order in which people are shown them: what needs eyes first.
    pub enum Fate {
        /// It cannot be taken, and says why.
        Flawed => "flawed",
        /// Somebody of the same name is known: the same person or another one is for a person to say.
        Duplicate => "duplicate",
        /// A person whom the campus does not know.
        New => "new",
        /// Its e-mail address is that of a known person, who is not in the edition yet.
        Match => "match",
        /// In the edition already, and the row fills in something empty.
        Fill => "fill",
        /// In the edition already, with all that the row says.
        There => "there",
    }
}

crate::text_enum::text_enum! {
    /// Why a row is not taken back: somebody has used it since.
    pub enum Kept {
        /// The record belongs to somebody's account now.
        Claimed => "claimed",
        /// The person takes part in another edition, or is in another import.
        Elsewhere => "elsewhere",
        /// Something was done in the edition since: a lesson, an answer, an attendance.
        Active => "active",
        /// What the import wrote was changed since.
        Changed => "changed",
    }
}

/// What is done with a row of fate `Duplicate`. Without a decision it stays apart: nothing is merged in silence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Decision {
    #[default]
    Apart,
    /// It is this person; the new record is linked to theirs.
    Link(PersonId),
}

impl Decision {
    /// The word that stands for it in forms and in the database: `apart`, or the person's id. Anything else is `Apart`.
    #[must_use]
    pub fn read(text: &str) -> Self {
        text.trim().parse().map_or(Self::Apart, Self::Link)
    }
}

impl std::fmt::Display for Decision {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Apart => f.write_str("apart"),
            Self::Link(person) => person.fmt(f),
        }
    }
}

/// The name of a row's choice in a form. It begins with a letter, since a form reads a digit as a place in a list.
#[must_use]
pub fn choice_key(row: &str) -> String {
    format!("row-{row}")
}

/// The row's id in the name of its choice.
#[must_use]
pub fn choice_row(key: &str) -> &str {
    key.strip_prefix("row-").unwrap_or(key)
}

/// The id in an address; one that is none belongs to no import.
#[must_use]
pub fn id(text: &str) -> ImportId {
    text.parse().unwrap_or(ImportId(uuid::Uuid::nil()))
}

/// An address as somebody sees it to whom it does not belong: enough to recognise, not enough to write to.
#[must_use]
pub fn masked(email: &str) -> String {
    match email.split_once('@') {
        Some((name, host)) => format!("{}…@{host}", name.chars().next().unwrap_or('…')),
        None => String::new(),
    }
}

/// Somebody of the same name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CandidateView {
    pub id: PersonId,
    pub name: String,
    /// Masked; empty when none is recorded.
    pub email: String,
    /// Takes part in this edition.
    pub here: bool,
}

/// One row of a dry run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRowView {
    pub id: String,
    /// Its number in the sheet.
    pub line: u32,
    pub name: String,
    pub email: String,
    pub fate: Fate,
    /// What is wrong with it, in the reader's language.
    pub mistakes: Vec<String>,
    /// What it fills in.
    pub fills: Vec<Column>,
    pub candidates: Vec<CandidateView>,
    /// `apart`, or the id of the candidate that it is.
    pub decision: String,
}

/// A dry run, or what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportView {
    pub edition: EditionCard,
    pub summary: ImportSummary,
    pub presence: Presence,
    /// When those attended or completed who are only said to have.
    pub day: DateTime<Utc>,
    /// Why the file as a whole could not be read, in the reader's language; there are no rows then.
    pub problems: Vec<String>,
    /// The file's own names of its columns, and what each is.
    pub columns: Vec<(String, Option<Column>)>,
    /// How many rows have each fate, in the order of `Fate::ALL`.
    pub counts: Vec<(Fate, u32)>,
    pub page: Page<ImportRowView>,
}

impl ImportView {
    /// Rows that confirming writes.
    #[must_use]
    pub fn writes(&self) -> u32 {
        let written = |fate: Fate| !matches!(fate, Fate::Flawed | Fate::There);
        self.counts.iter().filter(|(fate, _)| written(*fate)).map(|(_, count)| count).sum()
    }
}

/// One import in the list of an edition's imports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportSummary {
    pub id: ImportId,
    pub state: ImportState,
    pub origin: Origin,
    /// The file's name, or for a person typed in a form, theirs.
    pub name: String,
    pub made_at: DateTime<Utc>,
    /// Who made it; empty for the command line.
    pub made_by: String,
    pub rows: u32,
    pub flawed: u32,
    pub added: u32,
    pub filled: u32,
    pub unchanged: u32,
    pub new_people: u32,
    pub certificates: u32,
    /// Rows that were in use and stayed when it was undone.
    pub kept: u32,
}

/// An edition's imports, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportsView {
    pub edition: EditionCard,
    pub page: Page<ImportSummary>,
    /// The day that the form offers, ISO.
    pub day: String,
    /// Whether this edition's completion may be recorded by a list of whoever asks.
    pub completions: bool,
}

/// What undoing an import would take back, and what it would leave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndoView {
    pub edition: EditionCard,
    pub summary: ImportSummary,
    pub people: u32,
    pub participations: u32,
    pub filled: u32,
    pub certificates: u32,
    /// (row, name, why it stays)
    pub kept: Vec<(u32, String, Kept)>,
}

/// A person typed in a form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonForm {
    #[serde(default)]
    pub given_name: String,
    #[serde(default)]
    pub family_name: String,
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub sex: String,
    #[serde(default)]
    pub country: String,
    #[serde(default)]
    pub personnel_kind: String,
    #[serde(default)]
    pub institution: String,
    /// The person agreed that what they declared is kept.
    #[serde(default)]
    pub consent: String,
    /// A word of `Presence`.
    #[serde(default)]
    pub presence: String,
    /// When they attended or completed, ISO.
    #[serde(default)]
    pub day: String,
    /// `apart` or the id of whom it is, once somebody of that name was found.
    #[serde(default)]
    pub same_person: String,
}

impl PersonForm {
    /// What was declared, by the rules of the profile.
    #[must_use]
    pub fn profile(&self) -> crate::person::ProfileForm {
        crate::person::ProfileForm {
            given_name: self.given_name.clone(),
            family_name: self.family_name.clone(),
            language: String::new(),
            sex: self.sex.clone(),
            country: self.country.clone(),
            personnel_kind: self.personnel_kind.clone(),
            institution: self.institution.clone(),
            consent: self.consent.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_linked_by_mistake() {
        assert_eq!(Decision::read(""), Decision::Apart);
        assert_eq!(Decision::read("link"), Decision::Apart);
        let id = "019e0000-0000-7000-8000-000000000000";
        assert_eq!(Decision::read(id).to_string(), id);
        assert_eq!(Decision::default().to_string(), "apart");
    }

    #[test]
    fn an_address_is_recognised_and_not_read() {
        assert_eq!(masked("ana@example.org"), "a…@example.org");
        assert_eq!(masked(""), "");
    }
}
