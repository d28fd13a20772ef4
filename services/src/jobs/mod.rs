//! Work promised in a transaction and done after it: today, mails.
//!
//! A job is a row inserted by the use case, so it commits or falls with what it tells of. A worker claims rows, commits,
//! does the work outside any transaction, and records how it went: done, again later, or never. To add a kind of mail: a
//! variant of `Mail` and its words in `words`.

mod digest;
mod mail;
mod session;
mod words;

use chrono::Duration;
use domain::id::JobId;
use domain::language::Language;
use sea_orm::sea_query::{Expr, LockBehavior, LockType};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::ctx::Campus;
use crate::entity::job;
use crate::error::Result;
use crate::roster::insert_all;

pub use digest::{Digest, DigestPost, DigestThread};
use mail::{Failure, Letter, Post};
pub use mail::{Mail, MailSettings};
pub use session::SessionSoon;

/// The word for a mail in the column `kind`.
const MAIL: &str = "mail";
/// Jobs claimed at once.
const BATCH: u64 = 10;
/// How often a job is tried before it is given up: after about two hours.
const TRIES: i32 = 8;
/// How long a claim holds; longer than a whole batch of time-outs. After it, a crashed worker's jobs are taken up again.
const CLAIM: Duration = Duration::minutes(10);

/// Promises a mail to `to`: it is sent once `tx` has committed, and never if it does not. Gives the job's id.
///
/// # Errors
/// When the database fails.
pub async fn enqueue<C: ConnectionTrait>(
    tx: &C,
    campus: &Campus,
    to: &str,
    language: Language,
    mail: Mail,
) -> Result<JobId> {
    let (id, row) = promised(campus, to, language, mail)?;
    job::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(id)
}

/// The same for many, in few statements; the ids are in the order of the mails.
///
/// # Errors
/// When the database fails.
pub async fn enqueue_all<C: ConnectionTrait>(
    tx: &C,
    campus: &Campus,
    mails: Vec<(String, Language, Mail)>,
) -> Result<Vec<JobId>> {
    let (mut ids, mut rows) = (Vec::with_capacity(mails.len()), Vec::with_capacity(mails.len()));
    for (to, language, mail) in mails {
        let (id, row) = promised(campus, &to, language, mail)?;
        ids.push(id);
        rows.push(row);
    }
    insert_all(tx, rows).await?;
    Ok(ids)
}

fn promised(campus: &Campus, to: &str, language: Language, mail: Mail) -> Result<(JobId, job::ActiveModel)> {
    let id = JobId(campus.new_id());
    let letter = Letter { to: to.to_owned(), language, mail };
    let now = campus.now();
    let row = job::ActiveModel {
        id: Set(id),
        kind: Set(MAIL.to_owned()),
        payload: Set(serde_json::to_string(&letter)?),
        run_at: Set(now),
        attempts: Set(0),
        claimed_until: Set(None),
        done_at: Set(None),
        failure: Set(None),
        created_at: Set(now),
    };
    Ok((id, row))
}

/// Does what is due, at most one batch, and tells how many jobs it took up, whatever became of them.
///
/// # Errors
/// When the database fails. A job that fails is recorded on its row, and the others go on.
pub async fn run_due(campus: &Campus) -> Result<usize> {
    // What is due in the forums becomes mails first, which are then claimed like any other.
    crate::forum::hand_over(campus).await?;
    let jobs = claim(campus).await?;
    if jobs.is_empty() {
        return Ok(0);
    }
    let post = Post::open(&campus.settings.mail);
    for job in &jobs {
        let done = run(campus, &post, job).await;
        record(campus, job, done).await?;
    }
    Ok(jobs.len())
}

async fn claim(campus: &Campus) -> Result<Vec<job::Model>> {
    let now = campus.now();
    let due = Condition::all().add(job::Column::DoneAt.is_null()).add(job::Column::RunAt.lte(now));
    let free = Condition::any().add(job::Column::ClaimedUntil.is_null()).add(job::Column::ClaimedUntil.lte(now));
    let query = job::Entity::find()
        .filter(due)
        .filter(free)
        .order_by_asc(job::Column::RunAt)
        .order_by_asc(job::Column::Id)
        .limit(BATCH);
    // The worker looks often and mostly in vain; looking does not make SQLite's writers wait.
    if query.clone().one(campus.db.read()).await?.is_none() {
        return Ok(Vec::new());
    }
    let tx = campus.db.begin_write().await?;
    let jobs = query.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked).all(&tx).await?;
    job::Entity::update_many()
        .col_expr(job::Column::ClaimedUntil, Expr::value(Some(now + CLAIM)))
        .filter(job::Column::Id.is_in(jobs.iter().map(|job| job.id)))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(jobs)
}

async fn run(campus: &Campus, post: &Post, job: &job::Model) -> std::result::Result<(), Failure> {
    if job.kind != MAIL {
        return Err(Failure::Never(format!("no such kind of job: {}", job.kind)));
    }
    let letter: Letter = serde_json::from_str(&job.payload).map_err(|error| Failure::Never(error.to_string()))?;
    post.send(campus, job.id, &letter).await
}

async fn record(campus: &Campus, job: &job::Model, done: std::result::Result<(), Failure>) -> Result<()> {
    let attempts = job.attempts.saturating_add(1);
    let mut row =
        job::ActiveModel { id: Set(job.id), attempts: Set(attempts), claimed_until: Set(None), ..Default::default() };
    match done {
        Ok(()) => {
            row.done_at = Set(Some(campus.now()));
            row.failure = Set(None);
        }
        // The reason may quote an address: it is kept on the row and not logged.
        Err(Failure::Later(reason)) if attempts < TRIES => {
            tracing::warn!(job = %job.id, attempts, "a mail could not be sent and is tried again later");
            row.run_at = Set(campus.now() + delay(attempts));
            row.failure = Set(Some(reason));
        }
        Err(Failure::Later(reason) | Failure::Never(reason)) => {
            tracing::error!(job = %job.id, attempts, "a mail could not be sent and is given up");
            row.done_at = Set(Some(campus.now()));
            row.failure = Set(Some(reason));
        }
    }
    if row.done_at.is_set() {
        // What is over needs neither the address nor the secret of its link.
        row.payload = Set("{}".to_owned());
    }
    job::Entity::update(row).exec(campus.db.writer()).await?;
    Ok(())
}

/// One minute, then twice as long each time.
fn delay(attempts: i32) -> Duration {
    Duration::minutes(1_i64 << attempts.saturating_sub(1).clamp(0, 10))
}
