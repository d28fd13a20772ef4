//! The closing survey. An answer leads to nobody: it is kept without a person and without a time, and shown in groups.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::course::{Survey, SurveyKind};
use crate::edition::EditionCard;
use crate::error::{Code, Refusal, Wrong};

/// How many answers are shown together: the first five, then each further five, so that no two looks at the results
/// differ by the answer of one person.
pub const TOGETHER: u32 = 5;

/// The highest step of a scale.
pub const STEPS: u8 = 5;

/// The most characters of a text.
pub const TEXT_MAX: usize = 3_000;

/// Answers by the question's key: a step from 1, an option's place from 0, or a text.
pub type SurveyAnswers = BTreeMap<String, String>;

/// The survey as a learner meets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyView {
    pub questions: Vec<SurveyQuestionView>,
    pub given: bool,
    /// Whether it may be given now.
    pub open: bool,
}

/// A question of the survey in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyQuestionView {
    pub key: String,
    pub kind: SurveyKind,
    pub html: String,
    /// Of a choice.
    pub options: Vec<String>,
}

/// What learners said, for those who run the edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyResults {
    pub edition: EditionCard,
    /// The survey's title; None where the course has none.
    pub title: Option<String>,
    /// Answers that are shown: a multiple of `TOGETHER`.
    pub shown: u32,
    /// Answers that wait until `TOGETHER` have come.
    pub waiting: u32,
    /// Empty while nothing is shown.
    pub questions: Vec<QuestionResult>,
}

impl SurveyResults {
    /// How many answers are missing until the next ones are shown.
    #[must_use]
    pub fn missing(&self) -> u32 {
        TOGETHER.saturating_sub(self.waiting)
    }
}

/// What was said to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionResult {
    pub question: SurveyQuestionView,
    /// How often each step or option was chosen, in their order.
    pub counts: Vec<u32>,
    /// Of a scale, in hundredths, rounded; None when nobody answered.
    pub mean: Option<u32>,
    /// Of a text, in no order that leads from one question to another.
    pub texts: Vec<String>,
}

impl QuestionResult {
    /// How many answered.
    #[must_use]
    pub fn answered(&self) -> u32 {
        if self.question.kind == SurveyKind::Text {
            u32::try_from(self.texts.len()).unwrap_or(u32::MAX)
        } else {
            self.counts.iter().sum()
        }
    }
}

/// Checks what was typed. Every question may be left out, but not all.
///
/// # Errors
/// `AnswerForeign` for a question that the survey lacks; `Invalid` naming `answers-<key>` (`ChoiceUnknown`, `TooLong`);
/// `SurveyEmpty`.
pub fn check(survey: &Survey, typed: &SurveyAnswers) -> Result<SurveyAnswers, Refusal> {
    let mut wrong = Wrong::default();
    let mut kept = SurveyAnswers::new();
    for (key, text) in typed {
        let Some(question) = survey.questions.iter().find(|question| question.key == *key) else {
            return Err(Code::AnswerForeign.into());
        };
        let text = text.trim();
        if text.is_empty() {
            continue;
        }
        let field = format!("answers-{key}");
        match question.kind {
            SurveyKind::Text if text.chars().count() > TEXT_MAX => wrong.note(&field, Code::TooLong),
            SurveyKind::Text => {}
            kind => {
                let places = places(kind, question.options.len());
                if !text.parse().is_ok_and(|place: usize| places.contains(&place)) {
                    wrong.note(&field, Code::ChoiceUnknown);
                }
            }
        }
        kept.insert(key.clone(), text.to_owned());
    }
    wrong.done()?;
    if kept.is_empty() {
        return Err(Code::SurveyEmpty.into());
    }
    Ok(kept)
}

/// What may be answered to a scale or a choice.
fn places(kind: SurveyKind, options: usize) -> std::ops::Range<usize> {
    if kind == SurveyKind::Scale { 1..usize::from(STEPS) + 1 } else { 0..options }
}

/// Sums up what was said to one question.
#[must_use]
pub fn sum_up(question: SurveyQuestionView, answers: &[SurveyAnswers]) -> QuestionResult {
    let said: Vec<&String> = answers.iter().filter_map(|answer| answer.get(&question.key)).collect();
    if question.kind == SurveyKind::Text {
        return QuestionResult { question, counts: Vec::new(), mean: None, texts: said.into_iter().cloned().collect() };
    }
    let places = places(question.kind, question.options.len());
    let chosen: Vec<usize> =
        said.iter().filter_map(|text| text.parse().ok()).filter(|place| places.contains(place)).collect();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let counts = places.map(|place| count(chosen.iter().filter(|one| **one == place).count())).collect();
    let mean = (question.kind == SurveyKind::Scale && !chosen.is_empty())
        .then(|| count((chosen.iter().sum::<usize>() * 200 + chosen.len()) / (chosen.len() * 2)));
    QuestionResult { question, counts, mean, texts: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::SurveyQuestion;
    use crate::language::Words;

    fn survey() -> Survey {
        let question = |key: &str, kind, options: usize| SurveyQuestion {
            key: key.into(),
            kind,
            html: Words::default(),
            options: vec![Words::default(); options],
        };
        let questions = vec![
            question("clear", SurveyKind::Scale, 0),
            question("best", SurveyKind::Choice, 3),
            question("better", SurveyKind::Text, 0),
        ];
        Survey { questions }
    }

    fn said(pairs: &[(&str, &str)]) -> SurveyAnswers {
        pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn one_answer_is_enough_and_only_what_was_offered_is_taken() {
        let kept = check(&survey(), &said(&[("clear", "5"), ("best", ""), ("better", " ")])).unwrap();
        assert_eq!(kept, said(&[("clear", "5")]));
        assert_eq!(check(&survey(), &said(&[("best", "")])).unwrap_err().code, Code::SurveyEmpty);
        assert_eq!(check(&survey(), &said(&[("who", "me")])).unwrap_err().code, Code::AnswerForeign);
        for (key, text, code) in [
            ("clear", "0", Code::ChoiceUnknown),
            ("clear", "6", Code::ChoiceUnknown),
            ("best", "3", Code::ChoiceUnknown),
            ("best", "x", Code::ChoiceUnknown),
            ("better", &"x".repeat(TEXT_MAX + 1), Code::TooLong),
        ] {
            assert_eq!(check(&survey(), &said(&[(key, text)])).unwrap_err().fields, [(format!("answers-{key}"), code)]);
        }
    }

    #[test]
    fn results_add_up() {
        let answers = ["4", "5", "5"].map(|step| said(&[("clear", step), ("best", "2"), ("better", step)]));
        let view = |key: &str, kind, options: usize| SurveyQuestionView {
            key: key.into(),
            kind,
            html: String::new(),
            options: vec![String::new(); options],
        };
        let scale = sum_up(view("clear", SurveyKind::Scale, 0), &answers);
        assert_eq!((scale.counts.as_slice(), scale.mean, scale.answered()), (&[0, 0, 0, 1, 2][..], Some(467), 3));
        let choice = sum_up(view("best", SurveyKind::Choice, 3), &answers);
        assert_eq!((choice.counts.as_slice(), choice.mean), (&[0, 0, 3][..], None));
        assert_eq!(sum_up(view("better", SurveyKind::Text, 0), &answers).texts, ["4", "5", "5"]);
        assert_eq!(sum_up(view("none", SurveyKind::Scale, 0), &answers).mean, None);
    }
}
