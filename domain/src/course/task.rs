//! What a learner is asked to do in an activity, beyond reading.

use serde::{Deserialize, Serialize};

use crate::language::Words;
use crate::quiz::Quiz;

/// The task of an activity.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Task {
    /// Nothing but to read.
    #[default]
    Read,
    Quiz(Quiz),
    Assignment(Assignment),
    Worksheet(Vec<WorksheetField>),
    Survey(Survey),
}

/// Work that is handed in and graded by a rubric.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// Percent of the most points that passes.
    pub pass: u8,
    /// Which files may come with the text; None: text only.
    pub files: Option<FileRules>,
    pub rubric: Vec<Criterion>,
}

impl Assignment {
    /// The most points that the rubric gives.
    #[must_use]
    pub fn most_points(&self) -> u32 {
        self.rubric.iter().map(|criterion| u32::from(criterion.most_points())).sum()
    }
}

/// What a submission is judged by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    pub key: String,
    pub title: Words,
    /// The lowest first.
    pub levels: Vec<Level>,
}

impl Criterion {
    /// The points of its highest level.
    #[must_use]
    pub fn most_points(&self) -> u16 {
        self.levels.iter().map(|level| level.points).max().unwrap_or(0)
    }
}

/// A level of a criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level {
    pub points: u16,
    pub text: Words,
}

crate::text_enum::text_enum! {
    /// A kind of file that can be handed in, told by its content and not by its name.
    pub enum FileKind {
        Pdf => "pdf", Docx => "docx", Odt => "odt", Xlsx => "xlsx", Ods => "ods", Png => "png", Jpg => "jpg",
    }
}

/// Which files may be handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRules {
    /// How many.
    pub most: u8,
    /// The largest, in units of 1,048,576 bytes.
    pub megabytes: u8,
    pub kinds: Vec<FileKind>,
}

/// A field of a worksheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorksheetField {
    pub key: String,
    pub label: Words,
    pub hint: Words,
    /// Lines that the field shows.
    pub rows: u8,
}

crate::text_enum::text_enum! {
    /// How a survey's question is answered.
    pub enum SurveyKind {
        /// From 1, not at all, to 5, entirely.
        Scale => "scale",
        Choice => "choice",
        Text => "text",
    }
}

/// The closing survey. Answers are never shown with a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    pub questions: Vec<SurveyQuestion>,
}

/// A question of the survey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyQuestion {
    pub key: String,
    pub kind: SurveyKind,
    pub html: Words,
    /// Of a choice.
    pub options: Vec<Words>,
}
