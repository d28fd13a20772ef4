//! Submissions: the assignment's page for its learner, and grading for those who teach.

pub mod api;
mod assignment;
mod bank;
mod draft_form;
mod grade_form;
mod grade_page;
mod graded;
mod grading_page;
mod handed_in;
mod queue;
mod rubric;

pub(crate) use assignment::Assignment;
pub use grade_page::GradePage;
pub use grading_page::GradingPage;
pub use queue::in_queue;

use domain::quiz::Grade;

use crate::t;

/// The form's name of the handler that takes a draft with its files: no doorway, because doorways take no files.
pub const SAVE: &str = "save_submission";
/// The same of the handler that takes a grade, perhaps with a file to send back.
pub const GRADE: &str = "grade_submission";

/// "4 of 8 points, 50 %".
fn grade_words(grade: Grade) -> String {
    let points = |points: u64| u32::try_from(points).unwrap_or(u32::MAX);
    t!("submission-grade", part = points(grade.part), whole = points(grade.whole), percent = grade.percent())
}
