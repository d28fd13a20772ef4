//! How a participation ends without a completion, and who is at risk of that.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use crate::edition::{Dates, Phase};
use crate::zone::{end_of_day, start_of_day};

crate::text_enum::text_enum! {
    /// How a participation ended without a completion. A completion, once reached, is never taken away by one of these.
    pub enum Outcome {
        /// Went, or was taken out, and frees the seat.
        Withdrawn => "withdrawn",
        /// Never came, and frees the seat.
        NoShow => "no-show",
        /// Took part to the end without meeting the rule.
        Failed => "failed",
    }
}

impl Outcome {
    /// Whether the seat is free again, and the edition closed to the person.
    #[must_use]
    pub const fn leaves(self) -> bool {
        matches!(self, Self::Withdrawn | Self::NoShow)
    }

    /// Whether it can be said of somebody who did or did not do something. Whoever did something has shown up.
    #[must_use]
    pub const fn fits(self, started: bool) -> bool {
        match self {
            Self::NoShow => !started,
            Self::Withdrawn | Self::Failed => true,
        }
    }
}

crate::text_enum::text_enum! {
    /// What a team does with people of its roster.
    pub enum RosterAct {
        Withdraw => "withdraw",
        NoShow => "no-show",
        Fail => "fail",
        /// Takes one of the three back.
        Reinstate => "reinstate",
        /// Records a completion that the campus did not see, with its reason and what shows it.
        Complete => "complete",
        /// Writes to them.
        Write => "write",
    }
}

impl RosterAct {
    /// What it records, where it records how somebody ended.
    #[must_use]
    pub const fn outcome(self) -> Option<Outcome> {
        match self {
            Self::Withdraw => Some(Outcome::Withdrawn),
            Self::NoShow => Some(Outcome::NoShow),
            Self::Fail => Some(Outcome::Failed),
            Self::Reinstate | Self::Complete | Self::Write => None,
        }
    }
}

/// What became of an act on several people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acted {
    pub done: u32,
    /// Of whom it could not be said: they completed, they were there, there is no seat.
    pub passed_over: u32,
}

/// After so many quiet days of an edition that runs, somebody may be about to be lost.
pub const QUIET: Duration = Duration::days(14);
/// So many percentage points behind the edition's own days is far.
const BEHIND: i64 = 25;

/// Whether somebody who is under way may be about to be lost: quiet for `QUIET`, or far behind the edition's days. Asked only
/// while the edition runs; of whoever completed or ended otherwise, never.
#[must_use]
pub fn at_risk(dates: &Dates, since: DateTime<Utc>, percent: u8, now: DateTime<Utc>) -> bool {
    if dates.phase(now) != Phase::Running {
        return false;
    }
    let (starts, ends) = (start_of_day(dates.starts_on, dates.zone), end_of_day(dates.ends_on, dates.zone));
    let whole = (ends - starts).num_minutes().max(1);
    let gone = (now - starts).num_minutes().clamp(0, whole) * 100 / whole;
    now - since.max(starts) >= QUIET || i64::from(percent) + BEHIND < gone
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{NaiveDate, TimeZone};

    #[test]
    fn the_quiet_and_those_far_behind_are_at_risk_while_the_edition_runs() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
        let dates = Dates { starts_on: day(1), ends_on: day(30), zone: chrono_tz::UTC };
        let at = |d| Utc.with_ymd_and_hms(2026, 3, d, 12, 0, 0).unwrap();
        assert!(!at_risk(&dates, at(2), 0, at(3)), "just begun");
        assert!(at_risk(&dates, at(10), 5, at(12)), "a third of the days, and hardly anything done");
        assert!(!at_risk(&dates, at(10), 30, at(12)));
        assert!(at_risk(&dates, at(1), 90, at(16)), "quiet for two weeks");
        assert!(!at_risk(&dates, at(1), 0, at(31)), "over");
        let early = Utc.with_ymd_and_hms(2026, 2, 1, 0, 0, 0).unwrap();
        assert!(!at_risk(&dates, early, 0, at(2)), "quiet before it began is not quiet");
    }

    #[test]
    fn whoever_was_there_is_no_no_show() {
        assert!(Outcome::NoShow.fits(false) && !Outcome::NoShow.fits(true));
        assert!(Outcome::Withdrawn.leaves() && Outcome::NoShow.leaves() && !Outcome::Failed.leaves());
    }
}
