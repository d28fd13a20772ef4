//! Coming in with a code, or with the link of an invitation.

use domain::application::InvitationView;
use domain::edition::{EditionState, EnrolmentMode, Phase};
use domain::enrolment::Source;
use domain::error::{Code, Refusal};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::seats;
use crate::account::Attempt;
use crate::counting;
use crate::course::search;
use crate::ctx::{Ctx, digest};
use crate::edition::{card_of, dates, title};
use crate::enrolment::{address, insert, store as enrolments};
use crate::entity::{edition, invitation, person};
use crate::error::Result;
use crate::jobs::{self, Mail};
use crate::learning::language_for;
use crate::policy;

/// Takes a seat with the edition's code, without regard to case and accents.
///
/// # Errors
/// `Invalid` naming `join_code`; `TooMany`; `EditionFull`, `EnrolmentClosed`, `EditionEnded`; `SignInFirst`, `NotFound`.
pub async fn enrol_with_code(ctx: &Ctx, code: &str, typed: &str) -> Result<()> {
    policy::may_act(ctx)?;
    let known = crate::edition::store::get_by_code(ctx.db.read(), code).await?;
    let right = known.join_code.as_deref().filter(|_| known.enrolment == EnrolmentMode::Code);
    let right = right.ok_or(Code::EnrolmentClosed)?;
    if search::fold(typed.trim()) != search::fold(right) {
        // Only wrong codes are counted: a room of forty shares one address.
        ctx.limits.check(Attempt::CheckinCode, ctx, code)?;
        return Err(Refusal::field("join_code", Code::JoinCodeWrong).into());
    }
    let tx = ctx.db.begin_write().await?;
    let edition = crate::edition::lock_by_code(&tx, code).await?;
    if edition.state != EditionState::Open {
        return Err(Code::EnrolmentClosed.into());
    }
    take(&tx, ctx, &edition).await?;
    tx.commit().await?;
    Ok(())
}

/// Gives the person who asks a seat in the locked edition; whoever has one keeps it.
async fn take<C: ConnectionTrait>(tx: &C, ctx: &Ctx, edition: &edition::Model) -> Result<()> {
    let me = policy::may_act(ctx)?.person().person;
    if enrolments::find_mine(tx, me, edition.id).await?.is_some() {
        return Ok(());
    }
    if dates(edition).phase(ctx.now()) == Phase::Ended {
        return Err(Code::EditionEnded.into());
    }
    if !seats::is_free(tx, edition).await? {
        return Err(Code::EditionFull.into());
    }
    let declared = person::Entity::find_by_id(me).one(tx).await?.ok_or(Code::NotFound)?;
    insert(tx, ctx, edition, declared, (Source::Own, language_for(ctx, edition))).await?;
    if let Some(to) = address(tx, me).await? {
        let welcome = Mail::Welcome { edition: title(edition, ctx.language).to_owned() };
        jobs::enqueue(tx, ctx, &to, ctx.language, welcome).await?;
    }
    counting::bump(tx, &[edition.id]).await
}

async fn find<C: ConnectionTrait>(db: &C, secret: &str) -> Result<(invitation::Model, edition::Model)> {
    let found = invitation::Entity::find().filter(invitation::Column::SecretHash.eq(digest(secret))).one(db).await?;
    let found = found.filter(|one| one.used_at.is_none()).ok_or(Code::LinkExpired)?;
    let edition = crate::edition::store::get(db, found.edition_id).await?;
    Ok((found, edition))
}

/// What an invitation leads to. Looking does not use it up: mail programs open links before their readers do.
///
/// # Errors
/// `LinkExpired`.
pub async fn invitation(ctx: &Ctx, secret: &str) -> Result<InvitationView> {
    let (found, edition) = find(ctx.db.read(), secret).await?;
    Ok(InvitationView { email: found.email, edition: card_of(ctx, edition).await? })
}

/// Takes the seat of an invitation, once, and gives the edition's code.
///
/// # Errors
/// `LinkExpired`; `EditionFull`, `EnrolmentClosed` for an edition whose call is over or not open yet, `EditionEnded`;
/// `SignInFirst`.
pub async fn accept_invitation(ctx: &Ctx, secret: &str) -> Result<String> {
    policy::may_act(ctx)?;
    let tx = ctx.db.begin_write().await?;
    let (found, edition) = find(&tx, secret).await?;
    let edition = crate::edition::lock_by_code(&tx, &edition.code).await?;
    if edition.state != EditionState::Open {
        return Err(Code::EnrolmentClosed.into());
    }
    take(&tx, ctx, &edition).await?;
    let row = invitation::ActiveModel { id: Set(found.id), used_at: Set(Some(ctx.now())), ..Default::default() };
    invitation::Entity::update(row).exec(&tx).await?;
    tx.commit().await?;
    Ok(edition.code)
}
