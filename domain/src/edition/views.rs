//! An edition as its team sees it.

use serde::{Deserialize, Serialize};

use super::{EditionCard, EditionForm, EditionState};
use crate::completion::RuleLine;

/// The edition's own page: where it stands, what it is, what waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionOverview {
    pub edition: EditionCard,
    pub course_title: String,
    pub version: u32,
    pub place: Option<String>,
    pub link: Option<String>,
    pub country: Option<String>,
    /// The name of the kind of personnel that it is made for.
    pub personnel_kind: Option<String>,
    pub instructors: Vec<String>,
    pub rule: RuleLine,
    pub enrolled: u32,
    pub not_started: u32,
    pub completed: u32,
    /// Applications that nobody has decided about.
    pub applications: u32,
    /// Work that waits for a grade.
    pub to_grade: u32,
    /// Where it can go from here, for whoever asks.
    pub next: Vec<EditionState>,
    /// Whoever asks is staff.
    pub staff: bool,
}

/// What may be changed of an edition, as the form shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionSettings {
    pub edition: EditionCard,
    pub form: EditionForm,
}
