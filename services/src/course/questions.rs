//! Question files: a knowledge check, or the bank of the final test.

use domain::quiz::QuestionKind;

use super::answers::{self, List};
use super::markdown::{self, Place};
use super::mistakes::Mistakes;
use super::yaml::is_key;

/// A question in one language.
#[derive(Debug)]
pub(super) struct QuestionText {
    pub key: String,
    /// None when the heading names no known kind, which is noted.
    pub kind: Option<QuestionKind>,
    /// From 1.
    pub objective: Option<u8>,
    pub line: usize,
    pub html: String,
    pub list: List,
}

/// A question as it stands in the file.
pub(super) struct Raw<'a> {
    heading: &'a str,
    pub line: usize,
    /// The first line of its text, and the text.
    text: Option<(usize, String)>,
    pub options: Vec<RawOption<'a>>,
}

/// A line of the list under a question.
pub(super) struct RawOption<'a> {
    pub line: usize,
    pub right: bool,
    pub text: &'a str,
    pub feedback: String,
}

/// What a heading says.
struct Heading {
    key: String,
    kind: Option<QuestionKind>,
    objective: Option<u8>,
}

/// Reads the questions of a file's body. `objectives` says how many the course has.
pub(super) fn read(body: &str, place: Place<'_>, objectives: usize, mistakes: &mut Mistakes) -> Vec<QuestionText> {
    let raw = cut(body, place, mistakes);
    let mut questions: Vec<QuestionText> = Vec::new();
    for question in &raw {
        let Some(Heading { key, kind, objective }) = heading(question, place, objectives, mistakes) else { continue };
        if let Some(first) = questions.iter().find(|known| known.key == key) {
            mistakes.note(
                place.file,
                question.line,
                format!("the question `{key}` stands in line {} already; give each its own key", first.line),
            );
        }
        if question.text.is_none() {
            mistakes.note(place.file, question.line, "the question has no text; write it under the heading");
        }
        let html = question
            .text
            .as_ref()
            .map(|(line, text)| markdown::render(text, Place { line: *line, ..place }, mistakes).html);
        let list = answers::read(question, kind, place, mistakes);
        questions.push(QuestionText {
            key,
            kind,
            objective,
            line: question.line,
            html: html.unwrap_or_default(),
            list,
        });
    }
    if raw.is_empty() {
        mistakes.note(place.file, place.line, "no questions; a question begins with `## key (single)`");
    }
    questions
}

fn cut<'a>(body: &'a str, place: Place<'_>, mistakes: &mut Mistakes) -> Vec<Raw<'a>> {
    let mut questions: Vec<Raw<'a>> = Vec::new();
    for (count, line) in body.lines().enumerate() {
        let at = place.line + count;
        if let Some(heading) = line.strip_prefix("## ") {
            questions.push(Raw { heading: heading.trim(), line: at, text: None, options: Vec::new() });
            continue;
        }
        let Some(question) = questions.last_mut() else {
            if !line.trim().is_empty() {
                mistakes.note(
                    place.file,
                    at,
                    "a text before the first question; a question begins with `## key (kind)`",
                );
            }
            continue;
        };
        if let Some((right, text)) = option(line) {
            question.options.push(RawOption { line: at, right, text, feedback: String::new() });
        } else if let Some(option) = question.options.last_mut() {
            match line.trim().strip_prefix('>') {
                Some(said) => option.feedback = format!("{} {}", option.feedback, said.trim()).trim().to_owned(),
                None if line.trim().is_empty() => {}
                None => mistakes.note(
                    place.file,
                    at,
                    "not an option (`- [ ] …` or `- [x] …`, on one line) nor its feedback (`  > …`)",
                ),
            }
        } else if let Some((_, text)) = &mut question.text {
            text.push('\n');
            text.push_str(line);
        } else if !line.trim().is_empty() {
            question.text = Some((at, line.to_owned()));
        }
    }
    questions
}

fn option(line: &str) -> Option<(bool, &str)> {
    let rest = line.strip_prefix("- [")?;
    let (mark, text) = rest.split_once(']')?;
    match mark {
        " " | "" => Some((false, text.trim())),
        "x" | "X" => Some((true, text.trim())),
        _ => None,
    }
}

fn heading(question: &Raw<'_>, place: Place<'_>, objectives: usize, mistakes: &mut Mistakes) -> Option<Heading> {
    let mut wrong = |text: String| mistakes.note(place.file, question.line, text);
    let parts = question.heading.strip_suffix(')').and_then(|heading| heading.rsplit_once('('));
    let Some((key, said)) = parts else {
        wrong(format!("`## {}` names no kind; write `## key (single)`", question.heading));
        return None;
    };
    let key = key.trim();
    if !is_key(key) {
        wrong(format!("`{key}` cannot be a key; use small letters, digits and hyphens"));
    }
    let (kind, objective) = said.split_once(',').map_or((said, None), |(kind, objective)| (kind, Some(objective)));
    let kind = kind.trim().parse().ok();
    if kind.is_none() {
        let known: Vec<_> = QuestionKind::ALL.iter().map(|kind| kind.as_str()).collect();
        wrong(format!("unknown kind of question `{}`; use {}", said.trim(), known.join(", ")));
    }
    let objective = objective.and_then(|said| {
        let number = said.trim().strip_prefix("objective ").and_then(|number| number.trim().parse::<u8>().ok());
        let number = number.filter(|number| *number > 0 && usize::from(*number) <= objectives.max(1));
        if number.is_none() && objectives > 0 {
            wrong(format!("`{}` is no objective; write `objective 1`, up to {objectives}", said.trim()));
        }
        number
    });
    Some(Heading { key: key.to_owned(), kind, objective })
}
