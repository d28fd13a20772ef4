//! What was done in participations: one by one for a page, in bulk for a list.

use std::collections::HashMap;

use domain::completion::Progress;
use domain::id::{EditionId, ParticipationId, PersonId};
use domain::quiz::Score;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, IntoActiveModel as _, JoinType, QueryFilter,
    QuerySelect,
};

use super::store::persons_of;
use crate::ctx::Ctx;
use crate::entity::{activity_done, attempt, participation};
use crate::error::Result;

/// Notes that an activity is done. Done twice is done once, on the first date.
///
/// # Errors
/// When the database fails.
pub async fn mark_done<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    participation: ParticipationId,
    activity: &str,
) -> Result<()> {
    let done = activity_done::Model {
        id: ctx.new_id(),
        participation_id: participation,
        activity: activity.to_owned(),
        done_at: ctx.now(),
    };
    let once = [activity_done::Column::ParticipationId, activity_done::Column::Activity];
    activity_done::Entity::insert(done.into_active_model())
        .on_conflict(OnConflict::columns(once).do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// The keys of the activities done in one participation.
///
/// # Errors
/// When the database fails.
pub async fn list_done<C: ConnectionTrait>(db: &C, participation: ParticipationId) -> Result<Vec<String>> {
    let keys = activity_done::Entity::find()
        .select_only()
        .column(activity_done::Column::Activity)
        .filter(activity_done::Column::ParticipationId.eq(participation))
        .into_tuple()
        .all(db)
        .await?;
    Ok(keys)
}

/// What was done in one participation; `completed` says that its completion stands already.
///
/// # Errors
/// When the database fails.
pub async fn progress<C: ConnectionTrait>(db: &C, participation: ParticipationId, completed: bool) -> Result<Progress> {
    let mut all = progress_where(db, participation::Column::Id.eq(participation)).await?;
    Ok(Progress { completed, ..all.remove(&participation).unwrap_or_default() })
}

/// What everybody has done in `edition`. Somebody without a trace is not in it.
///
/// # Errors
/// When the database fails.
pub async fn progress_of_all<C: ConnectionTrait>(
    db: &C,
    edition: EditionId,
) -> Result<HashMap<ParticipationId, Progress>> {
    let mut all = progress_where(db, participation::Column::EditionId.eq(edition)).await?;
    let completed: Vec<ParticipationId> = participation::Entity::find()
        .select_only()
        .column(participation::Column::Id)
        .filter(participation::Column::EditionId.eq(edition))
        .filter(participation::Column::CompletedAt.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    for id in completed {
        all.entry(id).or_default().completed = true;
    }
    Ok(all)
}

/// What `person` and the records linked to them have done, everywhere. Completions are not looked at.
///
/// # Errors
/// When the database fails.
pub async fn progress_of_person<C: ConnectionTrait>(
    db: &C,
    person: PersonId,
) -> Result<HashMap<ParticipationId, Progress>> {
    progress_where(db, participation::Column::PersonId.in_subquery(persons_of(person))).await
}

#[derive(FromQueryResult)]
struct Done {
    participation_id: ParticipationId,
    activity: String,
}

#[derive(FromQueryResult)]
struct Best {
    participation_id: ParticipationId,
    activity: String,
    asked: i32,
    best: i32,
}

/// Two queries, however many participations the condition takes in.
async fn progress_where<C: ConnectionTrait>(db: &C, of: Expr) -> Result<HashMap<ParticipationId, Progress>> {
    let mut all: HashMap<ParticipationId, Progress> = HashMap::new();
    let done = activity_done::Entity::belongs_to(participation::Entity)
        .from(activity_done::Column::ParticipationId)
        .to(participation::Column::Id);
    let rows = activity_done::Entity::find()
        .join(JoinType::InnerJoin, done.into())
        .filter(of.clone())
        .into_model::<Done>()
        .all(db)
        .await?;
    for row in rows {
        all.entry(row.participation_id).or_default().done.push(row.activity);
    }
    let tried = attempt::Entity::belongs_to(participation::Entity)
        .from(attempt::Column::ParticipationId)
        .to(participation::Column::Id);
    let rows = attempt::Entity::find()
        .select_only()
        .columns([attempt::Column::ParticipationId, attempt::Column::Activity, attempt::Column::Asked])
        .column_as(attempt::Column::Right.max(), "best")
        .join(JoinType::InnerJoin, tried.into())
        .filter(of)
        .filter(attempt::Column::SubmittedAt.is_not_null())
        .group_by(attempt::Column::ParticipationId)
        .group_by(attempt::Column::Activity)
        .group_by(attempt::Column::Asked)
        .into_model::<Best>()
        .all(db)
        .await?;
    for row in rows {
        let progress = all.entry(row.participation_id).or_default();
        note_score(progress, row.activity, score(row.best, row.asked));
    }
    Ok(all)
}

/// A stored score.
#[must_use]
pub fn score(right: i32, asked: i32) -> Score {
    Score { right: u16::try_from(right).unwrap_or_default(), asked: u16::try_from(asked).unwrap_or_default() }
}

/// Keeps the better of two scores in the same quiz, compared exactly.
pub fn note_score(progress: &mut Progress, activity: String, score: Score) {
    let value = |score: Score, other: Score| u32::from(score.right) * u32::from(other.asked);
    let best = progress.best.entry(activity).or_insert(score);
    if value(score, *best) > value(*best, score) {
        *best = score;
    }
}
