//! Quizzes: questions, answers, grades, and when an attempt may begin and must end.

mod answer;
mod grade;
mod question;
mod timing;
mod views;

#[cfg(test)]
mod tests;

pub use answer::{Answer, Answers, TYPED_MAX, check_answers, draw, grade, tells};
pub use grade::{Grade, Score, reached, standing};
pub use question::{AnswerOption, FeedbackTime, GradeMethod, Number, Question, QuestionKind, Quiz, fold};
pub use timing::{GRACE, closes_at, may_start};
pub use views::{AttemptView, Checked, Feedback, OptionView, QuestionView, QuizView};
