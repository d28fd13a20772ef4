//! Quizzes: questions, answers, grades, and when an attempt may begin and must end.

mod answer;
mod extension;
mod gain;
mod grade;
mod question;
mod timing;
mod views;

#[cfg(test)]
mod tests;

pub use answer::{Answer, Answers, TYPED_MAX, check_answers, draw, grade, shown_order, sound_answers, tells};
pub use extension::{Extension, ExtensionForm};
pub use gain::{GainView, POST_TEST, PRE_TEST, Points, points_gained};
pub use grade::{Grade, Score, reached, standing};
pub use question::{AnswerOption, FeedbackTime, GradeMethod, Number, Question, QuestionKind, Quiz, fold};
pub use timing::{GRACE, closes_at, is_over, may_start, next_at};
pub use views::{AttemptView, Checked, Feedback, OptionView, PastAttempt, QuestionView, QuizView, Saved};
