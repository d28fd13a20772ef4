//! Queries about participations, and about the progress made in them.

use std::collections::HashMap;

use domain::completion::Progress;
use domain::error::Code;
use domain::id::{EditionId, ParticipationId, PersonId};
use domain::quiz::Score;
use sea_orm::sea_query::{Expr, ExprTrait as _, Func, LockType, OnConflict, SelectStatement};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, IntoActiveModel as _, JoinType,
    PaginatorTrait, QueryFilter, QuerySelect, QueryTrait, RelationDef,
};

use crate::ctx::Ctx;
use crate::entity::{account, activity_done, attempt, certificate, participation, person};
use crate::error::Result;

/// A participation with the code of its certificate.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Mine {
    #[sea_orm(nested)]
    pub participation: participation::Model,
    pub certificate_code: Option<String>,
}

/// A participation with the name and the addresses that a roster shows.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Enrolled {
    #[sea_orm(nested)]
    pub participation: participation::Model,
    pub given_name: String,
    pub family_name: String,
    pub person_email: Option<String>,
    pub linked_to: Option<PersonId>,
}

/// How many people of one edition are where.
#[derive(Debug, Clone, Copy, FromQueryResult)]
pub struct Numbers {
    pub edition_id: EditionId,
    pub enrolled: i64,
    /// Did something or completed.
    pub started: i64,
    pub completed: i64,
}

/// The person and the records that were found to be the same person, as a subquery: one round trip at each page view.
fn persons_of(person: PersonId) -> SelectStatement {
    person::Entity::find()
        .select_only()
        .column(person::Column::Id)
        .filter(Condition::any().add(person::Column::Id.eq(person)).add(person::Column::LinkedTo.eq(person)))
        .into_query()
}

fn mine(person: PersonId) -> sea_orm::Select<participation::Entity> {
    let certificates: RelationDef = participation::Entity::belongs_to(certificate::Entity)
        .from(participation::Column::Id)
        .to(certificate::Column::ParticipationId)
        .into();
    participation::Entity::find()
        .column_as(certificate::Column::Code, "certificate_code")
        .join(JoinType::LeftJoin, certificates)
        .filter(participation::Column::PersonId.in_subquery(persons_of(person)))
}

/// The participation of `person` in `edition`. Their own comes before that of a record linked to them, so that nothing
/// they did here vanishes when a roster's record turns out to be theirs.
///
/// # Errors
/// When the database fails.
pub async fn find_mine<C: ConnectionTrait>(db: &C, person: PersonId, edition: EditionId) -> Result<Option<Mine>> {
    let rows = mine(person).filter(participation::Column::EditionId.eq(edition)).into_model::<Mine>().all(db).await?;
    Ok(rows.into_iter().min_by_key(|row| (row.participation.person_id != person, row.participation.created_at)))
}

/// The participation with this id, if it is one of `person`'s.
///
/// # Errors
/// When the database fails.
pub async fn find_own<C: ConnectionTrait>(db: &C, person: PersonId, id: ParticipationId) -> Result<Option<participation::Model>> {
    let own = participation::Entity::find_by_id(id).filter(participation::Column::PersonId.in_subquery(persons_of(person)));
    Ok(own.one(db).await?)
}

/// Every participation of `person`, one an edition.
///
/// # Errors
/// When the database fails.
pub async fn list_mine<C: ConnectionTrait>(db: &C, person: PersonId) -> Result<Vec<Mine>> {
    let mut rows = mine(person).into_model::<Mine>().all(db).await?;
    rows.sort_by_key(|row| (row.participation.edition_id, row.participation.person_id != person, row.participation.created_at));
    rows.dedup_by_key(|row| row.participation.edition_id);
    Ok(rows)
}

/// The first participation that any of `persons` has in `edition`.
///
/// # Errors
/// When the database fails.
pub async fn find<C: ConnectionTrait>(db: &C, persons: &[PersonId], edition: EditionId) -> Result<Option<participation::Model>> {
    let rows = participation::Entity::find()
        .filter(participation::Column::PersonId.is_in(persons.iter().copied()))
        .filter(participation::Column::EditionId.eq(edition))
        .all(db)
        .await?;
    Ok(rows.into_iter().min_by_key(|row| (persons.iter().position(|person| *person == row.person_id), row.created_at)))
}

/// Reads a participation and keeps other acts on it waiting until the transaction ends.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub async fn lock<C: ConnectionTrait>(tx: &C, id: ParticipationId) -> Result<participation::Model> {
    let row = participation::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).one(tx).await?;
    row.ok_or_else(|| Code::NotFound.into())
}

/// How many seats of `edition` are taken.
///
/// # Errors
/// When the database fails.
pub async fn taken<C: ConnectionTrait>(db: &C, edition: EditionId) -> Result<i32> {
    let taken = participation::Entity::find().filter(participation::Column::EditionId.eq(edition)).count(db).await?;
    Ok(i32::try_from(taken).unwrap_or(i32::MAX))
}

/// Notes that an activity is done. Done twice is done once, on the first date.
///
/// # Errors
/// When the database fails.
pub async fn mark_done<C: ConnectionTrait>(tx: &C, ctx: &Ctx, participation: ParticipationId, activity: &str) -> Result<()> {
    let done = activity_done::Model {
        id: ctx.new_id(),
        participation_id: participation,
        activity: activity.to_owned(),
        done_at: ctx.now(),
    };
    let once = [activity_done::Column::ParticipationId, activity_done::Column::Activity];
    activity_done::Entity::insert(done.into_active_model().reset_all())
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
    let mut all = progress_where(db, participation::Column::Id.eq(participation).into_condition()).await?;
    Ok(Progress { completed, ..all.remove(&participation).unwrap_or_default() })
}

/// What everybody has done in `edition`. Somebody without a trace is not in it.
///
/// # Errors
/// When the database fails.
pub async fn progress_of_all<C: ConnectionTrait>(db: &C, edition: EditionId) -> Result<HashMap<ParticipationId, Progress>> {
    let mut all = progress_where(db, participation::Column::EditionId.eq(edition).into_condition()).await?;
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
pub async fn progress_of_person<C: ConnectionTrait>(db: &C, person: PersonId) -> Result<HashMap<ParticipationId, Progress>> {
    progress_where(db, participation::Column::PersonId.in_subquery(persons_of(person)).into_condition()).await
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
async fn progress_where<C: ConnectionTrait>(db: &C, of: Condition) -> Result<HashMap<ParticipationId, Progress>> {
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
    let tried = attempt::Entity::belongs_to(participation::Entity).from(attempt::Column::ParticipationId).to(participation::Column::Id);
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

/// Everybody in `edition`.
///
/// # Errors
/// When the database fails.
pub async fn list_enrolled<C: ConnectionTrait>(db: &C, edition: EditionId) -> Result<Vec<Enrolled>> {
    let rows = participation::Entity::find()
        .columns([person::Column::GivenName, person::Column::FamilyName, person::Column::LinkedTo])
        .column_as(person::Column::Email, "person_email")
        .join(JoinType::InnerJoin, to_person())
        .filter(participation::Column::EditionId.eq(edition))
        .into_model::<Enrolled>()
        .all(db)
        .await?;
    Ok(rows)
}

fn to_person() -> RelationDef {
    participation::Entity::belongs_to(person::Entity).from(participation::Column::PersonId).to(person::Column::Id).into()
}

/// The account's address of everybody in `edition` who has an account, of their own or of the person they were linked to.
///
/// # Errors
/// When the database fails.
pub async fn list_addresses<C: ConnectionTrait>(db: &C, edition: EditionId) -> Result<HashMap<PersonId, String>> {
    let of_edition = || participation::Entity::find().select_only().filter(participation::Column::EditionId.eq(edition));
    let own = of_edition().column(participation::Column::PersonId).into_query();
    let linked = of_edition().column(person::Column::LinkedTo).join(JoinType::InnerJoin, to_person()).into_query();
    let either = Condition::any().add(account::Column::PersonId.in_subquery(own)).add(account::Column::PersonId.in_subquery(linked));
    let rows: Vec<(PersonId, String)> = account::Entity::find()
        .select_only()
        .columns([account::Column::PersonId, account::Column::Email])
        .filter(either)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// The numbers of these editions; one without anybody is not among them.
///
/// # Errors
/// When the database fails.
pub async fn numbers<C: ConnectionTrait>(db: &C, editions: &[EditionId]) -> Result<Vec<Numbers>> {
    let started = Func::coalesce([Expr::col(participation::Column::FirstActivityAt), Expr::col(participation::Column::CompletedAt)]);
    let rows = participation::Entity::find()
        .select_only()
        .column(participation::Column::EditionId)
        .column_as(participation::Column::Id.count(), "enrolled")
        .column_as(Expr::expr(started).count(), "started")
        .column_as(participation::Column::CompletedAt.count(), "completed")
        .filter(participation::Column::EditionId.is_in(editions.iter().copied()))
        .group_by(participation::Column::EditionId)
        .into_model::<Numbers>()
        .all(db)
        .await?;
    Ok(rows)
}

/// Sets the moment of completion, unless one stands already. Says whether it set it.
///
/// # Errors
/// When the database fails.
pub async fn set_completed<C: ConnectionTrait>(tx: &C, ctx: &Ctx, id: ParticipationId) -> Result<bool> {
    let now = Some(ctx.now());
    let set = participation::ActiveModel {
        completed_at: Set(now),
        completion_recorded_at: Set(now),
        ..participation::ActiveModel::default()
    };
    let changed = participation::Entity::update_many()
        .set(set)
        .filter(participation::Column::Id.eq(id))
        .filter(participation::Column::CompletedAt.is_null())
        .exec(tx)
        .await?;
    Ok(changed.rows_affected == 1)
}
