//! What a learner meets inside an edition: the outline and its activities.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::completion::RemainingView;
use crate::course::ActivityKind;
use crate::edition::EditionCard;
use crate::id::ParticipationId;
use crate::quiz::{Extension, Grade, QuizView};

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
    /// (key, title)
    pub previous: Option<(String, String)>,
    /// (key, title)
    pub next: Option<(String, String)>,
}

/// One person's progress in an edition, as its instructors see it. Nothing that the person declared is here, by design.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonView {
    pub edition: EditionCard,
    pub participation: ParticipationId,
    pub name: String,
    pub email: String,
    pub percent: u8,
    pub enrolled_at: DateTime<Utc>,
    pub last_activity_at: Option<DateTime<Utc>>,
    pub completed_at: Option<DateTime<Utc>>,
    pub remaining: Vec<RemainingView>,
    pub activities: Vec<PersonActivity>,
}

/// An activity with what one person has done in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonActivity {
    pub key: String,
    pub kind: ActivityKind,
    pub title: String,
    pub done: bool,
    /// As it stands, by the quiz's method.
    pub grade: Option<Grade>,
    /// Attempts that were handed in.
    pub attempts: u16,
    /// With the extension; None: any number.
    pub most_attempts: Option<u16>,
    /// With the extension.
    pub due_at: DateTime<Utc>,
    pub extension: Extension,
    /// Why the extension was granted.
    pub reason: String,
}

impl PersonActivity {
    /// Whether somebody can be given more time, attempts or days in activities of this kind.
    #[must_use]
    pub const fn extends(kind: ActivityKind) -> bool {
        matches!(kind, ActivityKind::Check | ActivityKind::FinalTest | ActivityKind::Assignment)
    }
}
