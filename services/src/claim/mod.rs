//! Claims: somebody with an account finds the record that a list made of them under another address, proves the address by
//! mail, and the two records are linked (counting rule 9). Staff can take a link back.
//!
//! A record under the account's own address needs no claim: proving the address links it (`account::link`).

mod store;

use domain::account::LinkPurpose;
use domain::claim::{ClaimView, LIFETIME, LinkedRow};
use domain::error::{Code, Refusal};
use domain::id::PersonId;
use domain::import::masked;
use domain::page::Page;
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::account::{self, Attempt};
use crate::ctx::{Ctx, digest};
use crate::entity::{claim, person};
use crate::error::Result;
use crate::jobs::{self, Mail};
use crate::person::canonical;
use crate::policy;

/// Sends a link to the address of a list. The answer is the same whether or not anything is recorded under it.
///
/// # Errors
/// `SignInFirst`; `Invalid` naming `email`; `TooMany`.
pub async fn request(ctx: &Ctx, email: &str) -> Result<()> {
    let permit = policy::may_act(ctx)?;
    let email = domain::account::email(email).map_err(|code| Refusal::field("email", code))?;
    ctx.limits.check(Attempt::Claim, ctx, &email)?;
    let account = account::store::get(ctx.db.read(), permit.person().account).await?;
    let tx = ctx.db.begin_write().await?;
    if email == account.email {
        // Their own address: what is missing is its proof.
        if account.email_verified_at.is_none() {
            let secret = account::store::insert_link(&tx, ctx, account.id, LinkPurpose::VerifyEmail).await?;
            let given_name = permit.person().given_name.clone();
            jobs::enqueue(&tx, ctx, &email, account.language, Mail::VerifyEmail { given_name, secret }).await?;
        }
    } else if let Some(record) = store::find_record(&tx, &email).await?
        && canonical(&tx, record.id).await? != permit.person().person
    {
        let secret = ctx.secret();
        let row = claim::ActiveModel {
            secret_hash: Set(digest(&secret)),
            account_id: Set(account.id),
            email: Set(email.clone()),
            expires_at: Set(ctx.now() + LIFETIME),
            used_at: Set(None),
        };
        claim::Entity::insert(row).exec_without_returning(&tx).await?;
        let given_name = permit.person().given_name.clone();
        jobs::enqueue(&tx, ctx, &email, account.language, Mail::Claim { given_name, secret }).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// What a link would bring to the account that asked for it. Looking uses nothing up.
///
/// # Errors
/// `SignInFirst`; `LinkExpired`; `NotForYou` for an account that did not ask for it.
pub async fn view(ctx: &Ctx, secret: &str) -> Result<ClaimView> {
    let permit = policy::may_act(ctx)?;
    let db = ctx.db.read();
    let claim = store::get_open(db, secret, ctx.now()).await?;
    if claim.account_id != permit.person().account {
        return Err(Code::NotForYou.into());
    }
    let record = store::find_record(db, &claim.email).await?.ok_or(Code::LinkExpired)?;
    let editions = store::list_editions(db, record.id).await?;
    let editions = editions.iter().map(|edition| crate::edition::title(edition, ctx.language).to_owned()).collect();
    Ok(ClaimView { email: claim.email, editions })
}

/// Links the record of the proven address to whoever asked for it.
///
/// # Errors
/// `SignInFirst`; `LinkExpired`; `NotForYou` for an account that did not ask for it.
pub async fn confirm(ctx: &Ctx, secret: &str) -> Result<()> {
    let permit = policy::may_act(ctx)?;
    let tx = ctx.db.begin_write().await?;
    let claim = store::get_open(&tx, secret, ctx.now()).await?;
    if claim.account_id != permit.person().account {
        return Err(Code::NotForYou.into());
    }
    store::use_up(&tx, secret, ctx.now()).await?;
    let record = store::find_record(&tx, &claim.email).await?.ok_or(Code::LinkExpired)?;
    crate::person::link(&tx, ctx, record.id, permit.person().person).await?;
    tx.commit().await?;
    Ok(())
}

/// Records that were found to be one person, the newest record first.
///
/// # Errors
/// `SignInFirst`, `NotForYou`.
pub async fn linked(ctx: &Ctx, search: &str, page: u32) -> Result<Page<LinkedRow>> {
    policy::may_see_people(ctx)?;
    let db = ctx.db.read();
    let mut rows = Vec::new();
    let search = search.trim().to_lowercase();
    for (record, to) in store::list_linked(db).await? {
        let name = |person: &person::Model| format!("{} {}", person.given_name, person.family_name).trim().to_owned();
        let row = LinkedRow {
            record: record.id.to_string(),
            name: name(&record),
            email: masked(record.email.as_deref().unwrap_or_default()),
            to_name: name(&to),
            to_email: masked(to.email.as_deref().unwrap_or_default()),
        };
        let found = [&row.name, &row.to_name].iter().any(|name| name.to_lowercase().contains(&search))
            || [&record.email, &to.email].into_iter().flatten().any(|email| email.contains(&search));
        if found {
            rows.push(row);
        }
    }
    Ok(Page::cut(rows, page))
}

/// Takes a link back: the record is a person of its own again, with every figure as before.
///
/// # Errors
/// `SignInFirst`, `NotForYou`; `NotFound` for a record that is not linked.
pub async fn unlink(ctx: &Ctx, record: &str) -> Result<()> {
    policy::may_see_people(ctx)?;
    let record: PersonId = record.trim().parse().map_err(|_| Code::NotFound)?;
    let tx = ctx.db.begin_write().await?;
    crate::person::unlink(&tx, ctx, record).await?;
    tx.commit().await?;
    Ok(())
}
