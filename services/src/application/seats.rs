//! Giving seats to those who applied, and to those who wait when a seat frees. The edition is locked by then.

use domain::application::{ApplicationState, Waiting, WaitingRule, chosen};
use domain::enrolment::Source;
use domain::error::Code;
use domain::id::EditionId;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

use super::store;
use crate::ctx::Ctx;
use crate::edition::title;
use crate::enrolment::{address, insert, store as enrolments};
use crate::entity::{application, edition, person};
use crate::error::Result;
use crate::jobs::{self, Mail};

/// Whether a seat is free.
pub(super) async fn is_free<C: ConnectionTrait>(tx: &C, edition: &edition::Model) -> Result<bool> {
    match edition.seats {
        Some(seats) => Ok(enrolments::taken(tx, edition.id).await? < seats),
        None => Ok(true),
    }
}

/// Gives the seat that an application asks for, and promises the mail that says so.
pub(super) async fn give<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    edition: &edition::Model,
    application: &application::Model,
) -> Result<()> {
    if enrolments::find_mine(tx, application.person_id, edition.id).await?.is_some() {
        return Ok(());
    }
    let person = person::Entity::find_by_id(application.person_id).one(tx).await?.ok_or(Code::NotFound)?;
    insert(tx, ctx, edition, person, (Source::Application, application.language)).await?;
    if let Some(to) = address(tx, application.person_id).await? {
        let welcome = Mail::Welcome { edition: title(edition, application.language).to_owned() };
        jobs::enqueue(tx, ctx, &to, application.language, welcome).await?;
    }
    Ok(())
}

/// Fills the seats that are free with those who wait, by the edition's rule; says how many got one. To be called in the
/// transaction in which a seat frees, with the edition locked; whoever calls raises the counting revision.
///
/// # Errors
/// When the database fails.
pub(crate) async fn seat_freed<C: ConnectionTrait>(tx: &C, ctx: &Ctx, id: EditionId) -> Result<u32> {
    let edition = crate::edition::store::get(tx, id).await?;
    let rule: WaitingRule = serde_json::from_str(&edition.waiting_rule)?;
    if rule == WaitingRule::Team || edition.state.check_changes().is_err() {
        return Ok(0);
    }
    let all = store::list(tx, id).await?;
    let waiting: Vec<Waiting<usize>> = all
        .iter()
        .enumerate()
        .filter(|(_, one)| one.application.state == ApplicationState::Waiting)
        .map(|(place, one)| Waiting { id: place, country: one.country.clone() })
        .collect();
    if waiting.is_empty() {
        return Ok(0);
    }
    let seats = edition.seats.map(|seats| u32::try_from(seats).unwrap_or_default());
    let given = chosen(&rule, seats, &store::countries(tx, id).await?, &waiting);
    for place in &given {
        let Some(one) = all.get(*place) else { continue };
        give(tx, ctx, &edition, &one.application).await?;
        let row = application::ActiveModel {
            id: Set(one.application.id),
            state: Set(ApplicationState::Accepted),
            decided_at: Set(Some(ctx.now())),
            ..Default::default()
        };
        application::Entity::update(row).exec(tx).await?;
    }
    Ok(u32::try_from(given.len()).unwrap_or(u32::MAX))
}
