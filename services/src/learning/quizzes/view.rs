//! A quiz as its learner sees it, and how much of the truth it shows.

use domain::course::{Activity, ActivityKind};
use domain::language::Language;
use domain::quiz::{
    Answer, AnswerOption, AttemptView, Extension, Feedback, FeedbackTime, GRACE, GainView, Number, OptionView,
    POST_TEST, PRE_TEST, PastAttempt, Question, QuestionKind, QuestionView, Quiz, QuizView, Score, is_over, next_at,
    shown_order, standing, tells,
};

use super::sitting::{drawn, saved};
use crate::ctx::Ctx;
use crate::enrolment::store as enrolments;
use crate::entity::{attempt, participation};
use crate::error::Result;
use crate::learning::place::Place;
use crate::learning::store;

/// A quiz with the attempt of this number, or else the open one, or else the last. Three queries, four for a post-test.
pub(in crate::learning) async fn view(
    ctx: &Ctx,
    place: &Place,
    activity: &Activity,
    of: &participation::Model,
    passed: bool,
    number: Option<i32>,
) -> Result<Option<QuizView>> {
    let Some(quiz) = activity.quiz() else { return Ok(None) };
    let db = ctx.db.read();
    let tried = store::list_attempts(db, of.id, &activity.key).await?;
    let extension = store::extension(db, of.id, &activity.key).await?;
    let past: Vec<PastAttempt> = tried.iter().filter_map(past).collect();
    let open = tried.iter().find(|attempt| attempt.submitted_at.is_none());
    let asked_for = tried.iter().find(|attempt| Some(attempt.number) == number);
    let shown = asked_for.or(open).or_else(|| tried.last());
    let due_at = extension.due(crate::edition::dates(&place.edition).due(activity.week));
    let told = tells(quiz.feedback, ctx.now() >= due_at);
    let left = attempts_left(activity.kind, quiz, extension, tried.len());
    let scores: Vec<Score> = past.iter().map(|attempt| attempt.score).collect();
    let truth = Truth {
        told,
        all: matches!(activity.kind, ActivityKind::Check | ActivityKind::PreTest | ActivityKind::PostTest)
            || passed
            || left == Some(0)
            || quiz.feedback == FeedbackTime::AfterDue,
    };
    Ok(Some(QuizView {
        pass: quiz.pass,
        asked: quiz.asked(),
        method: quiz.method,
        minutes: quiz.minutes.map(|minutes| minutes.saturating_add(extension.minutes)),
        wait: quiz.wait.filter(|_| left != Some(0)),
        attempts_left: left,
        next_at: next_at(quiz, tried.last().and_then(|attempt| attempt.submitted_at), ctx.now())
            .filter(|_| left != Some(0) && open.is_none()),
        grade: standing(quiz.method, &scores),
        passed,
        feedback_at: (!told).then_some(due_at),
        due_at,
        extension,
        open: open.map(|attempt| attempt.number).filter(|open| shown.is_some_and(|shown| shown.number != *open)),
        gain: gain(ctx, activity, of, &scores).await?,
        attempt: shown.map(|attempt| attempt_view(ctx, quiz, truth, attempt, place.language)).transpose()?,
        past,
        now: ctx.now(),
    }))
}

fn past(row: &attempt::Model) -> Option<PastAttempt> {
    Some(PastAttempt {
        id: row.id,
        number: row.number,
        score: enrolments::score(row.right?, row.asked?),
        at: row.submitted_at?,
        timed_out: timed_out(row),
    })
}

/// Nothing is taken in later than this, so only what lapsed is dated so.
fn timed_out(row: &attempt::Model) -> bool {
    row.submitted_at.zip(row.closes_at).is_some_and(|(at, closes)| at >= closes + GRACE)
}

fn attempts_left(kind: ActivityKind, quiz: &Quiz, extension: Extension, taken: usize) -> Option<u16> {
    let taken = u16::try_from(taken).unwrap_or(u16::MAX);
    let most = if kind.is_edge_test() { Some(1) } else { quiz.attempts };
    let more = if kind.is_edge_test() { 0 } else { extension.attempts };
    most.map(|most| most.saturating_add(more).saturating_sub(taken))
}

/// What the course added, once both tests of its edges are handed in.
async fn gain(ctx: &Ctx, activity: &Activity, of: &participation::Model, post: &[Score]) -> Result<Option<GainView>> {
    let Some(post) = post.first().copied().filter(|_| activity.key == POST_TEST) else { return Ok(None) };
    let before = store::list_attempts(ctx.db.read(), of.id, PRE_TEST).await?;
    Ok(before.iter().find_map(past).map(|pre| GainView { pre: pre.score, post }))
}

/// How much an attempt that was handed in tells.
#[derive(Clone, Copy)]
struct Truth {
    /// What was right, and what is said about what was answered.
    told: bool,
    /// The right answers too. A final test draws from a bank that will be drawn from again: while it can be tried and is not
    /// passed, it tells only about what was answered.
    all: bool,
}

fn attempt_view(
    ctx: &Ctx,
    quiz: &Quiz,
    truth: Truth,
    attempt: &attempt::Model,
    language: Language,
) -> Result<AttemptView> {
    let answers = saved(attempt)?;
    let none = Answer::default();
    let closed = attempt.submitted_at.is_some();
    let shown = Truth { told: truth.told && closed, all: truth.told && closed && truth.all };
    let questions = drawn(attempt)?
        .iter()
        .filter_map(|key| quiz.find(key))
        .map(|question| {
            let answer = answers.get(&question.key).unwrap_or(&none);
            question_view(question, answer, shown, &shown_order(quiz, question, attempt.id), language)
        })
        .collect();
    let score = attempt.right.zip(attempt.asked).map(|(right, asked)| enrolments::score(right, asked));
    Ok(AttemptView {
        id: attempt.id,
        number: attempt.number,
        score,
        closes_at: attempt.closes_at,
        over: !closed && is_over(attempt.closes_at, ctx.now()),
        timed_out: timed_out(attempt),
        saved_at: attempt.saved_at,
        questions,
    })
}

/// The options that an answer chose or placed, each with whether that was right.
pub(super) fn given<'a>(
    question: &'a Question,
    answer: &'a Answer,
) -> impl Iterator<Item = (&'a AnswerOption, bool)> + 'a {
    let chosen = answer.chosen();
    question.options.iter().zip(0_u8..).filter_map(move |(option, place)| {
        if question.kind.is_placing() {
            return answer.placed(usize::from(place)).map(|placed| (option, option.target == Some(placed)));
        }
        chosen.contains(&place).then_some((option, option.right))
    })
}

fn question_view(question: &Question, answer: &Answer, shown: Truth, order: &[u8], language: Language) -> QuestionView {
    let right = shown.told.then(|| question.is_right(answer));
    let options = order.iter().filter_map(|place| {
        Some(option_view(question, question.options.get(usize::from(*place))?, *place, answer, shown, language))
    });
    let typed = question.kind.is_typed();
    let said = right.filter(|_| typed).map(|right| if right { &question.said_right } else { &question.said_other });
    QuestionView {
        key: question.key.clone(),
        kind: question.kind,
        html: question.html.get(language).to_owned(),
        options: options.collect(),
        targets: question.targets.iter().map(|target| target.get(language).to_owned()).collect(),
        answer: answer.clone(),
        right,
        said: said.map(|words| words.get(language).to_owned()).filter(|words| !words.is_empty()),
        solution: (typed && shown.all).then(|| solution(question, language)),
    }
}

fn option_view(
    question: &Question,
    option: &AnswerOption,
    place: u8,
    answer: &Answer,
    shown: Truth,
    language: Language,
) -> OptionView {
    let text = || option.feedback.get(language).to_owned();
    let (chosen, feedback) = if question.kind.is_placing() {
        let placed = answer.placed(usize::from(place));
        let said = placed.filter(|_| shown.told);
        (placed.is_some(), said.map(|placed| Feedback { right: option.target == Some(placed), text: text() }))
    } else {
        let chosen = answer.chosen().contains(&place);
        let said = (chosen && shown.told) || (option.right && shown.all);
        (chosen, said.then(|| Feedback { right: option.right, text: text() }))
    };
    OptionView {
        place,
        html: option.html.get(language).to_owned(),
        chosen,
        target: option.target.filter(|_| shown.all),
        feedback,
    }
}

/// The right answer to what is typed, as the course words it.
fn solution(question: &Question, language: Language) -> String {
    let worded = question.shown.get(language);
    if !worded.is_empty() {
        return worded.to_owned();
    }
    match question.kind {
        QuestionKind::Numeric => question.number.map(Number::decimal).unwrap_or_default(),
        _ => question.accepted.first().cloned().unwrap_or_default(),
    }
}
