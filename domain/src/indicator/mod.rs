//! The plan's indicators: what each declares, and how its figures are shown (counting.md, "An indicator declares").

mod baseline;
mod form;
mod possible;
mod views;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::counting::{Population, Ratio, Scope};
use crate::language::Words;

pub use baseline::Baseline;
pub use form::{DefinitionForm, Known};
pub use possible::fits;
pub use views::{
    CountReport, DefinitionView, EditionShare, Effect, EffectRow, IndicatorRow, IndicatorView, MemberRow, NoValue,
    Progress, ReportWindow, SplitView, VersionRow, YearRow,
};

crate::text_enum::text_enum! {
    /// What an indicator counts, in the plan's words.
    pub enum Measure {
        Participants => "participants",
        Completers => "completers",
        Editions => "editions",
        /// Languages of the newest published content that has lessons.
        LanguageVersions => "published-language-versions",
        /// The mean of the points between pre-test and post-test, of the persons who handed in both.
        LearningGain => "learning-gain",
        /// What staff recorded with evidence: different countries where those are the unit, else every record.
        RecordedByStaff => "recorded-by-staff",
    }
}

impl Measure {
    /// The people that it counts; None where something else is counted.
    #[must_use]
    pub const fn people(self) -> Option<Population> {
        match self {
            Self::Participants => Some(Population::Participants),
            Self::Completers => Some(Population::Completers),
            Self::LearningGain => Some(Population::Tested),
            Self::Editions | Self::LanguageVersions | Self::RecordedByStaff => None,
        }
    }

    /// Whether its value is the number of those people; otherwise they are whom the value is of, or stand beside it.
    #[must_use]
    pub const fn is_number_of_people(self) -> bool {
        matches!(self, Self::Participants | Self::Completers)
    }

    /// Why the campus has no value for it, where it has none.
    #[must_use]
    pub const fn no_value(self) -> Option<NoValue> {
        match self {
            Self::LearningGain => Some(NoValue::NobodyTested),
            Self::Participants | Self::Completers | Self::Editions | Self::LanguageVersions | Self::RecordedByStaff => {
                None
            }
        }
    }
}

crate::text_enum::text_enum! {
    /// What the figure is a number of.
    pub enum Unit {
        Persons => "persons",
        Participations => "participations",
        Activities => "activities",
        Workshops => "workshops",
        Countries => "countries",
        LanguageVersions => "language-versions",
        PercentagePoints => "percentage-points",
    }
}

crate::text_enum::text_enum! {
    /// By what the plan asks the figure to be split.
    pub enum Axis {
        Sex => "sex",
        Country => "country",
        PersonnelKind => "personnel-kind",
        /// What the kind of personnel says of the institution.
        InstitutionType => "institution-type",
        Modality => "modality",
        Language => "language",
        Course => "course",
    }
}

crate::text_enum::text_enum! {
    /// Over which time the target is set.
    pub enum Period { Plan => "plan", CalendarYear => "calendar-year" }
}

crate::text_enum::text_enum! {
    /// How a value is held against its target.
    pub enum Comparator {
        AtLeast => "at-least",
        /// The target itself is not enough.
        MoreThan => "more-than",
    }
}

crate::text_enum::text_enum! {
    /// Whether a target takes in its baseline. While it is unsettled, both readings are shown.
    pub enum TargetReading { New => "new", IncludingBaseline => "including-baseline", Unsettled => "unsettled" }
}

impl Comparator {
    /// Whether `value` reaches `target`.
    #[must_use]
    pub const fn reached(self, value: u32, target: u32) -> bool {
        match self {
            Self::AtLeast => value >= target,
            Self::MoreThan => value > target,
        }
    }
}

/// A number by the two sexes that plans set targets for; either may be left open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SexSplit {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub women: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub men: Option<u32>,
}

impl SexSplit {
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.women.is_none() && self.men.is_none()
    }

    /// What both together ask for.
    #[must_use]
    pub fn sum(&self) -> u32 {
        self.women.unwrap_or(0).saturating_add(self.men.unwrap_or(0))
    }
}

/// What an indicator declares: one version of its definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    pub code: String,
    /// The plan's section.
    pub section: String,
    pub name: Words,
    /// What the result is to lead to; the root of the plan's tree.
    #[serde(default)]
    pub objective: Words,
    /// The result that the plan expects, which the indicator serves.
    pub output: Words,
    pub unit: Unit,
    pub population: Measure,
    #[serde(default)]
    pub scope: Scope,
    #[serde(default)]
    pub disaggregation: Vec<Axis>,
    pub period: Period,
    #[serde(default)]
    pub baseline: Baseline,
    #[serde(default, skip_serializing_if = "SexSplit::is_empty")]
    pub baseline_split: SexSplit,
    /// The day that the baseline was true on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline_on: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub baseline_source: String,
    #[serde(default)]
    pub target: Option<u32>,
    #[serde(default, skip_serializing_if = "SexSplit::is_empty")]
    pub target_split: SexSplit,
    /// What single years are to reach, beside the target over the indicator's own period.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub milestones: BTreeMap<i32, u32>,
    pub comparator: Comparator,
    pub target_reading: TargetReading,
    /// How the figure is verified.
    #[serde(default)]
    pub source: Words,
    /// Who answers for the figure: a post or a unit, not a person.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub responsible: String,
    #[serde(default)]
    pub note: Words,
    /// No longer reported; what it was stays readable.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub retired: bool,
}

impl Indicator {
    /// The objective's number in the plan: `3.1.1` of `3.1.1 IO1.b`.
    #[must_use]
    pub fn objective_number(&self) -> &str {
        let end = self.section.find(|c: char| c.is_whitespace()).unwrap_or(self.section.len());
        self.section.get(..end).unwrap_or(&self.section)
    }

    /// The target of a year, where it has one of its own or the indicator's target is per year; in the plan the plan's.
    #[must_use]
    pub fn target_in(&self, year: Option<i32>) -> Option<u32> {
        match (self.period, year) {
            (Period::CalendarYear, Some(year)) => self.milestones.get(&year).copied().or(self.target),
            (Period::Plan, Some(year)) => self.milestones.get(&year).copied(),
            (Period::Plan, None) => self.target,
            (Period::CalendarYear, None) => None,
        }
    }

    /// How far a value counted here has come, in each reading that is still possible. Empty without target or value.
    /// `window` is the label of the time that the value was counted over: the indicator's own period.
    #[must_use]
    pub fn progress(&self, value: Option<u32>, window: &str) -> Vec<Progress> {
        let target = match self.period {
            Period::Plan => self.target,
            Period::CalendarYear => self.target_in(window.parse().ok()).or(self.target),
        };
        let (Some(target), Some(value)) = (target, value) else { return Vec::new() };
        let readings: &[TargetReading] = match self.target_reading {
            TargetReading::New => &[TargetReading::New],
            TargetReading::IncludingBaseline => &[TargetReading::IncludingBaseline],
            TargetReading::Unsettled => &[TargetReading::New, TargetReading::IncludingBaseline],
        };
        let reached = |reading: TargetReading| match reading {
            TargetReading::IncludingBaseline => self.baseline.value().map(|baseline| baseline + value),
            TargetReading::New | TargetReading::Unsettled => Some(value),
        };
        readings
            .iter()
            .map(|reading| {
                let value = reached(*reading);
                Progress {
                    reading: *reading,
                    window: window.to_owned(),
                    value,
                    target,
                    ratio: value.map(|part| Ratio { part, whole: target }),
                    reached: value.is_some_and(|value| self.comparator.reached(value, target)),
                }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests;
