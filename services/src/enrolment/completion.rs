//! The completion: once, in the transaction of the act that meets the rule, dated by the acts that met it.

use chrono::{DateTime, Utc};
use domain::certificate::CertificateKind;
use domain::completion::Rule;
use domain::course::CourseContent;
use domain::id::{ParticipationId, PersonId};
use domain::language::Language;
use sea_orm::sea_query::LockType;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect as _};

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
    if participation.completed_at.is_some() {
        return Ok(false);
    }
    // The act's own transaction reads the rule again: it may have been changed since the page was opened. A shared lock
    // keeps a change of rule waiting for this act, so that one of the two sees the other.
    let rule = rule_now(tx, edition).await?;
    let progress = store::trace(tx, participation.id).await?.progress(content, false);
    if !rule.is_met(content, &progress) {
        return Ok(false);
    }
    let met_at = moment::rule_met(tx, participation.id, content, &rule).await?.unwrap_or(ctx.now());
    complete(tx, ctx, edition, participation, language, met_at.min(ctx.now())).await
}

async fn rule_now<C: ConnectionTrait>(tx: &C, edition: &edition::Model) -> Result<Rule> {
    let now = edition::Entity::find_by_id(edition.id).lock(LockType::Share).one(tx).await?;
    Ok(now.map_or_else(|| edition.completion.clone(), |now| now.completion))
}

pub(super) async fn complete<C: ConnectionTrait>(
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
    crate::counting::bump(tx, &[edition.id]).await?;
    Ok(true)
}

/// Completes everybody in `edition` who meets its rule as it now stands and was not complete before, dated now, each in the
/// language that they take the course in. Takes nothing away. Gives how many; the caller raises the counting revision.
///
/// # Errors
/// When the database fails; the change of rule then falls with it.
pub async fn complete_all_met<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    edition: &edition::Model,
    content: &CourseContent,
) -> Result<u32> {
    let people = store::list_enrolled(tx, edition.id).await?;
    let addresses = store::list_addresses(tx, edition.id).await?;
    let mut traces = store::traces_of_edition(tx, edition.id).await?;
    let mut completed = 0;
    for who in people.into_iter().filter(|who| who.participation.completed_at.is_none()) {
        let of = &who.participation;
        let progress = traces.remove(&of.id).unwrap_or_default().progress(content, false);
        if !edition.completion.is_met(content, &progress) || !store::set_completed(tx, ctx, of.id, ctx.now()).await? {
            continue;
        }
        let code = issue(tx, ctx, edition, of.id, of.language).await?;
        let account = addresses.get(&of.person_id).or_else(|| who.linked_to.and_then(|id| addresses.get(&id)));
        // The same address as for one person, read for all at once: a constant number of queries.
        if let Some(address) = account.or(who.person_email.as_ref()) {
            let title = crate::edition::title(edition, of.language).to_owned();
            jobs::enqueue(tx, ctx, address, of.language, Mail::Certificate { edition: title, code }).await?;
        }
        completed += 1;
    }
    Ok(completed)
}

async fn issue<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    edition: &edition::Model,
    participation: ParticipationId,
    language: Language,
) -> Result<String> {
    let code = crate::certificate::store::insert(tx, ctx, participation, language, CertificateKind::Completion).await?;
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
