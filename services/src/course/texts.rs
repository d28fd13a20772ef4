//! The texts of a course in one language.

use std::collections::{BTreeMap, BTreeSet};

use domain::language::Language;
use serde::Deserialize;
use serde_saphyr::Spanned;

use super::activities::ActivityText;
use super::files::Source;
use super::glossary::GlossaryText;
use super::markdown::{self, Kind, Pending, Place, Shelf, Used};
use super::mistakes::Mistakes;
use super::outline::{self, FILE, Outline};
use super::questions::{self, QuestionText};
use super::survey::SurveyText;
use super::yaml::{self, Parts};

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
    pub activities: BTreeMap<String, ActivityText>,
    /// By activity key.
    pub quizzes: BTreeMap<String, QuizText>,
    pub survey: Option<SurveyText>,
    pub glossary: Option<GlossaryText>,
    /// Files below `media` that a text shows.
    pub media: BTreeSet<String>,
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
    pub source: &'a Source,
    outline: &'a Outline,
    pub language: Language,
    pub shelf: Shelf<'a>,
    anchors: BTreeMap<String, Vec<String>>,
    pending: Vec<Pending>,
    used: Used,
    pub mistakes: &'a mut Mistakes,
}

/// Reads the texts of `language`.
pub(super) fn read(source: &Source, outline: &Outline, language: Language, mistakes: &mut Mistakes) -> Texts {
    let mut targets = BTreeMap::new();
    for (name, (key, line)) in outline.files() {
        let path = format!("{language}/{name}");
        let lacking = key.as_ref().is_some_and(|key| outline.lacks(language, key));
        if !source.files.contains_key(&path) && !lacking {
            mistakes.note(&path, 1, format!("missing: {FILE}:{line} names it; write it or take it out there"));
        } else {
            if source.files.contains_key(&path) && lacking {
                mistakes.note(
                    &path,
                    1,
                    format!("{FILE} lists it as `untranslated`, but here it is; take it out there"),
                );
            }
            targets.extend(key.map(|key| (path, key)));
        }
    }
    let shelf = Shelf { source, targets, terms: BTreeMap::new() };
    let mut reader = Reader {
        source,
        outline,
        language,
        shelf,
        anchors: BTreeMap::new(),
        pending: Vec::new(),
        used: Used::default(),
        mistakes,
    };
    let glossary = reader.glossary();
    let mut texts = reader.course();
    texts.glossary = glossary;
    for module in &outline.modules {
        for (key, _) in &module.activities {
            if let Some(text) = reader.activity(&format!("{}/{key}.md", module.key)) {
                texts.activities.insert(key.clone(), text);
            }
        }
    }
    for quiz in outline.quizzes() {
        if let Some(text) = reader.quiz(&quiz.file, texts.objectives.len()) {
            texts.quizzes.insert(quiz.key.clone(), text);
        }
    }
    if outline.survey.is_some() {
        texts.survey = reader.survey();
    }
    reader.check_anchors();
    texts.media = reader.used.into_inner();
    texts
}

/// How a text of a course looks, and what is wrong with it, whatever is wrong elsewhere.
pub(crate) fn look(source: &Source, language: Language, path: &str, text: &str, kind: Kind) -> (String, Mistakes) {
    let mut elsewhere = Mistakes::default();
    let outline = source.files.get(FILE).and_then(|text| outline::read(text, &mut elsewhere));
    let outline = outline.unwrap_or_else(|| bare(language));
    let targets =
        outline.files().into_iter().filter_map(|(name, (key, _))| Some((format!("{language}/{name}"), key?))).collect();
    let mut mistakes = Mistakes::default();
    let mut reader = Reader {
        source,
        outline: &outline,
        language,
        shelf: Shelf { source, targets, terms: BTreeMap::new() },
        anchors: BTreeMap::new(),
        pending: Vec::new(),
        used: Used::default(),
        mistakes: &mut elsewhere,
    };
    reader.glossary();
    let place = Place { file: path, line: 1, language, kind, shelf: &reader.shelf, used: &reader.used };
    let html = markdown::render(text, place, &mut mistakes).html;
    (html, mistakes)
}

/// Of a course of which nothing is known yet.
fn bare(language: Language) -> Outline {
    Outline {
        hours: 0,
        hours_line: 1,
        languages: vec![language],
        completion: None,
        modules: Vec::new(),
        pre_test: None,
        final_test: None,
        post_test: None,
        survey: None,
        untranslated: BTreeMap::new(),
        sound: false,
    }
}

impl<'a> Reader<'a> {
    fn path(&self, name: &str) -> String {
        format!("{}/{name}", self.language)
    }

    /// A file cut at its front matter.
    pub(super) fn parts(&mut self, path: &'a str) -> Option<Parts<'a>> {
        let text = self.source.files.get(path)?;
        yaml::split(path, text, self.mistakes)
    }

    /// The path of a file of this language, if it is there: the map's own key, which lives as long as the files.
    pub(super) fn find(&self, name: &str) -> Option<&'a str> {
        self.source.files.get_key_value(&self.path(name)).map(|(path, _)| path.as_str())
    }

    /// Renders a text that begins in `line` of its file.
    pub(super) fn render(&mut self, path: &str, line: usize, text: &str, kind: Kind) -> String {
        let place = Place { file: path, line, language: self.language, kind, shelf: &self.shelf, used: &self.used };
        let rendered = markdown::render(text, place, self.mistakes);
        if rendered.html.is_empty() {
            self.mistakes.note(path, line, "no text here; write it");
        }
        if kind == Kind::Lesson {
            self.anchors.insert(path.to_owned(), rendered.anchors);
        }
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
        let description = self.render(path, parts.body_line, parts.body, Kind::Description);
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

    fn quiz(&mut self, name: &str, objectives: usize) -> Option<QuizText> {
        let path = self.find(name)?;
        let parts = self.parts(path)?;
        let read = yaml::read::<QuizFront>(parts.front, self.mistakes);
        let title = yaml::text(parts.front, read.sound, "title", read.value.title.as_ref(), self.mistakes);
        let place = Place {
            file: path,
            line: parts.body_line,
            language: self.language,
            kind: Kind::Question,
            shelf: &self.shelf,
            used: &self.used,
        };
        let questions = questions::read(parts.body, place, objectives, self.mistakes);
        Some(QuizText { file: path.to_owned(), title, questions })
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
