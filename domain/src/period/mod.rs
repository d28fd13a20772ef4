//! Reporting periods: a year or the whole plan, open until it is closed and frozen (counting rule 6).
//!
//! ```mermaid
//! stateDiagram-v2
//!   [*] --> Open
//!   Open --> Closed: close (version 1)
//!   Closed --> Closed: restate (version n + 1, the old stays readable)
//! ```

mod views;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::counting::{Cells, Gains, SplitRow};
use crate::error::{Code, Refusal, Wrong};
use crate::history::PastNote;
use crate::indicator::{Axis, Indicator, Progress};
use crate::language::Words;
use crate::plan::Plan;

pub use views::{LedgerRow, NarrativeRow, PeriodRow, PeriodView, PreviewRow, PublishedVersion};

/// What a period is called in addresses and files: a year, or `plan`.
#[must_use]
pub fn label(year: Option<i32>) -> String {
    year.map_or_else(|| "plan".to_owned(), |year| year.to_string())
}

/// The year of a label; None of `plan`.
///
/// # Errors
/// `NotFound` for anything else.
pub fn read_label(label: &str) -> Result<Option<i32>, Refusal> {
    match label {
        "plan" => Ok(None),
        text => match text.parse::<i32>() {
            Ok(year) if (1928..=2100).contains(&year) => Ok(Some(year)),
            _ => Err(Code::NotFound.into()),
        },
    }
}

/// Whether a period may be closed: it has ended, and every earlier year of the plan may still be open. The plan has an end
/// once staff set it.
///
/// # Errors
/// `PeriodRunning`.
pub fn check_ended(year: Option<i32>, plan: &Plan, today: NaiveDate) -> Result<(), Refusal> {
    let last = match year {
        Some(year) => NaiveDate::from_ymd_opt(year, 12, 31),
        None => plan.ends_on,
    };
    if last.is_some_and(|last| last < today) { Ok(()) } else { Err(Code::PeriodRunning.into()) }
}

/// The form that closes or restates a period, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosingForm {
    #[serde(default)]
    pub period: String,
    /// Name and post of whoever approves the figures.
    #[serde(default)]
    pub approver: String,
    #[serde(default)]
    pub reason: String,
    /// The open questions were read.
    #[serde(default)]
    pub read: String,
    /// Newest version that the reader saw; empty when the period was open.
    #[serde(default)]
    pub version: String,
}

impl ClosingForm {
    /// Approver and reason, once they are right. A first closing needs no reason; with open questions it needs `read`.
    ///
    /// # Errors
    /// `Invalid` naming each wrong field.
    pub fn check(&self, first: bool, questions: bool) -> Result<(String, String), Refusal> {
        let mut wrong = Wrong::default();
        let approver = wrong.text("approver", &self.approver, 200);
        let reason = if first {
            wrong.optional("reason", &self.reason, 1_000).unwrap_or_default()
        } else {
            wrong.text("reason", &self.reason, 1_000)
        };
        if questions && self.read.is_empty() {
            wrong.note("read", Code::Required);
        }
        wrong.done()?;
        Ok((approver, reason))
    }
}

/// Somebody counted in a closed figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FrozenMember {
    pub person: crate::id::PersonId,
    /// The participation that decided.
    pub participation: crate::id::ParticipationId,
    pub cell: crate::person::SexCell,
    pub at: DateTime<Utc>,
    pub participations: u32,
}

/// A figure as it was frozen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenFigure {
    pub value: Option<u32>,
    pub persons: Option<Cells>,
    pub participations: Option<Cells>,
    pub gain: Option<Gains>,
    /// Persons who declared different things in the window.
    pub moved: u32,
}

/// An edition that a frozen figure comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenEdition {
    pub code: String,
    pub title: Words,
    pub starts_on: NaiveDate,
    pub persons: Cells,
    pub participations: u32,
}

/// What an indicator was when the period was closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenIndicator {
    pub definition: Indicator,
    pub definition_version: u32,
    /// Of the period itself.
    pub figure: FrozenFigure,
    /// Of the plan up to the period's end.
    pub to_date: FrozenFigure,
    pub progress: Vec<Progress>,
    /// Of the period's figure, by what the definition asks for.
    pub splits: Vec<(Axis, Vec<SplitRow>)>,
    pub editions: Vec<FrozenEdition>,
    pub past: Vec<PastNote>,
    /// Country and document of what staff recorded in the period.
    pub evidence: Vec<(Option<String>, NaiveDate, String, String)>,
    pub narrative: Words,
    pub narrative_by: Option<String>,
}

/// How a period's figures stood when it was closed, and the data that its method notes are written from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    pub year: Option<i32>,
    pub from: NaiveDate,
    pub to: Option<NaiveDate>,
    pub version: u32,
    pub closed_at: DateTime<Utc>,
    pub closed_by: Option<String>,
    pub approver: String,
    pub reason: String,
    /// The zone that years are counted in.
    pub zone: String,
    pub plan: Plan,
    pub indicators: Vec<FrozenIndicator>,
    /// Everybody who completed, and everybody who took part, in any course: counted anew and not added up (rule 2).
    pub trained: FrozenFigure,
    pub took_part: FrozenFigure,
    /// Persons who completed anything in the plan up to the period's end, by country.
    pub trained_by_country: Vec<SplitRow>,
    /// Names of the codes that the splits use.
    pub kind_names: Vec<(String, Words)>,
    pub course_names: Vec<(String, Words)>,
    /// What was open when it was closed.
    pub questions: Vec<Question>,
    /// What closed periods before this one report here.
    pub carried: Vec<Carried>,
}

/// A difference to a closed period that is reported in a later one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carried {
    pub year: Option<i32>,
    pub indicator: String,
    pub before: Cells,
    pub after: Cells,
    pub reason: String,
}

/// What is open while a period is closed. Nothing of it keeps anybody from closing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "question", rename_all = "kebab-case")]
pub enum Question {
    /// Records that may be one person, undecided.
    Duplicates { count: u32 },
    /// Persons trained in the period whose sex is not known, of all.
    UnknownSex { count: u32, of: u32 },
    /// Editions that ended in the period and are not closed.
    StillGrading { editions: Vec<String> },
    /// Reported indicators without a word of explanation.
    NoNarrative { indicators: Vec<String> },
}

/// Why a member of a closed figure differs from today's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// Recorded after the period was closed.
    LateData,
    /// The record was found to be somebody else's, or was taken apart.
    Linked,
    /// Another sex is declared, or another participation decides.
    Declaration,
    /// A date, a place or a revocation.
    Correction,
    /// The participation is gone.
    Removed,
}

/// A narrative's form, as typed: what stands behind a figure, in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NarrativeForm {
    #[serde(default)]
    pub period: String,
    #[serde(default)]
    pub indicator: String,
    #[serde(default)]
    pub narrative_es: String,
    #[serde(default)]
    pub narrative_en: String,
    /// The revision that the form was made from.
    #[serde(default)]
    pub revision: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_period_is_closed_after_its_end() {
        let plan = Plan::default();
        assert!(check_ended(Some(2025), &plan, day("2026-01-01")).is_ok());
        assert_eq!(check_ended(Some(2025), &plan, day("2025-12-31")).unwrap_err().code, Code::PeriodRunning);
        assert_eq!(check_ended(None, &plan, day("2030-01-01")).unwrap_err().code, Code::PeriodRunning, "no end is set");
        let ended = Plan { ends_on: Some(day("2021-12-31")), ..plan };
        assert!(check_ended(None, &ended, day("2022-01-01")).is_ok());
    }

    #[test]
    fn a_restatement_needs_its_reason_and_open_questions_a_reader() {
        let form = ClosingForm { approver: "Dirección".into(), ..ClosingForm::default() };
        assert!(form.check(true, false).is_ok());
        let fields = |refusal: Refusal| refusal.fields.into_iter().map(|(field, _)| field).collect::<Vec<_>>();
        assert_eq!(fields(form.check(false, false).unwrap_err()), ["reason"]);
        assert_eq!(fields(form.check(true, true).unwrap_err()), ["read"]);
        assert_eq!(fields(ClosingForm::default().check(true, false).unwrap_err()), ["approver"]);
    }

    #[test]
    fn labels_are_years_or_the_plan() {
        assert_eq!(read_label("2025").unwrap(), Some(2025));
        assert_eq!(read_label("plan").unwrap(), None);
        assert!(read_label("soon").is_err() && read_label("12").is_err());
    }
}
