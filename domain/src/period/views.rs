//! Periods as staff see them: the list, one that is open, one that is closed, and its ledger.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Cause, FrozenFigure, Question};

/// One indicator's difference between what was published and what holds today, by the definition that was frozen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerRow {
    pub indicator: String,
    pub name: String,
    pub before: FrozenFigure,
    pub after: FrozenFigure,
    /// How many members differ, for each cause.
    pub causes: Vec<(Cause, u32)>,
    /// The definition has a newer version today; it changes no closed figure.
    pub redefined: bool,
    /// Decided: it is reported in the next period, for this reason.
    pub carried: Option<String>,
}

/// A version of a closed period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedVersion {
    pub version: u32,
    pub closed_at: DateTime<Utc>,
    pub closed_by: Option<String>,
    pub approver: String,
    pub reason: String,
    /// SHA-256 of the frozen content, in hexadecimal.
    pub digest: String,
}

/// A period in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodRow {
    pub label: String,
    pub newest: Option<PublishedVersion>,
    pub versions: u32,
    /// Differences that wait for a decision.
    pub waiting: u32,
    /// It has not ended.
    pub running: bool,
}

/// An open period's indicator in the preview of its closing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewRow {
    pub code: String,
    pub name: String,
    pub figure: FrozenFigure,
    pub to_date: FrozenFigure,
}

/// A period's own page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodView {
    pub label: String,
    pub running: bool,
    /// The newest first; empty while it is open.
    pub versions: Vec<PublishedVersion>,
    pub questions: Vec<Question>,
    /// While it is open: what would be frozen.
    pub preview: Vec<PreviewRow>,
    /// Once it is closed: what differs today.
    pub ledger: Vec<LedgerRow>,
}

/// An indicator's narrative in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NarrativeRow {
    pub code: String,
    pub name: String,
    pub es: String,
    pub en: String,
    pub by: Option<String>,
    pub saved_at: Option<DateTime<Utc>>,
    pub revision: u32,
}
