//! What a learner meets inside an edition: the outline and its activities.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::completion::RemainingView;
use crate::course::ActivityKind;
use crate::edition::EditionCard;
use crate::quiz::QuizView;
use crate::submission::AssignmentView;
use crate::survey::SurveyView;
use crate::worksheet::WorksheetView;

/// An edition's outline with one learner's check marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutlineView {
    pub edition: EditionCard,
    pub modules: Vec<OutlineModule>,
    pub percent: u8,
    pub remaining: Vec<RemainingView>,
    pub completed_at: Option<DateTime<Utc>>,
    pub certificate: Option<String>,
    /// The activity to go on with: (key, title).
    pub resume: Option<(String, String)>,
    /// Nothing was done yet.
    pub fresh: bool,
}

/// A module of the outline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutlineModule {
    pub title: String,
    pub items: Vec<OutlineItem>,
}

/// An activity in the outline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutlineItem {
    pub key: String,
    pub kind: ActivityKind,
    pub title: String,
    pub minutes: u16,
    pub done: bool,
}

/// One activity, open for its learner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityView {
    pub outline: OutlineView,
    pub key: String,
    pub kind: ActivityKind,
    pub title: String,
    pub minutes: u16,
    /// The lesson's text; empty for quizzes.
    pub html: String,
    pub done: bool,
    pub quiz: Option<QuizView>,
    pub assignment: Option<AssignmentView>,
    pub worksheet: Option<WorksheetView>,
    pub survey: Option<SurveyView>,
    /// (key, title)
    pub previous: Option<(String, String)>,
    /// (key, title)
    pub next: Option<(String, String)>,
}
