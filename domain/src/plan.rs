//! The strategic plan's own settings: when it runs, and how small a number the public may see.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::error::{Code, Refusal, Wrong};

/// The plan as staff keep it. Its window opens on 2016-01-01 and stays open until its end is set (counting.md).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    pub opens_on: NaiveDate,
    /// Its last day.
    pub ends_on: Option<NaiveDate>,
    /// Numbers from 1 to one below this are hidden from the public (counting rule 10).
    pub hide_below: u32,
}

impl Default for Plan {
    fn default() -> Self {
        Self { opens_on: NaiveDate::from_ymd_opt(2016, 1, 1).unwrap_or_default(), ends_on: None, hide_below: 5 }
    }
}

/// The plan's form, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanForm {
    #[serde(default)]
    pub opens_on: String,
    #[serde(default)]
    pub ends_on: String,
    #[serde(default)]
    pub hide_below: String,
}

impl PlanForm {
    /// The plan, once every field is right. Limits from 2 to 50 are taken: with 1 nothing would be hidden.
    ///
    /// # Errors
    /// `Invalid` naming each wrong field.
    pub fn plan(&self) -> Result<Plan, Refusal> {
        let mut wrong = Wrong::default();
        let opens_on: Option<NaiveDate> = wrong.parse("opens_on", &self.opens_on, Code::DateInvalid);
        let ends_on: Option<NaiveDate> = (!self.ends_on.trim().is_empty())
            .then(|| wrong.parse("ends_on", &self.ends_on, Code::DateInvalid))
            .flatten();
        if opens_on.zip(ends_on).is_some_and(|(opens, ends)| ends < opens) {
            wrong.note("ends_on", Code::DatesReversed);
        }
        let limit: Option<u32> = wrong.parse("hide_below", &self.hide_below, Code::NumberInvalid);
        if limit.is_some_and(|limit| !(2..=50).contains(&limit)) {
            wrong.note("hide_below", Code::NumberInvalid);
        }
        wrong.done()?;
        let blank = Plan::default();
        Ok(Plan {
            opens_on: opens_on.unwrap_or(blank.opens_on),
            ends_on,
            hide_below: limit.unwrap_or(blank.hide_below),
        })
    }
}
