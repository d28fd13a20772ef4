//! The plan's indicators: what each declares, and how its figures are shown (counting.md, "An indicator declares").

mod views;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::counting::{Population, Ratio, Scope};
use crate::language::Words;

pub use views::{
    CountReport, EditionShare, IndicatorRow, IndicatorView, MemberRow, NoValue, Progress, ReportWindow, YearRow,
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
        /// Recorded by staff with evidence. It comes with a later issue.
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
            Self::RecordedByStaff => Some(NoValue::RecordedByStaffLater),
            Self::Participants | Self::Completers | Self::Editions | Self::LanguageVersions => None,
        }
    }
}

crate::text_enum::text_enum! {
    /// What the figure is a number of.
    pub enum Unit {
        Persons => "persons",
        Activities => "activities",
        Workshops => "workshops",
        Countries => "countries",
        LanguageVersions => "language-versions",
        PercentagePoints => "percentage-points",
    }
}

crate::text_enum::text_enum! {
    /// By what the plan asks the figure to be split.
    pub enum Axis { Sex => "sex", Country => "country", PersonnelKind => "personnel-kind", Language => "language" }
}

crate::text_enum::text_enum! {
    /// Over which time the target is set.
    pub enum Period { Plan => "plan", CalendarYear => "calendar-year" }
}

crate::text_enum::text_enum! {
    /// How a value is held against its target.
    pub enum Comparator { AtLeast => "at-least" }
}

crate::text_enum::text_enum! {
    /// Whether a target takes in its baseline. While it is unsettled, both readings are shown.
    pub enum TargetReading { New => "new", IncludingBaseline => "including-baseline", Unsettled => "unsettled" }
}

/// Where an indicator started. In files: a number, `to be determined`, or nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Baseline {
    Value(u32),
    /// Never shown or computed as 0.
    ToBeDetermined,
    #[default]
    NotStated,
}

impl Baseline {
    /// How a baseline that is yet to be determined reads in files.
    pub const TO_BE_DETERMINED: &'static str = "to be determined";

    /// The number, where there is one.
    #[must_use]
    pub const fn value(self) -> Option<u32> {
        match self {
            Self::Value(value) => Some(value),
            Self::ToBeDetermined | Self::NotStated => None,
        }
    }
}

impl Serialize for Baseline {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => serializer.serialize_u32(*value),
            Self::ToBeDetermined => serializer.serialize_str(Self::TO_BE_DETERMINED),
            Self::NotStated => serializer.serialize_none(),
        }
    }
}

impl<'de> Deserialize<'de> for Baseline {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Number(u32),
            Word(String),
        }
        match Option::<Written>::deserialize(deserializer)? {
            None => Ok(Self::NotStated),
            Some(Written::Number(value)) => Ok(Self::Value(value)),
            Some(Written::Word(word)) if word == Self::TO_BE_DETERMINED => Ok(Self::ToBeDetermined),
            Some(Written::Word(word)) => {
                Err(serde::de::Error::custom(format!("baseline {word:?}: a number or \"to be determined\"")))
            }
        }
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
    #[serde(default)]
    pub target: Option<u32>,
    pub comparator: Comparator,
    pub target_reading: TargetReading,
    #[serde(default)]
    pub note: Words,
}

impl Indicator {
    /// How far a value counted here has come, in each reading that is still possible. Empty without target or value.
    /// `window` is the label of the time that the value was counted over: the indicator's own period.
    #[must_use]
    pub fn progress(&self, value: Option<u32>, window: &str) -> Vec<Progress> {
        let (Some(target), Some(value)) = (self.target, value) else { return Vec::new() };
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
                    reached: value.is_some_and(|value| value >= target),
                }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests;
