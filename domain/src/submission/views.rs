//! Submissions as their writers and their graders see them.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Judgement, SubmissionState};
use crate::course::{FileKind, FileRules};
use crate::edition::EditionCard;
use crate::id::{FileId, SubmissionId};
use crate::page::Page;
use crate::quiz::Grade;

/// An assignment as its learner meets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignmentView {
    pub pass: u8,
    /// The most points that the rubric gives.
    pub most: u32,
    /// None: text only.
    pub files: Option<FileRules>,
    pub rubric: Vec<CriterionView>,
    /// With the learner's extension. What comes later is taken while the edition runs, and marked as late.
    pub due_at: DateTime<Utc>,
    /// Now is after that.
    pub late: bool,
    /// Whether something may be handed in now.
    pub open: bool,
    /// The best grade so far.
    pub grade: Option<Grade>,
    pub passed: bool,
    /// The draft, or what waits for its grade.
    pub current: Option<SubmissionView>,
    /// What was graded, the newest first.
    pub past: Vec<SubmissionView>,
}

/// A criterion of a rubric in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriterionView {
    pub key: String,
    pub title: String,
    /// The lowest first.
    pub levels: Vec<LevelView>,
    pub most: u16,
}

/// A level of a criterion in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelView {
    pub points: u16,
    pub text: String,
}

/// A submission with its files and, once there is one, its grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmissionView {
    pub id: SubmissionId,
    pub number: i32,
    pub state: SubmissionState,
    /// Plain text.
    pub text: String,
    pub files: Vec<FileView>,
    /// What its grader sent back.
    pub feedback: Vec<FileView>,
    pub saved_at: DateTime<Utc>,
    pub submitted_at: Option<DateTime<Utc>>,
    /// Handed in after it was due.
    pub late: bool,
    pub graded_at: Option<DateTime<Utc>>,
    pub judgement: Judgement,
    /// What the grader says about the whole.
    pub comment: String,
    pub grade: Option<Grade>,
    /// Raised by every change: a form that was made from another one is told so.
    pub revision: i32,
}

/// A file that was handed in or lies in a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileView {
    pub id: FileId,
    pub name: String,
    pub kind: FileKind,
    pub bytes: u64,
}

crate::text_enum::text_enum! {
    /// Which submissions a grader is shown.
    pub enum GradingFilter { Waiting => "waiting", Graded => "graded", All => "all" }
}

/// What part of an edition's submissions somebody asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GradingQuery {
    /// Part of a name or of an e-mail address.
    pub search: String,
    /// An assignment's key; empty for all.
    pub activity: String,
    pub filter: GradingFilter,
    /// Whose work waits is not told.
    #[serde(default)]
    pub anonymous: bool,
    /// From 1.
    pub page: u32,
}

/// How somebody goes through what waits.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Queue {
    /// An assignment's key: what comes next is of it; empty for all.
    #[serde(default)]
    pub activity: String,
    /// Whose work waits is not told.
    #[serde(default)]
    pub anonymous: bool,
}

/// Whose work it is, as far as its grader is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    Name(String),
    /// The same number for the same person in one edition, as long as nobody leaves it.
    Number(u32),
}

/// What was handed in in an edition: what waits first, and of that the oldest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GradingView {
    pub edition: EditionCard,
    /// The edition's assignments: (key, title).
    pub activities: Vec<(String, String)>,
    /// How many rows each filter would show, in the order of `GradingFilter::ALL`.
    pub counts: Vec<(GradingFilter, u32)>,
    /// What has waited longest, of the assignment that was asked for.
    pub next: Option<SubmissionId>,
    pub page: Page<GradingRow>,
}

/// A submission in a grader's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GradingRow {
    pub id: SubmissionId,
    pub who: Who,
    /// The assignment's title.
    pub activity: String,
    pub number: i32,
    pub state: SubmissionState,
    pub submitted_at: DateTime<Utc>,
    pub late: bool,
    pub grade: Option<Grade>,
}

/// One submission as its grader sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GradeView {
    pub edition: EditionCard,
    pub key: String,
    /// The assignment's title.
    pub title: String,
    /// What was asked.
    pub html: String,
    pub pass: u8,
    pub most: u32,
    pub rubric: Vec<CriterionView>,
    pub who: Who,
    pub submission: SubmissionView,
    /// Who graded it last.
    pub graded_by: Option<String>,
    /// The same learner's others for this assignment, the newest first.
    pub earlier: Vec<SubmissionView>,
    /// Every grade that it was given, the newest first.
    pub history: Vec<GradeChange>,
    /// Comments given before in this edition, the most used first, by the criterion's key; of the whole under the empty key.
    pub bank: BTreeMap<String, Vec<String>>,
    /// The next one that waits in this queue.
    pub next: Option<SubmissionId>,
    /// How many wait, besides this one.
    pub waiting: u32,
}

/// A grade that was given, for the first time or instead of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GradeChange {
    pub at: DateTime<Utc>,
    /// Who gave it; None for the campus itself.
    pub by: Option<String>,
    /// None: it was the first.
    pub from: Option<Grade>,
    pub to: Grade,
    pub reason: String,
}
