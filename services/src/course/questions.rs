//! Question files: a knowledge check, or the bank of the final test.

use domain::quiz::QuestionKind;

use super::markdown::{self, Kind, Place};
use super::mistakes::Mistakes;

/// A question in one language.
#[derive(Debug)]
pub(super) struct QuestionText {
    pub key: String,
    /// None when the heading names no known kind, which is noted.
    pub kind: Option<QuestionKind>,
    pub line: usize,
    pub html: String,
    pub options: Vec<OptionText>,
}

/// An option in one language.
#[derive(Debug)]
pub(super) struct OptionText {
    pub right: bool,
    pub html: String,
    pub feedback: String,
}

/// A question as it stands in the file.
struct Raw<'a> {
    heading: &'a str,
    line: usize,
    /// The first line of its text, and the text.
    text: Option<(usize, String)>,
    options: Vec<RawOption<'a>>,
}

struct RawOption<'a> {
    line: usize,
    right: bool,
    text: &'a str,
    feedback: String,
}

/// Reads the questions of a file's body.
pub(super) fn read(body: &str, place: Place<'_>, mistakes: &mut Mistakes) -> Vec<QuestionText> {
    let raw = cut(body, place, mistakes);
    let mut questions: Vec<QuestionText> = Vec::new();
    for question in &raw {
        let Some((key, kind)) = heading(question, place, mistakes) else { continue };
        if let Some(first) = questions.iter().find(|known| known.key == key) {
            mistakes.note(
                place.file,
                question.line,
                format!("the question `{key}` stands in line {} already; give each its own key", first.line),
            );
        }
        check(question, kind, place, mistakes);
        questions.push(render(question, key, kind, place, mistakes));
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

fn heading(question: &Raw<'_>, place: Place<'_>, mistakes: &mut Mistakes) -> Option<(String, Option<QuestionKind>)> {
    let parts = question.heading.strip_suffix(')').and_then(|heading| heading.rsplit_once('('));
    let Some((key, kind)) = parts else {
        mistakes.note(
            place.file,
            question.line,
            format!("`## {}` names no kind; write `## key (single)`", question.heading),
        );
        return None;
    };
    let key = key.trim();
    if !super::outline::is_key(key) {
        mistakes.note(
            place.file,
            question.line,
            format!("`{key}` cannot be a key; use small letters, digits and hyphens"),
        );
    }
    match kind.trim().parse() {
        Ok(kind) => Some((key.to_owned(), Some(kind))),
        Err(_) => {
            let known: Vec<_> = QuestionKind::ALL.iter().map(|kind| kind.as_str()).collect();
            mistakes.note(
                place.file,
                question.line,
                format!("unknown kind of question `{}`; use {}", kind.trim(), known.join(", ")),
            );
            Some((key.to_owned(), None))
        }
    }
}

fn check(question: &Raw<'_>, kind: Option<QuestionKind>, place: Place<'_>, mistakes: &mut Mistakes) {
    let mut wrong = |line: usize, text: &str| mistakes.note(place.file, line, text);
    if question.text.is_none() {
        wrong(question.line, "the question has no text; write it under the heading");
    }
    let (all, right) = (question.options.len(), question.options.iter().filter(|option| option.right).count());
    if kind == Some(QuestionKind::TrueFalse) && all != 2 {
        wrong(question.line, "a `truefalse` question has two options");
    } else if all < 2 {
        wrong(question.line, "a question has at least two options: `- [ ] …` and `- [x] …`");
    }
    match (kind, right) {
        (_, 0) => wrong(question.line, "no right answer; mark it with `- [x]`"),
        (Some(QuestionKind::Single | QuestionKind::TrueFalse), 2..) => {
            wrong(question.line, "several right answers where one may be chosen; keep one `[x]` or make it `multiple`");
        }
        (Some(QuestionKind::Multiple), 1) => {
            wrong(question.line, "a `multiple` question has two or more right answers; mark them or make it `single`")
        }
        (Some(QuestionKind::Multiple), right) if right == all => {
            wrong(question.line, "every option is right; add one that is not")
        }
        _ => {}
    }
    for option in &question.options {
        if option.text.is_empty() {
            wrong(option.line, "the option has no text");
        }
        if option.feedback.is_empty() {
            wrong(option.line, "the option has no feedback; add a line `  > …` below it");
        }
    }
}

fn render(
    question: &Raw<'_>,
    key: String,
    kind: Option<QuestionKind>,
    place: Place<'_>,
    mistakes: &mut Mistakes,
) -> QuestionText {
    let mut at = |line: usize, text: &str, whole: bool| {
        let place = Place { line, kind: Kind::Question, ..place };
        if text.is_empty() {
            String::new()
        } else if whole {
            markdown::render(text, place, mistakes).html
        } else {
            markdown::render_line(text, place, mistakes)
        }
    };
    let html = question.text.as_ref().map(|(line, text)| at(*line, text, true)).unwrap_or_default();
    let options = question
        .options
        .iter()
        .map(|option| OptionText {
            right: option.right,
            html: at(option.line, option.text, false),
            feedback: markdown::plain(&option.feedback),
        })
        .collect();
    QuestionText { key, kind, line: question.line, html, options }
}
