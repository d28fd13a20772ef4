//! What a draft's outline is made of: activities and the files that a course has once, and where each is.

use domain::draft::{DraftItem, Part, PartKind};
use domain::error::Code;
use domain::language::Language;

use super::frame::{self, FILE, Frame};
use super::part;
use super::store::{Files, put, stale, text};
use crate::error::Result;

/// An item: its file below each language's folder, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub key: String,
    pub kind: PartKind,
    pub name: String,
}

/// The mark of a whole text among stale parts.
pub(super) const WHOLE: &str = ".";

/// # Errors
/// `FileUnreadable` when `course.yaml` is none.
pub(super) fn frame_of(files: &Files) -> Result<Frame> {
    Ok(text(files, FILE).and_then(Frame::read).ok_or(Code::FileUnreadable)?)
}

impl Item {
    pub(super) fn path(&self, language: Language) -> String {
        format!("{language}/{}", self.name)
    }

    /// The item with this key.
    pub(super) fn find(frame: &Frame, files: &Files, key: &str) -> Option<Self> {
        let item = |kind, name: String| Some(Self { key: key.to_owned(), kind, name });
        match key {
            "about" => item(PartKind::About, "course.md".to_owned()),
            "glossary" => item(PartKind::Glossary, "glossary.md".to_owned()),
            "pre-test" if frame.pre_test.is_some() => item(PartKind::EdgeTest, "pre-test.md".to_owned()),
            "post-test" if frame.post_test.is_some() => item(PartKind::EdgeTest, "post-test.md".to_owned()),
            "final-test" if frame.final_test.is_some() => item(PartKind::Quiz, "final-test.md".to_owned()),
            "survey" if frame.survey.is_some() => item(PartKind::Survey, "survey.md".to_owned()),
            _ => {
                let checked = |module: &&frame::FrameModule| {
                    module.check.is_some() && key.strip_suffix("-check") == Some(module.key.as_str())
                };
                if let Some(module) = frame.modules.iter().find(checked) {
                    return item(PartKind::Quiz, format!("{}/check.md", module.key));
                }
                let (place, _) = frame.place(key)?;
                let name = format!("{}/{key}.md", frame.modules.get(place)?.key);
                let found = frame.languages.iter().find_map(|language| text(files, &format!("{language}/{name}")));
                item(found.map_or(PartKind::Lesson, kind_of), name)
            }
        }
    }

    /// # Errors
    /// `NotFound`.
    pub(super) fn get(frame: &Frame, files: &Files, key: &str) -> Result<Self> {
        Ok(Self::find(frame, files, key).ok_or(Code::NotFound)?)
    }

    /// What it says in every language; the frame's settings are among what is shared.
    ///
    /// # Errors
    /// `FileUnreadable` when one of its files has another form.
    pub(super) fn read(&self, frame: &mut Frame, files: &Files) -> Result<Part> {
        let mut whole = Part::default();
        for language in frame.languages.clone() {
            if let Some(text) = text(files, &self.path(language)) {
                whole.join(part::read(self.kind, language, text).ok_or(Code::FileUnreadable)?);
            }
        }
        if self.kind == PartKind::About {
            self.modules(frame, &mut whole);
        }
        if let Some(settings) = frame.settings(&self.key) {
            frame::share(settings, &mut whole);
        }
        Ok(whole)
    }

    /// The modules of the frame, in its order, each with the titles that it has.
    fn modules(&self, frame: &Frame, about: &mut Part) {
        let mut titles = std::mem::take(&mut about.parts);
        for module in &frame.modules {
            let known = titles.iter().position(|part| part.shared("key") == module.key);
            let mut part = known.map(|place| titles.swap_remove(place)).unwrap_or_default();
            part.share("key", &module.key);
            about.parts.push(part);
        }
    }

    /// Writes it in every language that it speaks or has a file in.
    pub(super) fn write(&self, frame: &mut Frame, files: &mut Files, whole: &Part) {
        for language in frame.languages.clone() {
            let path = self.path(language);
            let old = text(files, &path);
            let same = old.is_some_and(|old| {
                part::read(self.kind, language, old).is_some_and(|old| {
                    part::write(self.kind, language, &old) == part::write(self.kind, language, whole)
                })
            });
            // A file that says the same stays as it is, to the letter.
            if !same && (old.is_some() || whole.speaks(language)) {
                put(files, path, part::write(self.kind, language, whole));
            }
        }
        if let Some(settings) = frame.settings(&self.key) {
            frame::settle(settings, self.kind, whole);
        }
    }

    /// Which languages may be behind in the part (or anywhere in it, without one).
    pub(super) fn stale(&self, frame: &Frame, files: &Files, part: Option<&str>) -> Vec<Language> {
        let languages = frame.languages.iter().copied();
        languages
            .filter(|language| {
                let marks = stale(files, &self.path(*language));
                part.map_or(!marks.is_empty(), |part| marks.iter().any(|mark| mark == part))
            })
            .collect()
    }

    /// Its line in the outline.
    pub(super) fn row(&self, frame: &mut Frame, files: &Files, language: Language) -> DraftItem {
        let whole = self.read(frame, files).unwrap_or_default();
        let title =
            [whole.text(language, "title"), whole.first_text("title")].into_iter().find(|title| !title.is_empty());
        DraftItem {
            key: self.key.clone(),
            kind: self.kind,
            title: title.unwrap_or_default().to_owned(),
            missing: frame
                .languages
                .iter()
                .copied()
                .filter(|language| whole.text(*language, "title").is_empty())
                .collect(),
            stale: self.stale(frame, files, None),
            parts: if self.kind.shape().paged { u32::try_from(whole.parts.len()).unwrap_or(u32::MAX) } else { 0 },
        }
    }
}

/// What a file of the list of activities is, by its front matter.
fn kind_of(text: &str) -> PartKind {
    let front = text.split("\n---").next().unwrap_or_default();
    match front.lines().find_map(|line| line.strip_prefix("kind:")).map(str::trim) {
        Some("worksheet") => PartKind::Worksheet,
        Some("assignment") => PartKind::Assignment,
        _ => PartKind::Lesson,
    }
}

/// Marks the part as behind in a language, or as up to date.
pub(super) fn mark(files: &mut Files, path: &str, part: &str, behind: bool) {
    if let Some(crate::course::Kept::Text { stale, .. }) = files.get_mut(path) {
        stale.retain(|mark| mark != part);
        if behind {
            stale.push(part.to_owned());
        }
    }
}
