//! How people come into an edition, in the hands of its team: questions, waiting list, code, invitations.

use domain::application::{Question, QuestionForm, WaitingRule, WaysForm, WaysView};
use domain::edition::EnrolmentMode;
use domain::error::{Code, Refusal};
use domain::id::EditionId;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

use super::{questions, seats, store};
use crate::audit::{self, Entry};
use crate::counting;
use crate::ctx::{Ctx, digest};
use crate::edition::{card_of, lock, taught, title, to_change};
use crate::entity::{edition, invitation};
use crate::error::Result;
use crate::jobs::{self, Mail};
use crate::learning::language_for;

/// Most addresses that are invited at once.
const INVITED_MOST: usize = 500;

/// How people come in.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotForYou`, or when the database fails.
pub async fn ways(ctx: &Ctx, code: &str) -> Result<WaysView> {
    let edition = taught(ctx, code).await?;
    let rule: WaitingRule = serde_json::from_str(&edition.waiting_rule)?;
    let (waiting, shares) = match &rule {
        WaitingRule::Team => ("team", String::new()),
        WaitingRule::FirstCome => ("first-come", String::new()),
        WaitingRule::Shares { countries } => {
            ("shares", countries.iter().map(|(code, count)| format!("{code} {count}\n")).collect())
        }
    };
    let form = WaysForm {
        edition: edition.code.clone(),
        waiting: waiting.to_owned(),
        shares,
        join_code: edition.join_code.clone().unwrap_or_default(),
    };
    let invited = store::invitations(ctx.db.read(), edition.id).await?;
    Ok(WaysView {
        form,
        questions: questions(&edition)?,
        invited: invited.into_iter().map(|one| (one.email, one.used_at.is_some())).collect(),
        edition: card_of(ctx, edition).await?,
    })
}

/// Changes the waiting list's rule and the code. Those who wait get the seats that the new rule gives them.
///
/// # Errors
/// `Invalid` naming each wrong field; those of `to_change`.
pub async fn save_ways(ctx: &Ctx, form: &WaysForm) -> Result<()> {
    let (rule, join_code) = form.checked()?;
    let edition = to_change(ctx, &form.edition).await?;
    if edition.enrolment == EnrolmentMode::Code && join_code.is_none() {
        return Err(Refusal::field("join_code", Code::Required).into());
    }
    let tx = ctx.db.begin_write().await?;
    lock(&tx, edition.id).await?;
    let row = edition::ActiveModel {
        id: Set(edition.id),
        waiting_rule: Set(serde_json::to_string(&rule)?),
        join_code: Set(join_code),
        ..Default::default()
    };
    edition::Entity::update(row).exec(&tx).await?;
    seats::seat_freed(&tx, ctx, edition.id).await?;
    audit::record(&tx, ctx, &edition.code, Entry::EditionChanged { edition: &edition.code }).await?;
    counting::bump(&tx, &[edition.id]).await?;
    tx.commit().await?;
    Ok(())
}

/// Adds a question of the edition's own.
///
/// # Errors
/// `Invalid` naming each wrong field; `QuestionsMany`; those of `to_change`.
pub async fn add_question(ctx: &Ctx, form: &QuestionForm) -> Result<()> {
    let edition = to_change(ctx, &form.edition).await?;
    let tx = ctx.db.begin_write().await?;
    let edition = lock(&tx, edition.id).await?;
    let mut all = questions(&edition)?;
    all.push(form.checked(format!("q{}", ctx.new_id().simple()), all.len())?);
    write_questions(&tx, edition.id, &all).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes a question away. What was answered to it stays with the applications that have it.
///
/// # Errors
/// Those of `to_change`.
pub async fn remove_question(ctx: &Ctx, code: &str, key: &str) -> Result<()> {
    let edition = to_change(ctx, code).await?;
    let tx = ctx.db.begin_write().await?;
    let edition = lock(&tx, edition.id).await?;
    let mut all = questions(&edition)?;
    all.retain(|question| question.key != key);
    write_questions(&tx, edition.id, &all).await?;
    tx.commit().await?;
    Ok(())
}

async fn write_questions<C: ConnectionTrait>(tx: &C, id: EditionId, all: &[Question]) -> Result<()> {
    let row = edition::ActiveModel { id: Set(id), questions: Set(serde_json::to_string(all)?), ..Default::default() };
    edition::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// Invites people by mail, with a link that gives a seat. Whoever was invited before gets a new link, and the old one ends.
/// Says how many were invited.
///
/// # Errors
/// `Invalid` naming `emails` when one is none, there is none, or there are more than five hundred; those of `to_change`.
pub async fn invite(ctx: &Ctx, code: &str, emails: &str) -> Result<u32> {
    let edition = to_change(ctx, code).await?;
    let mut all = Vec::new();
    for text in emails.split([',', ' ', '\n', '\r', ';', '\t']).filter(|text| !text.is_empty()) {
        all.push(domain::account::email(text).map_err(|code| Refusal::field("emails", code))?);
    }
    all.sort();
    all.dedup();
    if all.is_empty() {
        return Err(Refusal::field("emails", Code::Required).into());
    }
    if all.len() > INVITED_MOST {
        return Err(Refusal::field("emails", Code::TooLong).into());
    }
    let tx = ctx.db.begin_write().await?;
    let used: Vec<String> = store::invitations(&tx, edition.id)
        .await?
        .into_iter()
        .filter(|one| one.used_at.is_some())
        .map(|one| one.email)
        .collect();
    all.retain(|email| !used.contains(email));
    let mut rows = Vec::with_capacity(all.len());
    for email in &all {
        let secret = ctx.secret();
        rows.push(invitation::ActiveModel {
            id: Set(ctx.new_id()),
            edition_id: Set(edition.id),
            email: Set(email.clone()),
            secret_hash: Set(digest(&secret)),
            invited_at: Set(ctx.now()),
            used_at: Set(None),
        });
        let language = language_for(ctx, &edition);
        let mail = Mail::Invitation { edition: title(&edition, language).to_owned(), secret };
        jobs::enqueue(&tx, ctx, email, language, mail).await?;
    }
    let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    if !rows.is_empty() {
        let again = OnConflict::columns([invitation::Column::EditionId, invitation::Column::Email])
            .update_columns([invitation::Column::SecretHash, invitation::Column::InvitedAt])
            .to_owned();
        invitation::Entity::insert_many(rows).on_conflict(again).exec_without_returning(&tx).await?;
    }
    audit::record(&tx, ctx, &edition.code, Entry::PeopleInvited { edition: &edition.code, count }).await?;
    tx.commit().await?;
    Ok(count)
}
