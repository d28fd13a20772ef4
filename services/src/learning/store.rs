//! Queries about attempts at quizzes, and what single people are granted beyond them.

use chrono::{DateTime, Utc};
use domain::id::{AttemptId, ParticipationId};
use domain::quiz::{Answers, Extension, Score};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel as _,
    QueryFilter, QueryOrder, QuerySelect,
};

use crate::ctx::Ctx;
use crate::entity::{attempt, extension};
use crate::error::Result;

/// The attempts of a participation at one quiz, in the order in which they were begun.
pub(super) async fn list_attempts<C: ConnectionTrait>(
    db: &C,
    participation: ParticipationId,
    activity: &str,
) -> Result<Vec<attempt::Model>> {
    let all = attempt::Entity::find()
        .filter(attempt::Column::ParticipationId.eq(participation))
        .filter(attempt::Column::Activity.eq(activity))
        .order_by_asc(attempt::Column::Number)
        .all(db)
        .await?;
    Ok(all)
}

pub(super) async fn find_attempt<C: ConnectionTrait>(db: &C, id: AttemptId) -> Result<Option<attempt::Model>> {
    Ok(attempt::Entity::find_by_id(id).one(db).await?)
}

/// Open attempts that closed at `before` or earlier, the longest ago first.
pub(super) async fn list_expired<C: ConnectionTrait>(
    db: &C,
    before: DateTime<Utc>,
    most: u64,
) -> Result<Vec<(AttemptId, ParticipationId)>> {
    let expired = attempt::Entity::find()
        .select_only()
        .columns([attempt::Column::Id, attempt::Column::ParticipationId])
        .filter(attempt::Column::SubmittedAt.is_null())
        .filter(attempt::Column::ClosesAt.lte(before))
        .order_by_asc(attempt::Column::ClosesAt)
        .limit(most)
        .into_tuple()
        .all(db)
        .await?;
    Ok(expired)
}

/// Begins attempt `number` at a quiz with the drawn questions.
pub(super) async fn begin<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    participation: ParticipationId,
    activity: &str,
    number: i32,
    drawn: &[String],
    closes_at: Option<DateTime<Utc>>,
) -> Result<()> {
    let row = attempt::ActiveModel {
        id: Set(AttemptId(ctx.new_id())),
        participation_id: Set(participation),
        activity: Set(activity.to_owned()),
        number: Set(number),
        drawn: Set(serde_json::to_string(drawn)?),
        answers: Set("{}".to_owned()),
        started_at: Set(ctx.now()),
        closes_at: Set(closes_at),
        saved_at: Set(None),
        submitted_at: Set(None),
        right: Set(None),
        asked: Set(None),
    };
    attempt::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Keeps the answers of an open attempt.
pub(super) async fn save<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    attempt: attempt::Model,
    answers: &Answers,
) -> Result<()> {
    let mut row = attempt.into_active_model();
    row.answers = Set(serde_json::to_string(answers)?);
    row.saved_at = Set(Some(ctx.now()));
    row.update(tx).await?;
    Ok(())
}

/// Closes an open attempt with its answers and what they reached.
pub(super) async fn close<C: ConnectionTrait>(
    tx: &C,
    attempt: attempt::Model,
    answers: &Answers,
    score: Score,
    at: DateTime<Utc>,
) -> Result<()> {
    let mut row = attempt.into_active_model();
    row.answers = Set(serde_json::to_string(answers)?);
    row.submitted_at = Set(Some(at));
    row.right = Set(Some(i32::from(score.right)));
    row.asked = Set(Some(i32::from(score.asked)));
    row.update(tx).await?;
    Ok(())
}

/// What a stored extension grants.
pub(super) fn granted(row: &extension::Model) -> Extension {
    Extension {
        minutes: u16::try_from(row.extra_minutes).unwrap_or_default(),
        attempts: u16::try_from(row.extra_attempts).unwrap_or_default(),
        due_at: row.due_at,
    }
}

pub(super) async fn find_extension<C: ConnectionTrait>(
    db: &C,
    participation: ParticipationId,
    activity: &str,
) -> Result<Option<extension::Model>> {
    let row = extension::Entity::find()
        .filter(extension::Column::ParticipationId.eq(participation))
        .filter(extension::Column::Activity.eq(activity))
        .one(db)
        .await?;
    Ok(row)
}

/// What the learner is granted in one activity; nothing where nothing was.
pub(super) async fn extension<C: ConnectionTrait>(
    db: &C,
    participation: ParticipationId,
    activity: &str,
) -> Result<Extension> {
    Ok(find_extension(db, participation, activity).await?.as_ref().map(granted).unwrap_or_default())
}

/// Every extension of a participation.
pub(super) async fn list_extensions<C: ConnectionTrait>(
    db: &C,
    participation: ParticipationId,
) -> Result<Vec<extension::Model>> {
    let of = extension::Column::ParticipationId.eq(participation);
    Ok(extension::Entity::find().filter(of).all(db).await?)
}
