//! More time, attempts or days for one person in one activity.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::edition::Dates;
use crate::error::{Code, Refusal, Wrong};
use crate::zone::end_of_day;

/// The most minutes that can be added to an attempt: a day.
const MINUTES_MAX: u16 = 24 * 60;
/// The most attempts that can be added.
const ATTEMPTS_MAX: u16 = 20;

/// What one person is granted beyond what the activity gives everybody.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// Minutes more in each attempt.
    pub minutes: u16,
    /// Attempts more.
    pub attempts: u16,
    /// Due then, and not when it is due for the others.
    pub due_at: Option<DateTime<Utc>>,
}

impl Extension {
    /// When the activity is due for this person, where everybody's date is `due`.
    #[must_use]
    pub fn due(self, due: DateTime<Utc>) -> DateTime<Utc> {
        self.due_at.unwrap_or(due)
    }

    /// Whether it grants anything.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

/// The form of an extension, as typed. Empty fields grant nothing; all of them empty takes an extension back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtensionForm {
    /// The activity's key.
    #[serde(default)]
    pub activity: String,
    #[serde(default)]
    pub extra_minutes: String,
    #[serde(default)]
    pub extra_attempts: String,
    /// A day of the edition, included.
    #[serde(default)]
    pub due_on: String,
    #[serde(default)]
    pub reason: String,
}

impl ExtensionForm {
    /// Checks the form against the edition's days; gives what is granted, and the reason.
    ///
    /// # Errors
    /// `Invalid` naming each wrong field.
    pub fn checked(&self, dates: &Dates) -> Result<(Extension, String), Refusal> {
        let mut wrong = Wrong::default();
        let minutes = number(&mut wrong, "extra_minutes", &self.extra_minutes, MINUTES_MAX);
        let attempts = number(&mut wrong, "extra_attempts", &self.extra_attempts, ATTEMPTS_MAX);
        let day = (!self.due_on.trim().is_empty())
            .then(|| wrong.parse::<NaiveDate>("due_on", &self.due_on, Code::DateInvalid))
            .flatten();
        if day.is_some_and(|day| day < dates.starts_on || day > dates.ends_on) {
            wrong.note("due_on", Code::DateOutside);
        }
        let reason = wrong.text("reason", &self.reason, 500);
        wrong.done()?;
        Ok((Extension { minutes, attempts, due_at: day.map(|day| end_of_day(day, dates.zone)) }, reason))
    }
}

fn number(wrong: &mut Wrong, field: &str, text: &str, most: u16) -> u16 {
    if text.trim().is_empty() {
        return 0;
    }
    match text.trim().parse::<u16>() {
        Ok(number) if number <= most => number,
        _ => {
            wrong.note(field, Code::NumberInvalid);
            0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone as _;

    #[test]
    fn an_extension_stays_within_the_edition_and_has_a_reason() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
        let dates = Dates { starts_on: day(1), ends_on: day(20), zone: chrono_tz::America::Lima };
        let form = ExtensionForm {
            extra_minutes: "30".into(),
            due_on: "2026-03-10".into(),
            reason: "no power".into(),
            ..Default::default()
        };
        let (granted, _) = form.checked(&dates).unwrap();
        assert_eq!((granted.minutes, granted.attempts), (30, 0));
        assert_eq!(granted.due_at, Some(Utc.with_ymd_and_hms(2026, 3, 11, 5, 0, 0).unwrap()));
        let wrong = ExtensionForm {
            extra_minutes: "-1".into(),
            extra_attempts: "many".into(),
            due_on: "2026-03-21".into(),
            ..Default::default()
        };
        let fields: Vec<_> = wrong.checked(&dates).unwrap_err().fields.into_iter().map(|(name, _)| name).collect();
        assert_eq!(fields, ["extra_minutes", "extra_attempts", "due_on", "reason"]);
    }
}
