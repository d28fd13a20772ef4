//! Sending: each person one mail in their own language's frame, promised in the transaction that marks the message as sent.

use domain::id::MessageId;
use domain::message::Segment;
use sea_orm::sea_query::{Expr, LockBehavior, LockType};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::store::{self, Reader};
use crate::ctx::Campus;
use crate::edition::title;
use crate::entity::{edition, message, message_delivery};
use crate::error::Result;
use crate::jobs::{self, Mail};
use crate::roster::insert_all;

pub(super) async fn send<C: ConnectionTrait>(
    tx: &C,
    campus: &Campus,
    edition: &edition::Model,
    one: &message::Model,
    people: Vec<Reader>,
) -> Result<()> {
    let mail = |language| Mail::Message {
        edition: title(edition, language).to_owned(),
        subject: one.subject.clone(),
        text: one.body.clone(),
        path: format!("learn/{}", edition.code),
    };
    let addresses = people.iter().filter_map(|reader| reader.address.clone());
    let mails = addresses.map(|(to, language)| (to, language, mail(language))).collect();
    let mut jobs = jobs::enqueue_all(tx, campus, mails).await?.into_iter();
    let rows = people
        .into_iter()
        .map(|reader| message_delivery::ActiveModel {
            id: Set(campus.new_id()),
            message_id: Set(one.id),
            person_id: Set(reader.person),
            job_id: Set(reader.address.and_then(|_| jobs.next())),
        })
        .collect();
    insert_all(tx, rows).await?;
    let row = message::ActiveModel { id: Set(one.id), sent_at: Set(Some(campus.now())), ..Default::default() };
    message::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// Calls a message off, unless it was sent or called off already; says whether it did. Whoever sends it holds its row.
pub(super) async fn call_off<C: ConnectionTrait>(tx: &C, campus: &Campus, id: MessageId) -> Result<bool> {
    let changed = message::Entity::update_many()
        .col_expr(message::Column::CancelledAt, Expr::value(Some(campus.now())))
        .filter(message::Column::Id.eq(id))
        .filter(message::Column::SentAt.is_null())
        .filter(message::Column::CancelledAt.is_null())
        .exec(tx)
        .await?;
    Ok(changed.rows_affected == 1)
}

/// Sends the messages whose time has come, to those who belong to their segment by then. Two servers send each once. What
/// waits for an edition that was closed in the meantime is called off.
///
/// # Errors
/// When the database fails; then the message waits for the next time.
pub async fn send_due(campus: &Campus) -> Result<()> {
    let due = || {
        message::Entity::find()
            .filter(message::Column::SentAt.is_null())
            .filter(message::Column::CancelledAt.is_null())
            .filter(message::Column::SendAt.lte(campus.now()))
    };
    while due().one(campus.db.read()).await?.is_some() {
        let tx = campus.db.begin_write().await?;
        let next = due().limit(1).lock_with_behavior(LockType::Update, LockBehavior::SkipLocked).one(&tx).await?;
        let Some(one) = next else { return Ok(()) };
        let edition = crate::edition::store::get(&tx, one.edition_id).await?;
        match one.segment.parse::<Segment>() {
            Ok(segment) if edition.state.check_changes().is_ok() => {
                let people = store::people(&tx, edition.id, &segment).await?;
                send(&tx, campus, &edition, &one, people).await?;
            }
            // Better to nobody than to the wrong people.
            unsendable => {
                tracing::warn!(message = %one.id, readable = unsendable.is_ok(), "a message was called off at its time");
                call_off(&tx, campus, one.id).await?;
            }
        }
        tx.commit().await?;
    }
    Ok(())
}
