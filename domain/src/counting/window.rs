//! Windows of time: a calendar year or some days in the reporting zone, or the whole plan.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::plan::Plan;
use crate::zone::{end_of_day, start_of_day};

/// A half-open span of time: `from` is in, `to` is not. Its days are those of the reporting zone, the last one included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Window {
    pub from: DateTime<Utc>,
    /// None while the window is open.
    pub to: Option<DateTime<Utc>>,
    pub first_day: NaiveDate,
    pub last_day: Option<NaiveDate>,
    /// The calendar year, when it is one.
    pub year: Option<i32>,
    /// Whether it is the whole plan.
    pub plan: bool,
}

impl Window {
    /// The calendar year `year` in `zone`.
    #[must_use]
    pub fn year(year: i32, zone: Tz) -> Self {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MIN);
        let last = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(NaiveDate::MAX);
        Self { year: Some(year), ..Self::between(first, last, zone) }
    }

    /// The strategic plan's window as a new campus has it: open at its end.
    #[must_use]
    pub fn plan(zone: Tz) -> Self {
        Self::of_plan(&Plan::default(), zone)
    }

    /// The strategic plan's window.
    #[must_use]
    pub fn of_plan(plan: &Plan, zone: Tz) -> Self {
        Self {
            from: start_of_day(plan.opens_on, zone),
            to: plan.ends_on.map(|last| end_of_day(last, zone)),
            first_day: plan.opens_on,
            last_day: plan.ends_on,
            year: None,
            plan: true,
        }
    }

    /// The days from `first` to `last` in `zone`, both included.
    #[must_use]
    pub fn between(first: NaiveDate, last: NaiveDate, zone: Tz) -> Self {
        Self {
            from: start_of_day(first, zone),
            to: Some(end_of_day(last, zone)),
            first_day: first,
            last_day: Some(last),
            year: None,
            plan: false,
        }
    }

    #[must_use]
    pub fn holds(&self, at: DateTime<Utc>) -> bool {
        at >= self.from && self.to.is_none_or(|to| at < to)
    }

    /// Whether a day of the reporting zone falls in it.
    #[must_use]
    pub fn holds_day(&self, day: NaiveDate) -> bool {
        day >= self.first_day && self.last_day.is_none_or(|last| day <= last)
    }

    /// `2026`, `plan`, or `2026-01-01/2026-03-31`: the same in every language and in files.
    #[must_use]
    pub fn label(&self) -> String {
        match (self.year, self.last_day) {
            (Some(year), _) => year.to_string(),
            (None, Some(last)) if !self.plan => format!("{}/{last}", self.first_day),
            (None, _) => "plan".to_owned(),
        }
    }
}
