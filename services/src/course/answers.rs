//! The list under a question: options, pairs, an order, or what is accepted. Each kind reads it in its own way.

use domain::quiz::{Number, QuestionKind, fold};

use super::markdown::{self, Place};
use super::mistakes::Mistakes;
use super::questions::{Raw, RawOption};

/// Least lines of what is put in order, so that chance rarely does it.
const LEAST_PLACES: usize = 3;

/// A question's list in one language.
#[derive(Debug, Default)]
pub(super) struct List {
    pub options: Vec<OptionText>,
    pub typed: TypedText,
}

/// An option in one language.
#[derive(Debug)]
pub(super) struct OptionText {
    pub right: bool,
    pub html: String,
    pub feedback: String,
    /// Of matching: what it goes with.
    pub with: String,
}

/// What a typed answer is compared with, in one language.
#[derive(Debug, Default)]
pub(super) struct TypedText {
    /// Folded.
    pub accepted: Vec<String>,
    pub number: Option<Number>,
    pub shown: String,
    pub said_right: String,
    pub said_other: String,
}

/// Reads and checks the list of a question.
pub(super) fn read(question: &Raw<'_>, kind: Option<QuestionKind>, place: Place<'_>, mistakes: &mut Mistakes) -> List {
    let mut reader = Reader { question, place, mistakes };
    match kind {
        Some(kind @ (QuestionKind::Short | QuestionKind::Numeric)) => reader.typed(kind),
        Some(kind @ (QuestionKind::Matching | QuestionKind::Ordering)) => reader.placed(kind),
        _ => reader.chosen(kind),
    }
}

struct Reader<'a> {
    question: &'a Raw<'a>,
    place: Place<'a>,
    mistakes: &'a mut Mistakes,
}

impl Reader<'_> {
    fn wrong(&mut self, line: usize, text: &str) {
        self.mistakes.note(self.place.file, line, text);
    }

    fn line(&mut self, line: usize, text: &str) -> String {
        if text.is_empty() {
            return String::new();
        }
        markdown::render_line(text, Place { line, ..self.place }, self.mistakes)
    }

    fn feedback(&mut self, option: &RawOption<'_>) -> String {
        if option.feedback.is_empty() {
            self.wrong(option.line, "the option has no feedback; add a line `  > …` below it");
        }
        markdown::plain(&option.feedback)
    }

    fn chosen(&mut self, kind: Option<QuestionKind>) -> List {
        let question = self.question;
        let (all, right) = (question.options.len(), question.options.iter().filter(|option| option.right).count());
        if kind == Some(QuestionKind::TrueFalse) && all != 2 {
            self.wrong(question.line, "a `truefalse` question has two options");
        } else if all < 2 {
            self.wrong(question.line, "a question has at least two options: `- [ ] …` and `- [x] …`");
        }
        let text = match (kind, right) {
            (_, 0) => "no right answer; mark it with `- [x]`",
            (Some(QuestionKind::Single | QuestionKind::TrueFalse), 2..) => {
                "several right answers where one may be chosen; keep one `[x]` or make it `multiple`"
            }
            (Some(QuestionKind::Multiple), 1) => {
                "a `multiple` question has two or more right answers; mark them or make it `single`"
            }
            (Some(QuestionKind::Multiple), right) if right == all => "every option is right; add one that is not",
            _ => "",
        };
        if !text.is_empty() {
            self.wrong(question.line, text);
        }
        let options = question.options.iter().map(|option| {
            if option.text.is_empty() {
                self.wrong(option.line, "the option has no text");
            }
            let (html, feedback) = (self.line(option.line, option.text), self.feedback(option));
            OptionText { right: option.right, html, feedback, with: String::new() }
        });
        List { options: options.collect(), ..List::default() }
    }

    fn placed(&mut self, kind: QuestionKind) -> List {
        let question = self.question;
        if question.options.len() < LEAST_PLACES {
            self.wrong(
                question.line,
                "fewer than three lines; chance would answer it: write more, or make it `single`",
            );
        }
        if question.options.len() > usize::from(u8::MAX) {
            self.wrong(question.line, "more lines than anybody can place");
        }
        let mut options: Vec<OptionText> = Vec::new();
        for option in &question.options {
            if !option.right {
                self.wrong(option.line, "every line of this kind is marked `- [x]`");
            }
            let (left, with) = match (kind, option.text.split_once("=>")) {
                (QuestionKind::Matching, Some((left, with))) => (left.trim(), with.trim()),
                _ => (option.text, ""),
            };
            if left.is_empty() || (kind == QuestionKind::Matching && with.is_empty()) {
                let form = if kind == QuestionKind::Matching { "`- [x] left => right`" } else { "`- [x] item`" };
                self.wrong(option.line, &format!("not of the form {form}"));
            }
            let (html, with) = (self.line(option.line, left), self.line(option.line, with));
            if !html.is_empty() && options.iter().any(|known| known.html == html) {
                self.wrong(option.line, "the same text stands in this list already");
            }
            let feedback = self.feedback(option);
            options.push(OptionText { right: true, html, feedback, with });
        }
        if kind == QuestionKind::Matching
            && options.iter().all(|option| Some(&option.with) == options.first().map(|o| &o.with))
        {
            self.wrong(question.line, "every left goes with the same right; there is nothing to match");
        }
        List { options, ..List::default() }
    }

    fn typed(&mut self, kind: QuestionKind) -> List {
        let question = self.question;
        let mut typed = TypedText::default();
        let mut other = false;
        for option in &question.options {
            match (option.right, option.text) {
                (false, "*") if !other => {
                    other = true;
                    typed.said_other = self.feedback(option);
                }
                (false, _) => self.wrong(option.line, "only one wrong line here: `- [ ] *`, for any other answer"),
                (true, text) if typed.shown.is_empty() => {
                    typed.shown = text.split("+-").next().unwrap_or(text).trim().to_owned();
                    typed.said_right = self.feedback(option);
                    self.accept(kind, option, &mut typed);
                }
                (true, _) => self.accept(kind, option, &mut typed),
            }
        }
        if typed.shown.is_empty() {
            self.wrong(question.line, "no right answer; write it as `- [x] …`");
        }
        if !other {
            self.wrong(question.line, "nothing is said to any other answer; add `- [ ] *` and its feedback");
        }
        List { options: Vec::new(), typed }
    }

    fn accept(&mut self, kind: QuestionKind, option: &RawOption<'_>, typed: &mut TypedText) {
        if kind == QuestionKind::Short {
            let folded = fold(option.text);
            if folded.is_empty() {
                self.wrong(option.line, "an accepted answer has letters or digits");
            }
            if folded.chars().count() > domain::quiz::TYPED_MAX {
                self.wrong(option.line, "longer than anybody may type");
            }
            if !typed.accepted.contains(&folded) {
                typed.accepted.push(folded);
            }
            return;
        }
        let (value, tolerance) = option.text.split_once("+-").unwrap_or((option.text, "0"));
        let number = Number::millionths(value).zip(Number::millionths(tolerance));
        match number.filter(|(_, tolerance)| *tolerance >= 0) {
            _ if typed.number.is_some() => self.wrong(option.line, "a `numeric` question has one right number"),
            Some((value, tolerance)) => typed.number = Some(Number { value, tolerance }),
            None => self.wrong(option.line, "not a number; write `- [x] 12.5` or `- [x] 12.5 +- 0.5`"),
        }
    }
}
