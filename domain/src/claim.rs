//! Claims: somebody with an account says that a record without one, under another e-mail address, is theirs.

use chrono::Duration;
use serde::{Deserialize, Serialize};

/// How long the link that proves the other address works.
pub const LIFETIME: Duration = Duration::days(1);

/// What the link's page tells before it is confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimView {
    /// The address on the list.
    pub email: String,
    /// Titles of the editions that the record takes part in.
    pub editions: Vec<String>,
}

/// Two records of one person, as staff see them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkedRow {
    /// The record's id.
    pub record: String,
    pub name: String,
    /// Masked.
    pub email: String,
    /// Whom the record was found to be.
    pub to_name: String,
    pub to_email: String,
}
