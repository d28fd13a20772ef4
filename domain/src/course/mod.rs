//! A course's content: one immutable document a version, with every language inside.

mod changes;
mod plain;
mod task;
mod views;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::completion::Rule;
use crate::language::{Language, Words};
use crate::quiz::Quiz;

pub use changes::{ActivityChange, Change, changes};
pub use plain::words_only;
pub use task::{
    Assignment, Criterion, FileKind, FileRules, Level, Survey, SurveyKind, SurveyQuestion, Task, WorksheetField,
};
pub use views::{CourseCard, CourseView, ModuleCard};

/// Everything that one content version of a course holds. Texts are rendered, sanitised HTML.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseContent {
    /// Stated learning time.
    pub hours: u16,
    pub languages: Vec<Language>,
    pub completion: Rule,
    pub title: Words,
    pub short_title: Words,
    pub summary: Words,
    pub audience: Words,
    pub description: Words,
    /// What a learner will be able to do, in each language in the same order.
    pub objectives: BTreeMap<Language, Vec<String>>,
    pub modules: Vec<Module>,
    /// In the order of the first language's file.
    pub glossary: Vec<Term>,
}

/// A part of a course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Module {
    pub key: String,
    pub title: Words,
    /// In reading order; quizzes and the survey come where they stand.
    pub activities: Vec<Activity>,
}

/// A term of the glossary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    pub key: String,
    pub title: Words,
    /// The definition.
    pub html: Words,
}

crate::text_enum::text_enum! {
    /// What a learner does in an activity.
    pub enum ActivityKind {
        /// The questions before the course, to measure what it adds. Never graded.
        PreTest => "pre-test",
        Lesson => "lesson",
        /// Fields to fill in and keep.
        Worksheet => "worksheet",
        /// A module's knowledge check: every question, with feedback.
        Check => "check",
        /// Work that an instructor grades by a rubric.
        Assignment => "assignment",
        /// Questions drawn from the bank, at the course's end.
        FinalTest => "final-test",
        /// The pre-test's equivalent, after the course.
        PostTest => "post-test",
        /// What learners think of the course.
        Survey => "survey",
    }
}

impl ActivityKind {
    /// Whether it is read or filled in, and the learner says when it is done.
    #[must_use]
    pub const fn is_lesson(self) -> bool {
        matches!(self, Self::Lesson | Self::Worksheet)
    }

    /// Whether it measures the course and not the learner: once, at the course's edge.
    #[must_use]
    pub const fn is_edge_test(self) -> bool {
        matches!(self, Self::PreTest | Self::PostTest)
    }

    /// Whether its grade is part of the final grade.
    #[must_use]
    pub const fn is_graded(self) -> bool {
        matches!(self, Self::Check | Self::Assignment | Self::FinalTest)
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
    /// The text; empty for quizzes and the survey. A language that it lacks shows the course's first.
    pub html: Words,
    /// Due at the end of this week of the edition, from 1; None: the edition's last day.
    #[serde(default)]
    pub week: Option<u8>,
    /// Its share in the final grade, where it is graded.
    #[serde(default = "one")]
    pub weight: u8,
    #[serde(default)]
    pub task: Task,
}

const fn one() -> u8 {
    1
}

impl Activity {
    /// Its questions, where it is a quiz.
    #[must_use]
    pub const fn quiz(&self) -> Option<&Quiz> {
        if let Task::Quiz(quiz) = &self.task { Some(quiz) } else { None }
    }

    /// What is handed in, where it is an assignment.
    #[must_use]
    pub const fn assignment(&self) -> Option<&Assignment> {
        if let Task::Assignment(assignment) = &self.task { Some(assignment) } else { None }
    }

    /// Its fields, where it is a worksheet.
    #[must_use]
    pub const fn worksheet(&self) -> Option<&Vec<WorksheetField>> {
        if let Task::Worksheet(fields) = &self.task { Some(fields) } else { None }
    }

    /// Its questions, where it is the survey.
    #[must_use]
    pub const fn survey(&self) -> Option<&Survey> {
        if let Task::Survey(survey) = &self.task { Some(survey) } else { None }
    }

    /// The mark that passes it, in percent, where it is graded.
    #[must_use]
    pub fn pass(&self) -> Option<u8> {
        match &self.task {
            Task::Quiz(quiz) if self.kind.is_graded() => Some(quiz.pass),
            Task::Assignment(assignment) => Some(assignment.pass),
            _ => None,
        }
    }

    /// Whether the language has it; if not, the original is shown and marked.
    #[must_use]
    pub fn is_in(&self, language: Language) -> bool {
        self.title.0.contains_key(&language)
    }
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

    /// The activities of one kind, in order.
    pub fn of_kind(&self, kind: ActivityKind) -> impl Iterator<Item = &Activity> {
        self.activities().map(|(_, activity)| activity).filter(move |activity| activity.kind == kind)
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
