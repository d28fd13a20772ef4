//! What an answer is worth. The server alone decides; a page only shows.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::question::{Number, Question, QuestionKind, Quiz, fold};
use super::{FeedbackTime, Score};
use crate::error::{Code, Refusal, Wrong};
use crate::id::AttemptId;

/// The longest typed answer, in characters.
pub const TYPED_MAX: usize = 300;

/// The answer to one question, as a form gives it: of a choice the places of the chosen options; of matching and ordering
/// one entry for each option, the place it was given or nothing; of the others what was typed. Places count from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answer(pub Vec<String>);

/// The answers of an attempt, by the question's key.
pub type Answers = BTreeMap<String, Answer>;

impl Answer {
    /// Whether nothing was chosen, placed or typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|text| text.trim().is_empty())
    }

    /// The chosen options of a choice.
    #[must_use]
    pub fn chosen(&self) -> BTreeSet<u8> {
        self.0.iter().filter_map(|text| text.trim().parse().ok()).collect()
    }

    /// The place that the option was given.
    #[must_use]
    pub fn placed(&self, option: usize) -> Option<u8> {
        self.0.get(option)?.trim().parse().ok()
    }

    /// What was typed.
    #[must_use]
    pub fn typed(&self) -> &str {
        self.0.first().map_or("", |text| text.trim())
    }
}

impl Question {
    /// Whether the answer is right. There is no part credit: a half-right reading of an indicator is a wrong one.
    #[must_use]
    pub fn is_right(&self, answer: &Answer) -> bool {
        if answer.is_empty() {
            return false;
        }
        match self.kind {
            QuestionKind::Single | QuestionKind::Multiple | QuestionKind::TrueFalse => {
                let chosen = answer.chosen();
                self.options.iter().zip(0_u8..).all(|(option, place)| chosen.contains(&place) == option.right)
            }
            QuestionKind::Matching | QuestionKind::Ordering => {
                self.options.iter().enumerate().all(|(place, option)| answer.placed(place) == option.target)
            }
            QuestionKind::Short => self.accepted.contains(&fold(answer.typed())),
            QuestionKind::Numeric => {
                self.number.zip(Number::millionths(answer.typed())).is_some_and(|(number, typed)| number.takes(typed))
            }
        }
    }

    /// The right answer.
    #[must_use]
    pub fn right_answer(&self) -> Answer {
        Answer(match self.kind {
            QuestionKind::Single | QuestionKind::Multiple | QuestionKind::TrueFalse => (0_u8..)
                .zip(&self.options)
                .filter(|(_, option)| option.right)
                .map(|(place, _)| place.to_string())
                .collect(),
            QuestionKind::Matching | QuestionKind::Ordering => self
                .options
                .iter()
                .map(|option| option.target.map_or_else(String::new, |place| place.to_string()))
                .collect(),
            QuestionKind::Short => self.accepted.first().cloned().into_iter().collect(),
            QuestionKind::Numeric => self.number.map(Number::decimal).into_iter().collect(),
        })
    }

    /// How many places an option can be given: targets of matching, positions of ordering.
    #[must_use]
    pub fn places(&self) -> usize {
        if self.kind == QuestionKind::Matching { self.targets.len() } else { self.options.len() }
    }

    /// What is wrong with the form of an answer, whatever it is worth.
    fn misfit(&self, answer: &Answer) -> Option<Code> {
        let place = |text: &String, below: usize| text.trim().parse::<usize>().is_ok_and(|place| place < below);
        let filled = answer.0.iter().filter(|text| !text.trim().is_empty());
        match self.kind {
            QuestionKind::Single | QuestionKind::TrueFalse | QuestionKind::Multiple => {
                let most = if self.kind == QuestionKind::Multiple { self.options.len() } else { 1 };
                let sound =
                    filled.clone().count() <= most && filled.clone().all(|text| place(text, self.options.len()));
                (!sound).then_some(Code::AnswerForeign)
            }
            QuestionKind::Matching | QuestionKind::Ordering => {
                let sound =
                    answer.0.len() <= self.options.len() && filled.clone().all(|text| place(text, self.places()));
                (!sound).then_some(Code::AnswerForeign)
            }
            QuestionKind::Short | QuestionKind::Numeric if answer.0.len() > 1 => Some(Code::AnswerForeign),
            _ if answer.typed().chars().count() > TYPED_MAX => Some(Code::TooLong),
            QuestionKind::Numeric if !answer.is_empty() && Number::millionths(answer.typed()).is_none() => {
                Some(Code::NumberInvalid)
            }
            _ => None,
        }
    }
}

/// Checks that answers belong to the drawn questions and have their form.
///
/// # Errors
/// `AnswerForeign` for a question that was not asked, a place that does not exist, or several options where one is asked
/// for: no page sends these. `Invalid` naming `answers[<key>]` for what a person may type wrongly: `NumberInvalid`, `TooLong`.
pub fn check_answers(quiz: &Quiz, drawn: &[String], answers: &Answers) -> Result<(), Refusal> {
    let mut wrong = Wrong::default();
    for (key, answer) in answers {
        let question = drawn.contains(key).then(|| quiz.find(key)).flatten();
        match question.map(|question| question.misfit(answer)) {
            None | Some(Some(Code::AnswerForeign)) => return Err(Code::AnswerForeign.into()),
            Some(Some(code)) => wrong.note(&format!("answers[{key}]"), code),
            Some(None) => {}
        }
    }
    wrong.done()
}

/// Splits answers into those that have their form and what is wrong with the others, by question: for answers that are saved while
/// they are still being typed, where one unfinished number must not keep the others from being saved.
///
/// # Errors
/// `AnswerForeign`, as `check_answers`.
pub fn sound_answers(
    quiz: &Quiz,
    drawn: &[String],
    answers: Answers,
) -> Result<(Answers, Vec<(String, Code)>), Refusal> {
    let (mut sound, mut wrong) = (Answers::new(), Vec::new());
    for (key, answer) in answers {
        let one = Answers::from([(key, answer)]);
        match check_answers(quiz, drawn, &one) {
            Ok(()) => sound.extend(one),
            Err(refusal) if refusal.code == Code::Invalid => {
                let code = refusal.fields.first().map_or(Code::Invalid, |(_, code)| *code);
                wrong.extend(one.into_keys().map(|key| (key, code)));
            }
            Err(refusal) => return Err(refusal),
        }
    }
    Ok((sound, wrong))
}

/// Grades a whole attempt: its drawn questions against the answers. An unanswered question is not right.
#[must_use]
pub fn grade(quiz: &Quiz, drawn: &[String], answers: &Answers) -> Score {
    let asked: Vec<_> = quiz.questions.iter().filter(|question| drawn.contains(&question.key)).collect();
    let none = Answer::default();
    let right = asked.iter().filter(|question| question.is_right(answers.get(&question.key).unwrap_or(&none))).count();
    Score { right: u16::try_from(right).unwrap_or(u16::MAX), asked: u16::try_from(asked.len()).unwrap_or(u16::MAX) }
}

/// Draws the questions of an attempt: all in their order, or as many as the quiz says, evenly over the objectives that they
/// cover. `pick(n)` gives a number below n; the caller brings the randomness.
#[must_use]
pub fn draw(quiz: &Quiz, mut pick: impl FnMut(usize) -> usize) -> Vec<String> {
    let Some(most) = quiz.draw else {
        return quiz.questions.iter().map(|question| question.key.clone()).collect();
    };
    let mut by_objective: BTreeMap<Option<u8>, Vec<&Question>> = BTreeMap::new();
    for question in &quiz.questions {
        by_objective.entry(question.objective).or_default().push(question);
    }
    let mut groups: Vec<_> = by_objective.into_values().collect();
    for group in &mut groups {
        shuffle(group, &mut pick);
    }
    // Whichever objectives get one question more than the others is chance, too.
    shuffle(&mut groups, &mut pick);
    let mut drawn = Vec::new();
    for turn in 0..quiz.questions.len() {
        drawn.extend(groups.iter().filter_map(|group| group.get(turn)).map(|question| question.key.clone()));
    }
    drawn.truncate(usize::from(most));
    shuffle(&mut drawn, &mut pick);
    drawn
}

/// The places of a question's options in the order in which the attempt of this id shows them: the same at each look, so that a
/// reload moves nothing. Matching and ordering are stored scrambled, and true comes before false.
#[must_use]
pub fn shown_order(quiz: &Quiz, question: &Question, attempt: AttemptId) -> Vec<u8> {
    let mut places: Vec<u8> = (0_u8..).zip(&question.options).map(|(place, _)| place).collect();
    if quiz.shuffle && matches!(question.kind, QuestionKind::Single | QuestionKind::Multiple) {
        let (high, low) = attempt.0.as_u64_pair();
        let mut state = question.key.bytes().fold(high ^ low.rotate_left(32), |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
        });
        shuffle(&mut places, &mut |below| {
            state = mixed(state);
            usize::try_from(state % (below.max(1) as u64)).unwrap_or_default()
        });
    }
    places
}

/// SplitMix64: nothing depends on its being hard to guess, since an order tells nothing.
const fn mixed(state: u64) -> u64 {
    let mut mixed = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

fn shuffle<T>(items: &mut [T], pick: &mut impl FnMut(usize) -> usize) {
    for place in 0..items.len() {
        let other = place + pick(items.len() - place);
        items.swap(place, other);
    }
}

/// Whether an attempt that was handed in may tell now what was right; `due_passed` says whether the quiz's date is over.
#[must_use]
pub const fn tells(feedback: FeedbackTime, due_passed: bool) -> bool {
    matches!(feedback, FeedbackTime::AtOnce) || due_passed
}
