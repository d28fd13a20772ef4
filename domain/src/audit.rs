//! The audit trail as administrators read it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// What is looked for; empty texts take in all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditQuery {
    /// In the act, its subject and its details.
    #[serde(default)]
    pub search: String,
    /// One kind of act.
    #[serde(default)]
    pub action: String,
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// The last day, included.
    #[serde(default)]
    pub to: Option<NaiveDate>,
    #[serde(default)]
    pub page: u32,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditRow {
    pub at: DateTime<Utc>,
    /// Name of the account; None for the command line and the campus itself.
    pub who: Option<String>,
    pub action: String,
    pub subject: String,
    /// (field, value), as the act told it; what it was before and is now, where it says so.
    pub details: Vec<(String, String)>,
}

/// A page of the trail, with the kinds of acts that it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditView {
    pub page: crate::page::Page<AuditRow>,
    pub actions: Vec<String>,
}
