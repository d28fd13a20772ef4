//! Queries about claims and linked records.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::error::Code;
use domain::id::PersonId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

use crate::ctx::digest;
use crate::entity::{claim, edition, participation, person};
use crate::error::Result;

/// The record of an address.
pub(super) async fn find_record<C: ConnectionTrait>(db: &C, email: &str) -> Result<Option<person::Model>> {
    Ok(person::Entity::find().filter(person::Column::Email.eq(email)).one(db).await?)
}

/// A claim whose link still works.
pub(super) async fn get_open<C: ConnectionTrait>(db: &C, secret: &str, now: DateTime<Utc>) -> Result<claim::Model> {
    let found = claim::Entity::find_by_id(digest(secret))
        .filter(claim::Column::UsedAt.is_null())
        .filter(claim::Column::ExpiresAt.gt(now))
        .one(db)
        .await?;
    found.ok_or_else(|| Code::LinkExpired.into())
}

/// Uses a link up. Of two who press at once, one succeeds.
pub(super) async fn use_up<C: ConnectionTrait>(tx: &C, secret: &str, now: DateTime<Utc>) -> Result<()> {
    let used = claim::Entity::update_many()
        .col_expr(claim::Column::UsedAt, Expr::value(Some(now)))
        .filter(claim::Column::SecretHash.eq(digest(secret)))
        .filter(claim::Column::UsedAt.is_null())
        .exec(tx)
        .await?;
    if used.rows_affected == 1 { Ok(()) } else { Err(Code::LinkExpired.into()) }
}

/// The editions that a record, or those linked to it, takes part in.
pub(super) async fn list_editions<C: ConnectionTrait>(db: &C, record: PersonId) -> Result<Vec<edition::Model>> {
    let persons = crate::person::store::person_ids(db, record).await?;
    let theirs = participation::Entity::find()
        .select_only()
        .column(participation::Column::EditionId)
        .filter(participation::Column::PersonId.is_in(persons))
        .into_query();
    let found = edition::Entity::find().filter(edition::Column::Id.in_subquery(theirs));
    Ok(found.order_by_desc(edition::Column::StartsOn).all(db).await?)
}

/// Each linked record with the one that it leads to, the newest first.
pub(super) async fn list_linked<C: ConnectionTrait>(db: &C) -> Result<Vec<(person::Model, person::Model)>> {
    let records = person::Entity::find()
        .filter(person::Column::LinkedTo.is_not_null())
        .order_by_desc(person::Column::CreatedAt)
        .order_by_desc(person::Column::Id)
        .all(db)
        .await?;
    let led_to = person::Entity::find()
        .select_only()
        .column(person::Column::LinkedTo)
        .filter(person::Column::LinkedTo.is_not_null());
    let people = person::Entity::find().filter(person::Column::Id.in_subquery(led_to.into_query())).all(db).await?;
    let people: HashMap<PersonId, person::Model> = people.into_iter().map(|person| (person.id, person)).collect();
    Ok(records
        .into_iter()
        .filter_map(|record| {
            let to = people.get(&record.linked_to?)?.clone();
            Some((record, to))
        })
        .collect())
}
