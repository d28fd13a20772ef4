//! Who sees what of a post, until when it can be changed, and when a forum takes no more of them.

use chrono::{DateTime, Duration, NaiveTime, TimeZone as _, Utc};
use chrono_tz::Tz;

use super::{EDIT_MINUTES, MailWindow, NameShown};
use crate::edition::Phase;
use crate::error::{Code, Refusal};
use crate::page::PAGE_SIZE;

/// What one reader sees of a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    Whole,
    /// That a post was hidden, and nothing of it.
    Hidden,
    /// The text, and why nobody else sees it: for its author and for moderators.
    HiddenWithReason,
}

/// Who sees what of a hidden post.
#[must_use]
pub const fn sight(hidden: bool, own: bool, moderates: bool) -> Sight {
    match (hidden, own || moderates) {
        (false, _) => Sight::Whole,
        (true, true) => Sight::HiddenWithReason,
        (true, false) => Sight::Hidden,
    }
}

/// The moment from which an author can no longer change a post.
#[must_use]
pub fn editable_until(posted_at: DateTime<Utc>) -> DateTime<Utc> {
    posted_at + Duration::minutes(EDIT_MINUTES)
}

/// # Errors
/// `NotForYou` for somebody else's post; `EditOver` past its time and once it is hidden.
pub fn may_edit(own: bool, hidden: bool, posted_at: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), Refusal> {
    if !own {
        return Err(Code::NotForYou.into());
    }
    if hidden || now >= editable_until(posted_at) {
        return Err(Code::EditOver.into());
    }
    Ok(())
}

/// Whether a forum takes posts. A community, which has no phase, always does.
///
/// # Errors
/// `EditionEnded`: what was said stays readable.
pub fn may_write(phase: Option<Phase>) -> Result<(), Refusal> {
    if phase == Some(Phase::Ended) { Err(Code::EditionEnded.into()) } else { Ok(()) }
}

/// # Errors
/// `EditionEnded` or `ThreadClosed`.
pub fn may_reply(phase: Option<Phase>, closed: bool) -> Result<(), Refusal> {
    may_write(phase)?;
    if closed { Err(Code::ThreadClosed.into()) } else { Ok(()) }
}

/// The name that others read.
#[must_use]
pub fn shown_name(shown: Option<NameShown>, given: &str, family: &str, chosen: Option<&str>) -> String {
    let chosen = chosen.map(str::trim).filter(|name| !name.is_empty());
    match (shown, chosen) {
        (Some(NameShown::Chosen), Some(name)) => name.to_owned(),
        (Some(NameShown::Full), _) => format!("{given} {family}").trim().to_owned(),
        // Whoever was not asked yet is shown by as little as possible.
        _ => given.trim().to_owned(),
    }
}

/// Which page of a conversation post `number` is on, both from 1.
#[must_use]
pub fn page_of(number: u32) -> u32 {
    number.div_ceil(PAGE_SIZE).max(1)
}

impl MailWindow {
    /// How long new posts are gathered before a mail leaves "at once": several posts in a row are one mail.
    pub const GATHERED: Duration = Duration::seconds(20);

    /// When the mail about something that happens now may leave; None: never.
    #[must_use]
    pub fn due(self, now: DateTime<Utc>, zone: Tz) -> Option<DateTime<Utc>> {
        match self {
            Self::Never => None,
            Self::AtOnce => Some(now + Self::GATHERED),
            Self::Daily => Some(next_morning(now, zone)),
        }
    }
}

/// The next seven o'clock in `zone`, when a day's mail leaves.
fn next_morning(now: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
    let seven = NaiveTime::from_hms_opt(7, 0, 0).unwrap_or(NaiveTime::MIN);
    let today = now.with_timezone(&zone).date_naive();
    [Some(today), today.succ_opt()]
        .into_iter()
        .flatten()
        .filter_map(|day| zone.from_local_datetime(&day.and_time(seven)).earliest())
        .map(|local| local.with_timezone(&Utc))
        .find(|morning| *morning > now)
        .unwrap_or_else(|| now + Duration::days(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u32, minute: u32) -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 3, 2, hour, minute, 0).unwrap()
    }

    #[test]
    fn a_hidden_post_is_read_by_its_author_and_by_moderators_only() {
        assert_eq!(sight(false, false, false), Sight::Whole);
        assert_eq!(sight(true, false, false), Sight::Hidden);
        assert_eq!(sight(true, true, false), Sight::HiddenWithReason);
        assert_eq!(sight(true, false, true), Sight::HiddenWithReason);
    }

    #[test]
    fn an_author_may_edit_for_half_an_hour_and_nobody_else_ever() {
        assert!(may_edit(true, false, at(10, 0), at(10, 29)).is_ok());
        assert_eq!(may_edit(true, false, at(10, 0), at(10, 30)).unwrap_err().code, Code::EditOver);
        assert_eq!(may_edit(true, true, at(10, 0), at(10, 1)).unwrap_err().code, Code::EditOver);
        assert_eq!(may_edit(false, false, at(10, 0), at(10, 1)).unwrap_err().code, Code::NotForYou);
    }

    #[test]
    fn an_ended_edition_is_read_only_and_a_community_never_ends() {
        assert_eq!(may_write(Some(Phase::Ended)).unwrap_err().code, Code::EditionEnded);
        assert!(may_write(Some(Phase::Upcoming)).is_ok() && may_write(None).is_ok());
        assert_eq!(may_reply(None, true).unwrap_err().code, Code::ThreadClosed);
    }

    #[test]
    fn a_name_is_shown_as_its_person_allows() {
        let name = |shown, chosen| shown_name(shown, "Ana", "Pérez", chosen);
        assert_eq!(name(Some(NameShown::Full), None), "Ana Pérez");
        assert_eq!(name(Some(NameShown::Given), Some("Anita")), "Ana");
        assert_eq!(name(Some(NameShown::Chosen), Some(" Anita ")), "Anita");
        assert_eq!(name(None, None), "Ana");
    }

    #[test]
    fn mail_leaves_soon_or_in_the_morning_or_never() {
        let zone = crate::zone::REPORTING;
        assert_eq!(MailWindow::Never.due(at(10, 0), zone), None);
        assert!(MailWindow::AtOnce.due(at(10, 0), zone).unwrap() < at(10, 1));
        // 07:00 in Washington is 12:00 UTC in winter.
        assert_eq!(MailWindow::Daily.due(at(10, 0), zone), Some(at(12, 0)));
        assert_eq!(MailWindow::Daily.due(at(12, 0), zone), Some(at(12, 0) + Duration::days(1)));
    }

    #[test]
    fn posts_are_found_on_their_page() {
        assert_eq!([0, 1, 25, 26, 50, 51].map(page_of), [1, 1, 1, 2, 2, 3]);
    }
}
