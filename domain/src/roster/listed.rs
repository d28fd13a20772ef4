//! Rows of lists that people wrote: words in four languages instead of codes, addresses that may be missing, dates as the
//! region writes them.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};

use super::rules::{Places, Row, plausible};
use super::words::{Letters, SexWord, name_key, sex, yes_no};
use super::{Column, Entry, Found, Mistake, Reason, Rules, country, dates};
use crate::language::Language;
use crate::person::{Declared, Sex};
use crate::quiz::fold;
use crate::zone::start_of_day;

crate::text_enum::text_enum! {
    /// What a list says of people whose row gives no dates of its own. Being enrolled counts nowhere.
    pub enum Presence { Enrolled => "enrolled", Attended => "attended", Completed => "completed" }
}

impl Places for Found {
    fn place(&self, column: Column) -> usize {
        self.columns.iter().position(|known| *known == Some(column)).unwrap_or(usize::MAX)
    }

    fn name(&self, column: Column) -> String {
        self.names.get(self.place(column)).cloned().unwrap_or_else(|| column.as_str().to_owned())
    }
}

/// What the rows of a list are checked against.
#[derive(Debug, Clone)]
pub struct Listed<'a> {
    pub rules: Rules<'a>,
    /// Folded names of the kinds of personnel in use, with their codes.
    pub kind_names: &'a HashMap<String, String>,
    pub letters: Letters,
    pub presence: Presence,
    /// When those attended or completed who are only said to have.
    pub day: DateTime<Utc>,
}

/// What a cell for an act says.
enum Act {
    Empty,
    No,
    At(DateTime<Utc>),
}

impl Listed<'_> {
    /// Reads one row. `line` is its number in the sheet.
    ///
    /// # Errors
    /// Every mistake of the row.
    pub fn read(&self, found: &Found, line: u32, fields: &[&str]) -> Result<Entry, Vec<Mistake>> {
        let width = found.columns.len();
        if fields.iter().skip(width).any(|field| !field.trim().is_empty()) {
            return Err(vec![Mistake { line, column: None, reason: Reason::Width(fields.len(), width) }]);
        }
        let mut row = Row { places: found, line, fields, mistakes: Vec::new() };
        let (given_name, family_name) = names(&mut row, found);
        let email = email(&mut row);
        let declared = self.declared(&mut row);
        let language = row.word(Column::Language, language, || Reason::LanguageName).unwrap_or(self.rules.language);
        let enrolled_at = match self.act(&mut row, Column::EnrolledAt, Reason::DateFormat) {
            Act::At(at) => Some(at),
            Act::Empty | Act::No => None,
        };
        let (first, completed_at) = self.acts(&mut row);
        if let (Some(first), Some(completed)) = (first, completed_at)
            && completed < first
        {
            row.note(Column::CompletedAt, Reason::CompletedBeforeFirst);
        }
        if !row.mistakes.is_empty() {
            return Err(row.mistakes);
        }
        let first_activity_at = first.or(completed_at);
        // Nobody is enrolled after what they did.
        let earliest = first_activity_at.unwrap_or(self.rules.starts_at);
        let enrolled_at = enrolled_at.unwrap_or(earliest);
        Ok(Entry {
            line,
            given_name,
            family_name,
            email,
            declared,
            language,
            enrolled_at,
            first_activity_at,
            completed_at,
        })
    }

    /// The first act and the completion; the list's own day for those of whom it is only said.
    fn acts(&self, row: &mut Row<'_>) -> (Option<DateTime<Utc>>, Option<DateTime<Utc>>) {
        let attended = self.act(row, Column::FirstActivityAt, Reason::YesNoOrDate);
        let completed = self.act(row, Column::CompletedAt, Reason::YesNoOrDate);
        let absent = matches!(attended, Act::No);
        let completed = match completed {
            Act::At(at) => Some(at),
            Act::Empty if self.presence == Presence::Completed && !absent => Some(self.day),
            Act::Empty | Act::No => None,
        };
        let attended = match attended {
            Act::At(at) => Some(at),
            // A completion with a day of its own dates the first act too.
            Act::Empty if self.presence != Presence::Enrolled => {
                Some(completed.map_or(self.day, |at| at.min(self.day)))
            }
            Act::Empty | Act::No => None,
        };
        (attended, completed)
    }

    fn act(&self, row: &mut Row<'_>, column: Column, reason: Reason) -> Act {
        let text = row.field(column);
        if text.is_empty() {
            return Act::Empty;
        }
        let said = if column == Column::EnrolledAt { None } else { yes_no(text) };
        if let Some(yes) = said {
            return if yes { Act::At(self.day) } else { Act::No };
        }
        match self.instant(text) {
            Some((at, future)) => {
                if future {
                    row.note(column, Reason::InFuture);
                }
                Act::At(at)
            }
            None => {
                row.note(column, reason);
                Act::Empty
            }
        }
    }

    /// ISO dates and instants, then the region's ways; and whether it lies in the future.
    fn instant(&self, text: &str) -> Option<(DateTime<Utc>, bool)> {
        if let Some(found) = self.rules.parse_instant(text) {
            return Some(found);
        }
        let date = dates::date(text).filter(|date| plausible(*date))?;
        let latest = (self.rules.now + Duration::hours(14)).date_naive();
        Some((start_of_day(date, self.rules.zone), date > latest))
    }

    fn declared(&self, row: &mut Row<'_>) -> Declared {
        let kind = |text: &str| {
            let code = self.rules.kinds.iter().find(|kind| *kind == text.trim()).cloned();
            code.or_else(|| self.kind_names.get(&fold(text)).cloned())
        };
        Declared {
            sex: self.sex(row),
            country: row.word(Column::Country, country, || Reason::CountryName),
            personnel_kind: row.word(Column::PersonnelKind, kind, || Reason::KindName),
            institution: row.text(Column::Institution, 160),
        }
    }

    fn sex(&self, row: &mut Row<'_>) -> Option<Sex> {
        match sex(row.field(Column::Sex)) {
            Some(SexWord::Declared(sex)) => Some(sex),
            Some(SexWord::NotRecorded) => None,
            Some(SexWord::LetterM) => {
                if self.letters.m().is_none() {
                    row.note(Column::Sex, Reason::SexLetter);
                }
                self.letters.m()
            }
            None => {
                row.note(Column::Sex, Reason::SexWord);
                None
            }
        }
    }
}

/// (given, family). A name in one column is not cut: where the given name ends cannot be known, except before a comma.
fn names(row: &mut Row<'_>, found: &Found) -> (String, String) {
    if !found.columns.contains(&Some(Column::FullName)) {
        return (row.name(Column::GivenName), row.name(Column::FamilyName));
    }
    let Some(full) = row.text(Column::FullName, 160) else {
        row.note(Column::FullName, Reason::Required);
        return Default::default();
    };
    match full.split_once(',') {
        Some((family, given)) if !given.trim().is_empty() => (given.trim().to_owned(), family.trim().to_owned()),
        _ => (full, String::new()),
    }
}

fn email(row: &mut Row<'_>) -> String {
    let text = row.field(Column::Email);
    if matches!(text, "" | "-" | "–") {
        return String::new();
    }
    crate::account::email(text).unwrap_or_else(|_| {
        row.note(Column::Email, Reason::EmailInvalid);
        String::new()
    })
}

fn language(text: &str) -> Option<Language> {
    match fold(text).as_str() {
        "es" | "spa" | "espanol" | "castellano" | "spanish" | "espanhol" | "espagnol" => Some(Language::Es),
        "en" | "eng" | "english" | "ingles" | "anglais" => Some(Language::En),
        _ => None,
    }
}

/// The same name in several rows without an address: nothing tells them apart, and importing twice would add nobody.
#[must_use]
pub fn find_namesakes(entries: &[Entry]) -> Vec<Mistake> {
    let mut first: HashMap<String, u32> = HashMap::new();
    let mut mistakes = Vec::new();
    for entry in entries.iter().filter(|entry| entry.email.is_empty()) {
        match first.get(&name_key(&entry.given_name, &entry.family_name)) {
            Some(other) => mistakes.push(Mistake { line: entry.line, column: None, reason: Reason::NameTwice(*other) }),
            None => {
                first.insert(name_key(&entry.given_name, &entry.family_name), entry.line);
            }
        }
    }
    mistakes
}
