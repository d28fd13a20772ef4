//! Sessions of an edition: when people meet, and who came.

mod sheet;

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::edition::EditionCard;
use crate::error::{Code, Refusal, Wrong};
use crate::id::MeetingId;

pub use sheet::{SheetForm, SheetRow, SheetView, mark_key, marked};

/// How long before a session begins it may be noted who is there: people come early.
pub const EARLY: Duration = Duration::hours(1);

/// How long before a session its people are reminded of it.
pub const REMIND: Duration = Duration::days(1);

crate::text_enum::text_enum! {
    /// Whether somebody came to a session.
    pub enum AttendanceState { Present => "present", Late => "late", Absent => "absent", Excused => "excused" }
}

impl AttendanceState {
    /// Whether it counts as attended.
    #[must_use]
    pub const fn attended(self) -> bool {
        matches!(self, Self::Present | Self::Late)
    }

    /// Whether it may be noted now, of a session that begins at `starts_at`.
    ///
    /// # Errors
    /// `MeetingNotStarted`: only an excuse can be known beforehand.
    pub fn may_note(self, starts_at: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), Refusal> {
        if self == Self::Excused || now + EARLY >= starts_at { Ok(()) } else { Err(Code::MeetingNotStarted.into()) }
    }
}

/// A session as its learners see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingView {
    pub id: MeetingId,
    pub title: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub place: Option<String>,
    pub link: Option<String>,
    /// The learner's own attendance, once it is recorded.
    pub attendance: Option<AttendanceState>,
    /// It is over.
    #[serde(default)]
    pub over: bool,
}

/// A learner's sessions in one edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyMeetings {
    /// IANA name of the edition's zone, which the times are told in.
    pub zone: String,
    /// In order of time.
    pub meetings: Vec<MeetingView>,
}

/// A session's form, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingForm {
    #[serde(default)]
    pub edition: String,
    /// The session's id; empty for a new one.
    #[serde(default)]
    pub meeting: String,
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub day: String,
    /// Times of that day in the edition's zone.
    #[serde(default)]
    pub from: String,
    #[serde(default)]
    pub to: String,
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub link: String,
}

/// A session once every field of its form is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMeeting {
    pub title: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub place: Option<String>,
    pub link: Option<String>,
}

impl MeetingForm {
    /// Checks the form; its times are those of `zone`.
    ///
    /// # Errors
    /// `Invalid` naming each wrong field.
    pub fn checked(&self, zone: Tz) -> Result<NewMeeting, Refusal> {
        let mut wrong = Wrong::default();
        let title = wrong.text("title", &self.title, 160);
        let day = wrong.parse::<NaiveDate>("day", &self.day, Code::DateInvalid);
        let mut time = |field: &str, text: &str| {
            let text = text.trim();
            let time = ["%H:%M", "%H:%M:%S"].iter().find_map(|form| NaiveTime::parse_from_str(text, form).ok());
            if time.is_none() {
                wrong.note(field, if text.is_empty() { Code::Required } else { Code::TimeInvalid });
            }
            time
        };
        let (from, to) = (time("from", &self.from), time("to", &self.to));
        let mut instant = |field: &str, time: Option<NaiveTime>| {
            let local = day?.and_time(time?);
            // An hour that the clocks skip does not exist; of one that they repeat, the first is meant.
            let instant = zone.from_local_datetime(&local).earliest().map(|local| local.with_timezone(&Utc));
            if instant.is_none() {
                wrong.note(field, Code::TimeInvalid);
            }
            instant
        };
        let (starts_at, ends_at) = (instant("from", from), instant("to", to));
        if let (Some(from), Some(to)) = (starts_at, ends_at)
            && to <= from
        {
            wrong.note("to", Code::TimesReversed);
        }
        let place = wrong.optional("place", &self.place, 300);
        let link = wrong.link("link", &self.link);
        wrong.done()?;
        match (starts_at, ends_at) {
            (Some(starts_at), Some(ends_at)) => Ok(NewMeeting { title, starts_at, ends_at, place, link }),
            _ => Err(Code::Invalid.into()),
        }
    }
}

/// A session in the instructor's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingRow {
    pub id: MeetingId,
    pub title: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub place: Option<String>,
    pub link: Option<String>,
    /// How many people have each state, in the order of `AttendanceState::ALL`.
    pub counts: Vec<(AttendanceState, u32)>,
    /// It may be noted who is there.
    pub open: bool,
}

impl MeetingRow {
    /// How many people have any state.
    #[must_use]
    pub fn marked(&self) -> u32 {
        self.counts.iter().map(|(_, count)| count).sum()
    }

    /// How many came.
    #[must_use]
    pub fn attended(&self) -> u32 {
        self.counts.iter().filter(|(state, _)| state.attended()).map(|(_, count)| count).sum()
    }
}

/// An edition's sessions, as its instructors see them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingsView {
    pub edition: EditionCard,
    pub enrolled: u32,
    /// In order of time.
    pub meetings: Vec<MeetingRow>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> MeetingForm {
        MeetingForm {
            title: " First session ".into(),
            day: "2026-03-12".into(),
            from: "15:00".into(),
            to: "16:30".into(),
            ..MeetingForm::default()
        }
    }

    #[test]
    fn times_are_those_of_the_editions_zone() {
        let meeting = form().checked(chrono_tz::America::Lima).unwrap();
        assert_eq!(meeting.title, "First session");
        assert_eq!(meeting.starts_at.to_rfc3339(), "2026-03-12T20:00:00+00:00");
        assert_eq!(meeting.ends_at - meeting.starts_at, Duration::minutes(90));
    }

    #[test]
    fn everything_wrong_is_named() {
        let wrong = MeetingForm {
            title: String::new(),
            day: "12/3".into(),
            from: "25:00".into(),
            link: "javascript:alert(1)".into(),
            ..form()
        };
        let fields: Vec<_> = wrong.checked(chrono_tz::UTC).unwrap_err().fields;
        let names: Vec<_> = fields.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(names, ["title", "day", "from", "link"]);
        let reversed = MeetingForm { to: "14:00".into(), ..form() };
        assert_eq!(reversed.checked(chrono_tz::UTC).unwrap_err().fields, [("to".to_owned(), Code::TimesReversed)]);
    }

    #[test]
    fn an_hour_that_the_clocks_skip_does_not_exist() {
        let skipped = MeetingForm { day: "2026-03-08".into(), from: "02:30".into(), to: "04:00".into(), ..form() };
        let fields = skipped.checked(chrono_tz::America::New_York).unwrap_err().fields;
        assert_eq!(fields, [("from".to_owned(), Code::TimeInvalid)]);
    }

    #[test]
    fn only_an_excuse_is_known_beforehand() {
        let start = Utc.with_ymd_and_hms(2026, 3, 12, 15, 0, 0).unwrap();
        let before = start - Duration::hours(2);
        assert!(AttendanceState::Excused.may_note(start, before).is_ok());
        assert_eq!(AttendanceState::Present.may_note(start, before).unwrap_err().code, Code::MeetingNotStarted);
        assert!(AttendanceState::Present.may_note(start, start - EARLY).is_ok());
    }
}
