//! Imports: a list is read and every row's fate is shown; nothing is done before it is confirmed, and all of it can be taken
//! back as one.
//!
//! The dry run is stored, so that confirming does what was shown. When the campus has changed meanwhile, the rows are judged
//! anew, stored and shown again. What is confirmed remembers what each row made, and forgets what the file said.

mod confirm;
mod person;
mod prepare;
mod references;
mod store;
mod undo;
mod view;

use domain::error::Code;
use domain::id::ImportId;

use crate::ctx::Ctx;
use crate::edition::to_change;
use crate::entity::{edition, import};
use crate::error::Result;
use crate::policy;

pub use confirm::{confirm, decide};
pub use person::{Added, add, namesakes};
pub use prepare::{Draft, Upload, discard, mistakes, prepare};
pub(crate) use references::in_use;
pub use undo::{preview, undo};
pub use view::{list, view};

/// Whether whoever asks may bring lists to this edition; asked before a file is read.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotForYou`, `EditionClosed`.
pub async fn may_import(ctx: &Ctx, code: &str) -> Result<()> {
    to_change(ctx, code).await.map(|_| ())
}

/// An import of that edition: one of another is not found.
async fn of_edition<C: sea_orm::ConnectionTrait>(
    db: &C,
    edition: &edition::Model,
    id: ImportId,
) -> Result<import::Model> {
    let found = store::find(db, id).await?.filter(|import| import.edition_id == edition.id);
    Ok(found.ok_or(Code::NotFound)?)
}

/// Whether whoever asks may record who completed this edition: staff always, instructors where its rule is that they do.
fn may_complete(ctx: &Ctx, edition: &edition::Model) -> bool {
    policy::may_staff(ctx).is_ok() || edition.completion == domain::completion::Rule::Recorded
}
