//! Queries of an import, all in bulk.

use std::collections::HashMap;

use domain::id::{EditionId, PersonId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::ctx::Ctx;
use crate::entity::{edition, participation, person};
use crate::error::Result;

/// Rows in one statement: with 17 columns each they stay below SQLite's limit of 32,766 values.
const ROWS: usize = 500;

/// Lets one import at a time into an edition. SQLite's single writer needs no lock.
pub(crate) async fn lock_edition<C: ConnectionTrait>(tx: &C, ctx: &Ctx, edition: EditionId) -> Result<()> {
    if !ctx.db.is_sqlite() {
        edition::Entity::find_by_id(edition).lock_exclusive().one(tx).await?;
    }
    Ok(())
}

/// The records that the rows' addresses name.
pub(super) async fn list_people<C: ConnectionTrait>(db: &C, emails: &[&str]) -> Result<HashMap<String, PersonId>> {
    let mut people = HashMap::with_capacity(emails.len());
    for chunk in emails.chunks(ROWS) {
        let found: Vec<(Option<String>, PersonId)> = person::Entity::find()
            .select_only()
            .columns([person::Column::Email, person::Column::Id])
            .filter(person::Column::Email.is_in(chunk.iter().copied()))
            .into_tuple()
            .all(db)
            .await?;
        people.extend(found.into_iter().filter_map(|(email, person)| Some((email?, person))));
    }
    Ok(people)
}

pub(super) async fn list_participations<C: ConnectionTrait>(
    db: &C,
    edition: EditionId,
) -> Result<Vec<participation::Model>> {
    Ok(participation::Entity::find().filter(participation::Column::EditionId.eq(edition)).all(db).await?)
}

/// Inserts rows, some hundreds in each statement.
pub(crate) async fn insert_all<A, C>(tx: &C, rows: Vec<A>) -> Result<()>
where
    A: sea_orm::ActiveModelTrait + Send,
    C: ConnectionTrait,
{
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let chunk: Vec<A> = rows.by_ref().take(ROWS).collect();
        A::Entity::insert_many(chunk).exec_without_returning(tx).await?;
    }
    Ok(())
}
