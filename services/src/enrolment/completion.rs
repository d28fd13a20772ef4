//! The completion: once, in the transaction of the act that meets the rule, dated by the acts that met it.

use chrono::{DateTime, Utc};
use domain::course::CourseContent;
use domain::id::{ParticipationId, PersonId};
use domain::language::Language;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{moment, store};
use crate::ctx::Ctx;
use crate::entity::{account, edition, participation, person};
use crate::error::Result;
use crate::jobs::{self, Mail};

/// Completes `participation` if its edition's rule is met now and it was not complete before: sets the date, issues the
/// certificate in `language`, promises the learner's mail. Says whether it did. Raises the counting revision as its last
/// statement.
///
/// Whoever acts: a completion by a grade that comes late has the date of the submission (counting rule 3).
///
/// # Errors
/// When the database fails; the act then falls with it.
pub async fn complete_if_met<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    edition: &edition::Model,
    content: &CourseContent,
    participation: &participation::Model,
    language: Language,
) -> Result<bool> {
    if participation.completed_at.is_some() || !is_met(tx, edition, content, participation.id).await? {
        return Ok(false);
    }
    let met_at = moment::rule_met(tx, participation.id, content, &edition.completion).await?.unwrap_or(ctx.now());
    complete(tx, ctx, edition, participation, language, met_at.min(ctx.now())).await
}

/// The same with a date of the caller's: a rule that was changed completes people at the moment of its change.
///
/// # Errors
/// When the database fails; the act then falls with it.
pub async fn complete_if_met_at<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    (edition, content): (&edition::Model, &CourseContent),
    participation: &participation::Model,
    language: Language,
    at: DateTime<Utc>,
) -> Result<bool> {
    if participation.completed_at.is_some() || !is_met(tx, edition, content, participation.id).await? {
        return Ok(false);
    }
    complete(tx, ctx, edition, participation, language, at).await
}

async fn is_met<C: ConnectionTrait>(
    tx: &C,
    edition: &edition::Model,
    content: &CourseContent,
    of: ParticipationId,
) -> Result<bool> {
    let progress = store::trace(tx, of).await?.progress(content, false);
    Ok(edition.completion.is_met(content, &progress))
}

async fn complete<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    edition: &edition::Model,
    participation: &participation::Model,
    language: Language,
    at: DateTime<Utc>,
) -> Result<bool> {
    if !store::set_completed(tx, ctx, participation.id, at).await? {
        return Ok(false);
    }
    let code = issue(tx, ctx, edition, participation.id, language).await?;
    if let Some(address) = address(tx, participation.person_id).await? {
        let edition = crate::edition::title(edition, language).to_owned();
        jobs::enqueue(tx, ctx, &address, language, Mail::Certificate { edition, code }).await?;
    }
    crate::counting::bump(tx).await?;
    Ok(true)
}

async fn issue<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    edition: &edition::Model,
    participation: ParticipationId,
    language: Language,
) -> Result<String> {
    let code = crate::certificate::store::insert(tx, ctx, participation, language).await?;
    crate::audit::record(tx, ctx, &edition.code, crate::audit::Entry::CertificateIssued { code: &code }).await?;
    Ok(code)
}

/// Where this person reads mail: their first account's address, or that of the person whom a roster's record was linked to; without
/// an account, the address on the roster. Never that of whoever acts: a learner is told of what a grader or the campus itself did.
pub(crate) async fn address<C: ConnectionTrait>(tx: &C, of: PersonId) -> Result<Option<String>> {
    let Some(person) = person::Entity::find_by_id(of).one(tx).await? else { return Ok(None) };
    let accounts = account::Entity::find()
        .filter(account::Column::PersonId.is_in([Some(person.id), person.linked_to].into_iter().flatten()))
        .order_by_asc(account::Column::CreatedAt)
        .all(tx)
        .await?;
    let own = accounts.iter().find(|account| account.person_id == person.id).or_else(|| accounts.first());
    Ok(own.map(|account| account.email.clone()).or(person.email))
}
