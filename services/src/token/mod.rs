//! Tokens of the read API. Of a secret only its digest is stored.

use domain::error::Code;
use domain::token::{ApiRight, TokenForm, TokenRow};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::audit::{self, Entry};
use crate::ctx::{Campus, Ctx, digest};
use crate::entity::api_token;
use crate::error::Result;
use crate::policy;

/// How old the note of a token's last use may be before it is written anew.
const USED: chrono::Duration = chrono::Duration::hours(1);

/// Every token, the newest first.
///
/// # Errors
/// `SignInFirst`, `NotForYou`.
pub async fn list(ctx: &Ctx) -> Result<Vec<TokenRow>> {
    policy::may_administer(ctx)?;
    let db = ctx.db.read();
    let rows = api_token::Entity::find().order_by_desc(api_token::Column::MadeAt).all(db).await?;
    let accounts: Vec<_> = rows.iter().filter_map(|row| row.made_by).collect();
    let names = crate::person::store::names_of(db, &accounts).await?;
    let row = |row: api_token::Model| TokenRow {
        id: row.id.to_string(),
        rights: rights(&row.rights),
        name: row.name,
        made_at: row.made_at,
        made_by: row.made_by.and_then(|account| names.get(&account).cloned()),
        expires_at: row.expires_at,
        revoked: row.revoked_at.is_some(),
        expired: row.expires_at <= ctx.now(),
        last_used_at: row.last_used_at,
    };
    Ok(rows.into_iter().map(row).collect())
}

fn rights(words: &str) -> Vec<ApiRight> {
    words.split(',').filter_map(|word| word.parse().ok()).collect()
}

/// Makes a token and gives its secret, which nobody can read again.
///
/// # Errors
/// `SignInFirst`, `NotForYou`; `Invalid` naming each wrong field.
pub async fn make(ctx: &Ctx, form: &TokenForm) -> Result<String> {
    policy::may_administer(ctx)?;
    let (name, rights, days) = form.check()?;
    let secret = format!("campus_{}", ctx.secret());
    let words: Vec<&str> = rights.iter().map(|right| right.as_str()).collect();
    let words = words.join(",");
    let row = api_token::ActiveModel {
        id: Set(ctx.new_id()),
        name: Set(name.clone()),
        secret_hash: Set(digest(&secret)),
        rights: Set(words.clone()),
        made_at: Set(ctx.now()),
        made_by: Set(ctx.account()),
        expires_at: Set(ctx.now() + chrono::Duration::days(days.into())),
        revoked_at: Set(None),
        last_used_at: Set(None),
    };
    let tx = ctx.db.begin_write().await?;
    api_token::Entity::insert(row).exec_without_returning(&tx).await?;
    audit::record(&tx, ctx, &name, Entry::TokenMade { name: &name, rights: &words }).await?;
    tx.commit().await?;
    Ok(secret)
}

/// Revokes a token; it works no longer.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`.
pub async fn revoke(ctx: &Ctx, id: &str) -> Result<()> {
    policy::may_administer(ctx)?;
    let id: uuid::Uuid = id.parse().map_err(|_| Code::NotFound)?;
    let tx = ctx.db.begin_write().await?;
    let row = api_token::Entity::find_by_id(id).one(&tx).await?.ok_or(Code::NotFound)?;
    api_token::Entity::update_many()
        .col_expr(api_token::Column::RevokedAt, Expr::value(Some(ctx.now())))
        .filter(api_token::Column::Id.eq(id))
        .filter(api_token::Column::RevokedAt.is_null())
        .exec(&tx)
        .await?;
    audit::record(&tx, ctx, &row.name, Entry::TokenRevoked { name: &row.name }).await?;
    tx.commit().await?;
    Ok(())
}

/// What the bearer of a secret may read.
///
/// # Errors
/// `TokenWrong` for a secret that is unknown, expired or revoked.
pub async fn bearer(campus: &Campus, secret: &str) -> Result<Vec<ApiRight>> {
    let found = api_token::Entity::find()
        .filter(api_token::Column::SecretHash.eq(digest(secret)))
        .filter(api_token::Column::RevokedAt.is_null())
        .filter(api_token::Column::ExpiresAt.gt(campus.now()))
        .one(campus.db.read())
        .await?;
    let row = found.ok_or(Code::TokenWrong)?;
    if row.last_used_at.is_none_or(|at| at + USED < campus.now()) {
        let used =
            api_token::ActiveModel { id: Set(row.id), last_used_at: Set(Some(campus.now())), ..Default::default() };
        api_token::Entity::update(used).exec(campus.db.writer()).await?;
    }
    Ok(rights(&row.rights))
}
