//! Records that are found to be one human being, and records that are not after all. Both keep their dates (counting rule 9).

use domain::error::Code;
use domain::id::PersonId;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

use super::store::{canonical, get_locked, person_ids};
use crate::audit::{self, Entry};
use crate::counting;
use crate::ctx::Ctx;
use crate::entity::person;
use crate::error::Result;

/// Makes the person of `record` the person of `to`; nothing where they are one already.
pub(crate) async fn link<C: ConnectionTrait>(tx: &C, ctx: &Ctx, record: PersonId, to: PersonId) -> Result<()> {
    let (record, to) = (canonical(tx, record).await?, canonical(tx, to).await?);
    if record == to {
        return Ok(());
    }
    set(tx, record, Some(to)).await?;
    let entry = Entry::PersonsLinked { record: record.to_string(), to: to.to_string() };
    audit::record(tx, ctx, &to.to_string(), entry).await?;
    counting::bump_persons(tx, &person_ids(tx, to).await?).await
}

/// Makes a record a person of its own again, with every figure as before.
///
/// # Errors
/// `NotFound` for a record that is not linked.
pub(crate) async fn unlink<C: ConnectionTrait>(tx: &C, ctx: &Ctx, record: PersonId) -> Result<()> {
    let from = get_locked(tx, record).await?.linked_to.ok_or(Code::NotFound)?;
    set(tx, record, None).await?;
    let entry = Entry::PersonsUnlinked { record: record.to_string(), from: from.to_string() };
    audit::record(tx, ctx, &record.to_string(), entry).await?;
    let mut moved = person_ids(tx, from).await?;
    moved.extend(person_ids(tx, record).await?);
    counting::bump_persons(tx, &moved).await
}

async fn set<C: ConnectionTrait>(tx: &C, record: PersonId, to: Option<PersonId>) -> Result<()> {
    let change = person::ActiveModel { id: Set(record), linked_to: Set(to), ..Default::default() };
    person::Entity::update(change).exec(tx).await?;
    Ok(())
}
