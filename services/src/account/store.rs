//! Queries on accounts, their roles and the links that mails carry.

use chrono::{DateTime, Utc};
use domain::account::LinkPurpose;
use domain::id::{AccountId, PersonId};
use domain::language::Language;
use domain::role::Role;
use sea_orm::sea_query::{Expr, ExprTrait, Func, Query, SelectStatement};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter};

use crate::ctx::{Campus, digest};
use crate::entity::{account, account_link, account_role, edition_instructor, person, session};
use crate::error::Result;
use domain::error::Code;

/// The account of a stored address (trimmed, lower-case).
///
/// # Errors
/// When the database fails.
pub async fn find_by_email<C: ConnectionTrait>(db: &C, email: &str) -> Result<Option<account::Model>> {
    Ok(account::Entity::find().filter(account::Column::Email.eq(email)).one(db).await?)
}

/// # Errors
/// `NotFound`.
pub async fn get<C: ConnectionTrait>(db: &C, id: AccountId) -> Result<account::Model> {
    Ok(account::Entity::find_by_id(id).one(db).await?.ok_or(Code::NotFound)?)
}

/// What each request asks about its account.
#[derive(Debug, FromQueryResult)]
pub struct SignedInRow {
    pub person_id: PersonId,
    pub given_name: String,
    pub language: Language,
    pub staff: bool,
    pub administrator: bool,
    /// For which countries, as it is stored; None without the role.
    pub personal_data: Option<String>,
    pub instructor: bool,
}

/// The account with its person and rights, in one query.
///
/// # Errors
/// When the database fails.
pub async fn find_signed_in<C: ConnectionTrait>(db: &C, id: AccountId) -> Result<Option<SignedInRow>> {
    let role = |role: Role| {
        exists(account_role::Entity, account_role::Column::AccountId, id)
            .and_where(account_role::Column::Role.eq(role))
            .to_owned()
    };
    let names = Query::select()
        .column(account_role::Column::Countries)
        .from(account_role::Entity)
        .and_where(account_role::Column::AccountId.eq(id))
        .and_where(account_role::Column::Role.eq(Role::PersonalData))
        .to_owned();
    let teaches = exists(edition_instructor::Entity, edition_instructor::Column::AccountId, id);
    let canonical = Func::coalesce([
        Expr::col((person::Entity, person::Column::LinkedTo)),
        Expr::col((person::Entity, person::Column::Id)),
    ]);
    let query = Query::select()
        .expr_as(canonical, "person_id")
        .column((person::Entity, person::Column::GivenName))
        .column((account::Entity, account::Column::Language))
        .expr_as(Expr::exists(role(Role::Staff)), "staff")
        .expr_as(Expr::exists(role(Role::Administrator)), "administrator")
        .expr_as(names, "personal_data")
        .expr_as(Expr::exists(teaches), "instructor")
        .from(account::Entity)
        .inner_join(
            person::Entity,
            Expr::col((person::Entity, person::Column::Id)).equals((account::Entity, account::Column::PersonId)),
        )
        .and_where(Expr::col((account::Entity, account::Column::Id)).eq(id))
        .to_owned();
    Ok(SignedInRow::find_by_statement(db.get_database_backend().build(&query)).one(db).await?)
}

fn exists<E: EntityTrait, K: ColumnTrait>(table: E, column: K, account: AccountId) -> SelectStatement {
    Query::select().expr(Expr::val(1)).from(table).and_where(column.eq(account)).to_owned()
}

/// Makes a link's secret; only its digest is stored.
///
/// # Errors
/// When the database fails.
pub async fn insert_link<C: ConnectionTrait>(
    tx: &C,
    campus: &Campus,
    account: AccountId,
    purpose: LinkPurpose,
) -> Result<String> {
    let secret = campus.secret();
    let row = account_link::ActiveModel {
        secret_hash: Set(digest(&secret)),
        account_id: Set(account),
        purpose: Set(purpose),
        expires_at: Set(campus.now() + purpose.lifetime()),
        used_at: Set(None),
    };
    account_link::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(secret)
}

/// The account that a link still works for.
///
/// # Errors
/// `LinkExpired`.
pub async fn get_by_link<C: ConnectionTrait>(
    db: &C,
    secret: &str,
    purpose: LinkPurpose,
    now: DateTime<Utc>,
) -> Result<AccountId> {
    let link = account_link::Entity::find_by_id(digest(secret))
        .filter(account_link::Column::Purpose.eq(purpose))
        .filter(account_link::Column::UsedAt.is_null())
        .filter(account_link::Column::ExpiresAt.gt(now))
        .one(db)
        .await?;
    Ok(link.ok_or(Code::LinkExpired)?.account_id)
}

/// Uses a link up. Of two readers who press at once, one succeeds.
///
/// # Errors
/// `LinkExpired`.
pub async fn use_link<C: ConnectionTrait>(
    tx: &C,
    secret: &str,
    purpose: LinkPurpose,
    now: DateTime<Utc>,
) -> Result<AccountId> {
    let account = get_by_link(tx, secret, purpose, now).await?;
    let used = account_link::Entity::update_many()
        .col_expr(account_link::Column::UsedAt, Expr::value(Some(now)))
        .filter(account_link::Column::SecretHash.eq(digest(secret)))
        .filter(account_link::Column::UsedAt.is_null())
        .exec(tx)
        .await?;
    if used.rows_affected == 1 { Ok(account) } else { Err(Code::LinkExpired.into()) }
}

/// Ends the other links of the same purpose.
///
/// # Errors
/// When the database fails.
pub async fn end_links<C: ConnectionTrait>(
    tx: &C,
    account: AccountId,
    purpose: LinkPurpose,
    now: DateTime<Utc>,
) -> Result<()> {
    account_link::Entity::update_many()
        .col_expr(account_link::Column::UsedAt, Expr::value(Some(now)))
        .filter(account_link::Column::AccountId.eq(account))
        .filter(account_link::Column::Purpose.eq(purpose))
        .filter(account_link::Column::UsedAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

/// Signs the account out everywhere.
///
/// # Errors
/// When the database fails.
pub async fn end_sessions<C: ConnectionTrait>(tx: &C, account: AccountId) -> Result<()> {
    session::Entity::delete_many().filter(session::Column::AccountId.eq(account)).exec(tx).await?;
    Ok(())
}
