//! What the command line does with accounts: adding one that needs no mail, and granting a role.

use domain::account::{Role, check_password};
use domain::error::{Code, Refusal, Wrong};
use domain::id::AccountId;
use domain::language::Language;
use sea_orm::{ActiveValue::Set, EntityTrait};

use super::{NewAccount, insert, is_taken, link, store};
use crate::audit;
use crate::ctx::Ctx;
use crate::entity::account_role;
use crate::error::{Error, Result};
use crate::policy;

/// Adds an account whose address counts as proven.
///
/// # Errors
/// `SignInFirst` or `NotForYou`; `Invalid` naming each wrong field, `CodeTaken` for a known address; `Busy`.
pub async fn add_user(
    ctx: &Ctx,
    email: &str,
    given_name: &str,
    family_name: &str,
    password: &str,
    language: Language,
) -> Result<AccountId> {
    policy::may_administer(ctx)?;
    let mut wrong = Wrong::default();
    let given_name = wrong.text("given_name", given_name, 80);
    let family_name = wrong.text("family_name", family_name, 80);
    let email = domain::account::email(email).unwrap_or_else(|code| {
        wrong.note("email", code);
        String::new()
    });
    if let Err(code) = check_password(password, &email) {
        wrong.note("password", code);
    }
    wrong.done()?;
    let taken = || Error::from(Refusal::field("email", Code::CodeTaken));
    let password_hash = ctx.passwords.hash(ctx.random.as_ref(), password).await?;
    let tx = ctx.db.begin_write().await?;
    if store::find_by_email(&tx, &email).await?.is_some() {
        return Err(taken());
    }
    let new = NewAccount { given_name, family_name, email, password_hash, language, verified: true };
    let account = insert(&tx, ctx, new).await.map_err(|error| match error {
        Error::Database(error) if is_taken(&error) => taken(),
        other => other,
    })?;
    link::claim(&tx, ctx, &account).await?;
    tx.commit().await?;
    Ok(account.id)
}

/// Grants a role; one already held stays as it is.
///
/// # Errors
/// `SignInFirst` or `NotForYou`; `NotFound` when nobody has that address.
pub async fn grant(ctx: &Ctx, email: &str, role: Role) -> Result<()> {
    policy::may_administer(ctx)?;
    let email = domain::account::email(email).map_err(|code| Refusal::field("email", code))?;
    let tx = ctx.db.begin_write().await?;
    let account = store::find_by_email(&tx, &email).await?.ok_or(Code::NotFound)?;
    let row = account_role::ActiveModel {
        id: Set(ctx.new_id()),
        account_id: Set(account.id),
        role: Set(role),
        granted_at: Set(ctx.now()),
    };
    let granted = account_role::Entity::insert(row)
        .on_conflict_do_nothing_on([account_role::Column::AccountId, account_role::Column::Role])
        .exec_without_returning(&tx)
        .await?;
    if matches!(granted, sea_orm::TryInsertResult::Inserted(1..)) {
        let subject = account.id.to_string();
        audit::record(&tx, ctx, &subject, audit::Entry::RoleGranted { account: &subject, role: role.as_str() }).await?;
    }
    tx.commit().await?;
    Ok(())
}
