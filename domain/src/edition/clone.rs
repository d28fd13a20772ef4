//! A clone: the same edition some weeks later, without its people.

use chrono::{DateTime, Days, NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{Dates, EditionCard};
use crate::error::{Code, Refusal, Wrong};

/// Most weeks that an edition is shifted by: three years.
const WEEKS_MOST: u32 = 156;

/// The form of a clone, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CloneForm {
    /// The code of the edition that is cloned.
    #[serde(default)]
    pub edition: String,
    /// The clone's own code.
    #[serde(default)]
    pub code: String,
    #[serde(default)]
    pub weeks: String,
    /// Set: take the course's newest version instead of the edition's own.
    #[serde(default)]
    pub newest: Option<String>,
}

/// A clone once every field is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewClone {
    pub code: String,
    pub weeks: u32,
    pub newest: bool,
}

impl CloneForm {
    /// # Errors
    /// `Invalid` naming each wrong field.
    pub fn checked(&self) -> Result<NewClone, Refusal> {
        let mut wrong = Wrong::default();
        let code = wrong.code("code", &self.code);
        let weeks = wrong.parse::<u32>("weeks", &self.weeks, Code::NumberInvalid);
        if weeks.is_some_and(|weeks| !(1..=WEEKS_MOST).contains(&weeks)) {
            wrong.note("weeks", Code::NumberInvalid);
        }
        wrong.done()?;
        Ok(NewClone { code, weeks: weeks.unwrap_or_default(), newest: self.newest.is_some() })
    }
}

impl Dates {
    /// The same weekdays, so many weeks later.
    #[must_use]
    pub fn later(self, weeks: u32) -> Self {
        let later = |day: NaiveDate| day.checked_add_days(Days::new(u64::from(weeks) * 7)).unwrap_or(day);
        Self { starts_on: later(self.starts_on), ends_on: later(self.ends_on), zone: self.zone }
    }
}

/// The same weekday and the same hour of the clocks of `zone`, so many weeks later, whatever the clocks do in between.
#[must_use]
pub fn shifted(at: DateTime<Utc>, zone: Tz, weeks: u32) -> DateTime<Utc> {
    let local = at.with_timezone(&zone).naive_local();
    let later = local.checked_add_days(Days::new(u64::from(weeks) * 7)).unwrap_or(local);
    // An hour that the clocks skip on that day does not exist; the next one does.
    let found =
        (0..=2).find_map(|hours| zone.from_local_datetime(&(later + chrono::Duration::hours(hours))).earliest());
    found.map_or(at + chrono::Duration::weeks(i64::from(weeks)), |moment| moment.with_timezone(&Utc))
}

/// A session of a clone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CloneSession {
    pub title: String,
    pub was: DateTime<Utc>,
    pub will_be: DateTime<Utc>,
}

/// What a clone would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClonePreview {
    pub edition: EditionCard,
    /// The form, with what stood in the query or was proposed.
    pub form: CloneForm,
    /// What is wrong with the form: (field, why). Nothing is shown of the clone then.
    pub wrong: Vec<(String, Code)>,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub sessions: Vec<CloneSession>,
    /// The version that the edition is pinned to, and the course's newest.
    pub version: u32,
    pub newest: u32,
    /// The rule asks for something that the newest version does not have.
    pub rule_misfits: bool,
    pub instructors: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Datelike as _, Timelike as _};

    #[test]
    fn weekdays_and_hours_stay_when_the_clocks_change() {
        let zone = chrono_tz::America::Santiago;
        // A Wednesday at seven in the evening, in summer time; ten weeks later it is winter time.
        let at = zone.with_ymd_and_hms(2026, 3, 4, 19, 0, 0).unwrap().with_timezone(&Utc);
        let later = shifted(at, zone, 10).with_timezone(&zone);
        assert_eq!((later.date_naive().to_string().as_str(), later.hour()), ("2026-05-13", 19));
        assert_ne!(shifted(at, zone, 10) - at, chrono::Duration::weeks(10));
        let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
        let dates = Dates { starts_on: day(3, 2), ends_on: day(4, 24), zone }.later(52);
        assert_eq!(dates.starts_on.weekday(), chrono::Weekday::Mon);
        assert_eq!(
            (dates.starts_on, dates.ends_on - dates.starts_on),
            (NaiveDate::from_ymd_opt(2027, 3, 1).unwrap(), day(4, 24) - day(3, 2))
        );
    }

    #[test]
    fn a_clone_is_later_and_has_a_code_of_its_own() {
        let form = CloneForm { code: "Otra Vez".into(), weeks: "0".into(), ..CloneForm::default() };
        let fields = form.checked().unwrap_err().fields;
        assert_eq!(fields, [("code".into(), Code::CodeInvalid), ("weeks".into(), Code::NumberInvalid)]);
    }
}
