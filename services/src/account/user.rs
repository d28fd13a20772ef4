//! What the command line does with accounts: adding one that needs no mail.

use domain::account::check_password;
use domain::error::{Code, Refusal, Wrong};
use domain::id::AccountId;
use domain::language::Language;

use super::{NewAccount, insert, is_taken, link, store};
use crate::ctx::Ctx;
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
