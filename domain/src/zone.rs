//! Time zones: instants are stored in UTC, people read them in a named zone.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// The zone in which years and periods are counted unless a campus sets another (counting rule 3: Washington).
pub const REPORTING: Tz = chrono_tz::America::New_York;

/// The first instant of `date` in `zone`. Where a zone skips midnight, the first instant that exists.
#[must_use]
pub fn start_of_day(date: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let midnight = date.and_time(NaiveTime::MIN);
    (0..=3)
        .find_map(|hours| zone.from_local_datetime(&(midnight + chrono::Duration::hours(hours))).earliest())
        .map_or_else(|| midnight.and_utc(), |local| local.with_timezone(&Utc))
}

/// The first instant after `date` in `zone`: the exclusive end of a window that includes the whole day.
#[must_use]
pub fn end_of_day(date: NaiveDate, zone: Tz) -> DateTime<Utc> {
    start_of_day(date.succ_opt().unwrap_or(date), zone)
}

/// How far a moment is from now, by the days of its own zone: what stands beside a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "near", rename_all = "kebab-case")]
pub enum Near {
    /// It has passed.
    Past,
    Today,
    Tomorrow,
    /// In so many days, two or more.
    InDays {
        days: u32,
    },
}

/// How far `at` is from `now`. What ends with a day, at its last midnight, is due on that day and not on the next.
#[must_use]
pub fn near(at: DateTime<Utc>, now: DateTime<Utc>, zone: Tz) -> Near {
    if at <= now {
        return Near::Past;
    }
    let day = |instant: DateTime<Utc>| instant.with_timezone(&zone).date_naive();
    let days = (day(last_instant(at)) - day(now)).num_days();
    match u32::try_from(days).unwrap_or(0) {
        0 => Near::Today,
        1 => Near::Tomorrow,
        days => Near::InDays { days },
    }
}

/// The last moment before an exclusive end, so that it falls on the day that it ends.
#[must_use]
pub fn last_instant(end: DateTime<Utc>) -> DateTime<Utc> {
    end - chrono::Duration::seconds(1)
}

/// What the clocks of a zone, given by its IANA name, show at an instant. Of a zone that is not known: in UTC.
#[must_use]
pub fn local(at: DateTime<Utc>, zone: &str) -> chrono::NaiveDateTime {
    zone.parse::<Tz>().map_or_else(|_| at.naive_utc(), |zone| at.with_timezone(&zone).naive_local())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_with_a_day_is_due_on_that_day() {
        let lima = chrono_tz::America::Lima;
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
        // Late in the evening in Lima, when it is the next day in Greenwich already.
        let now = Utc.with_ymd_and_hms(2026, 3, 9, 2, 0, 0).unwrap();
        assert_eq!(near(end_of_day(day(8), lima), now, lima), Near::Today);
        assert_eq!(near(end_of_day(day(9), lima), now, lima), Near::Tomorrow);
        assert_eq!(near(end_of_day(day(11), lima), now, lima), Near::InDays { days: 3 });
        assert_eq!(near(end_of_day(day(7), lima), now, lima), Near::Past);
    }

    #[test]
    fn a_day_in_washington_starts_five_hours_after_utc_in_winter() {
        let day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        assert_eq!(start_of_day(day, REPORTING).to_rfc3339(), "2026-01-01T05:00:00+00:00");
        assert_eq!(end_of_day(day, REPORTING).to_rfc3339(), "2026-01-02T05:00:00+00:00");
    }

    #[test]
    fn a_zone_that_skips_midnight_still_has_a_first_instant() {
        let day = NaiveDate::from_ymd_opt(2018, 11, 4).unwrap();
        assert_eq!(start_of_day(day, chrono_tz::America::Sao_Paulo).to_rfc3339(), "2018-11-04T03:00:00+00:00");
    }
}
