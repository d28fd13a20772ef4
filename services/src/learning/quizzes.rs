//! Quizzes: attempts, answers, grades. The server alone decides what is right, and says so only once it may be known.

use domain::course::{Activity, ActivityKind};
use domain::error::Code;
use domain::id::AttemptId;
use domain::language::Language;
use domain::quiz::{
    Answer, Answers, AttemptView, Checked, Feedback, OptionView, Question, QuestionView, Quiz, QuizView, Score,
    check_answers, draw, grade, standing,
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
    let quiz = place.activity(key)?.quiz().ok_or(Code::BadRequest)?;
    place.open(ctx)?;
    let tx = ctx.db.begin_write().await?;
    let participation = enrolments::lock(&tx, mine.participation.id).await?;
    let tried = store::list_attempts(&tx, participation.id, key).await?;
    if tried.iter().any(|attempt| attempt.submitted_at.is_none()) {
        return Ok(());
    }
    let number = tried.last().map_or(0, |attempt| attempt.number) + 1;
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
        Ok((activity.kind, activity.quiz().ok_or(Code::NotFound)?))
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
pub async fn check_answer(ctx: &Ctx, id: AttemptId, question: &str, chosen: Answer) -> Result<Checked> {
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
    let asked = quiz.find(question).ok_or(Code::AnswerForeign)?;
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

fn checked(question: &Question, answer: &Answer, language: Language) -> Checked {
    let said = question
        .options
        .iter()
        .zip(0_u8..)
        .filter(|(_, place)| answer.chosen().contains(place))
        .map(|(option, _)| Feedback { right: option.right, text: option.feedback.get(language).to_owned() });
    Checked { right: question.is_right(answer), said: said.collect() }
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
    ctx: &Ctx,
    place: &Place,
    activity: &Activity,
    quiz: &Quiz,
    tried: &[attempt::Model],
    passed: bool,
) -> Result<QuizView> {
    let _ = ctx;
    let shown = tried.iter().find(|attempt| attempt.submitted_at.is_none()).or_else(|| tried.last());
    let past: Vec<_> = tried
        .iter()
        .filter_map(|row| Some((row.number, enrolments::score(row.right?, row.asked?), row.submitted_at?)))
        .collect();
    let scores: Vec<Score> = past.iter().map(|(_, score, _)| *score).collect();
    let taken = u16::try_from(past.len()).unwrap_or(u16::MAX);
    Ok(QuizView {
        pass: quiz.pass,
        asked: quiz.asked(),
        method: quiz.method,
        minutes: quiz.minutes,
        wait: quiz.wait,
        attempts_left: quiz.attempts.map(|most| most.saturating_sub(taken)),
        next_at: None,
        grade: standing(quiz.method, &scores),
        passed,
        feedback_at: None,
        past,
        attempt: shown
            .map(|attempt| attempt_view(quiz, Shown::new(activity.kind, attempt, passed), attempt, place.language))
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
    let answers = saved(attempt)?;
    let none = Answer::default();
    let questions = drawn(attempt)?
        .iter()
        .filter_map(|key| quiz.find(key))
        .map(|question| question_view(question, answers.get(&question.key).unwrap_or(&none), shown, language))
        .collect();
    let score = attempt.right.zip(attempt.asked).map(|(right, asked)| enrolments::score(right, asked));
    Ok(AttemptView {
        id: attempt.id,
        number: attempt.number,
        score,
        closes_at: None,
        over: false,
        saved_at: attempt.saved_at,
        questions,
    })
}

fn question_view(question: &Question, answer: &Answer, shown: Shown, language: Language) -> QuestionView {
    let options = question.options.iter().zip(0_u8..).map(|(option, place)| {
        let chosen = answer.chosen().contains(&place);
        let said = (chosen && shown.chosen) || (option.right && shown.right_options);
        OptionView {
            place,
            html: option.html.get(language).to_owned(),
            chosen,
            target: option.target.filter(|_| shown.right_options),
            feedback: said.then(|| Feedback { right: option.right, text: option.feedback.get(language).to_owned() }),
        }
    });
    QuestionView {
        key: question.key.clone(),
        kind: question.kind,
        html: question.html.get(language).to_owned(),
        options: options.collect(),
        targets: question.targets.iter().map(|target| target.get(language).to_owned()).collect(),
        answer: answer.clone(),
        right: shown.closed.then(|| question.is_right(answer)),
        said: None,
        solution: None,
    }
}
