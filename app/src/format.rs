//! Dates, numbers and languages, written as the reader's language writes them.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::language::Language;
use domain::zone::{Near, last_instant, local};

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

/// A moment in a named zone: "3 March 2026, 15:30". The zone itself is told beside it (`edition::zone_words`).
#[must_use]
pub fn moment(instant: DateTime<Utc>, zone: &str) -> String {
    let local = local(instant, zone);
    format!("{}, {}", date(local.date()), local.format("%H:%M"))
}

/// The hour of a moment in a named zone.
#[must_use]
pub fn hour(instant: DateTime<Utc>, zone: &str) -> String {
    local(instant, zone).format("%H:%M").to_string()
}

/// The day on which something that ends with it is due.
#[must_use]
pub fn due_day(instant: DateTime<Utc>, zone: &str) -> String {
    date(local(last_instant(instant), zone).date())
}

/// When something is due: its day, and the hour where that is not the day's end.
#[must_use]
pub fn due(instant: DateTime<Utc>, zone: &str) -> String {
    let ends_a_day = local(instant, zone).time() == chrono::NaiveTime::MIN;
    if ends_a_day { due_day(instant, zone) } else { moment(instant, zone) }
}

/// "tomorrow", "in 3 days": what stands beside a date, never in its place.
#[must_use]
pub fn near(near: Near) -> String {
    match near {
        Near::Past => t!("near-past"),
        Near::Today => t!("near-today"),
        Near::Tomorrow => t!("near-tomorrow"),
        Near::InDays { days } => t!("near-days", count = days),
    }
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

/// A size: "840 KB", "1.2 MB" (of 1,024 and 1,048,576 bytes).
#[must_use]
pub fn bytes(size: u64) -> String {
    const KB: u64 = 1024;
    let whole = |n: u64| number(u32::try_from(n).unwrap_or(u32::MAX));
    if size < KB * KB {
        return format!("{} KB", whole(size.div_ceil(KB)));
    }
    let tenths = size.saturating_mul(10) / (KB * KB);
    let mark = if language() == Language::Es { ',' } else { '.' };
    format!("{}{mark}{} MB", whole(tenths / 10), tenths % 10)
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
