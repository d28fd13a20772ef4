//! Quizzes: attempts, answers, grades. The server alone decides what is right, and says so only once it may be known.
//!
//! An attempt is open until it is handed in or its time is over. Answers are kept as they are given (`save_answers`), so that
//! handing in is a mere end: a lost connection loses what was never sent and nothing else, and the same hand-in twice counts once.

mod closing;
mod sitting;
mod view;

use domain::course::ActivityKind;
use domain::error::Code;
use domain::id::AttemptId;
use domain::language::Language;
use domain::quiz::{
    Answer, Answers, Checked, Feedback, FeedbackTime, Question, QuestionKind, Saved, check_answers, closes_at, draw,
    is_over, may_start, sound_answers,
};

use super::{enter, note_act, store};
use crate::ctx::Ctx;
use crate::enrolment::store as enrolments;
use crate::error::Result;

pub use closing::close_expired;
use sitting::Sitting;
pub(super) use sitting::saved;
pub(super) use view::view;

/// Opens an attempt at a quiz. One that is open already, in another tab perhaps, is kept with its questions; one whose time is
/// over is closed instead, so that its result is seen before the next begins.
///
/// Looking at questions is no learning act yet: nothing is counted before an answer.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotEnrolled`, `EditionNotStarted`, `EditionEnded`, `AttemptsUsed`, `AttemptTooSoon`, or
/// `BadRequest` for what is no quiz.
pub async fn start_attempt(ctx: &Ctx, code: &str, key: &str) -> Result<()> {
    let (place, mine) = enter(ctx, code).await?;
    let activity = place.activity(key)?;
    let quiz = activity.quiz().ok_or(Code::BadRequest)?;
    place.open(ctx)?;
    let tx = ctx.db.begin_write().await?;
    let participation = enrolments::lock(&tx, mine.participation.id).await?;
    let tried = store::list_attempts(&tx, participation.id, key).await?;
    if let Some(open) = tried.iter().find(|attempt| attempt.submitted_at.is_none()) {
        if is_over(open.closes_at, ctx.now()) {
            closing::lapse(&tx, ctx, &place, participation, open.clone()).await?;
            tx.commit().await?;
        }
        return Ok(());
    }
    let taken = u16::try_from(tried.len()).unwrap_or(u16::MAX);
    if activity.kind.is_edge_test() && taken > 0 {
        return Err(Code::AttemptsUsed.into());
    }
    let granted = store::extension(&tx, participation.id, key).await?;
    may_start(quiz, taken, granted.attempts, tried.last().and_then(|attempt| attempt.submitted_at), ctx.now())?;
    let number = tried.last().map_or(0, |attempt| attempt.number) + 1;
    let drawn = draw(quiz, |below| ctx.pick(below));
    // Whatever is open when the edition ends has no time beyond it.
    let ends = crate::edition::dates(&place.edition).due(None);
    let closes = closes_at(quiz, ctx.now(), granted.minutes).map(|closes| closes.min(ends));
    store::begin(&tx, ctx, participation.id, key, number, &drawn, closes).await?;
    tx.commit().await?;
    Ok(())
}

/// Checks the answer to one question of a knowledge check, and keeps it in the open attempt.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `AttemptClosed`, `AttemptOver`, `EditionNotStarted`, `EditionEnded`, `QuizUnanswered` when nothing
/// was chosen, `AnswerForeign`, `Invalid`, or `BadRequest` where answers are not told while an attempt is open.
pub async fn check_answer(ctx: &Ctx, id: AttemptId, question: &str, given: Answer) -> Result<Checked> {
    let sitting = Sitting::find(ctx, id).await?;
    let (activity, quiz) = sitting.quiz()?;
    if activity.kind != ActivityKind::Check || quiz.feedback != FeedbackTime::AtOnce {
        return Err(Code::BadRequest.into());
    }
    sitting.place.open(ctx)?;
    if given.is_empty() {
        return Err(Code::QuizUnanswered.into());
    }
    let answer = Answers::from([(question.to_owned(), given.clone())]);
    check_answers(quiz, &sitting.drawn()?, &answer)?;
    let asked = quiz.find(question).ok_or(Code::AnswerForeign)?;
    let checked = checked(asked, &given, sitting.place.language);
    keep(ctx, &sitting, answer).await?;
    Ok(checked)
}

/// What is said about the chosen or placed options, or about what was typed.
fn checked(question: &Question, answer: &Answer, language: Language) -> Checked {
    let right = question.is_right(answer);
    let said = match question.kind {
        QuestionKind::Short | QuestionKind::Numeric => {
            let words = if right { &question.said_right } else { &question.said_other };
            vec![Feedback { right, text: words.get(language).to_owned() }]
        }
        _ => view::given(question, answer)
            .map(|(option, right)| Feedback { right, text: option.feedback.get(language).to_owned() })
            .collect(),
    };
    Checked { right, said: said.into_iter().filter(|said| !said.text.is_empty()).collect() }
}

/// Keeps answers of an open attempt while they are given: each replaces the one before, an empty one takes it back. An answer
/// without its form, such as half a number, is left out and named; the others are kept.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `EditionNotStarted`, `EditionEnded`, `AnswerForeign`, `AttemptClosed`, `AttemptOver`.
pub async fn save_answers(ctx: &Ctx, id: AttemptId, answers: Answers) -> Result<Saved> {
    let sitting = Sitting::find(ctx, id).await?;
    let (_, quiz) = sitting.quiz()?;
    sitting.place.open(ctx)?;
    let (sound, wrong) = sound_answers(quiz, &sitting.drawn()?, answers)?;
    keep(ctx, &sitting, sound).await?;
    Ok(Saved { at: ctx.now(), wrong })
}

/// Keeps what a whole form holds, to go on later. An empty field takes nothing back: the form of a second tab may know less.
///
/// # Errors
/// As `save_answers`; `Invalid` naming each answer without its form, and then nothing is kept.
pub async fn save_attempt(ctx: &Ctx, id: AttemptId, answers: Answers) -> Result<()> {
    let sitting = Sitting::find(ctx, id).await?;
    let (_, quiz) = sitting.quiz()?;
    sitting.place.open(ctx)?;
    check_answers(quiz, &sitting.drawn()?, &answers)?;
    keep(ctx, &sitting, filled(answers)).await
}

fn filled(answers: Answers) -> Answers {
    answers.into_iter().filter(|(_, answer)| !answer.is_empty()).collect()
}

async fn keep(ctx: &Ctx, sitting: &Sitting, answers: Answers) -> Result<()> {
    let tx = ctx.db.begin_write().await?;
    let participation = enrolments::lock(&tx, sitting.participation.id).await?;
    // Read again behind the lock: another tab may have handed it in meanwhile.
    let attempt = store::find_attempt(&tx, sitting.attempt.id).await?.ok_or(Code::NotFound)?;
    if attempt.submitted_at.is_some() {
        return Err(Code::AttemptClosed.into());
    }
    if is_over(attempt.closes_at, ctx.now()) {
        return Err(Code::AttemptOver.into());
    }
    if answers.is_empty() {
        return Ok(());
    }
    let key = attempt.activity.clone();
    let mut all = saved(&attempt)?;
    all.extend(answers);
    all.retain(|_, answer| !answer.is_empty());
    store::save(&tx, ctx, attempt, &all).await?;
    let (_, first) = note_act(&tx, ctx, participation, &key).await?;
    if first {
        crate::counting::bump(&tx, &[sitting.place.edition.id]).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Hands an attempt in: grades it, closes it, and marks the quiz done when it is passed (a pre- or post-test: at once). What was
/// saved before and is not answered anew stands. After its time only what was saved counts. A second hand-in changes nothing and
/// is no mistake.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `EditionNotStarted`, `EditionEnded`, `AnswerForeign`, `Invalid` naming each answer without its
/// form, or `QuizUnanswered` when not a single question was answered.
pub async fn submit_attempt(ctx: &Ctx, id: AttemptId, answers: Answers) -> Result<()> {
    let sitting = Sitting::find(ctx, id).await?;
    if sitting.attempt.submitted_at.is_some() {
        return Ok(());
    }
    let (_, quiz) = sitting.quiz()?;
    let late = is_over(sitting.attempt.closes_at, ctx.now());
    if !late {
        sitting.place.open(ctx)?;
        check_answers(quiz, &sitting.drawn()?, &answers)?;
    }
    let tx = ctx.db.begin_write().await?;
    let participation = enrolments::lock(&tx, sitting.participation.id).await?;
    // Read again behind the lock: of two submissions at once, the second finds the first one's.
    let attempt = store::find_attempt(&tx, id).await?.ok_or(Code::NotFound)?;
    if attempt.submitted_at.is_some() {
        return Ok(());
    }
    if is_over(attempt.closes_at, ctx.now()) {
        closing::lapse(&tx, ctx, &sitting.place, participation, attempt).await?;
    } else {
        let mut all = saved(&attempt)?;
        all.extend(filled(answers));
        if all.is_empty() {
            return Err(Code::QuizUnanswered.into());
        }
        closing::hand_in(&tx, ctx, &sitting.place, participation, attempt, &all).await?;
    }
    tx.commit().await?;
    Ok(())
}
