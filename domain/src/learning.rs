//! What a learner meets inside an edition: the outline and its activities.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::completion::RemainingView;
use crate::course::ActivityKind;
use crate::edition::EditionCard;
use crate::enrolment::Outcome;
use crate::id::ParticipationId;
use crate::language::Language;
use crate::quiz::{Extension, Grade, QuizView};
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
    /// The course has a glossary.
    pub glossary: bool,
}

/// A module of the outline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutlineModule {
    pub key: String,
    pub title: String,
    pub items: Vec<OutlineItem>,
}

/// An activity in the outline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutlineItem {
    pub key: String,
    pub kind: ActivityKind,
    pub title: String,
    /// The language of the title: the original's where a translation is missing.
    pub language: Language,
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
    /// The language of its texts: the original's where a translation is missing.
    pub language: Language,
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
    /// Why a completion was recorded by hand, and what shows it.
    pub by_hand: Option<(String, String)>,
    /// How it ended without a completion, when, and why.
    pub outcome: Option<(Outcome, DateTime<Utc>, String)>,
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

/// The terms of a course, for whoever learns in an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GlossaryView {
    pub edition: EditionCard,
    /// How many terms there are, whatever was searched for.
    pub all: u32,
    /// Those that were found, by title.
    pub terms: Vec<TermView>,
}

/// A term with its definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermView {
    pub key: String,
    pub title: String,
    pub html: String,
    pub language: Language,
}

/// A module on paper: everything of it that is read or filled in, on one page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackView {
    pub edition: EditionCard,
    /// The module's place in the course, from 1.
    pub number: u32,
    pub title: String,
    pub parts: Vec<PackPart>,
    /// The modules before and after: (key, title).
    pub previous: Option<(String, String)>,
    pub next: Option<(String, String)>,
}

/// An activity on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackPart {
    pub key: String,
    pub kind: ActivityKind,
    pub title: String,
    pub language: Language,
    pub minutes: u16,
    /// Its ids and links fit a page that holds several activities.
    pub html: String,
    /// Of a worksheet: (label, hint, lines to write on).
    pub fields: Vec<(String, String, u8)>,
    /// Of an assignment: each criterion with its levels, as (points, text).
    pub rubric: Vec<(String, Vec<(u16, String)>)>,
}
