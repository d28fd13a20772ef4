//! A person's calendar: what a feed tells their calendar program. It names no person and tells nobody's progress.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::language::Language;

/// Bytes of a feed's secret, as hexadecimal digits.
pub const SECRET_DIGITS: usize = 64;

/// Whether a text could be a feed's secret: made-up addresses are refused without asking the database.
#[must_use]
pub fn is_secret(text: &str) -> bool {
    text.len() == SECRET_DIGITS && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// When an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "when", rename_all = "kebab-case")]
pub enum When {
    /// A whole day, wherever its reader is.
    Day {
        on: NaiveDate,
    },
    Between {
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    },
}

crate::text_enum::text_enum! {
    /// What an event is; pages and the feed have words for each.
    pub enum EventKind { Begins => "begins", Ends => "ends", Due => "due", Meeting => "meeting" }
}

/// An event of a feed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The same for the same thing at every reading, so that a change moves it and makes no second one.
    pub uid: String,
    pub kind: EventKind,
    /// Of the activity or session; empty where it is the edition's own.
    pub title: String,
    pub edition_code: String,
    pub edition_title: String,
    pub when: When,
    /// The exact moment of what is due, with the zone that it is told in.
    pub due_at: Option<DateTime<Utc>>,
    pub zone: String,
    pub place: Option<String>,
    /// When what it tells was last written.
    pub changed_at: DateTime<Utc>,
}

/// Everything that a feed tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feed {
    pub language: Language,
    pub events: Vec<Event>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_could_be_a_secret_is_looked_up() {
        assert!(is_secret(&"0a".repeat(32)));
        for text in ["", "0a", &"0A".repeat(32), &"zz".repeat(32), &"é".repeat(32)] {
            assert!(!is_secret(text), "{text}");
        }
    }
}
