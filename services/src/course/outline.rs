//! `course.yaml`: a course's frame, which its languages share.

use std::collections::{BTreeMap, BTreeSet};

use domain::course::ActivityKind;
use domain::language::Language;
use serde::Deserialize;
use serde_saphyr::Spanned;

use super::mistakes::Mistakes;
use super::rule::RuleYaml;
use super::settings::{EdgeYaml, QuizYaml, Settings};
use super::yaml::{self, Yaml, is_key, line, number};

/// The frame's file.
pub(super) const FILE: &str = "course.yaml";

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct CourseYaml {
    hours: Option<Spanned<i64>>,
    languages: Vec<Spanned<String>>,
    completion: Option<Spanned<RuleYaml>>,
    pre_test: Option<Spanned<EdgeYaml>>,
    modules: Vec<ModuleYaml>,
    final_test: Option<Spanned<QuizYaml>>,
    post_test: Option<Spanned<EdgeYaml>>,
    survey: Option<Spanned<EdgeYaml>>,
    untranslated: BTreeMap<String, Vec<Spanned<String>>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct ModuleYaml {
    key: Option<Spanned<String>>,
    activities: Vec<Spanned<String>>,
    check: Option<Spanned<QuizYaml>>,
}

/// A course's frame, checked.
#[derive(Debug)]
pub(super) struct Outline {
    pub hours: u16,
    pub hours_line: usize,
    pub languages: Vec<Language>,
    /// Checked once the content is known.
    pub completion: Option<Spanned<RuleYaml>>,
    pub modules: Vec<OutlineModule>,
    pub pre_test: Option<OutlineQuiz>,
    pub final_test: Option<OutlineQuiz>,
    pub post_test: Option<OutlineQuiz>,
    pub survey: Option<OutlineSurvey>,
    /// Activities that a language knowingly lacks, with their lines.
    pub untranslated: BTreeMap<(Language, String), usize>,
    /// Whether every key could be read; if not, nothing is said about files that it does not name.
    pub sound: bool,
}

/// A module: its activities' keys, each with its line, and its check.
#[derive(Debug)]
pub(super) struct OutlineModule {
    pub key: String,
    pub activities: Vec<(String, usize)>,
    pub check: Option<OutlineQuiz>,
}

/// A quiz: its key, its file below a language's folder, and how it is taken.
#[derive(Debug)]
pub(super) struct OutlineQuiz {
    pub key: String,
    pub file: String,
    pub kind: ActivityKind,
    pub settings: Settings,
    pub line: usize,
}

/// The closing survey.
#[derive(Debug)]
pub(super) struct OutlineSurvey {
    pub week: Option<u8>,
    pub line: usize,
}

/// The activity keys of what a course has once, and their files' names.
pub(super) const PRE_TEST: &str = "pre-test";
pub(super) const FINAL_TEST: &str = "final-test";
pub(super) const POST_TEST: &str = "post-test";
pub(super) const SURVEY: &str = "survey";

/// The folder of pictures, sounds, films and documents.
pub(super) const MEDIA: &str = "media";
/// The file of terms, in each language.
pub(super) const GLOSSARY: &str = "glossary.md";

/// Keys that no activity may have: they are other pages of an edition.
const RESERVED: [&str; 5] = ["forum", "grades", "pack", "glossary", "calendar"];

impl Outline {
    /// Every quiz, in the course's order.
    pub(super) fn quizzes(&self) -> impl Iterator<Item = &OutlineQuiz> {
        let checks = self.modules.iter().filter_map(|module| module.check.as_ref());
        self.pre_test.iter().chain(checks).chain(&self.final_test).chain(&self.post_test)
    }

    /// The Markdown files that every language must have, below its folder → (activity key, line that names it).
    pub(super) fn files(&self) -> BTreeMap<String, (Option<String>, usize)> {
        let mut files = BTreeMap::from([("course.md".to_owned(), (None, 1))]);
        for module in &self.modules {
            for (key, line) in &module.activities {
                files.insert(format!("{}/{key}.md", module.key), (Some(key.clone()), *line));
            }
        }
        for quiz in self.quizzes() {
            files.insert(quiz.file.clone(), (Some(quiz.key.clone()), quiz.line));
        }
        if let Some(survey) = &self.survey {
            files.insert(format!("{SURVEY}.md"), (Some(SURVEY.to_owned()), survey.line));
        }
        files
    }

    /// Whether the language knowingly lacks the activity.
    pub(super) fn lacks(&self, language: Language, key: &str) -> bool {
        self.untranslated.contains_key(&(language, key.to_owned()))
    }
}

/// Reads and checks the frame. None when there is nothing to go on with.
pub(super) fn read(text: &str, mistakes: &mut Mistakes) -> Option<Outline> {
    let yaml = Yaml { file: FILE, text, before: 0 };
    let read = yaml::read::<CourseYaml>(yaml, mistakes);
    let (course, sound) = (read.value, read.sound);
    if sound {
        missing(&course, mistakes);
    }
    let hours = number(yaml, "hours", course.hours.as_ref(), 1, 2000, mistakes);
    let languages = languages(&course.languages, mistakes);
    let modules = modules(yaml, sound, &course.modules, mistakes);
    let edge = |edge: &Option<Spanned<EdgeYaml>>, key: &str, kind, mistakes: &mut Mistakes| {
        edge.as_ref().map(|edge| OutlineQuiz {
            key: key.to_owned(),
            file: format!("{key}.md"),
            kind,
            settings: Settings::of_edge(edge.value.week(yaml, mistakes)),
            line: line(edge, 0),
        })
    };
    let pre_test = edge(&course.pre_test, PRE_TEST, ActivityKind::PreTest, mistakes);
    let post_test = edge(&course.post_test, POST_TEST, ActivityKind::PostTest, mistakes);
    let final_test = course.final_test.as_ref().map(|test| OutlineQuiz {
        key: FINAL_TEST.to_owned(),
        file: format!("{FINAL_TEST}.md"),
        kind: ActivityKind::FinalTest,
        settings: test.value.settings(yaml, sound, line(test, 0), mistakes),
        line: line(test, 0),
    });
    let survey = course
        .survey
        .as_ref()
        .map(|survey| OutlineSurvey { week: survey.value.week(yaml, mistakes), line: line(survey, 0) });
    if languages.is_empty() || modules.is_empty() {
        return None;
    }
    let mut outline = Outline {
        hours: hours.unwrap_or(0),
        hours_line: course.hours.as_ref().map_or(1, |hours| line(hours, 0)),
        languages,
        completion: course.completion,
        modules,
        pre_test,
        final_test,
        post_test,
        survey,
        untranslated: BTreeMap::new(),
        sound,
    };
    outline.untranslated = untranslated(&outline, &course.untranslated, mistakes);
    Some(outline)
}

fn missing(course: &CourseYaml, mistakes: &mut Mistakes) {
    let keys = [
        (course.hours.is_none(), "hours", "12"),
        (course.languages.is_empty(), "languages", "[es, en]"),
        (course.modules.is_empty(), "modules", "and a list of `- key: …`"),
        (course.completion.is_none(), "completion", "full, or another rule"),
    ];
    for (_, key, shown) in keys.into_iter().filter(|(missing, ..)| *missing) {
        mistakes.note(FILE, 1, format!("`{key}` is missing; write `{key}: {shown}`"));
    }
}

fn untranslated(
    outline: &Outline,
    lists: &BTreeMap<String, Vec<Spanned<String>>>,
    mistakes: &mut Mistakes,
) -> BTreeMap<(Language, String), usize> {
    let known: BTreeSet<String> = outline.files().into_values().filter_map(|(key, _)| key).collect();
    let mut lacking = BTreeMap::new();
    for (word, keys) in lists {
        for key in keys {
            let at = line(key, 0);
            let Some(language) = word.parse().ok().filter(|language| outline.languages.contains(language)) else {
                mistakes.note(FILE, at, format!("`untranslated` names `{word}`, which is not among the `languages`"));
                continue;
            };
            if outline.languages.first() == Some(&language) {
                mistakes.note(FILE, at, format!("`{word}` is the first language, which has to have everything"));
            } else if known.contains(&key.value) {
                lacking.insert((language, key.value.clone()), at);
            } else {
                mistakes.note(FILE, at, format!("`untranslated` names `{}`, and no activity has that key", key.value));
            }
        }
    }
    lacking
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

fn modules(yaml: Yaml<'_>, sound: bool, modules: &[ModuleYaml], mistakes: &mut Mistakes) -> Vec<OutlineModule> {
    let mut keys = BTreeSet::from([MEDIA.to_owned()]);
    let mut taken: BTreeSet<String> = [PRE_TEST, FINAL_TEST, POST_TEST, SURVEY].map(str::to_owned).into();
    let mut made = Vec::new();
    for module in modules {
        let Some(key) = &module.key else {
            if sound {
                mistakes.note(FILE, 1, "a module has no `key`; every module begins with `- key: …`");
            }
            continue;
        };
        check_key(key, "module", &mut keys, mistakes);
        let mut activities = Vec::new();
        for activity in &module.activities {
            check_key(activity, "activity", &mut taken, mistakes);
            let elsewhere = match activity.value.as_str() {
                "check" => Some("the file of the module's questions"),
                key => RESERVED.contains(&key).then_some("the address of another page"),
            };
            if let Some(what) = elsewhere {
                let text = format!("`{}` is {what}; name the activity otherwise", activity.value);
                mistakes.note(FILE, line(activity, 0), text);
            }
            activities.push((activity.value.clone(), line(activity, 0)));
        }
        let check = module.check.as_ref().map(|check| OutlineQuiz {
            key: format!("{}-check", key.value),
            file: format!("{}/check.md", key.value),
            kind: ActivityKind::Check,
            settings: check.value.settings(yaml, sound, line(check, 0), mistakes),
            line: line(check, 0),
        });
        if let Some(check) = check.as_ref().filter(|check| !taken.insert(check.key.clone())) {
            let text = format!("two activities have the key `{}`; rename the one of the list", check.key);
            mistakes.note(FILE, check.line, text);
        }
        made.push(OutlineModule { key: key.value.clone(), activities, check });
    }
    made
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
