//! Quizzes as a learner meets them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::question::{GradeMethod, QuestionKind};
use super::{Answer, Extension, GainView, Grade, Score};
use crate::error::Code;
use crate::id::AttemptId;

/// A quiz as a learner meets it: before, during or after an attempt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuizView {
    pub pass: u8,
    /// How many questions an attempt asks.
    pub asked: u16,
    pub method: GradeMethod,
    /// Time limit with the learner's extension, in minutes.
    pub minutes: Option<u16>,
    /// Minutes between two attempts.
    pub wait: Option<u32>,
    /// Attempts that are left; None: any number.
    pub attempts_left: Option<u16>,
    /// When the next attempt may begin, if not now.
    pub next_at: Option<DateTime<Utc>>,
    /// The grade as it stands by the quiz's method.
    pub grade: Option<Grade>,
    pub passed: bool,
    /// When attempts tell what was right, where that is later than at once.
    pub feedback_at: Option<DateTime<Utc>>,
    /// When it is due, with the learner's extension.
    pub due_at: DateTime<Utc>,
    /// What the learner was granted beyond the others.
    pub extension: Extension,
    /// Attempts that were handed in, in order.
    pub past: Vec<PastAttempt>,
    /// The one that is shown: that which was asked for, else the open one, else the last.
    pub attempt: Option<AttemptView>,
    /// The number of an open attempt, where another one is shown.
    pub open: Option<i32>,
    /// Of a post-test that was handed in, where the pre-test was too.
    pub gain: Option<GainView>,
    /// The campus's time: the countdown does not trust the browser's clock.
    pub now: DateTime<Utc>,
}

/// An attempt that was handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastAttempt {
    pub id: AttemptId,
    pub number: i32,
    pub score: Score,
    pub at: DateTime<Utc>,
    /// Its time ran out: what had been saved by then counts.
    pub timed_out: bool,
}

/// An attempt, with its questions in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttemptView {
    pub id: AttemptId,
    pub number: i32,
    /// None while it is open.
    pub score: Option<Score>,
    /// When its time is over; None without a limit.
    pub closes_at: Option<DateTime<Utc>>,
    /// Its time is over and it was not handed in: what was saved counts.
    pub over: bool,
    /// It was handed in by the campus when its time was over, or came too late: what had been saved by then counts.
    pub timed_out: bool,
    /// When an answer was last saved.
    pub saved_at: Option<DateTime<Utc>>,
    pub questions: Vec<QuestionView>,
}

/// A question of an attempt. Right answers and feedback are there only once they may be seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionView {
    pub key: String,
    pub kind: QuestionKind,
    pub html: String,
    /// In the order in which this attempt shows them.
    pub options: Vec<OptionView>,
    /// Of matching: what the options may go with, by place.
    pub targets: Vec<String>,
    /// What was answered.
    pub answer: Answer,
    /// Whether the whole answer was right; None while that may not be known.
    pub right: Option<bool>,
    /// What is said about a typed answer.
    pub said: Option<String>,
    /// The right answer of a typed question.
    pub solution: Option<String>,
}

/// An option of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionView {
    /// Its place in the question, which answers name; not the place at which it is shown.
    pub place: u8,
    pub html: String,
    pub chosen: bool,
    /// Of matching and ordering: its right place, once it may be seen.
    pub target: Option<u8>,
    pub feedback: Option<Feedback>,
}

/// What is said about one option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feedback {
    pub right: bool,
    pub text: String,
}

/// The answer to one question, checked on the server while the attempt is still open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    pub right: bool,
    /// What is said, for the options that were chosen or placed, or for what was typed.
    pub said: Vec<Feedback>,
}

/// What became of answers that were sent while they were given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    pub at: DateTime<Utc>,
    /// Questions whose answer does not have its form and was left as it was before.
    pub wrong: Vec<(String, Code)>,
}
