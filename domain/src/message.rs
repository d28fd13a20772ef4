//! Messages of an edition's team: to everybody, or to those of whom something is true; by mail and, to everybody, on the edition's page.

use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::edition::EditionCard;
use crate::error::{Code, Refusal, Wrong};
use crate::id::{MessageId, ParticipationId};

/// Most characters of a message.
const TEXT_MOST: usize = 10_000;
/// Most people that are chosen one by one.
const CHOSEN_MOST: usize = 500;
/// Names that a preview lists; the others are a number.
pub const NAMED: usize = 50;

/// To whom a message goes. Written as a word, or `missing:<key>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Segment {
    /// An announcement: it also stands on the edition's page.
    All,
    /// Not one learning act yet.
    NotStarted,
    /// Begun and not completed.
    UnderWay,
    Completed,
    /// Has not handed in this assignment.
    Missing(String),
    /// Somebody chose them on the roster.
    Chosen(Vec<ParticipationId>),
}

impl Segment {
    /// Those that every edition has.
    pub const PLAIN: [Self; 4] = [Self::All, Self::NotStarted, Self::UnderWay, Self::Completed];
}

impl std::fmt::Display for Segment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::All => f.write_str("all"),
            Self::NotStarted => f.write_str("not-started"),
            Self::UnderWay => f.write_str("under-way"),
            Self::Completed => f.write_str("completed"),
            Self::Missing(key) => write!(f, "missing:{key}"),
            Self::Chosen(ids) => {
                let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
                write!(f, "chosen:{}", ids.join(","))
            }
        }
    }
}

impl std::str::FromStr for Segment {
    type Err = Code;
    fn from_str(text: &str) -> Result<Self, Code> {
        if let Some(key) = text.strip_prefix("missing:").filter(|key| !key.is_empty()) {
            return Ok(Self::Missing(key.to_owned()));
        }
        if let Some(ids) = text.strip_prefix("chosen:") {
            let ids: Result<Vec<ParticipationId>, _> = ids.split(',').take(CHOSEN_MOST).map(str::parse).collect();
            return ids.map(Self::Chosen).map_err(|_| Code::ChoiceUnknown);
        }
        Self::PLAIN.into_iter().find(|one| one.to_string() == text).ok_or(Code::ChoiceUnknown)
    }
}

/// Somebody of an edition, as a segment asks of them.
#[derive(Debug, Clone, Copy)]
pub struct Standing {
    pub started: bool,
    pub completed: bool,
    /// Has handed in the assignment that the segment names.
    pub handed_in: bool,
    pub id: ParticipationId,
}

impl Segment {
    /// Whether somebody belongs to it.
    #[must_use]
    pub fn takes_in(&self, of: Standing) -> bool {
        match self {
            Self::All => true,
            Self::NotStarted => !of.started && !of.completed,
            Self::UnderWay => of.started && !of.completed,
            Self::Completed => of.completed,
            Self::Missing(_) => !of.handed_in,
            Self::Chosen(ids) => ids.contains(&of.id),
        }
    }
}

/// The form of a message, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageForm {
    #[serde(default)]
    pub edition: String,
    #[serde(default)]
    pub segment: String,
    #[serde(default)]
    pub subject: String,
    #[serde(default)]
    pub body: String,
    /// When it is sent, as the clocks of the edition's zone show; empty for now.
    #[serde(default)]
    pub send_at: String,
    /// What the preview that was looked at stands for (`MessagePreview::token`); empty before there was one.
    #[serde(default)]
    pub previewed: String,
}

/// A message once every field is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMessage {
    pub segment: Segment,
    pub subject: String,
    pub body: String,
    pub send_at: DateTime<Utc>,
}

impl MessageForm {
    /// # Errors
    /// `Invalid` naming each wrong field.
    pub fn checked(&self, zone: Tz, now: DateTime<Utc>) -> Result<NewMessage, Refusal> {
        let mut wrong = Wrong::default();
        let segment = self.segment.parse::<Segment>().map_err(|code| wrong.note("segment", code)).ok();
        let subject = wrong.text("subject", &self.subject, 160);
        let body = wrong.text("body", &self.body, TEXT_MOST);
        let send_at = self.moment(zone, now).map_err(|code| wrong.note("send_at", code)).ok();
        wrong.done()?;
        match (segment, send_at) {
            (Some(segment), Some(send_at)) => Ok(NewMessage { segment, subject, body, send_at }),
            _ => Err(Code::Invalid.into()),
        }
    }

    fn moment(&self, zone: Tz, now: DateTime<Utc>) -> Result<DateTime<Utc>, Code> {
        let text = self.send_at.trim();
        if text.is_empty() {
            return Ok(now);
        }
        let read = |form: &&str| NaiveDateTime::parse_from_str(text, form).ok();
        let local = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S"].iter().find_map(read);
        let moment = zone.from_local_datetime(&local.ok_or(Code::TimeInvalid)?).earliest().ok_or(Code::TimeInvalid)?;
        let moment = moment.with_timezone(&Utc);
        if moment < now || moment > now + chrono::Duration::days(366) { Err(Code::DateOutside) } else { Ok(moment) }
    }
}

crate::text_enum::text_enum! {
    /// How far a message came with one person.
    pub enum DeliveryState { Delivered => "delivered", Waiting => "waiting", Failed => "failed", NoAddress => "no-address" }
}

/// A message in the list of its edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageRow {
    pub id: MessageId,
    pub segment: Segment,
    pub subject: String,
    pub send_at: DateTime<Utc>,
    pub sent: bool,
    pub cancelled: bool,
    /// In the order of `DeliveryState::ALL`.
    pub counts: Vec<(DeliveryState, u32)>,
}

/// The messages of an edition, and what a form of a new one offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessagesView {
    pub edition: EditionCard,
    /// The newest first.
    pub rows: Vec<MessageRow>,
    /// The assignments: (key, title).
    pub assignments: Vec<(String, String)>,
}

/// Who would get a message now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessagePreview {
    /// The message's own id, and whom it named: sent back, it sends this message to these people, once.
    pub token: String,
    pub count: u32,
    /// The first of them by name.
    pub names: Vec<String>,
    pub without_address: u32,
    /// The text as it will look.
    pub html: String,
}

/// One message, with who got it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageView {
    pub edition: EditionCard,
    pub row: MessageRow,
    pub html: String,
    /// (name, how far), by name.
    pub people: Vec<(String, DeliveryState)>,
}

/// An announcement on an edition's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announcement {
    pub subject: String,
    pub html: String,
    pub at: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_segment_takes_in_whom_it_says() {
        let of = |started, completed, handed_in| Standing {
            started,
            completed,
            handed_in,
            id: ParticipationId(uuid::Uuid::nil()),
        };
        let new = of(false, false, false);
        let under_way = of(true, false, true);
        let done = of(true, true, true);
        let taken = |segment: &Segment| [new, under_way, done].map(|one| segment.takes_in(one));
        assert_eq!(taken(&Segment::All), [true, true, true]);
        assert_eq!(taken(&Segment::NotStarted), [true, false, false]);
        assert_eq!(taken(&Segment::UnderWay), [false, true, false]);
        assert_eq!(taken(&Segment::Completed), [false, false, true]);
        assert_eq!(taken(&Segment::Missing("plan".into())), [true, false, false]);
        for segment in Segment::PLAIN.into_iter().chain([Segment::Missing("plan".into())]) {
            assert_eq!(segment.to_string().parse::<Segment>().unwrap(), segment);
        }
        assert!("missing:".parse::<Segment>().is_err());
    }

    #[test]
    fn a_time_is_that_of_the_editions_clocks_and_lies_ahead() {
        let now = "2026-03-10T12:00:00Z".parse().unwrap();
        let form = |send_at: &str| MessageForm {
            segment: "all".into(),
            subject: "s".into(),
            body: "b".into(),
            send_at: send_at.into(),
            ..MessageForm::default()
        };
        let at = |text: &str| form(text).checked(chrono_tz::America::Lima, now).map(|new| new.send_at);
        assert_eq!(at("").unwrap(), now);
        assert_eq!(at("2026-03-10T08:30").unwrap(), "2026-03-10T13:30:00Z".parse::<DateTime<Utc>>().unwrap());
        assert_eq!(at("2026-03-10T06:30").unwrap_err().fields, [("send_at".into(), Code::DateOutside)]);
        assert_eq!(at("soon").unwrap_err().fields, [("send_at".into(), Code::TimeInvalid)]);
    }
}
