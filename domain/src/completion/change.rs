//! Changing an edition's rule: what the form holds, and what a change would mean before anything is written.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Rule;
use crate::course::{Activity, CourseContent};
use crate::error::{Code, Refusal, Wrong};
use crate::language::Language;

/// Most parts that a rule may have in all, nested ones too: a longer one could not be read by anybody.
pub const PART_MOST: usize = 200;

const LESSONS: &str = "lessons";
const CHECKS: &str = "checks";
const FINAL_TEST: &str = "final-test";
const SURVEY: &str = "survey";
const ATTENDANCE: &str = "attendance";
const FINAL_GRADE: &str = "final-grade";
/// Activities are named by kind and key, so that a quiz of the key `final-test` is not mistaken for the word.
const QUIZ: &str = "quiz-";
const ASSIGNMENT: &str = "assignment-";

/// The common shapes of a rule as a form: some parts, all of them or at least so many.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleForm {
    #[serde(default)]
    pub edition: String,
    /// The chosen parts' words.
    #[serde(default)]
    pub parts: Vec<String>,
    /// The grade or number of a part, as typed, by its word.
    #[serde(default)]
    pub numbers: BTreeMap<String, String>,
    /// `all` or `some`.
    #[serde(default)]
    pub how: String,
    /// How many of the chosen, where it is `some`.
    #[serde(default)]
    pub least: String,
}

impl RuleForm {
    /// The rule that was chosen.
    ///
    /// # Errors
    /// `Invalid` naming `parts`, `least`, or `number:<part>` with `NumberInvalid`.
    pub fn checked(&self, content: &CourseContent) -> Result<Rule, Refusal> {
        let mut wrong = Wrong::default();
        let mut rules: Vec<Rule> = self.parts.iter().filter_map(|word| self.part(word, &mut wrong)).collect();
        if self.parts.is_empty() {
            wrong.note("parts", Code::Required);
        }
        let mut least = None;
        if self.how == "some" {
            least = wrong.parse::<u8>("least", &self.least, Code::NumberInvalid);
            if least.is_some_and(|least| least == 0 || usize::from(least) > self.parts.len()) {
                wrong.note("least", Code::NumberInvalid);
            }
        }
        wrong.done()?;
        let rule = match least {
            Some(least) => Rule::Some { least, of: rules },
            None if rules.len() == 1 => rules.remove(0),
            None => Rule::All(rules),
        };
        fitting(rule, content, "parts")
    }

    fn part(&self, word: &str, wrong: &mut Wrong) -> Option<Rule> {
        let typed = self.numbers.get(word).map_or("", |text| text.trim());
        let name = format!("number:{word}");
        let mut number = |required: bool, most: u8| {
            if typed.is_empty() && !required {
                return None;
            }
            let number = wrong.parse::<u8>(&name, typed, Code::NumberInvalid);
            if number.is_some_and(|number| number == 0 || number > most) {
                wrong.note(&name, Code::NumberInvalid);
            }
            number
        };
        let rule = match word {
            LESSONS => Rule::Lessons,
            CHECKS => Rule::Checks,
            FINAL_TEST => Rule::FinalTest,
            SURVEY => Rule::Survey,
            ATTENDANCE => Rule::Attendance(number(true, u8::MAX)?),
            FINAL_GRADE => Rule::FinalGrade(number(true, 100)?),
            _ => {
                if let Some(key) = word.strip_prefix(QUIZ) {
                    Rule::Quiz { key: key.to_owned(), grade: number(false, 100) }
                } else if let Some(key) = word.strip_prefix(ASSIGNMENT) {
                    Rule::Assignment { key: key.to_owned(), grade: number(false, 100) }
                } else {
                    wrong.note("parts", Code::ChoiceUnknown);
                    return None;
                }
            }
        };
        Some(rule)
    }

    /// The form that gives this rule; None when it is nested more deeply than the form can say.
    #[must_use]
    pub fn of(rule: &Rule) -> Option<Self> {
        let mut form = Self { how: "all".into(), ..Self::default() };
        let parts = match rule {
            Rule::All(parts) => parts.as_slice(),
            Rule::Some { least, of } => {
                form.how = "some".into();
                form.least = least.to_string();
                of.as_slice()
            }
            one => std::slice::from_ref(one),
        };
        for part in parts {
            let (word, number) = match part {
                Rule::Lessons => (LESSONS.to_owned(), None),
                Rule::Checks => (CHECKS.to_owned(), None),
                Rule::FinalTest => (FINAL_TEST.to_owned(), None),
                Rule::Survey => (SURVEY.to_owned(), None),
                Rule::Attendance(least) => (ATTENDANCE.to_owned(), Some(*least)),
                Rule::FinalGrade(pass) => (FINAL_GRADE.to_owned(), Some(*pass)),
                Rule::Quiz { key, grade } => (format!("{QUIZ}{key}"), *grade),
                Rule::Assignment { key, grade } => (format!("{ASSIGNMENT}{key}"), *grade),
                Rule::Recorded | Rule::All(_) | Rule::Some { .. } => return None,
            };
            form.numbers.extend(number.map(|number| (word.clone(), number.to_string())));
            form.parts.push(word);
        }
        Some(form)
    }
}

/// # Errors
/// `Invalid` naming `field` with `RuleImpossible` when no content of that kind could ever meet the rule, or with `TooLong`.
fn fitting(rule: Rule, content: &CourseContent, field: &str) -> Result<Rule, Refusal> {
    if rule.size() > PART_MOST {
        return Err(Refusal::field(field, Code::TooLong));
    }
    if rule.fits(content) { Ok(rule) } else { Err(Refusal::field(field, Code::RuleImpossible)) }
}

impl Rule {
    /// The rule itself when it can be met with that content.
    ///
    /// # Errors
    /// `Invalid` naming `field`.
    pub fn fitting(self, content: &CourseContent, field: &str) -> Result<Self, Refusal> {
        fitting(self, content, field)
    }

    /// How many parts it has, nested ones too.
    #[must_use]
    pub fn size(&self) -> usize {
        match self {
            Self::All(of) | Self::Some { of, .. } => 1 + of.iter().map(Self::size).sum::<usize>(),
            _ => 1,
        }
    }
}

/// What a rule can be made of with an edition's content, for the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleParts {
    /// Words of the parts that stand for all of a kind, as far as the content has any.
    pub sweeping: Vec<String>,
    /// (word, title, own pass mark) of each graded activity, in the order of the course.
    pub graded: Vec<(String, String, u8)>,
}

impl RuleParts {
    /// What this content offers.
    #[must_use]
    pub fn of(content: &CourseContent, language: Language) -> Self {
        let all =
            [(LESSONS, Rule::Lessons), (CHECKS, Rule::Checks), (FINAL_TEST, Rule::FinalTest), (SURVEY, Rule::Survey)];
        let graded = |activity: &Activity| {
            let word = if activity.quiz().is_some() { QUIZ } else { ASSIGNMENT };
            Some((format!("{word}{}", activity.key), activity.title.get(language).to_owned(), activity.pass()?))
        };
        Self {
            sweeping: all.iter().filter(|(_, rule)| rule.fits(content)).map(|(word, _)| (*word).to_owned()).collect(),
            graded: content.activities().filter_map(|(_, activity)| graded(activity)).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{content, lesson, whole};
    use super::*;

    fn form(parts: &[&str]) -> RuleForm {
        RuleForm { parts: parts.iter().map(|&part| part.to_owned()).collect(), ..RuleForm::default() }
    }

    #[test]
    fn the_form_says_the_common_shapes_and_reads_them_back() {
        let mut chosen = form(&["lessons", "quiz-final-test", "assignment-essay", "attendance"]);
        chosen.numbers = [("quiz-final-test", "80"), ("attendance", "2"), ("assignment-essay", " ")]
            .map(|(word, text)| (word.to_owned(), text.to_owned()))
            .into();
        let rule = chosen.checked(&whole()).unwrap();
        assert_eq!(
            rule,
            Rule::All(vec![
                Rule::Lessons,
                Rule::Quiz { key: "final-test".into(), grade: Some(80) },
                Rule::Assignment { key: "essay".into(), grade: None },
                Rule::Attendance(2),
            ])
        );
        assert_eq!(RuleForm::of(&rule).unwrap().checked(&whole()).unwrap(), rule);
        let some = RuleForm { how: "some".into(), least: "1".into(), ..form(&["survey", "final-test"]) };
        assert_eq!(some.checked(&whole()).unwrap(), Rule::Some { least: 1, of: vec![Rule::Survey, Rule::FinalTest] });
        assert!(RuleForm::of(&Rule::All(vec![Rule::All(vec![Rule::Survey])])).is_none());
    }

    #[test]
    fn what_is_wrong_is_named_beside_its_field() {
        let refused = |form: RuleForm| form.checked(&whole()).unwrap_err().fields;
        assert_eq!(refused(form(&[])), [("parts".to_owned(), Code::Required)]);
        assert_eq!(refused(form(&["stars"])), [("parts".to_owned(), Code::ChoiceUnknown)]);
        assert_eq!(refused(form(&["quiz-none"])), [("parts".to_owned(), Code::RuleImpossible)]);
        assert_eq!(refused(form(&["attendance"])), [("number:attendance".to_owned(), Code::Required)]);
        let mut much = form(&["final-grade"]);
        much.numbers.insert("final-grade".into(), "101".into());
        assert_eq!(refused(much), [("number:final-grade".to_owned(), Code::NumberInvalid)]);
        let some = RuleForm { how: "some".into(), least: "3".into(), ..form(&["survey", "final-test"]) };
        assert_eq!(refused(some), [("least".to_owned(), Code::NumberInvalid)]);
        let reading = content(vec![lesson("l0")]);
        let refused = form(&["survey"]).checked(&reading).unwrap_err();
        assert_eq!(refused.fields, [("parts".to_owned(), Code::RuleImpossible)]);
    }

    #[test]
    fn the_form_offers_what_the_course_has() {
        let parts = RuleParts::of(&whole(), Language::En);
        assert_eq!(parts.sweeping, ["lessons", "checks", "final-test", "survey"]);
        let words: Vec<_> = parts.graded.iter().map(|(word, ..)| word.as_str()).collect();
        assert_eq!(words, ["quiz-m-check", "assignment-essay", "quiz-final-test"]);
    }
}
