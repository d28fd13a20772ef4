//! The links that mails carry: proving an address, setting a new password. A link works once and for a limited time.

use domain::account::{LinkPurpose, check_password};
use domain::error::Refusal;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{Attempt, given_name, set_password, store};
use crate::ctx::Ctx;
use crate::entity::{account, person};
use crate::error::Result;
use crate::jobs::{self, Mail};
use crate::policy;

/// Whether a link still works. Looking does not use it up: mail programs open links before their readers do.
///
/// # Errors
/// `LinkExpired`.
pub async fn check_link(ctx: &Ctx, secret: &str, purpose: LinkPurpose) -> Result<()> {
    store::get_by_link(ctx.db.read(), secret, purpose, ctx.now()).await.map(|_| ())
}

/// Proves an account's address, and makes the participations that a roster recorded under it the account's own.
///
/// # Errors
/// `LinkExpired`.
pub async fn verify_email(ctx: &Ctx, secret: &str) -> Result<()> {
    let tx = ctx.db.begin_write().await?;
    let id = store::use_link(&tx, secret, LinkPurpose::VerifyEmail, ctx.now()).await?;
    let account = store::get(&tx, id).await?;
    prove(&tx, ctx, &account).await?;
    tx.commit().await?;
    Ok(())
}

/// Sends the owner of `email` a link to set a new password. The answer is the same when nobody has that address.
///
/// # Errors
/// `Invalid` naming `email` when it is none; `TooMany`.
pub async fn request_reset(ctx: &Ctx, email: &str) -> Result<()> {
    let email = domain::account::email(email).map_err(|code| Refusal::field("email", code))?;
    ctx.limits.check(Attempt::Reset, ctx, &email)?;
    let tx = ctx.db.begin_write().await?;
    if let Some(account) = store::find_by_email(&tx, &email).await? {
        let secret = store::insert_link(&tx, ctx, account.id, LinkPurpose::ResetPassword).await?;
        let given_name = given_name(&tx, account.person_id).await?;
        jobs::enqueue(&tx, ctx, &email, account.language, Mail::ResetPassword { given_name, secret }).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Sets a new password by a link, and signs the account out everywhere. The link came by mail, so it proves the address too.
///
/// # Errors
/// `LinkExpired`; `Invalid` naming `password`; `Busy`.
pub async fn reset_password(ctx: &Ctx, secret: &str, password: &str) -> Result<()> {
    let id = store::get_by_link(ctx.db.read(), secret, LinkPurpose::ResetPassword, ctx.now()).await?;
    let account = store::get(ctx.db.read(), id).await?;
    check_password(password, &account.email).map_err(|code| Refusal::field("password", code))?;
    let hash = ctx.passwords.hash(ctx.random.as_ref(), password).await?;
    let tx = ctx.db.begin_write().await?;
    store::use_link(&tx, secret, LinkPurpose::ResetPassword, ctx.now()).await?;
    set_password(&tx, ctx, id, hash).await?;
    if account.email_verified_at.is_none() {
        prove(&tx, ctx, &account).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Sends whoever is signed in another link to prove their address; nothing when it is proven.
///
/// # Errors
/// `SignInFirst`, `TooMany`.
pub async fn resend_verification(ctx: &Ctx) -> Result<()> {
    let permit = policy::may_act(ctx)?;
    let account = store::get(ctx.db.read(), permit.person().account).await?;
    if account.email_verified_at.is_some() {
        return Ok(());
    }
    ctx.limits.check(Attempt::Register, ctx, &account.email)?;
    let tx = ctx.db.begin_write().await?;
    let secret = store::insert_link(&tx, ctx, account.id, LinkPurpose::VerifyEmail).await?;
    let given_name = given_name(&tx, account.person_id).await?;
    jobs::enqueue(&tx, ctx, &account.email, account.language, Mail::VerifyEmail { given_name, secret }).await?;
    tx.commit().await?;
    Ok(())
}

/// Marks the address as proven and claims what is recorded under it. The last statement of its transaction.
async fn prove<C: ConnectionTrait>(tx: &C, ctx: &Ctx, account: &account::Model) -> Result<()> {
    account::Entity::update_many()
        .col_expr(account::Column::EmailVerifiedAt, Expr::value(Some(ctx.now())))
        .filter(account::Column::Id.eq(account.id))
        .filter(account::Column::EmailVerifiedAt.is_null())
        .exec(tx)
        .await?;
    claim(tx, ctx, account).await
}

/// A person whom a roster recorded under the proven address is this account's person: the two records are linked and keep
/// their dates (counting rule 9). Without one, the address becomes the person's, for rosters to come.
pub(super) async fn claim<C: ConnectionTrait>(tx: &C, ctx: &Ctx, account: &account::Model) -> Result<()> {
    let recorded = person::Entity::find().filter(person::Column::Email.eq(account.email.as_str())).one(tx).await?;
    let Some(recorded) = recorded else {
        person::Entity::update_many()
            .col_expr(person::Column::Email, Expr::value(Some(account.email.clone())))
            .filter(person::Column::Id.eq(account.person_id))
            .filter(person::Column::Email.is_null())
            .exec(tx)
            .await?;
        return Ok(());
    };
    crate::person::link(tx, ctx, recorded.id, account.person_id).await
}
