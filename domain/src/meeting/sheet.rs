//! The sheet of a session: everybody of the edition, and what was marked of them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{AttendanceState, MeetingRow};
use crate::edition::EditionCard;
use crate::id::ParticipationId;
use crate::page::Page;

/// One person on a session's sheet. Sex, country and kind of personnel are not here, by design.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetRow {
    pub participation: ParticipationId,
    pub name: String,
    pub state: Option<AttendanceState>,
    /// Sessions of the edition that they attended in all.
    pub attended: u32,
}

/// A session with everybody of the edition, or those whose names hold what was searched for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetView {
    pub edition: EditionCard,
    pub meeting: MeetingRow,
    /// How many sessions the edition has.
    pub meetings: u32,
    pub enrolled: u32,
    pub page: Page<SheetRow>,
}

/// What was marked on a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetForm {
    #[serde(default)]
    pub edition: String,
    #[serde(default)]
    pub meeting: String,
    /// The state's word by `mark_key` of the participation; empty takes a mark away.
    #[serde(default)]
    pub marks: BTreeMap<String, String>,
    /// What those on this page without a mark get; empty: nothing.
    #[serde(default)]
    pub rest: String,
    /// What to look for next.
    #[serde(default)]
    pub search: String,
    /// Which page to show next; empty: the first.
    #[serde(default)]
    pub go: String,
}

/// What begins the name of a mark's field: an id begins with a digit, and forms read a digit between brackets as a place in
/// a list.
const MARK: &str = "p-";

/// The name of somebody's mark in the sheet's form.
#[must_use]
pub fn mark_key(id: ParticipationId) -> String {
    format!("{MARK}{id}")
}

/// Whose mark a field of this name is.
#[must_use]
pub fn marked(key: &str) -> Option<ParticipationId> {
    key.strip_prefix(MARK)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marks_field_never_begins_with_a_digit() {
        let id: ParticipationId = "019e0000-0000-7000-8000-000000000001".parse().unwrap();
        assert_eq!(marked(&mark_key(id)), Some(id));
        assert!(mark_key(id).starts_with(|c: char| c.is_ascii_alphabetic()));
        assert_eq!(marked(&id.to_string()), None);
    }
}
