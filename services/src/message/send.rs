//! Sending: each person one mail in their own language's frame, promised in the transaction that marks the message as sent.

use domain::message::Segment;
use sea_orm::sea_query::{LockBehavior, LockType};
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
    let mut rows = Vec::with_capacity(people.len());
    for reader in people {
        let job = match &reader.address {
            Some((to, language)) => {
                let mail = Mail::Message {
                    edition: title(edition, *language).to_owned(),
                    subject: one.subject.clone(),
                    text: one.body.clone(),
                    path: format!("learn/{}", edition.code),
                };
                Some(jobs::enqueue(tx, campus, to, *language, mail).await?)
            }
            None => None,
        };
        rows.push(message_delivery::ActiveModel {
            id: Set(campus.new_id()),
            message_id: Set(one.id),
            person_id: Set(reader.person),
            job_id: Set(job),
        });
    }
    insert_all(tx, rows).await?;
    let row = message::ActiveModel { id: Set(one.id), sent_at: Set(Some(campus.now())), ..Default::default() };
    message::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// Sends the messages whose time has come, to those who belong to their segment by then. Two servers send each once.
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
        let segment = one.segment.parse().unwrap_or(Segment::All);
        let people = store::people(&tx, edition.id, &segment).await?;
        send(&tx, campus, &edition, &one, people).await?;
        tx.commit().await?;
    }
    Ok(())
}
