//! The answers of a GIFT question: choices, pairs, what is typed, numbers.

use domain::draft::QuestionNote;
use domain::quiz::QuestionKind;

use super::gift::{cut, find, plain};
use super::{Choice, Found};

/// An answer: its mark, its share of the points in percent where it has one, its text, what is said to it.
struct Answer {
    right: bool,
    share: Option<f64>,
    text: String,
    feedback: String,
}

fn answers(text: &str, format: &str) -> Vec<Answer> {
    cut(text, &['=', '~'])
        .into_iter()
        .map(str::trim)
        .filter(|piece| piece.len() > 1 || piece.starts_with(['=', '~']))
        .filter_map(|piece| {
            let right = piece.starts_with('=');
            let piece = piece.strip_prefix(['=', '~'])?.trim();
            let weighted = piece.strip_prefix('%').and_then(|rest| rest.split_once('%'));
            let (share, piece) = match weighted.and_then(|(share, rest)| Some((share.trim().parse().ok()?, rest))) {
                Some((share, rest)) => (Some(share), rest),
                None => (None, piece),
            };
            let (text, feedback) = match find(piece, '#') {
                Some(place) => (&piece[..place], plain(&piece[place + 1..], format)),
                None => (piece, String::new()),
            };
            Some(Answer { right, share, text: text.trim().to_owned(), feedback })
        })
        .collect()
}

pub(super) fn listed(one: &mut Found, text: &str, format: &str) {
    let all = answers(text, format);
    if all.is_empty() {
        one.note(QuestionNote::Broken);
        return;
    }
    if all.iter().all(|answer| answer.right && answer.text.contains("->")) {
        one.question.kind = Some(QuestionKind::Matching);
        for answer in all {
            let (left, with) = answer.text.split_once("->").unwrap_or_default();
            if left.trim().is_empty() {
                one.note(QuestionNote::Distractors);
                continue;
            }
            let (text, with) = (plain(left, format), plain(with, format));
            one.question.options.push(Choice { right: true, text, with, feedback: answer.feedback });
        }
    } else if all.iter().all(|answer| answer.right) {
        one.question.kind = Some(QuestionKind::Short);
        for answer in all {
            match answer.share {
                _ if answer.text == "*" => one.question.other = answer.feedback,
                Some(share) if share < 100.0 => one.note(QuestionNote::PartialCredit),
                _ => one.question.options.push(Choice {
                    right: true,
                    text: plain(&answer.text, "markdown"),
                    feedback: answer.feedback,
                    ..Choice::default()
                }),
            }
        }
    } else {
        let several = all.iter().all(|answer| !answer.right);
        one.question.kind = Some(if several { QuestionKind::Multiple } else { QuestionKind::Single });
        for answer in all {
            let share = answer.share.unwrap_or(if answer.right { 100.0 } else { 0.0 });
            let right = if several { share > 0.0 } else { answer.right && share >= 100.0 };
            if !several && share > 0.0 && !right {
                one.note(QuestionNote::PartialCredit);
            }
            one.question.options.push(Choice {
                right,
                text: plain(&answer.text, format),
                feedback: answer.feedback,
                ..Choice::default()
            });
        }
    }
}

pub(super) fn numeric(one: &mut Found, text: &str, format: &str) {
    let all = if text.starts_with(['=', '~']) { answers(text, format) } else { answers(&format!("={text}"), format) };
    for answer in all {
        if !answer.right && answer.text.is_empty() {
            one.question.other = answer.feedback;
        } else if answer.share.is_some_and(|share| share < 100.0) {
            one.note(QuestionNote::PartialCredit);
        } else if !one.question.options.is_empty() {
            one.note(QuestionNote::SeveralNumbers);
        } else if let Some(text) = number(&answer.text) {
            one.question.options.push(Choice { right: true, text, feedback: answer.feedback, ..Choice::default() });
        } else {
            one.note(QuestionNote::Broken);
        }
    }
}

/// `3`, `3:1` or `2..4`, as our files write it.
fn number(text: &str) -> Option<String> {
    let read = |text: &str| text.trim().parse::<f64>().ok().filter(|number| number.is_finite());
    if let Some((from, to)) = text.split_once("..") {
        let (from, to) = (read(from)?, read(to)?);
        return Some(format!("{} +- {}", rounded((from + to) / 2.0), rounded((to - from).abs() / 2.0)));
    }
    match text.split_once(':') {
        Some((value, tolerance)) if read(tolerance)? != 0.0 => {
            Some(format!("{} +- {}", rounded(read(value)?), rounded(read(tolerance)?.abs())))
        }
        Some((value, _)) => read(value).map(rounded),
        None => read(text).map(rounded),
    }
}

/// To a millionth, which is as fine as the campus compares.
pub(super) fn rounded(number: f64) -> String {
    let text = format!("{number:.6}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
