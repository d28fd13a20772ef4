//! How a quiz is taken, as `course.yaml` says it.

use domain::quiz::{FeedbackTime, GradeMethod, Question, Quiz};
use serde::Deserialize;
use serde_saphyr::Spanned;

use super::mistakes::Mistakes;
use super::outline::FILE;
use super::yaml::{Yaml, line, number, word};

/// The settings of a check or of the final test.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct QuizYaml {
    pass: Option<Spanned<i64>>,
    draw: Option<Spanned<i64>>,
    attempts: Option<Spanned<i64>>,
    wait: Option<Spanned<i64>>,
    minutes: Option<Spanned<i64>>,
    shuffle: bool,
    grade: Option<Spanned<String>>,
    feedback: Option<Spanned<String>>,
    week: Option<Spanned<i64>>,
    weight: Option<Spanned<i64>>,
}

/// The settings of what is asked at the course's edges: pre-test, post-test, survey.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct EdgeYaml {
    week: Option<Spanned<i64>>,
}

impl EdgeYaml {
    pub(super) fn week(&self, yaml: Yaml<'_>, mistakes: &mut Mistakes) -> Option<u8> {
        small(yaml, "week", self.week.as_ref(), 1, WEEKS, mistakes)
    }
}

/// The last week that something can be due in.
pub(super) const WEEKS: i64 = 104;
/// The highest weight in the final grade.
pub(super) const HEAVIEST: i64 = 100;

/// How a quiz is taken.
#[derive(Debug, Clone)]
pub(super) struct Settings {
    pub quiz: Quiz,
    /// Where `draw` stands.
    pub draw_line: Option<usize>,
    pub week: Option<u8>,
    pub weight: u8,
}

impl Settings {
    /// Of a pre- or post-test: once, and nothing is passed.
    pub(super) fn of_edge(week: Option<u8>) -> Self {
        let quiz = Quiz {
            pass: 0,
            draw: None,
            attempts: Some(1),
            wait: None,
            minutes: None,
            shuffle: false,
            method: GradeMethod::Best,
            feedback: FeedbackTime::AtOnce,
            questions: Vec::new(),
        };
        Self { quiz, draw_line: None, week, weight: 1 }
    }

    /// The quiz with these questions.
    pub(super) fn with(&self, questions: Vec<Question>) -> Quiz {
        Quiz { questions, ..self.quiz.clone() }
    }
}

impl QuizYaml {
    /// The settings, checked. `at` is the line that a missing pass mark is noted at.
    pub(super) fn settings(&self, yaml: Yaml<'_>, sound: bool, at: usize, mistakes: &mut Mistakes) -> Settings {
        if self.pass.is_none() && sound {
            mistakes.note(FILE, at, "there is no `pass`; write the percent that passes, `pass: 60`");
        }
        let wait = number(yaml, "wait", self.wait.as_ref(), 1, 60 * 24 * 30, mistakes);
        let quiz = Quiz {
            pass: small(yaml, "pass", self.pass.as_ref(), 1, 100, mistakes).unwrap_or(100),
            draw: number(yaml, "draw", self.draw.as_ref(), 1, 500, mistakes),
            attempts: number(yaml, "attempts", self.attempts.as_ref(), 1, 100, mistakes),
            wait: wait.map(u32::from),
            minutes: number(yaml, "minutes", self.minutes.as_ref(), 1, 600, mistakes),
            shuffle: self.shuffle,
            method: word(yaml, "grade", self.grade.as_ref(), GradeMethod::ALL, mistakes).unwrap_or(GradeMethod::Best),
            feedback: word(yaml, "feedback", self.feedback.as_ref(), FeedbackTime::ALL, mistakes)
                .unwrap_or(FeedbackTime::AtOnce),
            questions: Vec::new(),
        };
        Settings {
            quiz,
            draw_line: self.draw.as_ref().map(|draw| line(draw, 0)),
            week: small(yaml, "week", self.week.as_ref(), 1, WEEKS, mistakes),
            weight: small(yaml, "weight", self.weight.as_ref(), 1, HEAVIEST, mistakes).unwrap_or(1),
        }
    }
}

/// As `number`, for a number that fits in a byte.
pub(super) fn small(
    yaml: Yaml<'_>,
    key: &str,
    value: Option<&Spanned<i64>>,
    from: i64,
    to: i64,
    mistakes: &mut Mistakes,
) -> Option<u8> {
    number(yaml, key, value, from, to, mistakes).and_then(|number| u8::try_from(number).ok())
}
