//! Dates, numbers and languages, written as the reader's language writes them.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::language::Language;

use crate::request::language;
use crate::t;

/// "3 de marzo de 2026", "3 March 2026".
#[must_use]
pub fn date(date: NaiveDate) -> String {
    let month = t!(&format!("month-{}", date.month()));
    match language() {
        Language::Es => format!("{} de {month} de {}", date.day(), date.year()),
        Language::En => format!("{} {month} {}", date.day(), date.year()),
    }
}

/// The day of an instant, in UTC, for lists where the hour does not matter.
#[must_use]
pub fn day(instant: DateTime<Utc>) -> String {
    date(instant.date_naive())
}

/// Both days of an edition.
#[must_use]
pub fn dates(from: NaiveDate, to: NaiveDate) -> String {
    t!("dates-from-to", from = date(from), to = date(to))
}

/// "español, inglés".
#[must_use]
pub fn languages(all: &[Language]) -> String {
    all.iter().map(|one| t!(&format!("language-{one}"))).collect::<Vec<_>>().join(", ")
}

/// A count with the thousands apart: a thin space in Spanish, a comma in English.
#[must_use]
pub fn number(count: u32) -> String {
    let digits = count.to_string();
    let mark = if language() == Language::Es { '\u{202f}' } else { ',' };
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

/// A share in percent with one decimal, or the words for "no data".
#[must_use]
pub fn share(part: u32, whole: u32) -> String {
    if whole == 0 {
        return t!("no-data");
    }
    let tenths = (u64::from(part) * 1000 + u64::from(whole) / 2) / u64::from(whole);
    let mark = if language() == Language::Es { ',' } else { '.' };
    format!("{}{mark}{} %", tenths / 10, tenths % 10)
}
