//! The rule of completion as `course.yaml` writes it: a word, or a tree of rules. Each part knows its line.

use domain::completion::Rule;
use domain::course::{ActivityKind, CourseContent};
use serde::Deserialize;
use serde_saphyr::Spanned;

use super::mistakes::Mistakes;
use super::outline::FILE;
use super::yaml::{Yaml, line};

/// `domain::completion::Rule` with places, and with the word `full`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum RuleYaml {
    Full,
    Lessons,
    Checks,
    FinalTest,
    Survey,
    Recorded,
    Quiz {
        key: Spanned<String>,
        #[serde(default)]
        grade: Option<Spanned<i64>>,
    },
    Assignment {
        key: Spanned<String>,
        #[serde(default)]
        grade: Option<Spanned<i64>>,
    },
    Attendance(Spanned<i64>),
    FinalGrade(Spanned<i64>),
    All(Vec<Spanned<RuleYaml>>),
    Some {
        least: Spanned<i64>,
        of: Vec<Spanned<RuleYaml>>,
    },
}

/// The rule, checked against what the course has.
pub(super) fn read(rule: &Spanned<RuleYaml>, content: &CourseContent, mistakes: &mut Mistakes) -> Rule {
    let mut reader = Reader { content, mistakes, wrong: false };
    let read = reader.rule(rule);
    let wrong = reader.wrong;
    if !wrong && !read.fits(content) {
        let text = "`completion` can never be met: the course has nothing of what it asks for; use another rule";
        mistakes.note(FILE, line(rule, 0), text);
    }
    read
}

struct Reader<'a> {
    content: &'a CourseContent,
    mistakes: &'a mut Mistakes,
    wrong: bool,
}

impl Reader<'_> {
    fn note(&mut self, at: usize, text: String) {
        self.wrong = true;
        self.mistakes.note(FILE, at, text);
    }

    fn rule(&mut self, rule: &Spanned<RuleYaml>) -> Rule {
        match &rule.value {
            RuleYaml::Full => Rule::full(),
            RuleYaml::Lessons => Rule::Lessons,
            RuleYaml::Checks => Rule::Checks,
            RuleYaml::FinalTest => self.one(rule, ActivityKind::FinalTest, "final_test", Rule::FinalTest),
            RuleYaml::Survey => self.one(rule, ActivityKind::Survey, "survey", Rule::Survey),
            RuleYaml::Recorded => Rule::Recorded,
            RuleYaml::Quiz { key, grade } => {
                self.key(key, "quiz", &[ActivityKind::Check, ActivityKind::FinalTest]);
                Rule::Quiz { key: key.value.clone(), grade: self.grade(grade.as_ref()) }
            }
            RuleYaml::Assignment { key, grade } => {
                self.key(key, "assignment", &[ActivityKind::Assignment]);
                Rule::Assignment { key: key.value.clone(), grade: self.grade(grade.as_ref()) }
            }
            RuleYaml::Attendance(least) => Rule::Attendance(self.number("attendance", least, 1, 200)),
            RuleYaml::FinalGrade(grade) => Rule::FinalGrade(self.number("final-grade", grade, 1, 100)),
            RuleYaml::All(parts) => {
                self.filled("all", rule, parts);
                Rule::All(parts.iter().map(|part| self.rule(part)).collect())
            }
            RuleYaml::Some { least, of } => {
                self.filled("some", rule, of);
                let least = self.number("least", least, 1, i64::try_from(of.len().max(1)).unwrap_or(1));
                Rule::Some { least, of: of.iter().map(|part| self.rule(part)).collect() }
            }
        }
    }

    fn one(&mut self, rule: &Spanned<RuleYaml>, kind: ActivityKind, key: &str, made: Rule) -> Rule {
        if self.content.of_kind(kind).next().is_none() {
            let text = format!("`{kind}` cannot be met: the course has no `{key}`; add one or use another rule");
            self.note(line(rule, 0), text);
        }
        made
    }

    fn filled(&mut self, word: &str, rule: &Spanned<RuleYaml>, parts: &[Spanned<RuleYaml>]) {
        if parts.is_empty() {
            self.note(line(rule, 0), format!("`{word}` names no rules; list them"));
        }
    }

    fn key(&mut self, key: &Spanned<String>, what: &str, kinds: &[ActivityKind]) {
        let content = self.content;
        let known: Vec<&str> = content
            .activities()
            .map(|(_, activity)| activity)
            .filter(|activity| kinds.contains(&activity.kind))
            .map(|activity| activity.key.as_str())
            .collect();
        if !known.contains(&key.value.as_str()) {
            let choices = if known.is_empty() {
                "the course has none".to_owned()
            } else {
                format!("there are {}", known.join(", "))
            };
            self.note(line(key, 0), format!("`completion` asks for the {what} `{}`; {choices}", key.value));
        }
    }

    fn grade(&mut self, grade: Option<&Spanned<i64>>) -> Option<u8> {
        grade.map(|grade| self.number("grade", grade, 1, 100))
    }

    fn number(&mut self, key: &str, value: &Spanned<i64>, from: i64, to: i64) -> u8 {
        let yaml = Yaml { file: FILE, text: "", before: 0 };
        let read = super::settings::small(yaml, key, Some(value), from, to, self.mistakes);
        self.wrong |= read.is_none();
        read.unwrap_or(1)
    }
}
