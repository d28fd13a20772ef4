//! Rosters: participations that were recorded elsewhere, from a file of one row a participation.
//!
//! What is already recorded is never dated again; empty fields are filled. Importing a file twice adds nothing. Files are read
//! in `sheet`, looked at in `read`, judged against what the campus knows in `judge`, and written in `write`; `import` keeps
//! what was shown until somebody confirms it.

mod judge;
mod known;
mod read;
pub(crate) mod sheet;
mod snapshot;
mod store;
mod template;
mod write;
mod xlsx;

use domain::language::Language;
use domain::roster::{Mistake, Presence, RosterReport};

use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::import::{self, Upload};

pub(crate) use judge::{Judged, judge_all};
pub(crate) use known::Known;
pub(crate) use read::{Line, Reading, Terms, read};
pub(crate) use snapshot::load as load_snapshots;
pub(crate) use store::{insert_all, lock_edition};
pub(crate) use write::{Outcome, Plan, Taken};

/// Imports `bytes` (CSV or XLSX) into the edition, all rows or none. A dry run reads and checks the same and writes nothing.
///
/// Seats are not asked: these people have already been there. Certificates are issued for completions that are new, so that
/// their holders find them later; no mail is sent about them.
///
/// # Errors
/// `Files` with every bad row; `NotFound` for an unknown edition; `FileTooLarge`, `SignInFirst`, `NotForYou`.
pub async fn import(ctx: &Ctx, bytes: &[u8], edition_code: &str, dry_run: bool) -> Result<RosterReport> {
    let upload =
        Upload { file_name: String::new(), bytes: bytes.to_vec(), presence: Presence::Enrolled, day: String::new() };
    let draft = import::prepare(ctx, edition_code, upload).await?;
    let mistakes = import::mistakes(ctx, draft.id).await?;
    if dry_run || !mistakes.is_empty() {
        import::discard(ctx, edition_code, draft.id).await?;
    }
    if !mistakes.is_empty() {
        return Err(wrong(ctx, &mistakes));
    }
    if !dry_run {
        import::confirm(ctx, edition_code, draft.id).await?;
    }
    Ok(RosterReport { dry_run, ..draft.report })
}

/// The template to fill in, as a workbook.
///
/// # Errors
/// When the database fails or the workbook cannot be written.
pub async fn template_xlsx(ctx: &Ctx) -> Result<Vec<u8>> {
    let kinds = crate::person::list_kinds(ctx.db.read(), ctx.language).await?;
    xlsx::template(ctx.language, &kinds)
}

/// The same as CSV: the line of names.
#[must_use]
pub fn template_csv(language: Language) -> String {
    template::csv(language)
}

fn wrong(ctx: &Ctx, mistakes: &[Mistake]) -> Error {
    Error::Files(mistakes.iter().map(|mistake| mistake.words(ctx.language)).collect())
}
