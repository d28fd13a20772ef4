//! The closing survey in one language.

use domain::course::SurveyKind;
use serde::Deserialize;
use serde_saphyr::Spanned;

use super::markdown::{Kind, plain};
use super::outline::SURVEY;
use super::texts::Reader;
use super::yaml::{self, Parts, is_key};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct SurveyFront {
    title: Option<Spanned<String>>,
}

/// The survey in one language.
#[derive(Debug)]
pub(super) struct SurveyText {
    pub file: String,
    pub title: String,
    pub questions: Vec<SurveyQuestionText>,
}

/// A question of the survey in one language.
#[derive(Debug)]
pub(super) struct SurveyQuestionText {
    pub key: String,
    pub kind: SurveyKind,
    pub html: String,
    /// Plain texts, of a choice.
    pub options: Vec<String>,
}

/// What stands under a heading of the second level.
pub(super) struct Section<'a> {
    pub heading: &'a str,
    pub line: usize,
    /// With its lines where they stand: it begins in the line after the heading.
    pub text: String,
}

impl<'a> Reader<'a> {
    /// Cuts a body at its headings `## …`.
    pub(super) fn sections(&mut self, path: &str, parts: Parts<'a>, form: &str) -> Vec<Section<'a>> {
        let mut sections: Vec<Section<'a>> = Vec::new();
        for (count, line) in parts.body.lines().enumerate() {
            let at = parts.body_line + count;
            if let Some(heading) = line.strip_prefix("## ") {
                sections.push(Section { heading: heading.trim(), line: at, text: String::new() });
            } else if let Some(section) = sections.last_mut() {
                section.text.push_str(line);
                section.text.push('\n');
            } else if !line.trim().is_empty() {
                self.mistakes.note(path, at, format!("a text before the first heading; write `{form}` above it"));
            }
        }
        if sections.is_empty() {
            self.mistakes.note(path, parts.body_line, format!("nothing here; begin with `{form}`"));
        }
        sections
    }

    /// Reads the survey, if it is there.
    pub(super) fn survey(&mut self) -> Option<SurveyText> {
        let path = self.find(&format!("{SURVEY}.md"))?;
        let parts = self.parts(path)?;
        let read = yaml::read::<SurveyFront>(parts.front, self.mistakes);
        let title = yaml::text(parts.front, read.sound, "title", read.value.title.as_ref(), self.mistakes);
        let mut questions: Vec<SurveyQuestionText> = Vec::new();
        for section in self.sections(path, parts, "## key (scale)") {
            let Some((key, kind)) = self.survey_heading(path, &section) else { continue };
            if questions.iter().any(|known| known.key == key) {
                self.mistakes.note(path, section.line, format!("the question `{key}` stands here twice; rename one"));
            }
            let mut options = Vec::new();
            let mut text = String::new();
            for line in section.text.lines() {
                match line.strip_prefix("- ").filter(|_| kind == SurveyKind::Choice) {
                    Some(option) => options.push(plain(option)),
                    None => {
                        text.push_str(line);
                        text.push('\n');
                    }
                }
            }
            if kind == SurveyKind::Choice && options.len() < 2 {
                self.mistakes.note(path, section.line, "a `choice` has at least two options: `- …`");
            }
            let html = self.render(path, section.line + 1, &text, Kind::Question);
            questions.push(SurveyQuestionText { key, kind, html, options });
        }
        Some(SurveyText { file: path.to_owned(), title, questions })
    }

    fn survey_heading(&mut self, path: &str, section: &Section<'_>) -> Option<(String, SurveyKind)> {
        let parts = section.heading.strip_suffix(')').and_then(|heading| heading.rsplit_once('('));
        let read = parts.and_then(|(key, kind)| Some((key.trim(), kind.trim().parse().ok()?)));
        match read.filter(|(key, _)| is_key(key)) {
            Some((key, kind)) => Some((key.to_owned(), kind)),
            None => {
                let known: Vec<_> = SurveyKind::ALL.iter().map(|kind| kind.as_str()).collect();
                let text = format!(
                    "`## {}` is no question; write `## key (kind)`, a kind of {}",
                    section.heading,
                    known.join(", ")
                );
                self.mistakes.note(path, section.line, text);
                None
            }
        }
    }
}
