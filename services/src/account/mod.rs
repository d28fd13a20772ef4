//! Accounts: registering, signing in, links by mail, passwords. Whether an address is known is never told to a stranger.

mod limits;
mod link;
mod passwords;
mod roles;
pub mod store;
mod user;

use domain::account::{LinkPurpose, RegisterForm, check_password};
use domain::error::{Code, Refusal};
use domain::id::{AccountId, PersonId};
use domain::language::Language;
use domain::role::Reach;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, SqlErr};

use crate::audit;
use crate::ctx::{Campus, Ctx, SignedIn};
use crate::entity::{account, person};
use crate::error::{Error, Result};
use crate::jobs::{self, Mail};
use crate::policy;

pub use limits::{Attempt, Limits};
pub use link::{check_link, request_reset, resend_verification, reset_password, verify_email};
pub use passwords::Passwords;
pub use roles::{grant, holders, revoke, revoke_of};
pub use user::add_user;

/// Opens an account, and sends its owner a link that proves the address. For a known address the answer is the same, and
/// its owner gets a mail that says so.
///
/// # Errors
/// `Invalid` naming each wrong field, `TooMany`, `Busy`.
pub async fn register(ctx: &Ctx, form: RegisterForm) -> Result<()> {
    let registration = form.checked()?;
    ctx.limits.check(Attempt::Register, ctx, &registration.email)?;
    // Before looking the address up: a known one takes as long as a new one.
    let password_hash = ctx.passwords.hash(ctx.random.as_ref(), &form.password).await?;
    let new = NewAccount {
        given_name: registration.given_name,
        family_name: registration.family_name,
        email: registration.email,
        password_hash,
        language: registration.language,
        verified: false,
    };
    let tx = ctx.db.begin_write().await?;
    if let Some(known) = store::find_by_email(&tx, &new.email).await? {
        let given_name = given_name(&tx, known.person_id).await?;
        jobs::enqueue(&tx, ctx, &known.email, known.language, Mail::AlreadyRegistered { given_name }).await?;
    } else {
        let (email, language, given_name) = (new.email.clone(), new.language, new.given_name.clone());
        let account = match insert(&tx, ctx, new).await {
            // Somebody registered the same address at the same moment, and has the mail.
            Err(Error::Database(error)) if is_taken(&error) => return Ok(()),
            inserted => inserted?,
        };
        let secret = store::insert_link(&tx, ctx, account.id, LinkPurpose::VerifyEmail).await?;
        jobs::enqueue(&tx, ctx, &email, language, Mail::VerifyEmail { given_name, secret }).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The account of an address and its password.
///
/// # Errors
/// `SignInWrong`, whichever of the two is wrong, after the same time; `TooMany`, `Busy`.
pub async fn sign_in(ctx: &Ctx, email: &str, password: &str) -> Result<AccountId> {
    ctx.limits.check(Attempt::SignIn, ctx, email)?;
    let account = match domain::account::email(email) {
        Ok(email) => store::find_by_email(ctx.db.read(), &email).await?,
        Err(_) => None,
    };
    let stored = account.as_ref().map(|account| account.password_hash.as_str());
    match (ctx.passwords.verify(password, stored).await?, account) {
        (true, Some(account)) => {
            ctx.limits.give_back(Attempt::SignIn, ctx, email);
            Ok(account.id)
        }
        _ => Err(Code::SignInWrong.into()),
    }
}

/// Who an account is, and their language; None for an account that is gone. One query: it runs at each request.
///
/// # Errors
/// When the database fails.
pub async fn find_signed_in(campus: &Campus, account: AccountId) -> Result<Option<(SignedIn, Language)>> {
    let row = store::find_signed_in(campus.db.read(), account).await?;
    Ok(row.map(|row| {
        let store::SignedInRow {
            person_id: person,
            given_name,
            language,
            staff,
            administrator,
            personal_data,
            instructor,
        } = row;
        let names = Reach::read(personal_data.as_deref());
        (SignedIn { account, person, given_name, staff, administrator, names, instructor }, language)
    }))
}

/// Changes the password of whoever is signed in, and signs them out everywhere.
///
/// # Errors
/// `SignInFirst`; `Invalid` naming `current` or `password`; `TooMany`, `Busy`.
pub async fn change_password(ctx: &Ctx, current: &str, new: &str) -> Result<()> {
    let permit = policy::may_act(ctx)?;
    let account = store::get(ctx.db.read(), permit.person().account).await?;
    ctx.limits.check(Attempt::SignIn, ctx, &account.email)?;
    if !ctx.passwords.verify(current, Some(&account.password_hash)).await? {
        return Err(Refusal::field("current", Code::PasswordWrong).into());
    }
    check_password(new, &account.email).map_err(|code| Refusal::field("password", code))?;
    let hash = ctx.passwords.hash(ctx.random.as_ref(), new).await?;
    let tx = ctx.db.begin_write().await?;
    set_password(&tx, ctx, account.id, hash).await?;
    tx.commit().await?;
    Ok(())
}

/// Remembers the language of whoever is signed in.
///
/// # Errors
/// `SignInFirst`.
pub async fn set_language(ctx: &Ctx, language: Language) -> Result<()> {
    let permit = policy::may_act(ctx)?;
    let tx = ctx.db.begin_write().await?;
    let row = account::ActiveModel { id: Set(permit.person().account), language: Set(language), ..Default::default() };
    account::Entity::update(row).exec(&tx).await?;
    tx.commit().await?;
    Ok(())
}

/// An account about to be.
struct NewAccount {
    given_name: String,
    family_name: String,
    email: String,
    password_hash: String,
    language: Language,
    verified: bool,
}

/// Inserts the account and its person.
async fn insert<C: ConnectionTrait>(tx: &C, ctx: &Ctx, new: NewAccount) -> Result<account::Model> {
    let person_id = PersonId(ctx.new_id());
    let row = person::ActiveModel {
        id: Set(person_id),
        given_name: Set(new.given_name),
        family_name: Set(new.family_name),
        created_at: Set(ctx.now()),
        ..Default::default()
    };
    person::Entity::insert(row).exec_without_returning(tx).await?;
    let account = account::Model {
        id: AccountId(ctx.new_id()),
        person_id,
        email: new.email,
        email_verified_at: new.verified.then(|| ctx.now()),
        password_hash: new.password_hash,
        language: new.language,
        created_at: ctx.now(),
    };
    account::Entity::insert(account::ActiveModel::from(account.clone())).exec_without_returning(tx).await?;
    Ok(account)
}

/// Stores the new hash; links and sessions that the old password's holder may have had end with it.
async fn set_password<C: ConnectionTrait>(tx: &C, ctx: &Ctx, account: AccountId, hash: String) -> Result<()> {
    account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, Expr::value(hash))
        .filter(account::Column::Id.eq(account))
        .exec(tx)
        .await?;
    store::end_links(tx, account, LinkPurpose::ResetPassword, ctx.now()).await?;
    store::end_sessions(tx, account).await?;
    audit::record(tx, ctx, &account.to_string(), audit::Entry::PasswordChanged).await
}

async fn given_name<C: ConnectionTrait>(db: &C, person: PersonId) -> Result<String> {
    Ok(person::Entity::find_by_id(person).one(db).await?.ok_or(Code::NotFound)?.given_name)
}

fn is_taken(error: &sea_orm::DbErr) -> bool {
    matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}
