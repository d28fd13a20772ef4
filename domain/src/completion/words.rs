//! A rule as it is read out: the same tree, with what its words need in the reader's language. The words are the pages'.

use serde::{Deserialize, Serialize};

use super::Rule;
use super::rule::pass_of;
use crate::course::{ActivityKind, CourseContent};
use crate::language::Language;

/// One line of a rule, with the lines under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum RuleLine {
    /// Every lesson and worksheet, of which there are so many.
    Lessons {
        count: u32,
    },
    /// Every knowledge check.
    Checks {
        count: u32,
    },
    /// The final test, with so many percent.
    FinalTest {
        pass: u8,
    },
    Survey,
    Recorded,
    /// The activity of this title, with so many percent.
    Quiz {
        title: String,
        pass: u8,
    },
    /// The same, for work that is handed in.
    Assignment {
        title: String,
        pass: u8,
    },
    /// So many sessions.
    Attendance {
        least: u8,
    },
    /// A final grade, in percent.
    FinalGrade {
        pass: u8,
    },
    All {
        of: Vec<RuleLine>,
    },
    /// At least so many of these.
    Some {
        least: u8,
        of: Vec<RuleLine>,
    },
}

impl RuleLine {
    /// The rule, read with the content that an edition pins. A part that asks for nothing there is not read out, and one that
    /// can never be met reads as what it means: that people record completion.
    #[must_use]
    pub fn of(rule: &Rule, content: &CourseContent, language: Language) -> Self {
        if !rule.fits(content) {
            return Self::Recorded;
        }
        let count = |fits: &dyn Fn(ActivityKind) -> bool| {
            let all = content.activities().filter(|(_, activity)| fits(activity.kind)).count();
            u32::try_from(all).unwrap_or(u32::MAX)
        };
        let title = |key: &str| {
            content.find_activity(key).map_or_else(String::new, |activity| activity.title.get(language).to_owned())
        };
        match rule {
            Rule::Lessons => Self::Lessons { count: count(&ActivityKind::is_lesson) },
            Rule::Checks => Self::Checks { count: count(&|kind| kind == ActivityKind::Check) },
            Rule::FinalTest => {
                let pass = content.of_kind(ActivityKind::FinalTest).next().and_then(|test| test.pass());
                Self::FinalTest { pass: pass.unwrap_or(100) }
            }
            Rule::Survey => Self::Survey,
            Rule::Recorded => Self::Recorded,
            Rule::Quiz { key, grade } => {
                Self::Quiz { title: title(key), pass: grade.unwrap_or_else(|| pass_of(content, key)) }
            }
            Rule::Assignment { key, grade } => {
                Self::Assignment { title: title(key), pass: grade.unwrap_or_else(|| pass_of(content, key)) }
            }
            Rule::Attendance(least) => Self::Attendance { least: *least },
            Rule::FinalGrade(pass) => Self::FinalGrade { pass: *pass },
            Rule::All(parts) => {
                let mut lines: Vec<Self> = parts
                    .iter()
                    .filter(|part| part.fits(content))
                    .map(|part| Self::of(part, content, language))
                    .collect();
                if lines.len() == 1 { lines.remove(0) } else { Self::All { of: lines } }
            }
            Rule::Some { least, of } => {
                Self::Some { least: *least, of: of.iter().map(|part| Self::of(part, content, language)).collect() }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{content, lesson, whole};
    use super::*;

    #[test]
    fn a_rule_is_read_out_with_the_content_that_it_is_about() {
        let essay = Rule::Assignment { key: "essay".into(), grade: None };
        let rule = Rule::All(vec![
            Rule::Lessons,
            Rule::Some { least: 1, of: vec![essay, Rule::Attendance(2)] },
            Rule::FinalTest,
        ]);
        let lines = RuleLine::of(&rule, &whole(), Language::En);
        let RuleLine::All { of } = lines else { panic!("{lines:?}") };
        assert_eq!(of[0], RuleLine::Lessons { count: 3 });
        assert!(matches!(&of[1], RuleLine::Some { least: 1, of } if of[1] == RuleLine::Attendance { least: 2 }));
        assert_eq!(of[2], RuleLine::FinalTest { pass: 70 });
    }

    #[test]
    fn what_a_course_lacks_is_not_read_out() {
        let reading = content(vec![lesson("l0")]);
        assert_eq!(RuleLine::of(&Rule::full(), &reading, Language::Es), RuleLine::Lessons { count: 1 });
        assert_eq!(RuleLine::of(&Rule::FinalTest, &reading, Language::Es), RuleLine::Recorded);
    }
}
