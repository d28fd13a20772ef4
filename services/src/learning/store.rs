//! Queries about attempts at quizzes.

use domain::id::{AttemptId, ParticipationId};
use domain::quiz::{Answers, Score};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel as _,
    QueryFilter, QueryOrder,
};

use crate::ctx::Ctx;
use crate::entity::attempt;
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

/// Begins attempt `number` at a quiz with the drawn questions.
pub(super) async fn begin<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    participation: ParticipationId,
    activity: &str,
    number: i32,
    drawn: &[String],
) -> Result<()> {
    let row = attempt::ActiveModel {
        id: Set(AttemptId(ctx.new_id())),
        participation_id: Set(participation),
        activity: Set(activity.to_owned()),
        number: Set(number),
        drawn: Set(serde_json::to_string(drawn)?),
        answers: Set("{}".to_owned()),
        started_at: Set(ctx.now()),
        saved_at: Set(None),
        submitted_at: Set(None),
        right: Set(None),
        asked: Set(None),
    };
    attempt::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Keeps the answers of an open attempt; with a score, closes it.
pub(super) async fn save<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    attempt: attempt::Model,
    answers: &Answers,
    score: Option<Score>,
) -> Result<()> {
    let mut row = attempt.into_active_model();
    row.answers = Set(serde_json::to_string(answers)?);
    if let Some(score) = score {
        row.submitted_at = Set(Some(ctx.now()));
        row.right = Set(Some(i32::from(score.right)));
        row.asked = Set(Some(i32::from(score.asked)));
    }
    row.update(tx).await?;
    Ok(())
}
