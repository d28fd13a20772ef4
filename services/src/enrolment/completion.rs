//! The completion: once, in the transaction of the act that meets the rule, dated by the acts that met it.

use domain::course::CourseContent;
use domain::id::ParticipationId;
use domain::language::Language;
use sea_orm::{ConnectionTrait, EntityTrait};

use super::{moment, store};
use crate::ctx::{Actor, Ctx};
use crate::entity::{account, edition, participation};
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
    let progress = store::trace(tx, participation.id).await?.progress(content, false);
    if !edition.completion.is_met(content, &progress) {
        return Ok(false);
    }
    let met_at = moment::rule_met(tx, participation.id, content, &edition.completion).await?.unwrap_or(ctx.now());
    if !store::set_completed(tx, ctx, participation.id, met_at.min(ctx.now())).await? {
        return Ok(false);
    }
    let code = issue(tx, ctx, edition, participation.id, language).await?;
    if let Some(address) = store::find_account(tx, participation.person_id).await?.map(|account| account.email) {
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

/// The address of whoever acts.
pub(super) async fn address<C: ConnectionTrait>(tx: &C, ctx: &Ctx) -> Result<Option<String>> {
    let Actor::Person(person) = &ctx.actor else { return Ok(None) };
    Ok(account::Entity::find_by_id(person.account).one(tx).await?.map(|account| account.email))
}
