//! The texts of a course in one language.

use std::collections::BTreeMap;

use domain::language::Language;
use serde::Deserialize;
use serde_saphyr::Spanned;

use super::files::Source;
use super::markdown::{self, Kind, Pending, Place};
use super::mistakes::Mistakes;
use super::outline::{FILE, FINAL_TEST, Outline, OutlineModule};
use super::questions::{self, QuestionText};
use super::yaml::{self, Parts, number};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct CourseFront {
    title: Option<Spanned<String>>,
    short_title: Option<Spanned<String>>,
    summary: Option<Spanned<String>>,
    audience: Option<Spanned<String>>,
    objectives: Vec<Spanned<String>>,
    modules: BTreeMap<String, Spanned<String>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct LessonFront {
    title: Option<Spanned<String>>,
    minutes: Option<Spanned<i64>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct QuizFront {
    title: Option<Spanned<String>>,
}

/// A course's texts in one language. What could not be read is empty, and noted.
#[derive(Debug, Default)]
pub(super) struct Texts {
    pub title: String,
    pub short_title: String,
    pub summary: String,
    pub audience: String,
    pub description: String,
    pub objectives: Vec<String>,
    pub modules: BTreeMap<String, String>,
    /// By activity key.
    pub lessons: BTreeMap<String, LessonText>,
    /// By activity key.
    pub quizzes: BTreeMap<String, QuizText>,
}

/// A lesson in one language.
#[derive(Debug)]
pub(super) struct LessonText {
    pub file: String,
    pub title: String,
    pub minutes: u16,
    pub html: String,
}

/// A quiz in one language.
#[derive(Debug)]
pub(super) struct QuizText {
    pub file: String,
    pub title: String,
    pub questions: Vec<QuestionText>,
}

/// Reads one language after another.
pub(super) struct Reader<'a> {
    source: &'a Source,
    outline: &'a Outline,
    language: Language,
    /// Every Markdown file of this language with its activity's key.
    targets: BTreeMap<String, String>,
    anchors: BTreeMap<String, Vec<String>>,
    pending: Vec<Pending>,
    mistakes: &'a mut Mistakes,
}

/// Reads the texts of `language`.
pub(super) fn read(source: &Source, outline: &Outline, language: Language, mistakes: &mut Mistakes) -> Texts {
    let mut targets = BTreeMap::new();
    for (name, (key, line)) in outline.files() {
        let path = format!("{language}/{name}");
        if !source.files.contains_key(&path) {
            mistakes.note(&path, 1, format!("missing: {FILE}:{line} names it; write it or take it out there"));
        } else if let Some(key) = key {
            targets.insert(path, key);
        }
    }
    let mut reader =
        Reader { source, outline, language, targets, anchors: BTreeMap::new(), pending: Vec::new(), mistakes };
    let mut texts = reader.course();
    for module in &outline.modules {
        reader.module(module, &mut texts);
    }
    if outline.final_test.is_some() {
        reader.quiz(&format!("{FINAL_TEST}.md"), FINAL_TEST.to_owned(), &mut texts);
    }
    reader.check_anchors();
    texts
}

impl<'a> Reader<'a> {
    fn path(&self, name: &str) -> String {
        format!("{}/{name}", self.language)
    }

    fn parts(&mut self, path: &'a str) -> Option<Parts<'a>> {
        let text = self.source.files.get(path)?;
        yaml::split(path, text, self.mistakes)
    }

    /// The map's own key, which lives as long as the files.
    fn find(&self, name: &str) -> Option<&'a str> {
        self.source.files.get_key_value(&self.path(name)).map(|(path, _)| path.as_str())
    }

    fn render(&mut self, path: &str, parts: Parts<'_>, kind: Kind) -> String {
        let place = Place { file: path, line: parts.body_line, language: self.language, kind, targets: &self.targets };
        let rendered = markdown::render(parts.body, place, self.mistakes);
        if rendered.html.is_empty() {
            self.mistakes.note(path, parts.body_line, "no text under the front matter; write it");
        }
        self.anchors.insert(path.to_owned(), rendered.anchors);
        self.pending.extend(rendered.pending);
        rendered.html
    }

    fn course(&mut self) -> Texts {
        let Some(path) = self.find("course.md") else { return Texts::default() };
        let Some(parts) = self.parts(path) else { return Texts::default() };
        let read = yaml::read::<CourseFront>(parts.front, self.mistakes);
        let (front, sound) = (read.value, read.sound);
        let text = |key: &str, value: &Option<Spanned<String>>, mistakes: &mut Mistakes| {
            yaml::text(parts.front, sound, key, value.as_ref(), mistakes)
        };
        let title = text("title", &front.title, self.mistakes);
        let short_title = text("short_title", &front.short_title, self.mistakes);
        let summary = text("summary", &front.summary, self.mistakes);
        let audience = text("audience", &front.audience, self.mistakes);
        if front.objectives.is_empty() && sound {
            self.mistakes.note(
                path,
                parts.front.before,
                "`objectives` is missing; list what a learner will be able to do",
            );
        }
        let objectives = front
            .objectives
            .iter()
            .map(|objective| yaml::text(parts.front, sound, "objectives", Some(objective), self.mistakes))
            .collect();
        let modules = self.module_titles(path, parts, &front.modules, sound);
        let description = self.render(path, parts, Kind::Description);
        Texts { title, short_title, summary, audience, description, objectives, modules, ..Texts::default() }
    }

    fn module_titles(
        &mut self,
        path: &str,
        parts: Parts<'_>,
        titles: &BTreeMap<String, Spanned<String>>,
        sound: bool,
    ) -> BTreeMap<String, String> {
        for (key, title) in titles {
            if !self.outline.modules.iter().any(|module| module.key == *key) {
                let line = yaml::line(title, parts.front.before);
                self.mistakes.note(
                    path,
                    line,
                    format!("{FILE} has no module `{key}`; take the line out or mend the key"),
                );
            }
        }
        for module in &self.outline.modules {
            if !titles.contains_key(&module.key) && sound {
                self.mistakes.note(
                    path,
                    parts.front.before,
                    format!("`modules` has no title for `{}`; add `  {}: …`", module.key, module.key),
                );
            }
        }
        titles
            .iter()
            .map(|(key, title)| (key.clone(), yaml::text(parts.front, sound, key, Some(title), self.mistakes)))
            .collect()
    }

    fn module(&mut self, module: &OutlineModule, texts: &mut Texts) {
        for (key, _) in &module.lessons {
            self.lesson(&format!("{}/{key}.md", module.key), key, texts);
        }
        if module.check.is_some() {
            self.quiz(&format!("{}/check.md", module.key), module.check_key(), texts);
        }
    }

    fn lesson(&mut self, name: &str, key: &str, texts: &mut Texts) {
        let Some(path) = self.find(name) else { return };
        let Some(parts) = self.parts(path) else { return };
        let read = yaml::read::<LessonFront>(parts.front, self.mistakes);
        let title = yaml::text(parts.front, read.sound, "title", read.value.title.as_ref(), self.mistakes);
        if read.value.minutes.is_none() && read.sound {
            self.mistakes.note(path, parts.front.before, "`minutes` is missing; write an honest time, `minutes: 25`");
        }
        let minutes = number(parts.front, "minutes", read.value.minutes.as_ref(), 1, 600, self.mistakes).unwrap_or(0);
        let html = self.render(path, parts, Kind::Lesson);
        texts.lessons.insert(key.to_owned(), LessonText { file: path.to_owned(), title, minutes, html });
    }

    fn quiz(&mut self, name: &str, key: String, texts: &mut Texts) {
        let Some(path) = self.find(name) else { return };
        let Some(parts) = self.parts(path) else { return };
        let read = yaml::read::<QuizFront>(parts.front, self.mistakes);
        let title = yaml::text(parts.front, read.sound, "title", read.value.title.as_ref(), self.mistakes);
        let place = Place {
            file: path,
            line: parts.body_line,
            language: self.language,
            kind: Kind::Question,
            targets: &self.targets,
        };
        let questions = questions::read(parts.body, place, self.mistakes);
        texts.quizzes.insert(key, QuizText { file: path.to_owned(), title, questions });
    }

    fn check_anchors(&mut self) {
        for link in &self.pending {
            let known = self.anchors.get(&link.target);
            if !known.is_some_and(|anchors| anchors.contains(&link.anchor)) {
                let choices = known.map(|anchors| markdown::choices(anchors)).unwrap_or_default();
                self.mistakes.note(
                    &link.file,
                    link.line,
                    format!("broken link: {} has no heading `#{}`{choices}", link.target, link.anchor),
                );
            }
        }
    }
}
