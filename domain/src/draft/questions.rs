//! Questions from files of other platforms: which were read, which were not, and why.

use serde::{Deserialize, Serialize};

crate::text_enum::text_enum! {
    /// Why a question could not be read, or what of it was lost.
    pub enum QuestionNote {
        /// Answered in words that somebody judges: an assignment does that here.
        Essay => "essay",
        /// A text that asks nothing.
        Description => "description",
        /// Several questions inside one text.
        Cloze => "cloze",
        /// A kind that the campus does not have.
        KindUnknown => "kind-unknown",
        NoRightAnswer => "no-right-answer",
        AnswersFew => "answers-few",
        /// Its notation could not be read.
        Broken => "broken",
        /// Answers that are worth a part count here as wrong, or are not accepted.
        PartialCredit => "partial-credit",
        /// What is said after any answer has no place here.
        GeneralFeedback => "general-feedback",
        Pictures => "pictures",
        /// A short answer is not told apart by capitals here.
        CaseIgnored => "case-ignored",
        /// A number with its own tolerance; the others are left out.
        SeveralNumbers => "several-numbers",
        /// Answers that go with nothing.
        Distractors => "distractors",
        /// What is said to one certain wrong answer.
        WrongAnswers => "wrong-answers",
    }
}

impl QuestionNote {
    /// Whether the question was not read at all for this.
    #[must_use]
    pub const fn is_refusal(self) -> bool {
        matches!(
            self,
            Self::Essay
                | Self::Description
                | Self::Cloze
                | Self::KindUnknown
                | Self::NoRightAnswer
                | Self::AnswersFew
                | Self::Broken
        )
    }
}

/// What became of one question of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionRow {
    /// Its first line in the file, from 1; 0 where the file's form has no lines that count.
    pub line: u32,
    /// Its name, or its first words.
    pub name: String,
    pub notes: Vec<QuestionNote>,
}

impl QuestionRow {
    #[must_use]
    pub fn is_read(&self) -> bool {
        !self.notes.iter().any(|note| note.is_refusal())
    }
}

/// A file of questions, read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionReport {
    pub rows: Vec<QuestionRow>,
    /// Those that were read, as the course's own files write them.
    pub blocks: String,
}

impl QuestionReport {
    /// How many were read.
    #[must_use]
    pub fn count(&self) -> u32 {
        u32::try_from(self.rows.iter().filter(|row| row.is_read()).count()).unwrap_or(u32::MAX)
    }
}
