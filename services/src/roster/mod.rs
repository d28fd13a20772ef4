//! Rosters: participations that were recorded elsewhere, from a file of one row a participation.
//!
//! All or nothing: one bad row and nothing is imported. What is already recorded is never dated again; empty fields are
//! filled. Importing a file twice adds nothing.

mod file;
mod plan;
mod store;

use domain::error::Code;
use domain::roster::{Mistake, RosterReport, Rules};
use domain::zone::start_of_day;

use crate::audit::{self, Entry};
use crate::counting;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::policy;
use plan::Plan;
pub(crate) use store::insert_all;

/// Most bytes of a file: about a hundred thousand rows.
const MOST: usize = 20 * 1024 * 1024;

/// Imports `csv` into the edition. A dry run reads and checks the same and writes nothing.
///
/// Seats are not asked: these people have already been there. Certificates are issued for completions that are new, so that
/// their holders find them later; no mail is sent about them.
///
/// # Errors
/// `Files` with every bad row; `NotFound` for an unknown edition; `TooLong`, `SignInFirst`, `NotForYou`.
pub async fn import(ctx: &Ctx, csv: &[u8], edition_code: &str, dry_run: bool) -> Result<RosterReport> {
    policy::may_staff(ctx)?;
    if csv.len() > MOST {
        return Err(Code::TooLong.into());
    }
    let edition = crate::edition::store::get_by_code(ctx.db.read(), edition_code.trim()).await?;
    let kinds = crate::person::kind_codes(ctx.db.read()).await?;
    let zone = ctx.settings.reporting_zone;
    let language = crate::edition::languages(&edition).first().copied().unwrap_or(ctx.language);
    let rules =
        Rules { now: ctx.now(), zone, kinds: &kinds, language, starts_at: start_of_day(edition.starts_on, zone) };
    let entries = file::read(csv, &rules).map_err(|mistakes| wrong(ctx, &mistakes))?;

    // A dry run looks at the same rows as of one moment and lets go of them.
    let tx = if dry_run { ctx.db.begin_read().await? } else { ctx.db.begin_write().await? };
    if !dry_run {
        store::lock_edition(&tx, ctx, edition.id).await?;
    }
    let plan = Plan::make(&tx, ctx, edition.id, &entries).await?.map_err(|mistakes| wrong(ctx, &mistakes))?;
    let report = plan.report(&edition.code, entries.len(), dry_run);
    if dry_run {
        tx.rollback().await?;
        return Ok(report);
    }
    let changes = report.added + report.filled > 0;
    store::apply(&tx, plan).await?;
    let (rows, added, changed) = (entries.len(), report.added as usize, report.filled as usize);
    audit::record(&tx, ctx, &edition.code, Entry::RosterImported { edition: &edition.code, rows, added, changed })
        .await?;
    if changes {
        counting::bump(&tx).await?;
    }
    tx.commit().await?;
    Ok(report)
}

fn wrong(ctx: &Ctx, mistakes: &[Mistake]) -> Error {
    Error::Files(mistakes.iter().map(|mistake| mistake.words(ctx.language)).collect())
}
