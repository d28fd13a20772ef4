//! Editions: one running of a course, with its dates, seats and pinned content.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::completion::Rule;
use crate::error::{Code, Refusal, Wrong};
use crate::language::Language;
use crate::zone::{end_of_day, start_of_day};

crate::text_enum::text_enum! {
    /// How an edition is taught. All four feed indicators (counting.md, "Words").
    pub enum Modality {
        VirtualCourse => "virtual-course",
        Workshop => "workshop",
        Transfer => "transfer",
        Diploma => "diploma",
    }
}

crate::text_enum::text_enum! {
    /// Who may join by themselves.
    pub enum EnrolmentMode { Open => "open", Closed => "closed" }
}

crate::text_enum::text_enum! {
    /// Where an edition stands in time.
    pub enum Phase { Upcoming => "upcoming", Running => "running", Ended => "ended" }
}

/// The days of an edition, both included, in its own zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dates {
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub zone: Tz,
}

impl Dates {
    /// Where `now` falls.
    #[must_use]
    pub fn phase(&self, now: DateTime<Utc>) -> Phase {
        if now < start_of_day(self.starts_on, self.zone) {
            Phase::Upcoming
        } else if now < end_of_day(self.ends_on, self.zone) {
            Phase::Running
        } else {
            Phase::Ended
        }
    }

    /// When something is due that is due at the end of `week`, from 1; without a week, and past the end, the edition's end.
    #[must_use]
    pub fn due(&self, week: Option<u8>) -> DateTime<Utc> {
        let last = week.and_then(|week| {
            self.starts_on.checked_add_days(chrono::Days::new((u64::from(week) * 7).saturating_sub(1)))
        });
        end_of_day(last.map_or(self.ends_on, |day| day.min(self.ends_on)), self.zone)
    }

    /// # Errors
    /// `EditionNotStarted` or `EditionEnded`: learning acts count only while the edition runs.
    pub fn open_for_learning(&self, now: DateTime<Utc>) -> Result<(), Refusal> {
        match self.phase(now) {
            Phase::Upcoming => Err(Code::EditionNotStarted.into()),
            Phase::Running => Ok(()),
            Phase::Ended => Err(Code::EditionEnded.into()),
        }
    }
}

/// The form of a new edition, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionForm {
    #[serde(default)]
    pub course: String,
    #[serde(default)]
    pub code: String,
    #[serde(default)]
    pub title_es: String,
    #[serde(default)]
    pub title_en: String,
    #[serde(default)]
    pub starts_on: String,
    #[serde(default)]
    pub ends_on: String,
    #[serde(default)]
    pub zone: String,
    /// Languages, each by its code.
    #[serde(default)]
    pub languages: Vec<String>,
    #[serde(default)]
    pub modality: String,
    /// Empty: as many as come.
    #[serde(default)]
    pub seats: String,
    #[serde(default)]
    pub enrolment: String,
    /// Empty: the course's own rule.
    #[serde(default)]
    pub completion: String,
    /// A rule written out, in the place of `completion`; whoever takes the form reads it into that.
    #[serde(default)]
    pub rule_text: String,
    /// The edition's country, for workshops and transfers; empty where it has none.
    #[serde(default)]
    pub country: String,
    /// The kind of personnel that it is made for; empty for everybody.
    #[serde(default)]
    pub personnel_kind: String,
    /// E-mail addresses of the instructors, separated by commas or white space.
    #[serde(default)]
    pub instructors: String,
}

/// An edition's facts once every field of the form is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEdition {
    pub code: String,
    pub title_es: String,
    pub title_en: String,
    pub dates: Dates,
    pub languages: Vec<Language>,
    pub modality: Modality,
    pub seats: Option<i32>,
    pub enrolment: EnrolmentMode,
    pub completion: Rule,
    pub country: Option<String>,
    pub personnel_kind: Option<String>,
    pub instructors: Vec<String>,
}

impl EditionForm {
    /// Checks the form against the course's content. Empty titles take the course's.
    ///
    /// # Errors
    /// `Invalid` naming each wrong field.
    pub fn checked(&self, content: &crate::course::CourseContent, kinds: &[String]) -> Result<NewEdition, Refusal> {
        let mut wrong = Wrong::default();
        let code = wrong.text("code", &self.code, 60).to_lowercase();
        let slug_like =
            code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') && !code.starts_with('-');
        if !code.is_empty() && !slug_like {
            wrong.note("code", Code::CodeInvalid);
        }
        let starts_on = wrong.parse::<NaiveDate>("starts_on", &self.starts_on, Code::DateInvalid);
        let ends_on = wrong.parse::<NaiveDate>("ends_on", &self.ends_on, Code::DateInvalid);
        if let (Some(from), Some(to)) = (starts_on, ends_on)
            && to < from
        {
            wrong.note("ends_on", Code::DatesReversed);
        }
        let zone = if self.zone.trim().is_empty() {
            Some(crate::zone::REPORTING)
        } else {
            wrong.parse("zone", &self.zone, Code::ChoiceUnknown)
        };
        let languages: Vec<Language> = self.languages.iter().filter_map(|text| text.trim().parse().ok()).collect();
        if languages.is_empty()
            || languages.len() != self.languages.len()
            || languages.iter().any(|l| !content.languages.contains(l))
        {
            wrong.note("languages", Code::LanguageMissing);
        }
        let modality = wrong.parse("modality", &self.modality, Code::ChoiceUnknown);
        let seats = (!self.seats.trim().is_empty())
            .then(|| wrong.parse::<i32>("seats", &self.seats, Code::NumberInvalid))
            .flatten();
        if seats.is_some_and(|seats| seats < 1) {
            wrong.note("seats", Code::NumberInvalid);
        }
        let enrolment = if self.enrolment.is_empty() {
            Some(EnrolmentMode::Open)
        } else {
            wrong.parse("enrolment", &self.enrolment, Code::ChoiceUnknown)
        };
        let completion = if self.completion.is_empty() {
            Some(content.completion.clone())
        } else {
            wrong.parse("completion", &self.completion, Code::ChoiceUnknown)
        };
        if completion.as_ref().is_some_and(|rule: &Rule| !rule.fits(content)) {
            let field = if self.rule_text.trim().is_empty() { "completion" } else { "rule_text" };
            wrong.note(field, Code::RuleImpossible);
        }
        let filled = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
        let country = filled(&self.country);
        if country.as_deref().is_some_and(|code| !crate::person::COUNTRIES.contains(&code)) {
            wrong.note("country", Code::ChoiceUnknown);
        }
        let personnel_kind = filled(&self.personnel_kind);
        if personnel_kind.as_ref().is_some_and(|kind| !kinds.contains(kind)) {
            wrong.note("personnel_kind", Code::ChoiceUnknown);
        }
        let mut instructors = Vec::new();
        for address in self.instructors.split([',', ' ', '\n', '\r', ';']).filter(|text| !text.is_empty()) {
            match crate::account::email(address) {
                Ok(email) => instructors.push(email),
                Err(code) => wrong.note("instructors", code),
            }
        }
        for (field, text) in [("title_es", &self.title_es), ("title_en", &self.title_en)] {
            if text.chars().count() > 160 {
                wrong.note(field, Code::TooLong);
            }
        }
        wrong.done()?;
        let or_course = |text: &str, language| {
            if text.trim().is_empty() { content.title.get(language).to_owned() } else { text.trim().to_owned() }
        };
        match (starts_on, ends_on, zone, modality, enrolment, completion) {
            (Some(starts_on), Some(ends_on), Some(zone), Some(modality), Some(enrolment), Some(completion)) => {
                Ok(NewEdition {
                    code,
                    title_es: or_course(&self.title_es, Language::Es),
                    title_en: or_course(&self.title_en, Language::En),
                    dates: Dates { starts_on, ends_on, zone },
                    languages,
                    modality,
                    seats,
                    enrolment,
                    completion,
                    country,
                    personnel_kind,
                    instructors,
                })
            }
            _ => Err(Code::Invalid.into()),
        }
    }
}

/// An edition in lists and on its course's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionCard {
    pub code: String,
    pub course: String,
    pub title: String,
    pub modality: Modality,
    pub languages: Vec<Language>,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    /// IANA name of the zone that the dates are in.
    pub zone: String,
    pub phase: Phase,
    pub enrolment: EnrolmentMode,
    pub seats: Option<i32>,
    /// Seats not yet taken; None without a limit.
    pub seats_left: Option<i32>,
}

impl EditionCard {
    /// Whether somebody could join it now.
    #[must_use]
    pub fn can_join(&self) -> bool {
        self.enrolment == EnrolmentMode::Open && self.phase != Phase::Ended && self.seats_left != Some(0)
    }
}

/// A row of the staff's register of editions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionRow {
    pub card: EditionCard,
    pub enrolled: u32,
    pub completed: u32,
}

/// What the form of a new edition offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionChoices {
    /// (slug, title)
    pub courses: Vec<(String, String)>,
    pub kinds: Vec<crate::person::CodeName>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    #[test]
    fn the_last_day_counts_in_the_editions_own_zone() {
        let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
        let dates = Dates { starts_on: day(3, 1), ends_on: day(3, 31), zone: chrono_tz::America::Lima };
        let at = |m, d, h, min| Utc.with_ymd_and_hms(2026, m, d, h, min, 0).unwrap();
        assert_eq!(dates.phase(at(3, 1, 4, 59)), Phase::Upcoming);
        assert_eq!(dates.phase(at(3, 1, 5, 0)), Phase::Running);
        assert_eq!(dates.phase(at(4, 1, 4, 59)), Phase::Running);
        assert_eq!(dates.phase(at(4, 1, 5, 0)), Phase::Ended);
        assert_eq!(dates.open_for_learning(at(4, 2, 0, 0)).unwrap_err().code, Code::EditionEnded);
    }
}
