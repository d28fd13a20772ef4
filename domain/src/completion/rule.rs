//! The rule that an edition pins: a small tree, written in `course.yaml`, stored with the edition, read out in words.

use serde::{Deserialize, Serialize};

use super::{Progress, Remaining};
use crate::course::{ActivityKind, CourseContent};
use crate::error::UnknownWord;
use crate::quiz::Grade;

/// What somebody must have done to have completed an edition. Stored and written as JSON or YAML of the same form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType))]
#[cfg_attr(feature = "orm", sea_orm(value_type = "String"))]
pub enum Rule {
    /// Every lesson and worksheet is done.
    Lessons,
    /// Every knowledge check is passed.
    Checks,
    /// The final test is passed.
    FinalTest,
    /// The closing survey is given.
    Survey,
    /// Recorded by the people who run the edition: a workshop's list, a roster.
    Recorded,
    /// That quiz reached the grade, in percent; without one, its own pass mark.
    Quiz {
        key: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        grade: Option<u8>,
    },
    /// That assignment was graded at least so, in percent; without a grade, its own pass mark.
    Assignment {
        key: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        grade: Option<u8>,
    },
    /// At least so many sessions were attended.
    Attendance(u8),
    /// The weighted grade of everything that is graded, in percent; what was not tried counts as nothing.
    FinalGrade(u8),
    All(Vec<Rule>),
    /// At least so many of these.
    Some {
        least: u8,
        of: Vec<Rule>,
    },
}

impl Rule {
    /// Every lesson, every check, the final test: what most courses ask for, in one word.
    #[must_use]
    pub fn full() -> Self {
        Self::All(vec![Self::Lessons, Self::Checks, Self::FinalTest])
    }

    /// Whether completion is only ever recorded by people.
    #[must_use]
    pub fn is_recorded(&self) -> bool {
        *self == Self::Recorded
    }

    /// Whether sessions attended count in it anywhere.
    #[must_use]
    pub fn asks_attendance(&self) -> bool {
        match self {
            Self::Attendance(_) => true,
            Self::All(of) | Self::Some { of, .. } => of.iter().any(Self::asks_attendance),
            _ => false,
        }
    }

    /// Whether this rule can ever be met with that content. A part that the content has nothing for (no checks, say) asks
    /// for nothing beside others; a rule that asks for nothing at all would train everybody.
    #[must_use]
    pub fn fits(&self, content: &CourseContent) -> bool {
        let has = |kind| content.of_kind(kind).next().is_some();
        match self {
            Self::Recorded => true,
            Self::Lessons => has(ActivityKind::Lesson) || has(ActivityKind::Worksheet),
            Self::Checks => has(ActivityKind::Check),
            Self::FinalTest => has(ActivityKind::FinalTest),
            Self::Survey => has(ActivityKind::Survey),
            Self::Quiz { key, grade } => {
                grade.is_none_or(is_percent)
                    && content.find_activity(key).is_some_and(|found| found.kind.is_graded() && found.quiz().is_some())
            }
            Self::Assignment { key, grade } => {
                grade.is_none_or(is_percent)
                    && content.find_activity(key).is_some_and(|found| found.assignment().is_some())
            }
            Self::Attendance(least) => *least > 0,
            Self::FinalGrade(grade) => {
                is_percent(*grade) && content.activities().any(|(_, activity)| activity.kind.is_graded())
            }
            // Of an aggregate at least one part must ask for something; named parts must exist.
            Self::All(parts) => {
                // Each part is asked once: asking twice would double the work at every level of nesting.
                let mut asks = false;
                for part in parts {
                    if part.fits(content) {
                        asks = true;
                    } else if !part.is_sweeping() {
                        return false;
                    }
                }
                asks
            }
            Self::Some { least, of } => {
                *least > 0 && usize::from(*least) <= of.len() && of.iter().all(|part| part.fits(content))
            }
        }
    }

    /// Whether it speaks of all activities of a kind, of which a course may have none.
    pub(super) const fn is_sweeping(&self) -> bool {
        matches!(self, Self::Lessons | Self::Checks | Self::FinalTest | Self::Survey)
    }

    /// What the rule still asks of somebody with this progress, in the order of the course. Empty means: met.
    #[must_use]
    pub fn remaining(&self, content: &CourseContent, progress: &Progress) -> Vec<Remaining> {
        if progress.completed {
            return Vec::new();
        }
        if !self.fits(content) {
            return vec![Remaining::ToBeRecorded];
        }
        let mut remaining = self.asks(content, progress);
        let place = |one: &Remaining| {
            one.key()
                .and_then(|key| content.activities().position(|(_, activity)| activity.key == key))
                .unwrap_or(usize::MAX)
        };
        remaining.sort_by_key(place);
        remaining.dedup();
        remaining
    }

    /// Whether the rule is met.
    #[must_use]
    pub fn is_met(&self, content: &CourseContent, progress: &Progress) -> bool {
        self.remaining(content, progress).is_empty()
    }

    fn asks(&self, content: &CourseContent, progress: &Progress) -> Vec<Remaining> {
        let undone = |kind: ActivityKind| {
            content
                .of_kind(kind)
                .filter(|activity| !progress.is_done(&activity.key))
                .map(|activity| activity.key.clone())
        };
        let quiz = |key: String, pass: u8| Remaining::Quiz {
            best: progress.grades.get(&key).map(|grade| grade.percent()),
            attempts_left: progress.attempts_left(content, &key),
            key,
            pass,
        };
        match self {
            Self::Recorded => vec![Remaining::ToBeRecorded],
            Self::Lessons => content
                .activities()
                .map(|(_, activity)| activity)
                .filter(|activity| activity.kind.is_lesson() && !progress.is_done(&activity.key))
                .map(|activity| Remaining::Lesson { key: activity.key.clone() })
                .collect(),
            Self::Checks | Self::FinalTest => {
                let kind = if *self == Self::Checks { ActivityKind::Check } else { ActivityKind::FinalTest };
                undone(kind)
                    .map(|key| {
                        let pass = pass_of(content, &key);
                        quiz(key, pass)
                    })
                    .collect()
            }
            Self::Survey => undone(ActivityKind::Survey).map(|key| Remaining::Survey { key }).collect(),
            Self::Quiz { key, grade } => {
                let pass = grade.unwrap_or_else(|| pass_of(content, key));
                let met = progress.reaches(key, pass) || (grade.is_none() && progress.is_done(key));
                if met { Vec::new() } else { vec![quiz(key.clone(), pass)] }
            }
            Self::Assignment { key, grade } => {
                let pass = grade.unwrap_or_else(|| pass_of(content, key));
                if progress.reaches(key, pass) {
                    return Vec::new();
                }
                vec![Remaining::Assignment {
                    key: key.clone(),
                    grade: progress.grades.get(key).map(|grade| grade.percent()),
                    pass,
                    waiting: progress.handed_in.contains(key),
                }]
            }
            Self::Attendance(least) if progress.attended >= u16::from(*least) => Vec::new(),
            Self::Attendance(least) => vec![Remaining::Attendance { attended: progress.attended, least: *least }],
            Self::FinalGrade(pass) => {
                let grade = final_grade(content, progress);
                if grade.reaches(*pass) {
                    Vec::new()
                } else {
                    vec![Remaining::FinalGrade { grade: grade.percent(), pass: *pass }]
                }
            }
            Self::All(parts) => parts.iter().flat_map(|part| part.asks(content, progress)).collect(),
            Self::Some { least, of } => {
                let open: Vec<_> =
                    of.iter().map(|part| part.asks(content, progress)).filter(|asks| !asks.is_empty()).collect();
                let met = of.len() - open.len();
                match usize::from(*least).checked_sub(met) {
                    None | Some(0) => Vec::new(),
                    Some(more) => vec![Remaining::Choice { more: u8::try_from(more).unwrap_or(u8::MAX), of: open }],
                }
            }
        }
    }
}

const fn is_percent(grade: u8) -> bool {
    grade >= 1 && grade <= 100
}

pub(super) fn pass_of(content: &CourseContent, key: &str) -> u8 {
    content.find_activity(key).and_then(|activity| activity.pass()).unwrap_or(100)
}

/// The weighted mean of everything that is graded; what was not tried counts as nothing.
#[must_use]
pub fn final_grade(content: &CourseContent, progress: &Progress) -> Grade {
    let graded = content.activities().map(|(_, activity)| activity).filter(|activity| activity.kind.is_graded());
    Grade::mean(
        graded.map(|activity| (progress.grades.get(&activity.key).copied().unwrap_or(Grade::NONE), activity.weight)),
    )
    .unwrap_or(Grade::NONE)
}

impl std::fmt::Display for Rule {
    /// The stored form: JSON.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&serde_json::to_string(self).map_err(|_| std::fmt::Error)?)
    }
}

impl std::str::FromStr for Rule {
    type Err = UnknownWord;
    /// A bare word (`full`, `final-test`, `recorded`, …) or JSON.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if text == "full" {
            return Ok(Self::full());
        }
        serde_json::from_str(text)
            .or_else(|_| serde_json::from_value(serde_json::Value::String(text.to_owned())))
            .map_err(|_| UnknownWord(text.to_owned()))
    }
}
