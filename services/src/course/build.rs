//! A whole course from its files: every language read, compared with the first, and put together.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use domain::completion::Rule;
use domain::course::CourseContent;
use domain::language::Language;

use super::compare::compare;
use super::files::Source;
use super::mistakes::Mistakes;
use super::outline::{self, FILE, GLOSSARY, Outline};
use super::sources::Sources;
use super::texts::{self, Texts};
use super::together::together;
use super::yaml::is_key;
use super::{checks, media, rule};

/// A course whose files are right.
#[derive(Debug)]
pub(crate) struct Built {
    pub slug: String,
    pub content: CourseContent,
    /// The files themselves, to be worked on later.
    pub sources: Sources,
    /// What its texts show: name in the object store → bytes.
    pub media: BTreeMap<String, Cow<'static, [u8]>>,
    /// SHA-256 of the files that it was made from.
    pub files: String,
}

/// Builds a course.
///
/// # Errors
/// Every mistake in its files, as `file:line: text`.
pub(super) fn build(source: Source) -> Result<Built, Vec<String>> {
    let folder = source.folder.clone();
    checked(source).map_err(|mistakes| mistakes.into_lines(&folder))
}

/// The same.
///
/// # Errors
/// Every mistake in its files.
pub(crate) fn checked(mut source: Source) -> Result<Built, Mistakes> {
    let mut mistakes = std::mem::take(&mut source.mistakes);
    if !is_key(&source.slug) {
        mistakes.note(
            FILE,
            1,
            format!("the folder `{}` cannot be an address; use small letters, digits and hyphens", source.slug),
        );
    }
    let outline = match source.files.get(FILE) {
        Some(text) => outline::read(text, &mut mistakes),
        None => {
            mistakes.note(FILE, 1, "missing; a course is a folder with a course.yaml");
            None
        }
    };
    let Some(outline) = outline else { return Err(mistakes) };
    let all: Vec<(Language, Texts)> = outline
        .languages
        .iter()
        .map(|language| (*language, texts::read(&source, &outline, *language, &mut mistakes)))
        .collect();
    let used: BTreeSet<&String> = all.iter().flat_map(|(_, texts)| &texts.media).collect();
    if outline.sound {
        unnamed(&source, &outline, &used, &mut mistakes);
    }
    compare(&all, &mut mistakes);
    let mut content = together(&outline, &all);
    checks::whole(&outline, &content, &all, &mut mistakes);
    content.completion = match &outline.completion {
        Some(completion) => rule::read(completion, &content, &mut mistakes),
        None => Rule::Recorded,
    };
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let sources = Sources::of(&source);
    let media = used.into_iter().filter_map(|path| stored(path, &mut source.media)).collect();
    Ok(Built { slug: source.slug, content, sources, media, files: source.digest })
}

/// A medium under the name that it is stored by. A transcript is part of the content, and not stored.
fn stored(path: &str, media: &mut BTreeMap<String, Cow<'static, [u8]>>) -> Option<(String, Cow<'static, [u8]>)> {
    let bytes = media.remove(path)?;
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    Some((media::name_of(&bytes, ending), bytes))
}

/// Notes files that belong to nothing: usually a slip in a name, and never shown to anybody.
fn unnamed(source: &Source, outline: &Outline, used: &BTreeSet<&String>, mistakes: &mut Mistakes) {
    let mut named: BTreeSet<String> = outline.files().into_keys().collect();
    named.insert(GLOSSARY.to_owned());
    for path in source.files.keys().chain(source.media.keys()) {
        if media::in_media(path) {
            if !used.contains(path) {
                mistakes.note(path, 1, "no text shows this file; link to it or take it away");
            }
            continue;
        }
        let known = path.split_once('/').is_some_and(|(folder, name)| {
            folder.parse().is_ok_and(|language: Language| outline.languages.contains(&language)) && named.contains(name)
        });
        if path != FILE && !known {
            mistakes.note(path, 1, format!("{FILE} does not name this file; name it there or take it away"));
        }
    }
}
