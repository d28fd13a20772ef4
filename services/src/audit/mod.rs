//! The audit trail: typed entries, written in the transaction of the act that they tell of.

mod entry;
mod read;

use domain::id::AuditId;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

use crate::ctx::Ctx;
use crate::entity::audit;
use crate::error::Result;

pub use entry::Entry;
pub use read::list;
pub(crate) use read::write;

/// Appends `entry` about `subject` (a code or an id, never an e-mail address).
///
/// # Errors
/// When the database fails; the act then falls with it.
pub async fn record<C: ConnectionTrait>(tx: &C, ctx: &Ctx, subject: &str, entry: Entry<'_>) -> Result<()> {
    let detail = serde_json::to_value(&entry)?;
    let action = detail.get("action").and_then(|action| action.as_str()).unwrap_or_default().to_owned();
    let row = audit::ActiveModel {
        id: Set(AuditId(ctx.new_id())),
        at: Set(ctx.now()),
        actor: Set(ctx.account().map(|account| account.0)),
        action: Set(action),
        subject: Set(subject.to_owned()),
        detail: Set(detail.to_string()),
    };
    audit::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}
