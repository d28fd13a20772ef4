//! Enrolment: one person in one edition, from the seat to the certificate.

mod outcome;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::completion::RemainingView;
use crate::course::ActivityKind;
use crate::edition::{Dates, EditionCard, EditionState, EnrolmentMode, Phase};
use crate::error::{Code, Refusal};
use crate::meeting::MeetingView;
use crate::quiz::Grade;
use crate::zone::Near;

pub use outcome::{Acted, Outcome, QUIET, RosterAct, at_risk};

crate::text_enum::text_enum! {
    /// How a participation came to be.
    pub enum Source { Own => "own", Roster => "roster", Demo => "demo", Checkin => "checkin", Application => "application" }
}

/// Whether somebody may take a seat by themselves now.
///
/// # Errors
/// `EnrolmentClosed`, `EditionEnded` or `EditionFull`.
pub fn check_seat(
    (state, mode): (EditionState, EnrolmentMode),
    dates: &Dates,
    seats_left: Option<i32>,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    if dates.phase(now) == Phase::Ended {
        return Err(Code::EditionEnded.into());
    }
    if state != EditionState::Open || mode != EnrolmentMode::Open {
        return Err(Code::EnrolmentClosed.into());
    }
    if seats_left.is_some_and(|left| left < 1) {
        return Err(Code::EditionFull.into());
    }
    Ok(())
}

/// One of a learner's editions, on the learner's home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyEdition {
    pub edition: EditionCard,
    pub percent: u8,
    pub remaining: u32,
    pub completed_at: Option<DateTime<Utc>>,
    pub certificate: Option<String>,
    /// The activity to go on with: (key, title).
    pub resume: Option<(String, String)>,
    pub last_activity_at: Option<DateTime<Utc>>,
}

/// What a learner's home shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HomeView {
    /// Those under way first, then those to come, then the past.
    pub editions: Vec<MyEdition>,
    /// In order of time, across editions.
    pub todo: Vec<Todo>,
    /// The secret of the person's calendar feed, if they asked for one.
    pub calendar: Option<String>,
}

/// Something to do, or to wait for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Todo {
    pub what: TodoKind,
    /// The edition's code, its title, and the zone that the date is told in.
    pub edition: String,
    pub edition_title: String,
    pub zone: String,
    /// The activity's key; empty where it is not about one.
    pub key: String,
    /// Of the activity or the session.
    pub title: String,
    /// When it is due or begins.
    pub at: DateTime<Utc>,
    /// How far that is from when the page was made.
    pub near: Near,
}

/// What kind of thing is to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum TodoKind {
    /// Go on with this activity, the next one.
    Next,
    /// Do this by then.
    Due { kind: ActivityKind },
    /// So many knowledge checks without a date of their own, by the edition's end.
    Checks { count: u32 },
    /// Handed in; its grade is awaited.
    Waiting,
    /// Come to this session.
    Meeting { ends_at: DateTime<Utc>, place: Option<String>, link: Option<String> },
}

/// Everything that is graded in one edition, for its learner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GradesView {
    pub edition: EditionCard,
    pub rows: Vec<GradeRow>,
    /// The weighted mean; what was not tried counts as nothing.
    pub final_grade: Grade,
    /// What the edition's rule asks of the final grade, if it does.
    pub final_pass: Option<u8>,
    pub meetings: Vec<MeetingView>,
    pub attended: u16,
    /// How many sessions the edition's rule asks for, if it does.
    pub least: Option<u8>,
    pub remaining: Vec<RemainingView>,
    pub completed_at: Option<DateTime<Utc>>,
}

/// One graded activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GradeRow {
    pub key: String,
    pub kind: ActivityKind,
    pub title: String,
    /// Its module's place, from 1.
    pub module: u32,
    /// The grade that counts: the highest that ever stood.
    pub grade: Option<Grade>,
    pub pass: u8,
    pub passed: bool,
    pub weight: u8,
    /// Handed in, of quizzes.
    pub attempts: u16,
    pub attempts_left: Option<u16>,
    /// Handed in and not graded yet.
    pub waiting: bool,
    pub due_at: DateTime<Utc>,
}

/// A row of an edition's roster. Sex, country and kind of personnel are not here, by design.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterRow {
    pub participation: crate::id::ParticipationId,
    pub name: String,
    pub email: String,
    pub percent: u8,
    pub enrolled_at: DateTime<Utc>,
    pub last_activity_at: Option<DateTime<Utc>>,
    pub completed_at: Option<DateTime<Utc>>,
    /// What remains, the same words as the learner's own panel.
    pub remaining: Vec<RemainingView>,
    pub at_risk: bool,
    /// How it ended without a completion, when, and why.
    pub outcome: Option<(Outcome, DateTime<Utc>, String)>,
}

crate::text_enum::text_enum! {
    /// Which rows of a roster are shown.
    pub enum RosterFilter {
        /// Whoever has a seat.
        All => "all",
        NotStarted => "not-started",
        UnderWay => "under-way",
        /// Quiet for two weeks, or far behind the edition's days.
        AtRisk => "at-risk",
        Completed => "completed",
        Failed => "failed",
        /// Withdrew, or never came.
        Left => "left",
    }
}

impl RosterFilter {
    /// Those that lists without outcomes have.
    pub const PLAIN: [Self; 4] = [Self::All, Self::NotStarted, Self::UnderWay, Self::Completed];
}

crate::text_enum::text_enum! {
    /// What a roster tells of each person beside the name.
    pub enum RosterColumn {
        Progress => "progress",
        LastActivity => "last-activity",
        State => "state",
        Email => "email",
        Enrolled => "enrolled",
    }
}

impl RosterColumn {
    /// Those that are shown until somebody chooses others.
    pub const USUAL: [Self; 4] = [Self::Progress, Self::LastActivity, Self::State, Self::Email];
}

crate::text_enum::text_enum! {
    /// In which order a roster is shown.
    pub enum RosterOrder { Name => "name", Progress => "progress", LastActivity => "last-activity" }
}

/// What part of a roster somebody asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterQuery {
    pub search: String,
    pub filter: RosterFilter,
    pub order: RosterOrder,
    /// From 1.
    pub page: u32,
}

/// An edition's roster, as its instructors see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterView {
    pub edition: EditionCard,
    /// Whether its people can be acted on: it is not closed.
    pub open: bool,
    /// How many people each filter would show, in the order of `RosterFilter::ALL`.
    pub counts: Vec<(RosterFilter, u32)>,
    pub page: crate::page::Page<RosterRow>,
}

/// One of an instructor's editions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaughtEdition {
    pub edition: EditionCard,
    pub enrolled: u32,
    pub not_started: u32,
    pub completed: u32,
    /// Submissions that wait for a grade.
    pub waiting: u32,
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{NaiveDate, TimeZone};

    #[test]
    fn the_last_seat_is_given_once_and_an_ended_edition_takes_nobody() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
        let dates = Dates { starts_on: day(1), ends_on: day(9), zone: chrono_tz::UTC };
        let now = Utc.with_ymd_and_hms(2026, 3, 5, 0, 0, 0).unwrap();
        let late = Utc.with_ymd_and_hms(2026, 4, 5, 0, 0, 0).unwrap();
        assert!(check_seat((EditionState::Open, EnrolmentMode::Open), &dates, Some(1), now).is_ok());
        assert!(check_seat((EditionState::Open, EnrolmentMode::Open), &dates, None, now).is_ok());
        assert_eq!(
            check_seat((EditionState::Open, EnrolmentMode::Open), &dates, Some(0), now).unwrap_err().code,
            Code::EditionFull
        );
        for closed in [
            (EditionState::Open, EnrolmentMode::Closed),
            (EditionState::Open, EnrolmentMode::Application),
            (EditionState::Draft, EnrolmentMode::Open),
            (EditionState::Running, EnrolmentMode::Open),
        ] {
            assert_eq!(check_seat(closed, &dates, None, now).unwrap_err().code, Code::EnrolmentClosed);
        }
        assert_eq!(
            check_seat((EditionState::Open, EnrolmentMode::Open), &dates, None, late).unwrap_err().code,
            Code::EditionEnded
        );
    }
}
