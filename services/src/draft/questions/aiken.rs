//! Aiken: a question, its answers each with a letter, and a line that says which is right.

use domain::draft::QuestionNote;
use domain::quiz::QuestionKind;

use super::{Choice, Found, Question};

pub(super) fn read(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut now = Open::default();
    for (place, line) in text.lines().enumerate() {
        let line = line.trim();
        let at = place + 1;
        if let Some(letter) = answer(line) {
            found.extend(now.close(at, Some(letter)));
        } else if let Some((letter, text)) = option(line) {
            now.begin(at);
            now.options.push((letter, text.to_owned()));
        } else if !line.is_empty() {
            // A new text after answers: the question before was never finished.
            if !now.options.is_empty() {
                found.extend(now.close(at, None));
            }
            now.begin(at);
            now.text.push(line.to_owned());
        }
    }
    found.extend(now.close(0, None));
    found
}

#[derive(Default)]
struct Open {
    line: usize,
    text: Vec<String>,
    options: Vec<(char, String)>,
}

impl Open {
    fn begin(&mut self, at: usize) {
        if self.line == 0 {
            self.line = at;
        }
    }

    fn close(&mut self, at: usize, right: Option<String>) -> Option<Found> {
        let open = std::mem::take(self);
        if open.line == 0 && right.is_none() {
            return None;
        }
        let line = if open.line == 0 { at } else { open.line };
        let mut one = Found { line, ..Found::default() };
        let letter = right.as_deref().and_then(|word| word.chars().next());
        let single = right.as_deref().is_some_and(|word| word.chars().count() == 1);
        let text = open.text.join("\n");
        if text.is_empty() || !single {
            one.name = open.options.first().map(|(_, text)| text.clone()).unwrap_or_default();
            one.question.text = text;
            one.note(QuestionNote::Broken);
            return Some(one);
        }
        let options = open.options.into_iter().map(|(own, text)| Choice {
            right: Some(own) == letter,
            text: literal(&text),
            ..Choice::default()
        });
        one.question = Question {
            kind: Some(QuestionKind::Single),
            text: literal(&text),
            options: options.collect(),
            ..Question::default()
        };
        Some(one)
    }
}

/// The letter after `ANSWER:`.
fn answer(line: &str) -> Option<String> {
    let (word, rest) = line.split_once(':')?;
    word.trim().eq_ignore_ascii_case("answer").then(|| rest.trim().to_uppercase())
}

/// `A) text` or `A. text`.
fn option(line: &str) -> Option<(char, &str)> {
    let mut chars = line.chars();
    let letter = chars.next().filter(char::is_ascii_uppercase)?;
    let mark = chars.next()?;
    matches!(mark, ')' | '.').then(|| (letter, chars.as_str().trim()))
}

/// A text of no notation, in ours.
pub(super) fn literal(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('<', "\\<")
        .replace('*', "\\*")
        .replace('_', "\\_")
        .replace('[', "\\[")
        .replace('`', "\\`")
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "Who counts\nunpaid work?\nA) Time-use surveys\nB) The price index\nANSWER: A\n\nA. Nobody asked\n\nANSWER: nothing\n\nOne answer alone\nA) This\nANSWER: A\n\nNever finished\nA) One\nB) Two\n\nWhich is <b>no</b> tag?\nA)That\nB)This\nanswer: b";

    #[test]
    fn what_is_whole_is_read_and_the_rest_is_named_with_its_line() {
        let mut found = read(FILE);
        found.iter_mut().for_each(Found::check);
        let told: Vec<_> = found.iter().map(|one| (one.line, one.notes.clone())).collect();
        let expected = [
            (1, vec![]),
            (7, vec![QuestionNote::Broken]),
            (11, vec![QuestionNote::AnswersFew]),
            (15, vec![QuestionNote::Broken]),
            (19, vec![]),
        ];
        assert_eq!(told, expected);
        assert_eq!(found[0].question.text, "Who counts\nunpaid work?");
        assert!(found[0].question.options[0].right && !found[0].question.options[1].right);
        assert_eq!(found[4].question.text, "Which is \\<b>no\\</b> tag?");
        assert!(found[4].question.options[1].right);
    }
}
