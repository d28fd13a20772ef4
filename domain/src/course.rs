//! A course's content: one immutable document a version, with every language inside.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::completion::CompletionKind;
use crate::language::{Language, Words};

/// Everything that one content version of a course holds. Texts are rendered, sanitised HTML.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseContent {
    /// Stated learning time.
    pub hours: u16,
    pub languages: Vec<Language>,
    pub completion: CompletionKind,
    pub title: Words,
    pub short_title: Words,
    pub summary: Words,
    pub audience: Words,
    pub description: Words,
    /// What a learner will be able to do, in each language in the same order.
    pub objectives: BTreeMap<Language, Vec<String>>,
    pub modules: Vec<Module>,
}

/// A part of a course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Module {
    pub key: String,
    pub title: Words,
    /// In reading order; a knowledge check or the final test comes where it stands.
    pub activities: Vec<Activity>,
}

crate::text_enum::text_enum! {
    /// What a learner does in an activity.
    pub enum ActivityKind {
        Lesson => "lesson",
        /// A module's knowledge check: every question, with feedback.
        Check => "check",
        /// Questions drawn from the bank, at the course's end.
        FinalTest => "final-test",
    }
}

/// One step of a course. Its key is unique in the course and is its address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    pub key: String,
    pub kind: ActivityKind,
    pub title: Words,
    /// Honest time for it, in minutes.
    pub minutes: u16,
    /// The lesson's text; empty for quizzes.
    pub html: Words,
    pub quiz: Option<Quiz>,
}

/// The questions of a knowledge check or of the final test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiz {
    /// Percent of the questions that must be right.
    pub pass: u8,
    /// How many questions an attempt draws; None asks them all, in their order.
    pub draw: Option<u16>,
    pub questions: Vec<Question>,
}

crate::text_enum::text_enum! {
    /// How a question is answered.
    pub enum QuestionKind { Single => "single", Multiple => "multiple", TrueFalse => "truefalse" }
}

/// One question, with its options in the order in which they are shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub key: String,
    pub kind: QuestionKind,
    pub html: Words,
    pub options: Vec<AnswerOption>,
}

/// One possible answer, and what is said to whoever chose it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerOption {
    pub html: Words,
    pub feedback: Words,
    pub right: bool,
}

impl CourseContent {
    /// Every activity with its module's place, in order.
    pub fn activities(&self) -> impl Iterator<Item = (usize, &Activity)> {
        self.modules
            .iter()
            .enumerate()
            .flat_map(|(place, module)| module.activities.iter().map(move |activity| (place, activity)))
    }

    /// The activity with this key.
    #[must_use]
    pub fn find_activity(&self, key: &str) -> Option<&Activity> {
        self.activities().map(|(_, activity)| activity).find(|activity| activity.key == key)
    }

    /// The activities before and after the one with this key.
    #[must_use]
    pub fn neighbours(&self, key: &str) -> (Option<&Activity>, Option<&Activity>) {
        let all: Vec<_> = self.activities().map(|(_, activity)| activity).collect();
        let Some(place) = all.iter().position(|activity| activity.key == key) else { return (None, None) };
        (place.checked_sub(1).and_then(|i| all.get(i)).copied(), all.get(place + 1).copied())
    }

    /// Whether there is anything to do online: an outline has none, and its editions are recorded by staff.
    #[must_use]
    pub fn is_outline(&self) -> bool {
        self.activities().next().is_none()
    }
}

/// A course in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseCard {
    pub slug: String,
    pub title: String,
    pub summary: String,
    pub hours: u16,
    pub languages: Vec<Language>,
    /// Lessons are not online yet.
    pub outline: bool,
    /// The edition that a visitor would join: open first, then the next to begin.
    pub next_edition: Option<crate::edition::EditionCard>,
}

/// A course's own page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseView {
    pub slug: String,
    pub title: String,
    pub short_title: String,
    pub summary: String,
    pub audience: String,
    pub description_html: String,
    pub objectives: Vec<String>,
    pub hours: u16,
    pub languages: Vec<Language>,
    pub modules: Vec<ModuleCard>,
    pub editions: Vec<crate::edition::EditionCard>,
    pub outline: bool,
}

/// A module on the course's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModuleCard {
    pub title: String,
    /// Titles of its activities.
    pub activities: Vec<String>,
    pub minutes: u32,
}
