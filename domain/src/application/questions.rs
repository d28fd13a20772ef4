//! The questions of one's own that an edition asks whoever applies.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::error::{Code, Refusal, Wrong};
use crate::language::{Language, Words};

/// Most questions of one edition: a form that is longer is not filled in.
const QUESTIONS_MOST: usize = 10;
/// Most characters of an answer.
const ANSWER_MOST: usize = 2_000;

crate::text_enum::text_enum! {
    /// How a question is answered.
    pub enum QuestionKind { Line => "line", Text => "text", Choice => "choice" }
}

/// A question, in each language that it was written in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Never used again in the same edition, so that an answer keeps its question.
    pub key: String,
    pub kind: QuestionKind,
    pub words: Words,
    pub required: bool,
    /// Of a choice: the answers to choose from.
    #[serde(default)]
    pub options: Vec<Words>,
}

/// The form of a new question, as typed. Options: one a line, in Spanish and after a bar in English.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionForm {
    #[serde(default)]
    pub edition: String,
    #[serde(default)]
    pub words_es: String,
    #[serde(default)]
    pub words_en: String,
    #[serde(default)]
    pub kind: String,
    #[serde(default)]
    pub options: String,
    #[serde(default)]
    pub required: Option<String>,
}

fn words(es: &str, en: &str) -> Words {
    let both = [(Language::Es, es.trim()), (Language::En, en.trim())];
    Words(
        both.into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(language, text)| (language, text.to_owned()))
            .collect(),
    )
}

impl QuestionForm {
    /// The question, with `key`, for an edition that has `there` already.
    ///
    /// # Errors
    /// `Invalid` naming each wrong field; `TooMany` past ten questions.
    pub fn checked(&self, key: String, there: usize) -> Result<Question, Refusal> {
        if there >= QUESTIONS_MOST {
            return Err(Code::QuestionsMany.into());
        }
        let mut wrong = Wrong::default();
        let (es, en) =
            (wrong.optional("words_es", &self.words_es, 300), wrong.optional("words_en", &self.words_en, 300));
        if es.is_none() && en.is_none() {
            wrong.note("words_es", Code::Required);
        }
        let kind = wrong.parse::<QuestionKind>("kind", &self.kind, Code::ChoiceUnknown);
        let options: Vec<Words> = self
            .options
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(|line| line.split_once('|').map_or_else(|| words(line, ""), |(es, en)| words(es, en)))
            .collect();
        if kind == Some(QuestionKind::Choice) && options.len() < 2 {
            wrong.note("options", Code::OptionsFew);
        }
        if self.options.chars().count() > 4_000 {
            wrong.note("options", Code::TooLong);
        }
        wrong.done()?;
        let kind = kind.ok_or(Code::Invalid)?;
        let options = if kind == QuestionKind::Choice { options } else { Vec::new() };
        Ok(Question {
            key,
            kind,
            words: words(&self.words_es, &self.words_en),
            required: self.required.is_some(),
            options,
        })
    }
}

/// What was answered to one question, with the question as it was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub question: Words,
    /// Of a choice: the option in every language, to be read in the reader's.
    pub text: Words,
}

/// The answers of a form, by the key of their question.
pub type Answers = BTreeMap<String, String>;

/// The name of a question's field among `answers`, which may not begin with a digit.
#[must_use]
pub fn answer_key(question: &Question) -> String {
    format!("answers[{}]", question.key)
}

impl Question {
    /// What was answered to it; None where it was left out. A choice is answered by its place, from 0.
    ///
    /// # Errors
    /// The code that its field gets: `Required`, `TooLong` or `ChoiceUnknown`.
    pub fn read(&self, answers: &Answers, language: Language) -> Result<Option<Answer>, Code> {
        let text = answers.get(&self.key).map_or("", |text| text.trim());
        if text.is_empty() {
            return if self.required { Err(Code::Required) } else { Ok(None) };
        }
        if text.chars().count() > ANSWER_MOST {
            return Err(Code::TooLong);
        }
        let text = match self.kind {
            QuestionKind::Choice => {
                let place: usize = text.parse().map_err(|_| Code::ChoiceUnknown)?;
                self.options.get(place).cloned().ok_or(Code::ChoiceUnknown)?
            }
            QuestionKind::Line | QuestionKind::Text => Words([(language, text.to_owned())].into()),
        };
        Ok(Some(Answer { question: self.words.clone(), text }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice() -> Question {
        let form = QuestionForm {
            words_es: "¿De qué institución?".into(),
            kind: "choice".into(),
            options: "Ministerio | Ministry\n\n Universidad".into(),
            required: Some("1".into()),
            ..QuestionForm::default()
        };
        form.checked("q1".into(), 0).unwrap()
    }

    #[test]
    fn a_choice_is_read_in_both_languages_and_nothing_else_is_an_answer() {
        let question = choice();
        let given = |text: &str| question.read(&Answers::from([("q1".into(), text.into())]), Language::En);
        assert_eq!(given("0").unwrap().unwrap().text, Words::es_en("Ministerio", "Ministry"));
        assert_eq!(given("1").unwrap().unwrap().text.get(Language::En), "Universidad");
        assert_eq!(given("2").unwrap_err(), Code::ChoiceUnknown);
        assert_eq!(given(" ").unwrap_err(), Code::Required);
    }

    #[test]
    fn a_question_says_what_it_lacks() {
        let empty = QuestionForm { kind: "choice".into(), options: "one".into(), ..QuestionForm::default() };
        let fields = empty.checked("q1".into(), 0).unwrap_err().fields;
        assert_eq!(fields, [("words_es".into(), Code::Required), ("options".into(), Code::OptionsFew)]);
        assert_eq!(QuestionForm::default().checked("q1".into(), 10).unwrap_err().code, Code::QuestionsMany);
    }
}
