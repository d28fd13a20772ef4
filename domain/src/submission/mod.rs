//! Submissions: work for an assignment, from the draft to the grade.

mod bank;
mod grading;
mod views;

#[cfg(test)]
mod tests;

use crate::course::{FileKind, FileRules};
use crate::error::{Code, Refusal};

pub use bank::{most_used, with_reused};
pub use grading::{COMMENT_MAX, Judged, Judgement, REASON_MAX, grade_of, judge};
pub use views::{
    AssignmentView, CriterionView, FileView, GradeChange, GradeView, GradingFilter, GradingQuery, GradingRow,
    GradingView, LevelView, Queue, SubmissionView, Who,
};

/// The most characters of a submission's text.
pub const TEXT_MAX: usize = 60_000;

/// The most characters of a file's name, without its ending.
const NAME_MAX: usize = 80;

crate::text_enum::text_enum! {
    /// Where a submission stands.
    pub enum SubmissionState {
        /// Only its writer sees it.
        Draft => "draft",
        /// Handed in; waits for a grade.
        Submitted => "submitted",
        Graded => "graded",
    }
}

impl SubmissionState {
    /// Takes a submission that waits back to a draft. Taking a draft back changes nothing.
    ///
    /// # Errors
    /// `AlreadyGraded`: what was graded stays as it was; another try is the next number.
    pub fn take_back(self) -> Result<Self, Refusal> {
        match self {
            Self::Draft | Self::Submitted => Ok(Self::Draft),
            Self::Graded => Err(Code::AlreadyGraded.into()),
        }
    }

    /// Grades what was handed in, for the first time or again.
    ///
    /// # Errors
    /// `ChangedMeanwhile`: its writer took it back.
    pub fn grade(self) -> Result<Self, Refusal> {
        match self {
            Self::Submitted | Self::Graded => Ok(Self::Graded),
            Self::Draft => Err(Code::ChangedMeanwhile.into()),
        }
    }
}

/// Where what somebody writes belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writing {
    /// A new submission of this number.
    Begin(i32),
    /// The open draft.
    GoOn,
}

/// Where writing goes after the latest submission (its number and state): into the open draft, or into the next number.
///
/// # Errors
/// `ChangedMeanwhile` while one waits for its grade: it has to be taken back first, perhaps another tab handed it in.
pub fn writing(latest: Option<(i32, SubmissionState)>) -> Result<Writing, Refusal> {
    match latest {
        None => Ok(Writing::Begin(1)),
        Some((_, SubmissionState::Draft)) => Ok(Writing::GoOn),
        Some((_, SubmissionState::Submitted)) => Err(Code::ChangedMeanwhile.into()),
        Some((number, SubmissionState::Graded)) => Ok(Writing::Begin(number.saturating_add(1))),
    }
}

impl FileKind {
    /// The media type under which it is sent.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Png => "image/png",
            Self::Jpg => "image/jpeg",
        }
    }

    fn of_ending(ending: &str) -> Option<Self> {
        if ending == "jpeg" { Some(Self::Jpg) } else { ending.parse().ok() }
    }
}

impl FileRules {
    /// The most bytes of one file.
    #[must_use]
    pub fn most_bytes(&self) -> u64 {
        u64::from(self.megabytes) * 1024 * 1024
    }

    /// Whether a file of so many bytes, whose content is of `kind` (None: of none that we know), is taken, and the name
    /// under which it is kept.
    ///
    /// # Errors
    /// `FileEmpty`, `FileTooLarge`, or `FileKindWrong`, also when the name's ending says something else than the content.
    pub fn check(&self, name: &str, bytes: u64, kind: Option<FileKind>) -> Result<(String, FileKind), Code> {
        if bytes == 0 {
            return Err(Code::FileEmpty);
        }
        if bytes > self.most_bytes() {
            return Err(Code::FileTooLarge);
        }
        let kind = kind.filter(|kind| self.kinds.contains(kind)).ok_or(Code::FileKindWrong)?;
        Ok((file_name(name, kind)?, kind))
    }
}

/// A name that is safe on every disk and in every header: letters, digits and a few marks, with the ending of its content.
/// What stood before a path's last separator is left out.
///
/// # Errors
/// `FileKindWrong` when its ending is that of another kind: a disguise, or a mistake that its reader should not have to guess.
pub fn file_name(name: &str, kind: FileKind) -> Result<String, Code> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let (stem, ending) = last.rsplit_once('.').unwrap_or((last, ""));
    let stem = match FileKind::of_ending(&ending.to_ascii_lowercase()) {
        Some(other) if other != kind => return Err(Code::FileKindWrong),
        Some(_) => stem,
        None => last,
    };
    Ok(format!("{}.{kind}", shown_name(stem)))
}

/// A text as part of a file's name.
#[must_use]
pub fn shown_name(text: &str) -> String {
    let safe = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | '(' | ')' | '.') { c } else { ' ' };
    let spaced: String = text.chars().map(safe).collect();
    let joined = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = joined.trim_start_matches(['.', '-']).chars().take(NAME_MAX).collect();
    let cut = cut.trim_end_matches(['.', ' ']);
    if cut.is_empty() { "file".to_owned() } else { cut.to_owned() }
}

/// What a grader may send back with a grade: one file, of any kind that we know.
#[must_use]
pub fn feedback_rules() -> FileRules {
    FileRules { most: 1, megabytes: 10, kinds: FileKind::ALL.to_vec() }
}

/// What is handed in must hold something.
///
/// # Errors
/// `SubmissionEmpty`, at the text.
pub fn check_hand_in(text: &str, files: usize) -> Result<(), Refusal> {
    if text.trim().is_empty() && files == 0 { Err(Refusal::field("text", Code::SubmissionEmpty)) } else { Ok(()) }
}
