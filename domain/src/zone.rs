//! Time zones: instants are stored in UTC, people read them in a named zone.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

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

/// What the clocks of a zone, given by its IANA name, show at an instant. Of a zone that is not known: in UTC.
#[must_use]
pub fn local(at: DateTime<Utc>, zone: &str) -> chrono::NaiveDateTime {
    zone.parse::<Tz>().map_or_else(|_| at.naive_utc(), |zone| at.with_timezone(&zone).naive_local())
}

#[cfg(test)]
mod tests {
    use super::*;

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
