//! Editions: one running of a course, with its dates, seats and pinned content.

mod clone;
mod form;
mod state;
mod upgrade;
mod views;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::error::{Code, Refusal};
use crate::language::Language;
use crate::zone::{end_of_day, start_of_day};

pub use clone::{CloneForm, ClonePreview, CloneSession, NewClone, shifted};
pub use form::{EditionForm, NewEdition, Settings};
pub use state::EditionState;
pub use upgrade::{Effect, Obstacle, UpgradeView, effect};
pub use views::{EditionOverview, EditionSettings};

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
    /// How people come into an edition while it takes them.
    pub enum EnrolmentMode {
        /// Everybody takes a seat by themselves.
        Open => "open",
        /// Everybody applies, and its team accepts.
        Application => "application",
        /// Whoever knows its code takes a seat.
        Code => "code",
        /// Whoever was invited takes a seat.
        Invitation => "invitation",
        /// Its team enrols people.
        Closed => "closed",
    }
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
    pub state: EditionState,
    pub enrolment: EnrolmentMode,
    pub seats: Option<i32>,
    /// Seats not yet taken; None without a limit.
    pub seats_left: Option<i32>,
}

impl EditionCard {
    /// Whether somebody could join it now.
    #[must_use]
    pub fn can_join(&self) -> bool {
        let full = self.seats_left == Some(0);
        let way_in = match self.enrolment {
            EnrolmentMode::Open | EnrolmentMode::Code | EnrolmentMode::Invitation => !full,
            // Whoever applies for a full edition waits.
            EnrolmentMode::Application => true,
            EnrolmentMode::Closed => false,
        };
        way_in && self.state == EditionState::Open && self.phase != Phase::Ended
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
