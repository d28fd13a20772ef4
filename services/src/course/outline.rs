//! `course.yaml`: a course's frame, which its languages share.

use std::collections::{BTreeMap, BTreeSet};

use domain::completion::Rule;
use domain::language::Language;
use serde::Deserialize;
use serde_saphyr::Spanned;

use super::mistakes::Mistakes;
use super::yaml::{self, Yaml, line, number};

/// The frame's file.
pub(super) const FILE: &str = "course.yaml";

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct CourseYaml {
    hours: Option<Spanned<i64>>,
    languages: Vec<Spanned<String>>,
    completion: Option<Spanned<String>>,
    modules: Vec<ModuleYaml>,
    final_test: Option<QuizYaml>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct ModuleYaml {
    key: Option<Spanned<String>>,
    lessons: Vec<Spanned<String>>,
    check: Option<CheckYaml>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct CheckYaml {
    pass: Option<Spanned<i64>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct QuizYaml {
    pass: Option<Spanned<i64>>,
    draw: Option<Spanned<i64>>,
}

/// A course's frame, checked.
#[derive(Debug)]
pub(super) struct Outline {
    pub hours: u16,
    pub languages: Vec<Language>,
    pub completion: Rule,
    pub modules: Vec<OutlineModule>,
    pub final_test: Option<OutlineTest>,
    /// Whether every key could be read; if not, nothing is said about files that it does not name.
    pub sound: bool,
}

/// A module: its lessons' keys and, where it has a check, the pass mark; each with its line.
#[derive(Debug)]
pub(super) struct OutlineModule {
    pub key: String,
    pub line: usize,
    pub lessons: Vec<(String, usize)>,
    pub check: Option<u8>,
}

/// The final test.
#[derive(Debug)]
pub(super) struct OutlineTest {
    pub pass: u8,
    pub draw: Option<u16>,
    pub line: usize,
}

impl OutlineModule {
    /// The activity key of the module's check.
    pub(super) fn check_key(&self) -> String {
        format!("{}-check", self.key)
    }
}

/// The activity key of the final test, and its file's name.
pub(super) const FINAL_TEST: &str = "final-test";

impl Outline {
    /// The Markdown files that every language must have, below its folder → (activity key, line that names it).
    pub(super) fn files(&self) -> BTreeMap<String, (Option<String>, usize)> {
        let mut files = BTreeMap::from([("course.md".to_owned(), (None, 1))]);
        for module in &self.modules {
            for (lesson, line) in &module.lessons {
                files.insert(format!("{}/{lesson}.md", module.key), (Some(lesson.clone()), *line));
            }
            if module.check.is_some() {
                files.insert(format!("{}/check.md", module.key), (Some(module.check_key()), module.line));
            }
        }
        if let Some(test) = &self.final_test {
            files.insert(format!("{FINAL_TEST}.md"), (Some(FINAL_TEST.to_owned()), test.line));
        }
        files
    }
}

/// Reads and checks the frame. None when there is nothing to go on with.
pub(super) fn read(text: &str, mistakes: &mut Mistakes) -> Option<Outline> {
    let yaml = Yaml { file: FILE, text, before: 0 };
    let read = yaml::read::<CourseYaml>(yaml, mistakes);
    let (course, sound) = (read.value, read.sound);
    let missing = |key: &str, shown: &str, mistakes: &mut Mistakes| {
        if sound {
            mistakes.note(FILE, 1, format!("`{key}` is missing; write `{key}: {shown}`"));
        }
    };
    if course.hours.is_none() {
        missing("hours", "12", mistakes);
    }
    if course.languages.is_empty() {
        missing("languages", "[es, en]", mistakes);
    }
    if course.modules.is_empty() {
        missing("modules", "and a list of `- key: …`", mistakes);
    }
    let hours = number(yaml, "hours", course.hours.as_ref(), 1, 2000, mistakes);
    let languages = languages(&course.languages, mistakes);
    let modules = modules(yaml, sound, &course.modules, mistakes);
    let final_test = course.final_test.as_ref().and_then(|test| final_test(yaml, sound, test, mistakes));
    let completion = match &course.completion {
        None => {
            missing("completion", "full, final-test or recorded", mistakes);
            None
        }
        Some(word) => completion(word, &modules, course.final_test.is_some(), mistakes),
    };
    if languages.is_empty() || modules.is_empty() {
        return None;
    }
    Some(Outline {
        hours: hours.unwrap_or(1),
        languages,
        completion: completion.unwrap_or(Rule::Recorded),
        modules,
        final_test,
        sound,
    })
}

fn languages(words: &[Spanned<String>], mistakes: &mut Mistakes) -> Vec<Language> {
    let mut languages = Vec::new();
    for word in words {
        match word.value.parse::<Language>() {
            Ok(language) if languages.contains(&language) => {
                mistakes.note(FILE, line(word, 0), format!("language `{language}` stands here twice; keep one"));
            }
            Ok(language) => languages.push(language),
            Err(_) => {
                let known: Vec<_> = Language::ALL.iter().map(|language| language.as_str()).collect();
                mistakes.note(
                    FILE,
                    line(word, 0),
                    format!("unknown language `{}`; the campus speaks {}", word.value, known.join(", ")),
                );
            }
        }
    }
    languages
}

fn completion(word: &Spanned<String>, modules: &[OutlineModule], test: bool, mistakes: &mut Mistakes) -> Option<Rule> {
    let Ok(kind) = word.value.parse::<Rule>() else {
        mistakes.note(
            FILE,
            line(word, 0),
            format!("unknown rule of completion `{}`; use full, final-test, recorded", word.value),
        );
        return None;
    };
    let anything = test || modules.iter().any(|module| !module.lessons.is_empty() || module.check.is_some());
    if kind == Rule::full() && !anything {
        mistakes.note(FILE, line(word, 0), "`full` asks for nothing: the course has no lessons; use `recorded`");
    }
    if kind == Rule::FinalTest && !test {
        mistakes.note(
            FILE,
            line(word, 0),
            "`final-test` cannot be met: the course has no `final_test`; add one or use another rule",
        );
    }
    Some(kind)
}

fn modules(yaml: Yaml<'_>, sound: bool, modules: &[ModuleYaml], mistakes: &mut Mistakes) -> Vec<OutlineModule> {
    let mut keys = BTreeSet::new();
    let mut activities = BTreeSet::from([FINAL_TEST.to_owned()]);
    let mut made = Vec::new();
    for module in modules {
        let Some(key) = &module.key else {
            if sound {
                mistakes.note(FILE, 1, "a module has no `key`; every module begins with `- key: …`");
            }
            continue;
        };
        check_key(key, "module", &mut keys, mistakes);
        let mut lessons = Vec::new();
        for lesson in &module.lessons {
            check_key(lesson, "activity", &mut activities, mistakes);
            if lesson.value == "check" {
                mistakes.note(
                    FILE,
                    line(lesson, 0),
                    "`check` is the file of the module's questions; name the lesson otherwise",
                );
            }
            lessons.push((lesson.value.clone(), line(lesson, 0)));
        }
        let check = module.check.as_ref().map(|check| {
            if check.pass.is_none() && sound {
                mistakes.note(FILE, line(key, 0), "the check has no `pass`; write `check: { pass: 60 }`");
            }
            pass(yaml, check.pass.as_ref(), mistakes)
        });
        let module = OutlineModule { key: key.value.clone(), line: line(key, 0), lessons, check };
        if module.check.is_some() && !activities.insert(module.check_key()) {
            mistakes.note(
                FILE,
                module.line,
                format!("two activities have the key `{}`; rename the lesson", module.check_key()),
            );
        }
        made.push(module);
    }
    made
}

fn final_test(yaml: Yaml<'_>, sound: bool, test: &QuizYaml, mistakes: &mut Mistakes) -> Option<OutlineTest> {
    let Some(mark) = &test.pass else {
        if sound {
            let at = test.draw.as_ref().map_or(1, |draw| line(draw, 0));
            mistakes.note(FILE, at, "the final test has no `pass`; write `final_test: { pass: 70, draw: 20 }`");
        }
        return None;
    };
    let draw = number(yaml, "draw", test.draw.as_ref(), 1, 500, mistakes);
    let at = test.draw.as_ref().map_or_else(|| line(mark, 0), |draw| line(draw, 0));
    Some(OutlineTest { pass: pass(yaml, Some(mark), mistakes), draw, line: at })
}

fn pass(yaml: Yaml<'_>, mark: Option<&Spanned<i64>>, mistakes: &mut Mistakes) -> u8 {
    number(yaml, "pass", mark, 1, 100, mistakes).and_then(|mark| u8::try_from(mark).ok()).unwrap_or(100)
}

fn check_key(key: &Spanned<String>, what: &str, taken: &mut BTreeSet<String>, mistakes: &mut Mistakes) {
    if !is_key(&key.value) {
        mistakes.note(
            FILE,
            line(key, 0),
            format!("`{}` cannot be a key; use small letters, digits and hyphens", key.value),
        );
    }
    if !taken.insert(key.value.clone()) {
        mistakes.note(FILE, line(key, 0), format!("the {what} key `{}` is used twice; rename one", key.value));
    }
}

/// Whether a text can stand in an address: small letters, digits, hyphens.
pub(super) fn is_key(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 80
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}
