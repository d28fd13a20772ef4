//! Questions from the files of other platforms: Moodle XML, GIFT and Aiken.
//!
//! Each reader gives `Found`s; `report` makes of them the notation of the course's own files, and says of every question what
//! was lost or why it was not read. A new form of file is a reader here and a line in `read`.

mod aiken;
mod gift;
mod gift_answers;
mod tree;
mod xml;

use domain::draft::{Part, PartKind, QuestionNote, QuestionReport, QuestionRow};
use domain::error::{Code, Refusal};
use domain::language::Language;
use domain::quiz::QuestionKind;

use super::{edit, part, store};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::policy;

/// Most bytes of a file of questions.
pub const QUESTIONS_MAX: u64 = 8 << 20;
/// How many characters of a question name it.
const NAME_MAX: usize = 80;

/// A question of a file.
#[derive(Debug, Default)]
struct Found {
    line: usize,
    name: String,
    question: Question,
    notes: Vec<QuestionNote>,
}

/// A question in one language, before it is written.
#[derive(Debug, Default)]
struct Question {
    kind: Option<QuestionKind>,
    /// Markdown.
    text: String,
    options: Vec<Choice>,
    /// What is said to any other answer, of those that are typed.
    other: String,
}

#[derive(Debug, Default)]
struct Choice {
    right: bool,
    text: String,
    with: String,
    feedback: String,
}

impl Found {
    fn note(&mut self, note: QuestionNote) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// Notes what the campus's own kinds ask for.
    fn check(&mut self) {
        let Some(kind) = self.question.kind else { return };
        let right = self.question.options.iter().filter(|option| option.right).count();
        let all = self.question.options.len();
        if right == 0 && (kind.is_choice() || kind.is_typed()) {
            self.note(QuestionNote::NoRightAnswer);
        } else if all < 2 && !kind.is_typed() {
            self.note(QuestionNote::AnswersFew);
        }
    }
}

/// Reads a file, whichever of the forms it has.
///
/// # Errors
/// `Invalid` with the field `file` when it is none of them, or no text.
pub fn read(bytes: &[u8], language: Language) -> Result<QuestionReport> {
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::field("file", Code::TextUnreadable))?;
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let found = if text.trim_start().starts_with('<') {
        xml::read(&text, language).ok_or_else(|| Refusal::field("file", Code::FileKindWrong))?
    } else if text.lines().any(|line| line.trim_start().to_uppercase().starts_with("ANSWER:")) {
        aiken::read(&text)
    } else {
        gift::read(&text, language)
    };
    if found.is_empty() {
        return Err(Refusal::field("file", Code::FileKindWrong).into());
    }
    Ok(report(found, language))
}

fn report(found: Vec<Found>, language: Language) -> QuestionReport {
    let mut report = QuestionReport::default();
    let mut parts = Vec::new();
    for mut one in found {
        one.check();
        let row =
            QuestionRow { line: u32::try_from(one.line).unwrap_or(u32::MAX), name: named(&one), notes: one.notes };
        if row.is_read() {
            let mut part = to_part(one.question, language);
            part.share("key", &format!("question-{}", parts.len() + 1));
            parts.push(part);
        }
        report.rows.push(row);
    }
    report.blocks = part::write_blocks(PartKind::Question, language, &parts);
    report
}

fn named(one: &Found) -> String {
    let name = if one.name.trim().is_empty() { &one.question.text } else { &one.name };
    name.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(NAME_MAX).collect()
}

fn to_part(question: Question, language: Language) -> Part {
    let mut part = Part::default();
    let kind = question.kind.unwrap_or(QuestionKind::Single);
    part.share("kind", kind.as_str());
    part.say(language, "text", question.text.trim());
    part.say(language, "other", &line(&question.other));
    for option in question.options {
        // Wrong forms of what is typed are not kept: they are noted.
        if kind.is_typed() && !option.right {
            continue;
        }
        let mut one = Part::default();
        if kind.is_choice() && option.right {
            one.share("right", "1");
        }
        one.say(language, "text", &line(&option.text));
        one.say(language, "with", &line(&option.with));
        one.say(language, "feedback", &line(&option.feedback));
        part.parts.push(one);
    }
    part
}

fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The two answers to a statement.
fn true_false(language: Language, is_true: bool, said: [String; 2]) -> Vec<Choice> {
    let words = match language {
        Language::Es => ["Verdadero", "Falso"],
        Language::En => ["True", "False"],
    };
    let [to_true, to_false] = said;
    vec![
        Choice { right: is_true, text: words[0].to_owned(), feedback: to_true, ..Choice::default() },
        Choice { right: !is_true, text: words[1].to_owned(), feedback: to_false, ..Choice::default() },
    ]
}

/// Puts questions that `read` gave at the end of a quiz of a draft; gives how many.
///
/// # Errors
/// `BadRequest` when they are not in its notation; `NotFound`, `FileUnreadable`, `SignInFirst`, `NotForYou`.
pub async fn add_questions(ctx: &Ctx, slug: &str, key: &str, language: Language, blocks: &str) -> Result<usize> {
    policy::may_staff(ctx)?;
    let parts = part::read_blocks(PartKind::Question, language, &blocks.replace("\r\n", "\n"));
    let parts = parts.filter(|parts| !parts.is_empty()).ok_or(Code::BadRequest)?;
    store::change(ctx, slug, |files| edit::append(files, key, parts)).await
}
