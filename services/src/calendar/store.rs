//! Queries about calendar links.

use domain::id::AccountId;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::ctx::Ctx;
use crate::entity::{account, calendar_link};
use crate::error::Result;

pub(super) async fn find_secret<C: ConnectionTrait>(db: &C, account: AccountId) -> Result<Option<String>> {
    let row = calendar_link::Entity::find().filter(calendar_link::Column::AccountId.eq(account)).one(db).await?;
    Ok(row.map(|row| row.secret))
}

/// The account whose link has this secret.
pub(super) async fn find_by_secret<C: ConnectionTrait>(db: &C, secret: &str) -> Result<Option<account::Model>> {
    let link = calendar_link::Entity::find().filter(calendar_link::Column::Secret.eq(secret)).one(db).await?;
    let Some(link) = link else { return Ok(None) };
    Ok(account::Entity::find_by_id(link.account_id).one(db).await?)
}

/// Sets the account's one secret, in the place of whatever was there.
pub(super) async fn put_secret<C: ConnectionTrait>(tx: &C, ctx: &Ctx, account: AccountId, secret: &str) -> Result<()> {
    let row = calendar_link::ActiveModel {
        id: Set(ctx.new_id()),
        account_id: Set(account),
        secret: Set(secret.to_owned()),
        made_at: Set(ctx.now()),
    };
    let replace = OnConflict::column(calendar_link::Column::AccountId)
        .update_columns([calendar_link::Column::Secret, calendar_link::Column::MadeAt])
        .to_owned();
    calendar_link::Entity::insert(row).on_conflict(replace).exec_without_returning(tx).await?;
    Ok(())
}

pub(super) async fn remove_secret<C: ConnectionTrait>(tx: &C, account: AccountId) -> Result<()> {
    calendar_link::Entity::delete_many().filter(calendar_link::Column::AccountId.eq(account)).exec(tx).await?;
    Ok(())
}
