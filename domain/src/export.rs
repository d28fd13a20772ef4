//! Files that may take long to make: asked for, made in the background, taken along while they are kept.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use crate::audit::AuditQuery;
use crate::error::{Code, Refusal, Wrong};
use crate::person::SexCell;

/// How long a file is kept after it was made.
pub const KEPT: Duration = Duration::days(7);

crate::text_enum::text_enum! {
    /// What a file holds.
    pub enum ExportKind {
        /// Every participation without names: the facts that figures are counted from.
        Participations => "participations",
        /// The pseudonymous list behind a figure.
        Members => "members",
        /// The audit trail, for administrators.
        Trail => "trail",
    }
}

crate::text_enum::text_enum! {
    pub enum ExportState {
        Waiting => "waiting",
        Running => "running",
        Ready => "ready",
        Failed => "failed",
    }
}

impl ExportState {
    /// Whether it may still change by itself.
    #[must_use]
    pub const fn moves(self) -> bool {
        matches!(self, Self::Waiting | Self::Running)
    }
}

/// What somebody asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ExportAsk {
    Participations,
    Members {
        indicator: String,
        /// None is the plan.
        year: Option<i32>,
        /// None is everybody.
        cell: Option<SexCell>,
    },
    Trail(AuditQuery),
}

impl ExportAsk {
    #[must_use]
    pub const fn kind(&self) -> ExportKind {
        match self {
            Self::Participations => ExportKind::Participations,
            Self::Members { .. } => ExportKind::Members,
            Self::Trail(_) => ExportKind::Trail,
        }
    }

    /// Under which name the file is saved.
    #[must_use]
    pub fn file_name(&self) -> String {
        match self {
            Self::Participations => "participations.csv".to_owned(),
            Self::Members { indicator, year, cell } => {
                let window = year.map_or_else(|| "plan".to_owned(), |year| year.to_string());
                let cell = cell.map(|cell| format!("-{cell}")).unwrap_or_default();
                format!("{indicator}-{window}{cell}.csv")
            }
            Self::Trail(_) => "audit.csv".to_owned(),
        }
    }
}

/// The form that asks for a file, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportForm {
    #[serde(default)]
    pub kind: String,
    #[serde(default)]
    pub indicator: String,
    /// Empty is the plan.
    #[serde(default)]
    pub year: String,
    /// Empty is everybody.
    #[serde(default)]
    pub cell: String,
    #[serde(default)]
    pub search: String,
    #[serde(default)]
    pub action: String,
    #[serde(default)]
    pub from: String,
    #[serde(default)]
    pub to: String,
}

impl ExportForm {
    /// What is asked for.
    ///
    /// # Errors
    /// `Invalid` naming each wrong field.
    pub fn check(&self) -> Result<ExportAsk, Refusal> {
        let mut wrong = Wrong::default();
        let kind: Option<ExportKind> = wrong.parse("kind", &self.kind, Code::ChoiceUnknown);
        let year: Option<i32> = given(&mut wrong, "year", &self.year, Code::NumberInvalid);
        let cell: Option<SexCell> = given(&mut wrong, "cell", &self.cell, Code::ChoiceUnknown);
        let from = given(&mut wrong, "from", &self.from, Code::DateInvalid);
        let to = given(&mut wrong, "to", &self.to, Code::DateInvalid);
        wrong.done()?;
        Ok(match kind {
            Some(ExportKind::Participations) => ExportAsk::Participations,
            Some(ExportKind::Members) => ExportAsk::Members { indicator: self.indicator.clone(), year, cell },
            Some(ExportKind::Trail) => {
                let (search, action) = (self.search.clone(), self.action.clone());
                ExportAsk::Trail(AuditQuery { search, action, from, to, page: 1 })
            }
            None => return Err(Refusal::field("kind", Code::Required)),
        })
    }
}

/// A field that may be empty.
fn given<T: std::str::FromStr>(wrong: &mut Wrong, name: &'static str, text: &str, code: Code) -> Option<T> {
    if text.trim().is_empty() { None } else { wrong.parse(name, text, code) }
}

/// A file in its owner's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportRow {
    pub id: String,
    pub ask: ExportAsk,
    pub state: ExportState,
    pub asked_at: DateTime<Utc>,
    /// Rows written so far, of those that were there when the writing began.
    pub done: u64,
    pub total: u64,
    /// Its size, once it is ready.
    pub bytes: u64,
    /// When it is removed, once it is ready or has failed.
    pub kept_until: Option<DateTime<Utc>>,
    /// Why there is no file.
    pub failure: Option<Code>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_whole_or_told_what_is_wrong() {
        let form = ExportForm { kind: "members".into(), indicator: "PGA".into(), ..ExportForm::default() };
        let ask = ExportAsk::Members { indicator: "PGA".into(), year: None, cell: None };
        assert_eq!(form.check().unwrap(), ask);
        assert_eq!(ask.file_name(), "PGA-plan.csv");
        let form = ExportForm { year: "2025".into(), cell: "woman".into(), ..form };
        assert_eq!(form.check().unwrap().file_name(), "PGA-2025-woman.csv");
        let form = ExportForm { kind: "all".into(), year: "MMXX".into(), from: "yesterday".into(), ..form };
        let fields: Vec<String> = form.check().unwrap_err().fields.into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["kind", "year", "from"]);
    }
}
