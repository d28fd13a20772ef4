//! What makes a row right.

use std::collections::HashMap;

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;

use super::{Column, Entry, Header, Mistake, Reason};
use crate::language::Language;
use crate::person::{COUNTRIES, Declared, Sex};
use crate::zone::start_of_day;

/// What a row is checked against.
#[derive(Debug, Clone)]
pub struct Rules<'a> {
    pub now: DateTime<Utc>,
    /// The reporting zone: dates and times without an offset are in it.
    pub zone: Tz,
    /// Codes of the kinds of personnel in use.
    pub kinds: &'a [String],
    /// For rows that name no language.
    pub language: Language,
    /// The edition's first instant: when somebody was enrolled of whom neither enrolment nor act is dated.
    pub starts_at: DateTime<Utc>,
}

/// Where a file has which column, and by which name people find it there.
pub(super) trait Places {
    /// Past the last field where the file lacks the column.
    fn place(&self, column: Column) -> usize;
    fn name(&self, column: Column) -> String;
}

impl Places for Header {
    fn place(&self, column: Column) -> usize {
        self.0.iter().position(|known| *known == column).unwrap_or(usize::MAX)
    }

    fn name(&self, column: Column) -> String {
        column.as_str().to_owned()
    }
}

/// One row under examination: its fields, and what was found wrong.
pub(super) struct Row<'a> {
    pub places: &'a dyn Places,
    pub line: u32,
    pub fields: &'a [&'a str],
    pub mistakes: Vec<Mistake>,
}

impl<'a> Row<'a> {
    pub(super) fn field(&self, column: Column) -> &'a str {
        self.fields.get(self.places.place(column)).map(|field| field.trim()).unwrap_or_default()
    }

    pub(super) fn note(&mut self, column: Column, reason: Reason) {
        self.mistakes.push(Mistake { line: self.line, column: Some(self.places.name(column)), reason });
    }

    pub(super) fn text(&mut self, column: Column, most: usize) -> Option<String> {
        let text = self.field(column);
        if text.chars().count() > most {
            self.note(column, Reason::TooLong(most));
        }
        (!text.is_empty()).then(|| text.to_owned())
    }

    pub(super) fn name(&mut self, column: Column) -> String {
        self.text(column, 80).unwrap_or_else(|| {
            self.note(column, Reason::Required);
            String::new()
        })
    }

    fn email(&mut self) -> String {
        let text = self.field(Column::Email);
        crate::account::email(text).unwrap_or_else(|_| {
            self.note(Column::Email, if text.is_empty() { Reason::Required } else { Reason::EmailInvalid });
            String::new()
        })
    }

    /// A word of a closed list, or nothing.
    pub(super) fn word<T>(
        &mut self,
        column: Column,
        parse: impl FnOnce(&str) -> Option<T>,
        reason: impl FnOnce() -> Reason,
    ) -> Option<T> {
        let text = self.field(column);
        if text.is_empty() {
            return None;
        }
        let word = parse(text);
        if word.is_none() {
            self.note(column, reason());
        }
        word
    }
}

impl Rules<'_> {
    /// Reads one row. `line` is where it begins in the file.
    ///
    /// # Errors
    /// Every mistake of the row.
    pub fn read(&self, header: &Header, line: u32, fields: &[&str]) -> Result<Entry, Vec<Mistake>> {
        if fields.len() != header.width() {
            return Err(vec![Mistake { line, column: None, reason: Reason::Width(fields.len(), header.width()) }]);
        }
        let mut row = Row { places: header, line, fields, mistakes: Vec::new() };
        let (given_name, family_name) = (row.name(Column::GivenName), row.name(Column::FamilyName));
        let email = row.email();
        let declared = self.declared(&mut row);
        let language =
            row.word(Column::Language, |text| text.parse().ok(), || Reason::LanguageUnknown).unwrap_or(self.language);
        let enrolled_at = self.instant(&mut row, Column::EnrolledAt);
        let first = self.instant(&mut row, Column::FirstActivityAt);
        let completed_at = self.instant(&mut row, Column::CompletedAt);
        if let (Some(first), Some(completed)) = (first, completed_at)
            && completed < first
        {
            row.note(Column::CompletedAt, Reason::CompletedBeforeFirst);
        }
        if !row.mistakes.is_empty() {
            return Err(row.mistakes);
        }
        let first_activity_at = first.or(completed_at);
        let enrolled_at = enrolled_at.or(first_activity_at).unwrap_or(self.starts_at);
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

    fn declared(&self, row: &mut Row<'_>) -> Declared {
        let country = |text: &str| {
            let code = text.to_ascii_uppercase();
            COUNTRIES.contains(&code.as_str()).then_some(code)
        };
        let kind = |text: &str| self.kinds.iter().find(|kind| *kind == text).cloned();
        Declared {
            sex: row.word(Column::Sex, |text| text.parse::<Sex>().ok(), || Reason::SexUnknown),
            country: row.word(Column::Country, country, || Reason::CountryUnknown),
            personnel_kind: row.word(Column::PersonnelKind, kind, || Reason::KindUnknown(self.kinds.join(", "))),
            institution: row.text(Column::Institution, 160),
        }
    }

    pub(super) fn instant(&self, row: &mut Row<'_>, column: Column) -> Option<DateTime<Utc>> {
        let (at, future) = row.word(column, |text| self.parse_instant(text), || Reason::DateInvalid)?;
        if future {
            row.note(column, Reason::InFuture);
        }
        Some(at)
    }

    /// The instant, and whether it lies in the future. A bare date is today as long as it is today somewhere on earth: the
    /// person who kept the list may live east of the reporting zone.
    pub(super) fn parse_instant(&self, text: &str) -> Option<(DateTime<Utc>, bool)> {
        if let Ok(date) = text.parse::<NaiveDate>() {
            let latest = (self.now + Duration::hours(14)).date_naive();
            return plausible(date).then(|| (start_of_day(date, self.zone), date > latest));
        }
        let text = text.replacen(' ', "T", 1);
        let with_offset =
            DateTime::parse_from_rfc3339(&text).or_else(|_| DateTime::parse_from_str(&text, "%Y-%m-%dT%H:%M%:z"));
        let at = match with_offset {
            Ok(at) => at.with_timezone(&Utc),
            Err(_) => {
                self.local(text.parse().or_else(|_| NaiveDateTime::parse_from_str(&text, "%Y-%m-%dT%H:%M")).ok()?)?
            }
        };
        plausible(at.date_naive()).then_some((at, at > self.now))
    }

    /// A wall clock's time in the reporting zone: the earlier of two in autumn, and the first that exists in spring's gap.
    fn local(&self, wall: NaiveDateTime) -> Option<DateTime<Utc>> {
        let found = |wall: NaiveDateTime| self.zone.from_local_datetime(&wall).earliest();
        found(wall).or_else(|| found(wall + Duration::hours(1))).map(|local| local.with_timezone(&Utc))
    }
}

/// Whether a year can be meant: `0026-03-01` is a slip of the hand, and years past four digits break databases.
pub(super) fn plausible(date: NaiveDate) -> bool {
    use chrono::Datelike as _;
    (1900..=9999).contains(&date.year())
}

/// The same e-mail address in several rows: a mistake in each later row, naming the first.
#[must_use]
pub fn find_repeated(entries: &[Entry]) -> Vec<Mistake> {
    let mut first: HashMap<&str, u32> = HashMap::with_capacity(entries.len());
    let mut mistakes = Vec::new();
    for entry in entries.iter().filter(|entry| !entry.email.is_empty()) {
        match first.get(entry.email.as_str()) {
            Some(other) => {
                let column = Some(Column::Email.as_str().to_owned());
                mistakes.push(Mistake { line: entry.line, column, reason: Reason::EmailTwice(*other) });
            }
            None => {
                first.insert(&entry.email, entry.line);
            }
        }
    }
    mistakes
}
