//! Grading: what an answer is worth. The server alone decides; a page only shows.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::course::{Question, QuestionKind, Quiz};
use crate::error::{Code, Refusal};
use crate::id::AttemptId;

/// The chosen options of each question, by the question's key; options by their place from 0.
pub type Answers = BTreeMap<String, BTreeSet<u8>>;

/// What an attempt at a quiz reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// Questions answered rightly.
    pub right: u16,
    /// Questions asked.
    pub asked: u16,
}

impl Score {
    /// Percent right, rounded down, so that nobody is shown a grade that they did not reach.
    #[must_use]
    pub fn percent(self) -> u8 {
        if self.asked == 0 {
            return 0;
        }
        u8::try_from(u32::from(self.right) * 100 / u32::from(self.asked)).unwrap_or(100)
    }

    /// Whether it meets a quiz's pass mark, compared exactly and not through the rounded percent.
    #[must_use]
    pub fn passes(self, pass: u8) -> bool {
        self.asked > 0 && u32::from(self.right) * 100 >= u32::from(pass) * u32::from(self.asked)
    }
}

/// Whether exactly the right options were chosen. There is no part credit: a half-right reading of an indicator is a wrong one.
#[must_use]
pub fn is_right(question: &Question, chosen: &BTreeSet<u8>) -> bool {
    question
        .options
        .iter()
        .enumerate()
        .all(|(place, option)| u8::try_from(place).is_ok_and(|place| chosen.contains(&place)) == option.right)
}

/// Checks that answers belong to the drawn questions and choose options that exist.
///
/// # Errors
/// `AnswerForeign` for a question that was not asked, an option that it lacks, or several options where one is asked for.
pub fn check_answers(quiz: &Quiz, drawn: &[String], answers: &Answers) -> Result<(), Refusal> {
    for (key, chosen) in answers {
        let question = drawn.contains(key).then(|| quiz.questions.iter().find(|q| q.key == *key)).flatten();
        let Some(question) = question else { return Err(Code::AnswerForeign.into()) };
        let exists = chosen.iter().all(|place| usize::from(*place) < question.options.len());
        if !exists || (question.kind != QuestionKind::Multiple && chosen.len() > 1) {
            return Err(Code::AnswerForeign.into());
        }
    }
    Ok(())
}

/// Grades a whole attempt: its drawn questions against what was chosen. An unanswered question is not right.
#[must_use]
pub fn grade(quiz: &Quiz, drawn: &[String], answers: &Answers) -> Score {
    let asked: Vec<_> = quiz.questions.iter().filter(|question| drawn.contains(&question.key)).collect();
    let none = BTreeSet::new();
    let right = asked.iter().filter(|question| is_right(question, answers.get(&question.key).unwrap_or(&none))).count();
    Score { right: u16::try_from(right).unwrap_or(u16::MAX), asked: u16::try_from(asked.len()).unwrap_or(u16::MAX) }
}

/// Draws the questions of an attempt. `pick(n)` gives a number below n; the caller brings the randomness.
#[must_use]
pub fn draw(quiz: &Quiz, mut pick: impl FnMut(usize) -> usize) -> Vec<String> {
    let mut keys: Vec<String> = quiz.questions.iter().map(|question| question.key.clone()).collect();
    if let Some(most) = quiz.draw {
        let most = usize::from(most).min(keys.len());
        for place in 0..most {
            let other = place + pick(keys.len() - place);
            keys.swap(place, other);
        }
        keys.truncate(most);
    }
    keys
}

/// A quiz as a learner meets it: before, during or after an attempt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuizView {
    pub pass: u8,
    /// How many questions an attempt asks.
    pub asked: u16,
    pub attempts: u32,
    pub best: Option<Score>,
    pub passed: bool,
    pub attempt: Option<AttemptView>,
}

/// An attempt, with its questions in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttemptView {
    pub id: AttemptId,
    /// None while it is open.
    pub score: Option<Score>,
    pub questions: Vec<QuestionView>,
}

/// A question of an attempt. Right answers and feedback are there only once they may be seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionView {
    pub key: String,
    pub kind: QuestionKind,
    pub html: String,
    pub options: Vec<OptionView>,
    /// Whether the whole answer was right; None while the attempt is open.
    pub right: Option<bool>,
}

/// An option of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionView {
    pub html: String,
    pub chosen: bool,
    pub feedback: Option<Feedback>,
}

/// What is said about one chosen or right option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feedback {
    pub right: bool,
    pub text: String,
}

/// The answer to one question, checked on the server while the attempt is still open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    pub right: bool,
    /// (place of the option, what is said about it), for the options that were chosen.
    pub options: Vec<(u8, Feedback)>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::AnswerOption;
    use crate::language::Words;
    use proptest::prelude::*;

    fn question(key: &str, kind: QuestionKind, right: &[bool]) -> Question {
        let options = right
            .iter()
            .map(|right| AnswerOption { html: Words::default(), feedback: Words::default(), right: *right })
            .collect();
        Question { key: key.into(), kind, html: Words::default(), options }
    }

    fn quiz(n: usize, draw: Option<u16>) -> Quiz {
        let questions =
            (0..n).map(|i| question(&format!("q{i}"), QuestionKind::Single, &[true, false, false])).collect();
        Quiz { pass: 70, draw, questions }
    }

    #[test]
    fn multiple_choice_needs_every_right_option_and_no_wrong_one() {
        let q = question("q", QuestionKind::Multiple, &[true, false, true]);
        assert!(is_right(&q, &BTreeSet::from([0, 2])));
        assert!(!is_right(&q, &BTreeSet::from([0])));
        assert!(!is_right(&q, &BTreeSet::from([0, 1, 2])));
        assert!(!is_right(&q, &BTreeSet::new()));
    }

    #[test]
    fn the_pass_mark_is_compared_exactly() {
        assert!(Score { right: 7, asked: 10 }.passes(70));
        assert!(!Score { right: 2, asked: 3 }.passes(67));
        assert_eq!(Score { right: 2, asked: 3 }.percent(), 66);
        assert!(!Score { right: 0, asked: 0 }.passes(0));
    }

    #[test]
    fn answers_to_questions_that_were_not_asked_are_refused() {
        let quiz = quiz(3, None);
        let drawn = vec!["q0".to_owned()];
        let foreign = Answers::from([("q1".to_owned(), BTreeSet::from([0]))]);
        assert_eq!(check_answers(&quiz, &drawn, &foreign).unwrap_err().code, Code::AnswerForeign);
        let missing = Answers::from([("q0".to_owned(), BTreeSet::from([9]))]);
        assert_eq!(check_answers(&quiz, &drawn, &missing).unwrap_err().code, Code::AnswerForeign);
        let twice = Answers::from([("q0".to_owned(), BTreeSet::from([0, 1]))]);
        assert_eq!(check_answers(&quiz, &drawn, &twice).unwrap_err().code, Code::AnswerForeign);
    }

    proptest! {
        #[test]
        fn a_draw_asks_distinct_questions_of_the_bank(n in 1_usize..40, most in 1_u16..50, seed in any::<u64>()) {
            let quiz = quiz(n, Some(most));
            let mut state = seed;
            let drawn = draw(&quiz, |below| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                usize::try_from(state >> 33).unwrap() % below
            });
            let distinct: BTreeSet<_> = drawn.iter().collect();
            prop_assert_eq!(distinct.len(), drawn.len());
            prop_assert_eq!(drawn.len(), usize::from(most).min(n));
        }

        #[test]
        fn one_more_right_answer_never_lowers_the_score(n in 1_usize..20, right in 0_usize..20) {
            let quiz = quiz(n, None);
            let drawn = draw(&quiz, |_| 0);
            let right = right.min(n - 1);
            let answers = |count: usize| -> Answers { drawn.iter().take(count).map(|key| (key.clone(), BTreeSet::from([0]))).collect() };
            let (before, after) = (grade(&quiz, &drawn, &answers(right)), grade(&quiz, &drawn, &answers(right + 1)));
            prop_assert_eq!(before.right + 1, after.right);
            prop_assert!(after.percent() >= before.percent());
        }
    }
}
