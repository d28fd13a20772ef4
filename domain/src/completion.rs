//! Completion: when somebody has been trained. An edition pins its rule; "what remains" is read off the same rule.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::course::{ActivityKind, CourseContent};
use crate::quiz::Score;

crate::text_enum::text_enum! {
    /// The kinds of rule that an edition can pin.
    pub enum CompletionKind {
        /// Every lesson finished, every knowledge check and the final test passed.
        Full => "full",
        /// The final test passed, however it was prepared for.
        FinalTest => "final-test",
        /// Recorded by the people who run the edition: a workshop's list, a roster.
        Recorded => "recorded",
    }
}

/// What one learner has done in one edition.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// Keys of the activities that are done: lessons finished, quizzes passed.
    pub done: Vec<String>,
    /// The best score in each quiz that was tried.
    pub best: BTreeMap<String, Score>,
    /// The completion was recorded or already reached. It is never taken away by a rule (counting rule 4).
    pub completed: bool,
}

/// One thing that the rule still asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Remaining {
    /// Finish this lesson.
    Lesson { key: String },
    /// Pass this quiz: `best` percent was reached, `pass` is needed.
    Quiz { key: String, best: Option<u8>, pass: u8 },
    /// The people who run the edition record completion.
    ToBeRecorded,
}

impl CompletionKind {
    /// Whether this rule can ever be met with that content; a rule that asks for nothing would train everybody.
    #[must_use]
    pub fn fits(self, content: &CourseContent) -> bool {
        match self {
            Self::Recorded => true,
            Self::Full => !content.is_outline(),
            Self::FinalTest => content.activities().any(|(_, activity)| activity.kind == ActivityKind::FinalTest),
        }
    }

    /// What the rule still asks of somebody with this progress, in the order of the course. Empty means: met.
    #[must_use]
    pub fn remaining(self, content: &CourseContent, progress: &Progress) -> Vec<Remaining> {
        if progress.completed {
            return Vec::new();
        }
        if self == Self::Recorded || !self.fits(content) {
            return vec![Remaining::ToBeRecorded];
        }
        content
            .activities()
            .map(|(_, activity)| activity)
            .filter(|activity| self == Self::Full || activity.kind == ActivityKind::FinalTest)
            .filter(|activity| !progress.done.contains(&activity.key))
            .map(|activity| match &activity.quiz {
                Some(quiz) => Remaining::Quiz {
                    key: activity.key.clone(),
                    best: progress.best.get(&activity.key).map(|score| score.percent()),
                    pass: quiz.pass,
                },
                None => Remaining::Lesson { key: activity.key.clone() },
            })
            .collect()
    }

    /// Whether the rule is met.
    #[must_use]
    pub fn is_met(self, content: &CourseContent, progress: &Progress) -> bool {
        self.remaining(content, progress).is_empty()
    }
}

/// Done activities in percent of all, rounded down; 100 only when everything is done.
#[must_use]
pub fn percent(content: &CourseContent, progress: &Progress) -> u8 {
    let all = content.activities().count();
    if progress.completed && all == 0 {
        return 100;
    }
    let done = content.activities().filter(|(_, activity)| progress.done.contains(&activity.key)).count();
    u8::try_from((done * 100).checked_div(all).unwrap_or(0)).unwrap_or(100)
}

/// A line of the "what remains" panel, in the reader's language: the same for learner and instructor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemainingView {
    pub remaining: Remaining,
    /// The activity's title; empty where there is none.
    pub title: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::{Activity, Module, Quiz};
    use crate::language::Words;
    use proptest::prelude::*;

    fn content(lessons: usize, with_test: bool) -> CourseContent {
        let activity = |key: String, kind, quiz| Activity {
            key,
            kind,
            title: Words::default(),
            minutes: 1,
            html: Words::default(),
            quiz,
        };
        let mut activities: Vec<_> =
            (0..lessons).map(|i| activity(format!("l{i}"), ActivityKind::Lesson, None)).collect();
        if with_test {
            let quiz = Quiz { pass: 70, draw: None, questions: Vec::new() };
            activities.push(activity("final-test".into(), ActivityKind::FinalTest, Some(quiz)));
        }
        CourseContent {
            hours: 1,
            languages: Vec::new(),
            completion: CompletionKind::Full,
            title: Words::default(),
            short_title: Words::default(),
            summary: Words::default(),
            audience: Words::default(),
            description: Words::default(),
            objectives: BTreeMap::new(),
            modules: vec![Module { key: "m".into(), title: Words::default(), activities }],
        }
    }

    #[test]
    fn an_outline_trains_nobody_by_itself() {
        let outline = content(0, false);
        for kind in CompletionKind::ALL {
            assert!(!kind.is_met(&outline, &Progress::default()), "{kind}");
        }
        assert!(!CompletionKind::Full.fits(&outline));
    }

    #[test]
    fn what_remains_names_the_best_try_and_the_mark() {
        let content = content(1, true);
        let progress = Progress {
            done: vec!["l0".into()],
            best: BTreeMap::from([("final-test".into(), Score { right: 3, asked: 5 })]),
            completed: false,
        };
        assert_eq!(
            CompletionKind::Full.remaining(&content, &progress),
            [Remaining::Quiz { key: "final-test".into(), best: Some(60), pass: 70 }]
        );
    }

    #[test]
    fn a_reached_completion_outlives_its_rule() {
        let progress = Progress { completed: true, ..Progress::default() };
        assert!(CompletionKind::Full.is_met(&content(5, true), &progress));
    }

    proptest! {
        #[test]
        fn completion_is_monotone_and_independent_of_order(lessons in 1_usize..12, done in proptest::collection::vec(0_usize..12, 0..12)) {
            let content = content(lessons, false);
            let mut progress = Progress::default();
            let mut met = false;
            for place in &done {
                progress.done.push(format!("l{place}"));
                let now = CompletionKind::Full.is_met(&content, &progress);
                prop_assert!(now || !met, "an act took a completion away");
                met = now;
            }
            let mut reversed = progress.clone();
            reversed.done.reverse();
            prop_assert_eq!(CompletionKind::Full.is_met(&content, &reversed), met);
            let all = (0..lessons).all(|i| done.contains(&i));
            prop_assert_eq!(met, all);
        }
    }
}
