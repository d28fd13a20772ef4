//! Quizzes and their questions, as content.

use serde::{Deserialize, Serialize};

use crate::language::Words;

crate::text_enum::text_enum! {
    /// How a question is answered.
    pub enum QuestionKind {
        Single => "single",
        Multiple => "multiple",
        TrueFalse => "truefalse",
        /// Each option goes with one of the targets.
        Matching => "matching",
        /// The options are put in order.
        Ordering => "ordering",
        /// A few words; case, accents and spaces do not count.
        Short => "short",
        Numeric => "numeric",
    }
}

impl QuestionKind {
    /// Whether options are chosen.
    #[must_use]
    pub const fn is_choice(self) -> bool {
        matches!(self, Self::Single | Self::Multiple | Self::TrueFalse)
    }

    /// Whether each option gets a place: a target, or a position.
    #[must_use]
    pub const fn is_placing(self) -> bool {
        matches!(self, Self::Matching | Self::Ordering)
    }

    /// Whether the answer is typed.
    #[must_use]
    pub const fn is_typed(self) -> bool {
        matches!(self, Self::Short | Self::Numeric)
    }
}

crate::text_enum::text_enum! {
    /// Which of several attempts makes the grade.
    pub enum GradeMethod { Best => "best", Last => "last", Average => "average" }
}

crate::text_enum::text_enum! {
    /// When a submitted attempt tells what was right.
    pub enum FeedbackTime { AtOnce => "at-once", AfterDue => "after-due" }
}

/// The questions of a quiz and how it is taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiz {
    /// Percent of the questions that must be right; 0 where nothing is graded.
    pub pass: u8,
    /// How many questions an attempt draws, evenly over the objectives; None asks them all, in their order.
    pub draw: Option<u16>,
    /// How many attempts there are; None: any number.
    pub attempts: Option<u16>,
    /// Minutes between the end of an attempt and the next.
    pub wait: Option<u32>,
    /// Time limit of an attempt, in minutes.
    pub minutes: Option<u16>,
    /// Options in another order for each attempt.
    pub shuffle: bool,
    pub method: GradeMethod,
    pub feedback: FeedbackTime,
    pub questions: Vec<Question>,
}

impl Quiz {
    /// How many questions an attempt asks.
    #[must_use]
    pub fn asked(&self) -> u16 {
        let all = u16::try_from(self.questions.len()).unwrap_or(u16::MAX);
        self.draw.map_or(all, |draw| draw.min(all))
    }

    /// The question with this key.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.key == key)
    }
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub key: String,
    pub kind: QuestionKind,
    /// The objective that it covers, from 1.
    pub objective: Option<u8>,
    pub html: Words,
    /// Of a choice: in the written order. Of matching and ordering: already scrambled, so that their order tells nothing.
    pub options: Vec<AnswerOption>,
    /// Of matching: what the options go with, scrambled as well.
    #[serde(default)]
    pub targets: Vec<Words>,
    /// Of a short answer: what is accepted in any language, folded (see `fold`).
    #[serde(default)]
    pub accepted: Vec<String>,
    /// Of a numeric question.
    #[serde(default)]
    pub number: Option<Number>,
    /// Of a typed answer: the right one as it is shown.
    #[serde(default)]
    pub shown: Words,
    /// Of a typed answer: what is said to a right one, and to any other.
    #[serde(default)]
    pub said_right: Words,
    #[serde(default)]
    pub said_other: Words,
}

/// One possible answer, and what is said to whoever chose it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerOption {
    pub html: Words,
    pub feedback: Words,
    /// Of a choice.
    pub right: bool,
    /// Of matching: the place of its target. Of ordering: its position. Both from 0.
    #[serde(default)]
    pub target: Option<u8>,
}

/// A number with the deviation that is still right, both in millionths, so that no rounding decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Number {
    pub value: i64,
    pub tolerance: i64,
}

impl Number {
    /// Millionths of a decimal number as people write it: `12.5`, `12,5`, `-3`, `1 250`. Further decimals are cut off.
    #[must_use]
    pub fn millionths(text: &str) -> Option<i64> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let text = text.trim_end_matches('%').replace(',', ".");
        let (sign, digits) = text.strip_prefix('-').map_or((1, text.as_str()), |rest| (-1, rest));
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let sound = |digits: &str| digits.chars().all(|c| c.is_ascii_digit());
        if (whole.is_empty() && part.is_empty()) || !sound(whole) || !sound(part) {
            return None;
        }
        let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
        let part: String = part.chars().chain("000000".chars()).take(6).collect();
        whole.checked_mul(1_000_000)?.checked_add(part.parse().ok()?)?.checked_mul(sign)
    }

    /// The value as a decimal number with a point, without needless zeros.
    #[must_use]
    pub fn decimal(self) -> String {
        let sign = if self.value < 0 { "-" } else { "" };
        let (whole, part) = (self.value.unsigned_abs() / 1_000_000, self.value.unsigned_abs() % 1_000_000);
        let part = format!("{part:06}");
        match part.trim_end_matches('0') {
            "" => format!("{sign}{whole}"),
            part => format!("{sign}{whole}.{part}"),
        }
    }

    /// Whether the number is near enough.
    #[must_use]
    pub const fn takes(self, millionths: i64) -> bool {
        self.value.abs_diff(millionths) <= self.tolerance.unsigned_abs()
    }
}

/// A short answer without what does not count: case, accents, spaces and punctuation at its ends and between its words.
#[must_use]
pub fn fold(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let bare: String = text
        .nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_spaces_do_not_count() {
        assert_eq!(fold("  Brecha   de GÉNERO. "), "brecha de genero");
        assert_eq!(fold("¿Equidad?"), "equidad");
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        assert_eq!(Number::millionths("12,5"), Some(12_500_000));
        assert_eq!(Number::millionths(" 1 250.25 %"), Some(1_250_250_000));
        assert_eq!(Number::millionths("-.5"), Some(-500_000));
        for wrong in ["", "-", "1.2.3", "doce", "1e3", "."] {
            assert_eq!(Number::millionths(wrong), None, "{wrong}");
        }
        let number = Number { value: 12_500_000, tolerance: 500_000 };
        assert_eq!(number.decimal(), "12.5");
        assert_eq!(Number { value: -3_000_000, tolerance: 0 }.decimal(), "-3");
        assert!(number.takes(13_000_000) && number.takes(12_000_000) && !number.takes(13_000_001));
    }
}
