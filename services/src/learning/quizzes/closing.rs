//! The end of an attempt: handed in, or over because its time is. It is graded once, from what it then holds.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::id::AttemptId;
use domain::quiz::{Answers, GRACE, Score, grade, is_over, reached};
use sea_orm::ConnectionTrait;

use super::sitting::{drawn, quiz, saved};
use crate::ctx::{Campus, Ctx};
use crate::enrolment::store as enrolments;
use crate::entity::{attempt, participation};
use crate::error::Result;
use crate::learning::place::Place;
use crate::learning::{note_act, store};

/// Expired attempts that one sweep closes at most; the next one follows within a minute.
const BATCH: u64 = 200;

/// Closes an open attempt with these answers, as the learning act that it is.
pub(super) async fn hand_in<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    place: &Place,
    participation: participation::Model,
    attempt: attempt::Model,
    answers: &Answers,
) -> Result<()> {
    let key = attempt.activity.clone();
    let edge = close(tx, ctx, place, attempt, answers, ctx.now()).await?;
    let (participation, first) = note_act(tx, ctx, participation, &key).await?;
    let completed =
        crate::enrolment::complete_if_met(tx, ctx, &place.edition, &place.content, &participation, place.language)
            .await?;
    if (first || edge) && !completed {
        crate::counting::bump(tx, &[place.edition.id]).await?;
    }
    Ok(())
}

/// Closes an attempt whose time is over with what was saved in time. It is dated by the end of its time, whoever noticed it and
/// when; and it is no learning act: those were the answers.
pub(super) async fn lapse<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    place: &Place,
    participation: participation::Model,
    attempt: attempt::Model,
) -> Result<()> {
    let at = attempt.closes_at.map_or_else(|| ctx.now(), |closes| closes + GRACE);
    let answers = saved(&attempt)?;
    let edge = close(tx, ctx, place, attempt, &answers, at).await?;
    let language = participation.language;
    let completed =
        crate::enrolment::complete_if_met(tx, ctx, &place.edition, &place.content, &participation, language).await?;
    if edge && !completed {
        crate::counting::bump(tx, &[place.edition.id]).await?;
    }
    Ok(())
}

/// Grades and closes; marks the quiz done where it is. Says whether it is a pre- or post-test, whose gain is counted.
async fn close<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    place: &Place,
    attempt: attempt::Model,
    answers: &Answers,
    at: DateTime<Utc>,
) -> Result<bool> {
    let (activity, quiz) = quiz(place, &attempt)?;
    let score = grade(quiz, &drawn(&attempt)?, answers);
    let participation = attempt.participation_id;
    store::close(tx, attempt, answers, score, at).await?;
    let edge = activity.kind.is_edge_test();
    let scores: Vec<Score> = store::list_attempts(tx, participation, &activity.key)
        .await?
        .iter()
        .filter_map(|row| Some(enrolments::score(row.right?, row.asked?)))
        .collect();
    if edge || reached(quiz.method, &scores).is_some_and(|grade| grade.reaches(quiz.pass)) {
        enrolments::mark_done_at(tx, ctx, participation, &activity.key, at).await?;
    }
    Ok(edge)
}

/// Closes attempts whose time is over, so that a completion they bring is instant even if the learner never comes back. Says how
/// many; what fails is logged and tried again with the next sweep.
///
/// # Errors
/// When the database cannot be asked.
pub async fn close_expired(campus: &Arc<Campus>) -> Result<usize> {
    let ctx = Ctx::system(campus.clone());
    let mut closed = 0;
    for (id, participation) in store::list_expired(ctx.db.read(), ctx.now() - GRACE, BATCH).await? {
        match close_one(&ctx, id, participation).await {
            Ok(done) => closed += usize::from(done),
            Err(error) => tracing::error!(attempt = %id, %error, "an expired attempt could not be closed"),
        }
    }
    Ok(closed)
}

async fn close_one(ctx: &Ctx, id: AttemptId, participation: domain::id::ParticipationId) -> Result<bool> {
    let edition = enrolments::get(ctx.db.read(), participation).await?.edition_id;
    let place = Place::by_id(ctx, edition).await?;
    let tx = ctx.db.begin_write().await?;
    let participation = enrolments::lock(&tx, participation).await?;
    // Read again behind the lock: the learner may have come back in this moment, or been given more time.
    let attempt = store::find_attempt(&tx, id).await?;
    let Some(attempt) = attempt.filter(|row| row.submitted_at.is_none() && is_over(row.closes_at, ctx.now())) else {
        return Ok(false);
    };
    lapse(&tx, ctx, &place, participation, attempt).await?;
    tx.commit().await?;
    Ok(true)
}
