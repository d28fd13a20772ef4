//! Completion: when somebody has been trained. An edition pins its rule; "what remains" is read off the same rule.

mod change;
mod rule;
mod views;
mod words;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::course::CourseContent;
use crate::language::Language;
use crate::quiz::Grade;

pub use change::{PART_MOST, RuleForm, RuleParts};
pub use rule::{Rule, final_grade};
pub use views::{PreviewFilter, PreviewQuery, PreviewRow, RuleChange, RulePreview};
pub use words::RuleLine;

/// What one learner has done in one edition. Everything here only grows, so that an act never takes a completion away.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// Keys of the activities that are done: lessons finished, quizzes passed, assignments graded at their mark, the survey given.
    pub done: BTreeSet<String>,
    /// The highest grade that ever stood in each quiz and assignment.
    pub grades: BTreeMap<String, Grade>,
    /// How many attempts at each quiz were handed in.
    pub attempts: BTreeMap<String, u16>,
    /// Attempts granted beyond those that a quiz allows.
    pub extra_attempts: BTreeMap<String, u16>,
    /// Assignments that wait for a grade.
    pub handed_in: BTreeSet<String>,
    /// Sessions attended.
    pub attended: u16,
    /// The completion was recorded or already reached. It is never taken away by a rule (counting rule 4).
    pub completed: bool,
}

impl Progress {
    /// Whether the activity is done.
    #[must_use]
    pub fn is_done(&self, key: &str) -> bool {
        self.done.contains(key)
    }

    /// Whether the activity's grade ever stood at `pass` percent.
    #[must_use]
    pub fn reaches(&self, key: &str, pass: u8) -> bool {
        self.grades.get(key).is_some_and(|grade| grade.reaches(pass))
    }

    /// Attempts at a quiz that are left, with those granted beyond its limit; None where there is no limit.
    #[must_use]
    pub fn attempts_left(&self, content: &CourseContent, key: &str) -> Option<u16> {
        let most = content.find_activity(key)?.quiz()?.attempts?;
        let of = |map: &BTreeMap<String, u16>| map.get(key).copied().unwrap_or(0);
        Some(most.saturating_add(of(&self.extra_attempts)).saturating_sub(of(&self.attempts)))
    }
}

/// One thing that the rule still asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Remaining {
    /// Finish this lesson or worksheet.
    Lesson { key: String },
    /// Pass this quiz: `best` percent was reached, `pass` is needed.
    Quiz { key: String, best: Option<u8>, pass: u8, attempts_left: Option<u16> },
    /// Hand this in, or wait for its grade: `pass` percent is needed.
    Assignment { key: String, grade: Option<u8>, pass: u8, waiting: bool },
    /// Give this survey.
    Survey { key: String },
    /// Attend sessions.
    Attendance { attended: u16, least: u8 },
    /// Raise the final grade, in percent.
    FinalGrade { grade: u8, pass: u8 },
    /// So many more of these.
    Choice { more: u8, of: Vec<Vec<Remaining>> },
    /// The people who run the edition record completion.
    ToBeRecorded,
}

impl Remaining {
    /// The activity that it speaks of.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::Lesson { key } | Self::Quiz { key, .. } | Self::Assignment { key, .. } | Self::Survey { key } => {
                Some(key)
            }
            Self::Attendance { .. } | Self::FinalGrade { .. } | Self::Choice { .. } | Self::ToBeRecorded => None,
        }
    }
}

/// Done activities in percent of all, rounded down; 100 only when everything is done.
#[must_use]
pub fn percent(content: &CourseContent, progress: &Progress) -> u8 {
    let all = content.activities().count();
    if progress.completed && all == 0 {
        return 100;
    }
    let done = content.activities().filter(|(_, activity)| progress.is_done(&activity.key)).count();
    u8::try_from((done * 100).checked_div(all).unwrap_or(0)).unwrap_or(100)
}

/// How many steps these are: a choice counts as many as are still missing of it.
#[must_use]
pub fn steps(remaining: &[Remaining]) -> u32 {
    let step = |one: &Remaining| if let Remaining::Choice { more, .. } = one { u32::from(*more) } else { 1 };
    remaining.iter().map(step).sum()
}

/// A line of the "what remains" panel, in the reader's language: the same for learner and instructor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemainingView {
    pub remaining: Remaining,
    /// Titles of the activities that it speaks of, by key.
    pub titles: BTreeMap<String, String>,
    /// Their modules' places, from 1, by key.
    #[serde(default)]
    pub modules: BTreeMap<String, u32>,
}

impl RemainingView {
    /// What `rule` still asks, with the titles and places of what it speaks of. Empty means: met.
    #[must_use]
    pub fn all(content: &CourseContent, rule: &Rule, progress: &Progress, language: Language) -> Vec<Self> {
        let view = |remaining: Remaining| {
            let mut view = Self { remaining, titles: BTreeMap::new(), modules: BTreeMap::new() };
            for key in keys(&view.remaining) {
                let found = content.activities().find(|(_, activity)| activity.key == key);
                let Some((place, activity)) = found else { continue };
                view.titles.insert(key.clone(), activity.title.get(language).to_owned());
                view.modules.insert(key, u32::try_from(place + 1).unwrap_or(u32::MAX));
            }
            view
        };
        rule.remaining(content, progress).into_iter().map(view).collect()
    }
}

/// The activities that it speaks of, those of its choices too.
fn keys(of: &Remaining) -> Vec<String> {
    match of {
        Remaining::Choice { of, .. } => of.iter().flatten().flat_map(keys).collect(),
        one => one.key().map(str::to_owned).into_iter().collect(),
    }
}
