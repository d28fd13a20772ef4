//! Files that may take long: asked for on a page, made by a worker, kept for some days for whoever asked.
//!
//! Every file of this kind goes this way, short or long. To add one: a variant of `ExportAsk`, its policy in `ask`, and what
//! writes it, into a `Sink`, in `work`.

mod sheet;
mod work;

use domain::error::Code;
use domain::export::{ExportAsk, ExportForm, ExportRow, ExportState, KEPT};
use domain::id::ExportId;
use domain::page::{PAGE_SIZE, Page, shown_page};
use futures_util::Stream;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::audit::{self, Entry};
use crate::ctx::{Campus, Ctx};
use crate::entity::export;
use crate::error::Result;
use crate::policy;
pub(crate) use sheet::{Sheet, Sink, Written};
pub use work::run_due;

/// How many of one account's files may wait or be made at once.
const WAITING: u64 = 10;

/// Under which key the file is kept: each attempt has a file of its own, so that none can remove another's.
fn key(row: &export::Model) -> String {
    format!("exports/{}-{}", row.id, row.attempts)
}

/// Asks for a file.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound` for an indicator that is none, `TooMany`; `Invalid` naming each wrong field.
pub async fn ask(ctx: &Ctx, form: &ExportForm) -> Result<()> {
    policy::may_staff(ctx)?;
    let ask = form.check()?;
    match &ask {
        ExportAsk::Participations => {}
        ExportAsk::Members { indicator, .. } => {
            crate::counting::current(ctx).await?.find(indicator).ok_or(Code::NotFound)?;
        }
        ExportAsk::Trail(_) => {
            policy::may_administer(ctx)?;
        }
    }
    let account = ctx.person()?.account;
    let tx = ctx.db.begin_write().await?;
    let waiting = export::Entity::find()
        .filter(export::Column::AskedBy.eq(account))
        .filter(export::Column::State.is_in([ExportState::Waiting, ExportState::Running]))
        .count(&tx)
        .await?;
    if waiting >= WAITING {
        return Err(Code::TooMany.into());
    }
    let row = export::ActiveModel {
        id: Set(ExportId(ctx.new_id())),
        ask: Set(serde_json::to_string(&ask)?),
        state: Set(ExportState::Waiting),
        language: Set(ctx.language),
        asked_by: Set(account),
        asked_at: Set(ctx.now()),
        done: Set(0),
        total: Set(0),
        bytes: Set(0),
        attempts: Set(0),
        claimed_until: Set(None),
        finished_at: Set(None),
        failure: Set(None),
    };
    export::Entity::insert(row).exec_without_returning(&tx).await?;
    tx.commit().await?;
    Ok(())
}

/// One's own files, the newest first.
///
/// # Errors
/// `SignInFirst`, `NotForYou`.
pub async fn list(ctx: &Ctx, page: u32) -> Result<Page<ExportRow>> {
    policy::may_staff(ctx)?;
    let db = ctx.db.read();
    let mine = export::Entity::find()
        .filter(export::Column::AskedBy.eq(ctx.person()?.account))
        .order_by_desc(export::Column::AskedAt)
        .order_by_desc(export::Column::Id);
    let total = u32::try_from(mine.clone().count(db).await?).unwrap_or(u32::MAX);
    let number = shown_page(page, total);
    let found = mine.offset(u64::from((number - 1) * PAGE_SIZE)).limit(u64::from(PAGE_SIZE)).all(db).await?;
    let rows = found.into_iter().map(row).collect::<Result<_>>()?;
    Ok(Page { rows, total, number })
}

fn row(row: export::Model) -> Result<ExportRow> {
    let count = |number: i64| u64::try_from(number).unwrap_or_default();
    Ok(ExportRow {
        id: row.id.to_string(),
        ask: serde_json::from_str(&row.ask)?,
        state: row.state,
        asked_at: row.asked_at,
        done: count(row.done),
        total: count(row.total),
        bytes: count(row.bytes),
        kept_until: row.finished_at.map(|at| at + KEPT),
        failure: row.failure.and_then(|word| word.parse().ok()),
    })
}

/// One's own file by its id.
async fn own<C: ConnectionTrait>(db: &C, ctx: &Ctx, id: &str) -> Result<export::Model> {
    let id: ExportId = id.parse().map_err(|_| Code::NotFound)?;
    let mine = export::Entity::find_by_id(id).filter(export::Column::AskedBy.eq(ctx.person()?.account));
    Ok(mine.one(db).await?.ok_or(Code::NotFound)?)
}

/// Removes one's own file; one that is being made is given up.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`.
pub async fn remove(ctx: &Ctx, id: &str) -> Result<()> {
    policy::may_staff(ctx)?;
    let row = own(ctx.db.read(), ctx, id).await?;
    delete(ctx, &row).await
}

async fn delete(campus: &Campus, row: &export::Model) -> Result<()> {
    // The row first: without it nobody finds the file, and the worker that still makes it gives up.
    export::Entity::delete_by_id(row.id).exec(campus.db.writer()).await?;
    campus.objects.delete(&key(row)).await
}

/// A file that is ready, to be taken along.
#[derive(Debug)]
pub struct Taken<S> {
    pub name: String,
    pub bytes: u64,
    pub parts: S,
}

/// One's own file, some bytes at a time. The taking is logged.
///
/// # Errors
/// `SignInFirst`, `NotForYou`; `NotFound` also while it is not ready.
pub async fn take(ctx: &Ctx, id: &str) -> Result<Taken<impl Stream<Item = Result<Vec<u8>>> + Send + use<>>> {
    policy::may_staff(ctx)?;
    let row = own(ctx.db.read(), ctx, id).await?;
    let ask: ExportAsk = serde_json::from_str(&row.ask)?;
    if matches!(ask, ExportAsk::Trail(_)) {
        policy::may_administer(ctx)?;
    }
    if row.state != ExportState::Ready {
        return Err(Code::NotFound.into());
    }
    let (bytes, parts) = ctx.objects.stream(&key(&row)).await?.ok_or(Code::NotFound)?;
    let name = ask.file_name();
    let tx = ctx.db.begin_write().await?;
    let rows = u64::try_from(row.total).unwrap_or_default();
    audit::record(&tx, ctx, &row.id.to_string(), Entry::FileTaken { file: &name, rows }).await?;
    tx.commit().await?;
    Ok(Taken { name, bytes, parts })
}

/// Removes what was kept long enough, and tells how many there were.
///
/// # Errors
/// When the database or the object store fails.
pub async fn delete_expired(campus: &Campus) -> Result<usize> {
    let over = export::Entity::find()
        .filter(export::Column::FinishedAt.lte(campus.now() - KEPT))
        .all(campus.db.read())
        .await?;
    for row in &over {
        delete(campus, row).await?;
    }
    Ok(over.len())
}
