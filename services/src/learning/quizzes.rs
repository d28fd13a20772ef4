//! Quizzes: attempts, answers, grades. The server alone decides what is right, and says so only once it may be known.

use std::collections::BTreeSet;

use domain::course::{ActivityKind, Question, Quiz};
use domain::error::Code;
use domain::id::AttemptId;
use domain::language::Language;
use domain::quiz::{
    Answers, AttemptView, Checked, Feedback, OptionView, QuestionView, QuizView, Score, check_answers, draw, grade,
    is_right,
};

use super::place::Place;
use super::{enter, record_act, store};
use crate::ctx::Ctx;
use crate::enrolment::store as enrolments;
use crate::entity::{attempt, participation};
use crate::error::Result;
use crate::policy;

/// Opens an attempt at a quiz. One that is open already, in another tab perhaps, is kept with its questions.
///
/// Looking at questions is no learning act yet: nothing is counted before an answer.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotEnrolled`, `EditionNotStarted`, `EditionEnded`, or `BadRequest` for a lesson.
pub async fn start_attempt(ctx: &Ctx, code: &str, key: &str) -> Result<()> {
    let (place, mine) = enter(ctx, code).await?;
    let quiz = place.activity(key)?.quiz.as_ref().ok_or(Code::BadRequest)?;
    place.open(ctx)?;
    let tx = ctx.db.begin_write().await?;
    let participation = enrolments::lock(&tx, mine.participation.id).await?;
    let attempts = store::list_attempts(&tx, participation.id).await?;
    let mut tried = attempts.iter().filter(|attempt| attempt.activity == key);
    if tried.clone().any(|attempt| attempt.submitted_at.is_none()) {
        return Ok(());
    }
    let number = tried.next_back().map_or(0, |attempt| attempt.number) + 1;
    let drawn = draw(quiz, |below| ctx.pick(below));
    store::begin(&tx, ctx, participation.id, key, number, &drawn).await?;
    tx.commit().await?;
    Ok(())
}

/// An attempt of the person who asks, with everything that is needed to judge it.
struct Sitting {
    attempt: attempt::Model,
    participation: participation::Model,
    place: Place,
}

impl Sitting {
    /// # Errors
    /// `SignInFirst`, or `NotFound`, also for an attempt of somebody else.
    async fn find(ctx: &Ctx, id: AttemptId) -> Result<Self> {
        let permit = policy::may_act(ctx)?;
        let db = ctx.db.read();
        let attempt = store::find_attempt(db, id).await?.ok_or(Code::NotFound)?;
        let own = enrolments::find_own(db, permit.person().person, attempt.participation_id).await?;
        let participation = own.ok_or(Code::NotFound)?;
        let place = Place::by_id(ctx, participation.edition_id).await?;
        Ok(Self { attempt, participation, place })
    }

    fn quiz(&self) -> Result<(ActivityKind, &Quiz)> {
        let activity = self.place.activity(&self.attempt.activity)?;
        Ok((activity.kind, activity.quiz.as_ref().ok_or(Code::NotFound)?))
    }
}

fn drawn(attempt: &attempt::Model) -> Result<Vec<String>> {
    Ok(serde_json::from_str(&attempt.drawn)?)
}

fn saved(attempt: &attempt::Model) -> Result<Answers> {
    Ok(serde_json::from_str(&attempt.answers)?)
}

/// Checks the answer to one question of a knowledge check, and keeps it in the open attempt.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `AttemptClosed`, `EditionNotStarted`, `EditionEnded`, `QuizUnanswered` when nothing was
/// chosen, `AnswerForeign`, or `BadRequest` in a final test.
pub async fn check_answer(ctx: &Ctx, id: AttemptId, question: &str, chosen: BTreeSet<u8>) -> Result<Checked> {
    let sitting = Sitting::find(ctx, id).await?;
    let (kind, quiz) = sitting.quiz()?;
    if kind != ActivityKind::Check {
        return Err(Code::BadRequest.into());
    }
    sitting.place.open(ctx)?;
    if chosen.is_empty() {
        return Err(Code::QuizUnanswered.into());
    }
    let answer = Answers::from([(question.to_owned(), chosen.clone())]);
    check_answers(quiz, &drawn(&sitting.attempt)?, &answer)?;
    let asked = quiz.questions.iter().find(|asked| asked.key == question).ok_or(Code::AnswerForeign)?;
    let checked = checked(asked, &chosen, sitting.place.language);
    let key = sitting.attempt.activity.clone();

    let tx = ctx.db.begin_write().await?;
    let participation = enrolments::lock(&tx, sitting.participation.id).await?;
    // Read again behind the lock: another tab may have submitted meanwhile.
    let attempt = store::find_attempt(&tx, id).await?.ok_or(Code::NotFound)?;
    if attempt.submitted_at.is_some() {
        return Err(Code::AttemptClosed.into());
    }
    let mut answers = saved(&attempt)?;
    answers.extend(answer);
    store::save(&tx, ctx, attempt, &answers, None).await?;
    record_act(&tx, ctx, &sitting.place, participation, &key).await?;
    tx.commit().await?;
    Ok(checked)
}

fn checked(question: &Question, chosen: &BTreeSet<u8>, language: Language) -> Checked {
    let said = |place: &u8| {
        let option = question.options.get(usize::from(*place))?;
        Some((*place, Feedback { right: option.right, text: option.feedback.get(language).to_owned() }))
    };
    Checked { right: is_right(question, chosen), options: chosen.iter().filter_map(said).collect() }
}

/// Submits an attempt: grades it, closes it, and marks the quiz done when it is passed. What was checked before and is not
/// answered anew stands. A second submission changes nothing and is no mistake.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `EditionNotStarted`, `EditionEnded`, `AnswerForeign`, or `QuizUnanswered` when not a single
/// question was answered.
pub async fn submit_attempt(ctx: &Ctx, id: AttemptId, answers: Answers) -> Result<()> {
    let sitting = Sitting::find(ctx, id).await?;
    if sitting.attempt.submitted_at.is_some() {
        return Ok(());
    }
    let (_, quiz) = sitting.quiz()?;
    sitting.place.open(ctx)?;
    let drawn = drawn(&sitting.attempt)?;
    check_answers(quiz, &drawn, &answers)?;
    let key = sitting.attempt.activity.clone();

    let tx = ctx.db.begin_write().await?;
    let participation = enrolments::lock(&tx, sitting.participation.id).await?;
    // Read again behind the lock: of two submissions at once, the second finds the first one's.
    let attempt = store::find_attempt(&tx, id).await?.ok_or(Code::NotFound)?;
    if attempt.submitted_at.is_some() {
        return Ok(());
    }
    let mut all = saved(&attempt)?;
    all.extend(answers.into_iter().filter(|(_, chosen)| !chosen.is_empty()));
    if all.is_empty() {
        return Err(Code::QuizUnanswered.into());
    }
    let score = grade(quiz, &drawn, &all);
    store::save(&tx, ctx, attempt, &all, Some(score)).await?;
    if score.passes(quiz.pass) {
        enrolments::mark_done(&tx, ctx, participation.id, &key).await?;
    }
    record_act(&tx, ctx, &sitting.place, participation, &key).await?;
    tx.commit().await?;
    Ok(())
}

/// A quiz with its open attempt, or else with the last one. `tried` is in order of number.
pub(super) fn view(
    quiz: &Quiz,
    kind: ActivityKind,
    tried: &[attempt::Model],
    best: Option<Score>,
    passed: bool,
    language: Language,
) -> Result<QuizView> {
    let all = quiz.questions.len();
    let asked = quiz.draw.map_or(all, |most| usize::from(most).min(all));
    let shown = tried.iter().find(|attempt| attempt.submitted_at.is_none()).or_else(|| tried.last());
    let attempts = tried.iter().filter(|attempt| attempt.submitted_at.is_some()).count();
    Ok(QuizView {
        pass: quiz.pass,
        asked: u16::try_from(asked).unwrap_or(u16::MAX),
        attempts: u32::try_from(attempts).unwrap_or(u32::MAX),
        best,
        passed,
        attempt: shown
            .map(|attempt| attempt_view(quiz, Shown::new(kind, attempt, passed), attempt, language))
            .transpose()?,
    })
}

/// How much of the truth an attempt may show.
#[derive(Clone, Copy)]
struct Shown {
    /// What is said about the options that were chosen.
    chosen: bool,
    /// What is said about the right options too.
    right_options: bool,
    /// Whether each answer was right.
    closed: bool,
}

impl Shown {
    /// A check is for learning: an answer kept in it was checked, and once submitted it tells everything. A final test
    /// draws from a bank that will be drawn from again: until it is passed, it tells only about what was chosen.
    fn new(kind: ActivityKind, attempt: &attempt::Model, passed: bool) -> Self {
        let closed = attempt.submitted_at.is_some();
        let check = kind == ActivityKind::Check;
        Self { chosen: closed || check, right_options: closed && (check || passed), closed }
    }
}

fn attempt_view(quiz: &Quiz, shown: Shown, attempt: &attempt::Model, language: Language) -> Result<AttemptView> {
    let drawn = drawn(attempt)?;
    let answers = saved(attempt)?;
    let none = BTreeSet::new();
    let questions = drawn
        .iter()
        .filter_map(|key| quiz.questions.iter().find(|question| question.key == *key))
        .map(|question| question_view(question, answers.get(&question.key).unwrap_or(&none), shown, language))
        .collect();
    let score = attempt.right.zip(attempt.asked).map(|(right, asked)| enrolments::score(right, asked));
    Ok(AttemptView { id: attempt.id, score, questions })
}

fn question_view(question: &Question, chosen: &BTreeSet<u8>, shown: Shown, language: Language) -> QuestionView {
    let options = question.options.iter().enumerate().map(|(place, option)| {
        let chosen = u8::try_from(place).is_ok_and(|place| chosen.contains(&place));
        let said = (chosen && shown.chosen) || (option.right && shown.right_options);
        OptionView {
            html: option.html.get(language).to_owned(),
            chosen,
            feedback: said.then(|| Feedback { right: option.right, text: option.feedback.get(language).to_owned() }),
        }
    });
    QuestionView {
        key: question.key.clone(),
        kind: question.kind,
        html: question.html.get(language).to_owned(),
        options: options.collect(),
        right: shown.closed.then(|| is_right(question, chosen)),
    }
}
