//! Reminders: a day before a session, a mail to everybody with an account who takes part. Once; and once more if it is moved.

use domain::meeting::REMIND;
use sea_orm::sea_query::{Expr, LockBehavior, LockType};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::ctx::Campus;
use crate::enrolment::store::{list_accounts, list_enrolled};
use crate::entity::{edition, meeting};
use crate::error::Result;
use crate::jobs::{self, Mail, SessionSoon};

/// Sessions whose mails are promised in one transaction.
const BATCH: u64 = 5;

/// Promises the reminders that are due.
///
/// # Errors
/// When the database fails; then no session of the batch is marked and nothing is promised.
pub async fn remind(campus: &Campus) -> Result<()> {
    while remind_batch(campus).await? {}
    Ok(())
}

async fn remind_batch(campus: &Campus) -> Result<bool> {
    let now = campus.now();
    let due = meeting::Entity::find()
        .filter(meeting::Column::RemindedAt.is_null())
        .filter(meeting::Column::StartsAt.gt(now))
        .filter(meeting::Column::StartsAt.lte(now + REMIND))
        .order_by_asc(meeting::Column::StartsAt)
        .limit(BATCH);
    if due.clone().one(campus.db.read()).await?.is_none() {
        return Ok(false);
    }
    let tx = campus.db.begin_write().await?;
    let sessions = due.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked).all(&tx).await?;
    let ids = sessions.iter().map(|session| session.edition_id);
    let editions = edition::Entity::find().filter(edition::Column::Id.is_in(ids)).all(&tx).await?;
    for session in &sessions {
        let Some(edition) = editions.iter().find(|edition| edition.id == session.edition_id) else { continue };
        let mut accounts = list_accounts(&tx, edition.id).await?;
        for one in list_enrolled(&tx, edition.id).await? {
            // Their own account, or that of the person whom they were linked to; nobody is written to twice.
            let own = accounts.remove(&one.participation.person_id);
            let Some((to, language)) = own.or_else(|| accounts.remove(&one.linked_to?)) else { continue };
            let soon = SessionSoon {
                edition: crate::edition::title(edition, language).to_owned(),
                title: session.title.clone(),
                starts_at: session.starts_at,
                zone: edition.zone.clone(),
                place: session.place.clone(),
                link: session.link.clone(),
                path: format!("learn/{}", edition.code),
            };
            jobs::enqueue(&tx, campus, &to, language, Mail::SessionSoon(soon)).await?;
        }
    }
    meeting::Entity::update_many()
        .col_expr(meeting::Column::RemindedAt, Expr::value(Some(now)))
        .filter(meeting::Column::Id.is_in(sessions.iter().map(|session| session.id)))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(!sessions.is_empty())
}
