//! What the files of a course say, field by field: read from one language's text, and written as one.
//!
//! `front` is the front matter, `blocks` the questions and terms under their headings. A new kind of part is read and
//! written here, and its fields are named in `domain::draft::shape`.

mod blocks;
mod front;

use domain::draft::{Part, PartKind};
use domain::language::Language;

pub(super) use blocks::{read as read_blocks, write as write_blocks};

/// A file of one language; None when it is of another form, and is mended as a text.
pub(super) fn read(kind: PartKind, language: Language, text: &str) -> Option<Part> {
    let rest = text.strip_prefix("---\n")?;
    let (front, body) = match rest.strip_prefix("---\n") {
        Some(body) => ("", body),
        None => rest.split_once("\n---\n").or_else(|| Some((rest.strip_suffix("\n---")?, "")))?,
    };
    let mut part = front::read(kind, language, front)?;
    if kind.shape().paged {
        part.parts = blocks::read(kind.shape().child?, language, body)?;
    } else {
        part.say(language, "body", body.trim_matches('\n').trim_end());
    }
    Some(part)
}

/// The file in one language.
pub(super) fn write(kind: PartKind, language: Language, part: &Part) -> String {
    let mut out = format!("---\n{}---\n", front::write(kind, language, part));
    let body = match kind.shape().child.filter(|_| kind.shape().paged) {
        Some(child) => blocks::write(child, language, &part.parts),
        None => part.text(language, "body").to_owned(),
    };
    if !body.trim().is_empty() {
        if kind.shape().paged {
            out.push('\n');
        }
        out.push_str(body.trim_end());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each file of the built-in courses is.
    fn kind_of(name: &str, text: &str) -> Option<PartKind> {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        Some(match file {
            _ if folder.ends_with("media") || !file.ends_with(".md") => return None,
            "course.md" => PartKind::About,
            "glossary.md" => PartKind::Glossary,
            "survey.md" => PartKind::Survey,
            "pre-test.md" | "post-test.md" => PartKind::EdgeTest,
            "final-test.md" | "check.md" => PartKind::Quiz,
            _ if text.contains("\nkind: worksheet\n") => PartKind::Worksheet,
            _ if text.contains("\nkind: assignment\n") => PartKind::Assignment,
            _ => PartKind::Lesson,
        })
    }

    /// Every file of the three courses, read and written: the course that comes out is the same, to the last letter of it.
    #[test]
    fn the_built_in_courses_come_out_as_they_went_in() {
        for source in crate::course::files::embedded() {
            let mut files = std::collections::BTreeMap::new();
            let mut seen = 0;
            for (name, text) in &source.files {
                let text = match kind_of(name, text) {
                    None => text.clone(),
                    Some(kind) => {
                        let language: Language = name.split('/').next().and_then(|word| word.parse().ok()).unwrap();
                        let part = read(kind, language, text).unwrap_or_else(|| panic!("{name} is not read"));
                        let written = write(kind, language, &part);
                        assert_eq!(read(kind, language, &written).as_ref(), Some(&part), "{name}:\n{written}");
                        seen += 1;
                        written
                    }
                };
                files.insert(name.clone(), text.into_bytes());
            }
            assert!(seen > 20, "{} {seen}", source.slug);
            files.extend(source.media.iter().map(|(name, bytes)| (name.clone(), bytes.to_vec())));
            let again = crate::course::files::Source::from_files(&source.slug, files);
            let (before, after) =
                (crate::course::build::checked(source).unwrap(), crate::course::build::checked(again).unwrap());
            assert_eq!(before.content, after.content);
        }
    }

    #[test]
    fn what_is_no_file_of_the_kind_is_left_to_be_mended_as_a_text() {
        for text in [
            "",
            "no front matter",
            "---\ntitle: [\n---\n",
            "---\ntitle: A\nsurprise: 1\n---\nText\n",
            "---\ntitle: A\n",
        ] {
            assert_eq!(read(PartKind::Lesson, Language::Es, text), None, "{text}");
        }
        assert!(read(PartKind::Quiz, Language::Es, "---\ntitle: A\n---\n\nText before a question\n").is_none());
        assert!(read(PartKind::Quiz, Language::Es, "---\ntitle: A\n---\n").unwrap().parts.is_empty());
    }
}
