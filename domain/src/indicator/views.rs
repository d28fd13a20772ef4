//! Indicators as staff and the command line see them.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{Axis, Baseline, Comparator, Measure, Period, SexSplit, TargetReading, Unit};
use crate::counting::{Cells, Gains, Ratio, SplitRow, Window};
use crate::edition::Modality;
use crate::evidence::EvidenceRow;
use crate::history::PastNote;
use crate::page::Page;
use crate::person::SexCell;

crate::text_enum::text_enum! {
    /// Why there is no value. It is never shown as 0.
    pub enum NoValue {
        /// Nobody has handed in both tests yet.
        NobodyTested => "nobody-tested",
    }
}

/// How far an indicator has come, in one reading of its target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// `New` or `IncludingBaseline`.
    pub reading: TargetReading,
    /// Label of the time that the value was counted over: a year, or `plan`.
    pub window: String,
    /// What is held against the target; None while the baseline that it needs is to be determined.
    pub value: Option<u32>,
    pub target: u32,
    pub ratio: Option<Ratio>,
    pub reached: bool,
}

/// An indicator in the list, in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndicatorRow {
    pub code: String,
    /// The plan's section.
    pub section: String,
    /// The root of the plan's tree: its number and words; no words where staff have written none.
    pub objective_number: String,
    pub objective: String,
    pub name: String,
    pub output: String,
    pub note: String,
    pub unit: Unit,
    pub population: Measure,
    pub disaggregation: Vec<Axis>,
    pub period: Period,
    pub baseline: Baseline,
    pub target: Option<u32>,
    pub target_split: SexSplit,
    pub comparator: Comparator,
    pub target_reading: TargetReading,
    /// What the figures below were counted over: a year, or `plan`.
    pub window: String,
    /// In units; for people it is `persons.total()`. None for the reason in `no_value`.
    pub value: Option<u32>,
    pub no_value: Option<NoValue>,
    /// Of a learning gain: the mean in percentage points, whose `value` is a whole number that would lose its sign.
    pub gain: Option<Gains>,
    /// None where no people are counted.
    pub persons: Option<Cells>,
    pub participations: Option<Cells>,
    /// Women over the persons who declared.
    pub share: Option<Ratio>,
    /// Persons who declared over all persons; always printed beside the share.
    pub coverage: Option<Ratio>,
    /// Reported before the platform: beside the figure, never in it.
    pub past: Vec<PastNote>,
    /// Over the indicator's own period (the plan, or the year shown; in the plan's table the current year), whatever `window` is.
    pub progress: Vec<Progress>,
}

/// One year of an indicator's table, or the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearRow {
    /// None in the plan's row.
    pub year: Option<i32>,
    pub value: Option<u32>,
    pub gain: Option<Gains>,
    pub persons: Option<Cells>,
    pub participations: Option<Cells>,
    pub share: Option<Ratio>,
    pub coverage: Option<Ratio>,
}

/// An edition's part in a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionShare {
    pub code: String,
    pub title: String,
    pub course: String,
    pub modality: Modality,
    pub starts_on: NaiveDate,
    /// Persons once in this edition. Persons of several editions stand in each.
    pub persons: Cells,
    pub participations: u32,
    /// Of a learning gain: the mean in this edition.
    pub gain: Option<Gains>,
}

/// An indicator's own page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndicatorView {
    pub row: IndicatorRow,
    /// What is counted, in sentences of the reader's language.
    pub definition: Vec<String>,
    /// The number of this version of the definition.
    pub version: u32,
    /// From the first year with data to the current one; the plan's row comes last. Annual persons need not add up to it.
    pub years: Vec<YearRow>,
    /// By first day, the newest first.
    pub editions: Page<EditionShare>,
    /// Persons whose participations fall in different cells.
    pub moved: u32,
    /// The figure split by what the definition asks for, and by what else is known.
    pub splits: Vec<SplitView>,
    /// What staff recorded, where they do; what was taken back too.
    pub evidence: Vec<EvidenceRow>,
    /// Of an indicator that is no longer reported.
    pub retired: bool,
}

/// A figure's split along one axis, with the names of its codes in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SplitView {
    pub axis: Axis,
    /// (name, row); countries keep their code as name.
    pub rows: Vec<(String, SplitRow)>,
}

/// A person behind a figure, without a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberRow {
    /// The same for the same person everywhere on this campus, and no way back to the person.
    pub pseudonym: String,
    /// The participation that decides; None for whoever may not see people.
    pub participation: Option<String>,
    /// The edition of the participation that decides.
    pub edition_code: String,
    pub edition_title: String,
    pub cell: SexCell,
    /// ISO alpha-2, as declared for that participation.
    pub country: Option<String>,
    /// Name of the kind of personnel in the reader's language, as declared for that participation.
    pub personnel_kind: Option<String>,
    /// By which the participation is dated.
    pub counted_at: DateTime<Utc>,
    /// How many participations of this person were counted.
    pub participations: u32,
    /// The counted participations fall in different cells; the last one decides.
    pub moved: bool,
}

/// The window of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportWindow {
    pub from: NaiveDate,
    /// The last day, included; null while the window is open.
    pub to: Option<NaiveDate>,
    pub label: String,
}

impl From<Window> for ReportWindow {
    fn from(window: Window) -> Self {
        Self { from: window.first_day, to: window.last_day, label: window.label() }
    }
}

/// One version of a definition in its history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionRow {
    pub version: u32,
    pub at: DateTime<Utc>,
    /// Name of the account; None for the data that a new campus starts with.
    pub by: Option<String>,
    pub reason: String,
    /// What became different from the version before: the field's name in a form, before, after.
    pub changes: Vec<(String, String, String)>,
}

/// A definition to be read, changed and looked at in its history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DefinitionView {
    pub form: super::DefinitionForm,
    /// (slug, title)
    pub courses: Vec<(String, String)>,
    /// (code, name)
    pub kinds: Vec<(String, String)>,
    /// Empty for an indicator that does not exist yet; the newest first.
    pub history: Vec<VersionRow>,
    pub retired: bool,
}

/// What a changed definition does to its figures, before it is saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effect {
    /// The new definition in sentences of the reader's language.
    pub definition: Vec<String>,
    /// The plan first, then this year.
    pub rows: Vec<EffectRow>,
    /// Persons of the plan's figure who come in, and who no longer count.
    pub joined: u32,
    pub left: u32,
    /// Stands for exactly this form: saving asks for it, so that nobody saves what was not looked at.
    pub token: String,
}

/// A window's figure under the definition that holds and under the one that is looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EffectRow {
    pub window: String,
    pub before: Option<u32>,
    pub after: Option<u32>,
    pub before_persons: Option<Cells>,
    pub after_persons: Option<Cells>,
}

/// What `campus count` prints. Its JSON keeps this order of fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountReport {
    pub indicator: String,
    pub window: ReportWindow,
    pub unit: Unit,
    pub population: Measure,
    /// Null where no people are counted.
    pub persons: Option<Cells>,
    pub participations: Option<Cells>,
    pub baseline: Baseline,
    pub target: Option<u32>,
    /// Where something else than people is counted: the number, or null where there is none yet.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "value")]
    pub value: Option<Option<u32>>,
    /// Of a learning gain: the means in percentage points of the persons above; null for a cell of nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gain: Option<Gains>,
}

/// Keeps "no value yet" (null) apart from "people are counted" (no such field).
mod value {
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    pub(super) fn serialize<S: Serializer>(value: &Option<Option<u32>>, serializer: S) -> Result<S::Ok, S::Error> {
        value.flatten().serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<u32>>, D::Error> {
        Option::<u32>::deserialize(deserializer).map(Some)
    }
}
