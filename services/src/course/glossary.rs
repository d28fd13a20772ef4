//! The glossary of one language: terms under their headings.

use serde::Deserialize;
use serde_saphyr::Spanned;

use super::markdown::{Kind, ShelfTerm};
use super::outline::GLOSSARY;
use super::texts::Reader;
use super::yaml::{self, is_key};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct GlossaryFront {
    title: Option<Spanned<String>>,
}

/// The terms of one language, in the order of the file.
#[derive(Debug)]
pub(super) struct GlossaryText {
    pub file: String,
    pub terms: Vec<TermText>,
}

/// A term in one language.
#[derive(Debug)]
pub(super) struct TermText {
    pub key: String,
    pub line: usize,
    pub title: String,
    /// The definition.
    pub html: String,
}

impl Reader<'_> {
    /// Reads the glossary, where there is one, and puts its terms where links find them.
    pub(super) fn glossary(&mut self) -> Option<GlossaryText> {
        let path = self.find(GLOSSARY)?;
        let parts = self.parts(path)?;
        let read = yaml::read::<GlossaryFront>(parts.front, self.mistakes);
        yaml::text(parts.front, read.sound, "title", read.value.title.as_ref(), self.mistakes);
        let sections = self.sections(path, parts, "## key: Term");
        let mut terms: Vec<(TermText, String)> = Vec::new();
        for section in sections {
            let (key, title) =
                section.heading.split_once(':').map_or((section.heading, ""), |(key, title)| (key, title));
            let (key, title) = (key.trim(), title.trim());
            if !is_key(key) || title.is_empty() {
                self.mistakes.note(
                    path,
                    section.line,
                    format!("`## {}` is no term; write `## key: Term`", section.heading),
                );
                continue;
            }
            if terms.iter().any(|(known, _)| known.key == key) {
                self.mistakes.note(path, section.line, format!("the term `{key}` stands here twice; keep one"));
                continue;
            }
            let term =
                TermText { key: key.to_owned(), line: section.line, title: title.to_owned(), html: String::new() };
            self.shelf.terms.insert(key.to_owned(), ShelfTerm { title: title.to_owned(), html: String::new() });
            terms.push((term, section.text));
        }
        // All keys are known by now, so that definitions may name each other.
        let mut done = Vec::new();
        for (mut term, text) in terms {
            term.html = self.render(path, term.line + 1, &text, Kind::Question);
            if let Some(known) = self.shelf.terms.get_mut(&term.key) {
                known.html = term.html.clone();
            }
            done.push(term);
        }
        Some(GlossaryText { file: path.to_owned(), terms: done })
    }
}
