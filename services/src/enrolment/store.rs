//! Queries about participations, and about the progress made in them.

use chrono::{DateTime, Utc};
use domain::enrolment::Outcome;
use domain::error::Code;
use domain::id::{EditionId, ParticipationId, PersonId};
use sea_orm::sea_query::{Expr, ExprTrait as _, Func, LockType, SelectStatement};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, PaginatorTrait,
    QueryFilter, QuerySelect, QueryTrait, RelationDef,
};

use crate::ctx::Ctx;
use crate::entity::{account, certificate, extension, participation, person};
use crate::error::Result;

pub use super::people::{Enrolled, list_accounts, list_addresses, list_enrolled, list_everybody};
pub use super::progress::{
    Trace, graded_traces, mark_done, mark_done_at, points, score, trace, traces_of, traces_of_edition, traces_of_person,
};
pub use crate::entity::extension::Model as Extension;

/// A participation with the code of its certificate.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Mine {
    #[sea_orm(nested)]
    pub participation: participation::Model,
    pub certificate_code: Option<String>,
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

/// Those who have their seat: they neither withdrew nor never came, or completed all the same.
pub(crate) fn present() -> Condition {
    Condition::any()
        .add(participation::Column::Outcome.is_null())
        .add(participation::Column::Outcome.eq(Outcome::Failed))
        .add(participation::Column::CompletedAt.is_not_null())
}

/// The person and the records that were found to be the same person, as a subquery: one round trip at each page view.
pub(super) fn persons_of(person: PersonId) -> SelectStatement {
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
        .filter(present())
}

/// The participation of `person` in `edition`, unless they left it. Their own comes before that of a record linked to them, so that nothing
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
pub async fn find_own<C: ConnectionTrait>(
    db: &C,
    person: PersonId,
    id: ParticipationId,
) -> Result<Option<participation::Model>> {
    let own =
        participation::Entity::find_by_id(id).filter(participation::Column::PersonId.in_subquery(persons_of(person)));
    Ok(own.one(db).await?)
}

/// Every participation of `person`, one an edition.
///
/// # Errors
/// When the database fails.
pub async fn list_mine<C: ConnectionTrait>(db: &C, person: PersonId) -> Result<Vec<Mine>> {
    let mut rows = mine(person).into_model::<Mine>().all(db).await?;
    rows.sort_by_key(|row| {
        (row.participation.edition_id, row.participation.person_id != person, row.participation.created_at)
    });
    rows.dedup_by_key(|row| row.participation.edition_id);
    Ok(rows)
}

/// What was granted to `person` and the records linked to them, everywhere.
///
/// # Errors
/// When the database fails.
pub async fn extensions_of_person<C: ConnectionTrait>(db: &C, person: PersonId) -> Result<Vec<Extension>> {
    let own = participation::Entity::find()
        .select_only()
        .column(participation::Column::Id)
        .filter(participation::Column::PersonId.in_subquery(persons_of(person)));
    let found = extension::Entity::find().filter(extension::Column::ParticipationId.in_subquery(own.into_query()));
    Ok(found.all(db).await?)
}

/// The first participation that any of `persons` has in `edition`.
///
/// # Errors
/// When the database fails.
pub async fn find<C: ConnectionTrait>(
    db: &C,
    persons: &[PersonId],
    edition: EditionId,
) -> Result<Option<participation::Model>> {
    let rows = participation::Entity::find()
        .filter(participation::Column::PersonId.is_in(persons.iter().copied()))
        .filter(participation::Column::EditionId.eq(edition))
        .all(db)
        .await?;
    Ok(rows.into_iter().min_by_key(|row| (persons.iter().position(|person| *person == row.person_id), row.created_at)))
}

/// The participation with this id.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub async fn get<C: ConnectionTrait>(db: &C, id: ParticipationId) -> Result<participation::Model> {
    participation::Entity::find_by_id(id).one(db).await?.ok_or_else(|| Code::NotFound.into())
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
    let taken = participation::Entity::find().filter(participation::Column::EditionId.eq(edition)).filter(present());
    let taken = taken.count(db).await?;
    Ok(i32::try_from(taken).unwrap_or(i32::MAX))
}

/// The numbers of these editions; one without anybody is not among them.
///
/// # Errors
/// When the database fails.
pub async fn numbers<C: ConnectionTrait>(db: &C, editions: &[EditionId]) -> Result<Vec<Numbers>> {
    let started = Func::coalesce([
        Expr::col(participation::Column::FirstActivityAt),
        Expr::col(participation::Column::CompletedAt),
    ]);
    let rows = participation::Entity::find()
        .select_only()
        .column(participation::Column::EditionId)
        .column_as(participation::Column::Id.count(), "enrolled")
        .column_as(Expr::expr(started).count(), "started")
        .column_as(participation::Column::CompletedAt.count(), "completed")
        .filter(participation::Column::EditionId.is_in(editions.iter().copied()))
        .filter(present())
        .group_by(participation::Column::EditionId)
        .into_model::<Numbers>()
        .all(db)
        .await?;
    Ok(rows)
}

/// The account of `person`, or of the person whom their record was linked to.
///
/// # Errors
/// When the database fails.
pub async fn find_account<C: ConnectionTrait>(db: &C, person: PersonId) -> Result<Option<account::Model>> {
    let linked = person::Entity::find_by_id(person).select_only().column(person::Column::LinkedTo).into_query();
    let either =
        Condition::any().add(account::Column::PersonId.eq(person)).add(account::Column::PersonId.in_subquery(linked));
    let found = account::Entity::find().filter(either).all(db).await?;
    Ok(found.into_iter().min_by_key(|account| account.person_id != person))
}

/// Sets the moment of completion, unless one stands already; it is recorded now. Says whether it set it.
///
/// # Errors
/// When the database fails.
pub async fn set_completed<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    id: ParticipationId,
    at: DateTime<Utc>,
) -> Result<bool> {
    let set = participation::ActiveModel {
        completed_at: Set(Some(at)),
        completion_recorded_at: Set(Some(ctx.now())),
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
