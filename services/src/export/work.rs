//! The worker: takes up one file after the other and tells how far it is.

use std::sync::Arc;

use chrono::Duration;
use domain::error::Code;
use domain::export::{ExportAsk, ExportState};
use domain::id::ExportId;
use sea_orm::sea_query::{Expr, LockBehavior, LockType};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{Sink, key};
use crate::ctx::{Actor, Campus, Ctx};
use crate::entity::export;
use crate::error::{Error, Result};
use crate::objects::Upload;
use crate::{account, audit, counting, indicator};

/// How long a claim holds without a sign of life; after it a crashed worker's file is begun anew.
const CLAIM: Duration = Duration::minutes(5);
/// How often a file is begun before it is given up.
const TRIES: i32 = 3;
/// How long a file that failed for a reason of the machine's waits before it is begun again.
const PAUSE: Duration = Duration::minutes(1);

/// Makes the file that waits longest. False when none waits.
///
/// # Errors
/// When the database fails. A file that fails is recorded on its row.
pub async fn run_due(campus: &Arc<Campus>) -> Result<bool> {
    let Some(row) = claim(campus).await? else { return Ok(false) };
    let made = make(campus, &row).await;
    record(campus, &row, made).await?;
    Ok(true)
}

async fn claim(campus: &Campus) -> Result<Option<export::Model>> {
    use export::Column;
    let now = campus.now();
    let free = Condition::any().add(Column::ClaimedUntil.is_null()).add(Column::ClaimedUntil.lte(now));
    let query = export::Entity::find()
        .filter(Column::State.is_in([ExportState::Waiting, ExportState::Running]))
        .filter(free)
        .order_by_asc(Column::AskedAt)
        .limit(1);
    // The worker looks often and mostly in vain; looking does not make SQLite's writers wait.
    if query.clone().one(campus.db.read()).await?.is_none() {
        return Ok(None);
    }
    let tx = campus.db.begin_write().await?;
    let found = query.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked).one(&tx).await?;
    if let Some(row) = &found {
        export::Entity::update_many()
            .col_expr(Column::State, Expr::value(ExportState::Running))
            .col_expr(Column::Attempts, Expr::value(row.attempts + 1))
            .col_expr(Column::ClaimedUntil, Expr::value(Some(now + CLAIM)))
            .col_expr(Column::Done, Expr::value(0_i64))
            .filter(Column::Id.eq(row.id))
            .exec(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(found.map(|row| export::Model { attempts: row.attempts + 1, ..row }))
}

/// Writes the file as the account that asked for it, with the rights that it has now. Gives its size.
async fn make(campus: &Arc<Campus>, row: &export::Model) -> Result<u64> {
    let ask: ExportAsk = serde_json::from_str(&row.ask)?;
    let (person, _) = account::find_signed_in(campus, row.asked_by).await?.ok_or(Code::NotForYou)?;
    let ctx = Ctx { campus: campus.clone(), actor: Actor::Person(person), language: row.language, peer: None };
    let upload = campus.objects.begin(&key(row)).await?;
    let mut progress = Progress { campus, id: row.id, attempt: row.attempts, upload, done: 0, total: 0, bytes: 0 };
    let written = match &ask {
        ExportAsk::Participations => counting::write_participations(&ctx, &mut progress).await.map(|_| ()),
        ExportAsk::Members { indicator, year, cell } => {
            indicator::write_members(&ctx, indicator, *year, *cell, &mut progress).await
        }
        ExportAsk::Trail(query) => audit::write(&ctx, query, &mut progress).await,
    };
    let Progress { upload, bytes, .. } = progress;
    match written {
        Ok(()) => upload.finish().await.map(|()| bytes),
        Err(error) => {
            if let Err(error) = upload.abort().await {
                tracing::warn!(%error, "a file that was given up could not be removed from the store");
            }
            Err(error)
        }
    }
}

/// A file in the store whose row tells how far it is.
struct Progress<'a> {
    campus: &'a Campus,
    id: ExportId,
    attempt: i32,
    upload: Upload,
    done: u64,
    total: u64,
    bytes: u64,
}

impl Sink for Progress<'_> {
    fn expect(&mut self, rows: u64) {
        self.total = rows;
    }

    async fn take(&mut self, bytes: Vec<u8>, rows: u64) -> Result<()> {
        self.upload.add(&bytes).await?;
        self.done += rows;
        self.bytes += bytes.len() as u64;
        let told = mine(self.id, self.attempt)
            .col_expr(export::Column::Done, Expr::value(number(self.done)))
            .col_expr(export::Column::Total, Expr::value(number(self.total.max(self.done))))
            .col_expr(export::Column::ClaimedUntil, Expr::value(Some(self.campus.now() + CLAIM)))
            .exec(self.campus.db.writer())
            .await?;
        // Removed meanwhile, or taken up by another worker.
        if told.rows_affected == 0 { Err(Code::NotFound.into()) } else { Ok(()) }
    }
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The row while this attempt is the one that makes its file.
fn mine(id: ExportId, attempt: i32) -> sea_orm::UpdateMany<export::Entity> {
    export::Entity::update_many()
        .filter(export::Column::Id.eq(id))
        .filter(export::Column::State.eq(ExportState::Running))
        .filter(export::Column::Attempts.eq(attempt))
}

async fn record(campus: &Campus, row: &export::Model, made: Result<u64>) -> Result<()> {
    use export::Column;
    let now = campus.now();
    let mine = mine(row.id, row.attempts);
    let told = match made {
        Ok(bytes) => mine
            .col_expr(Column::State, Expr::value(ExportState::Ready))
            .col_expr(Column::Total, Expr::col(Column::Done))
            .col_expr(Column::Bytes, Expr::value(number(bytes)))
            .col_expr(Column::FinishedAt, Expr::value(Some(now)))
            .col_expr(Column::ClaimedUntil, Expr::value(None::<chrono::DateTime<chrono::Utc>>)),
        Err(error) => {
            let failure = match &error {
                Error::Refused(refusal) => Some(refusal.code),
                _ if row.attempts >= TRIES => Some(Code::Internal),
                _ => None,
            };
            tracing::warn!(%error, export = %row.id, attempts = row.attempts, "a file could not be made");
            match failure {
                Some(code) => mine
                    .col_expr(Column::State, Expr::value(ExportState::Failed))
                    .col_expr(Column::Failure, Expr::value(Some(code.as_str())))
                    .col_expr(Column::FinishedAt, Expr::value(Some(now))),
                None => mine
                    .col_expr(Column::State, Expr::value(ExportState::Waiting))
                    .col_expr(Column::ClaimedUntil, Expr::value(Some(now + PAUSE))),
            }
        }
    };
    if told.exec(campus.db.writer()).await?.rows_affected == 0 {
        // Nobody will ask for it any more.
        campus.objects.delete(&key(row)).await?;
    }
    Ok(())
}
