//! What the campus keeps one of: the plan, when something was last looked for. A key, and its value as JSON.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::ctx::Ctx;
use crate::entity::setting;
use crate::error::Result;

/// The value under `key`, and when it was kept; None before anybody kept one.
pub(crate) async fn find<T: DeserializeOwned, C: ConnectionTrait>(
    db: &C,
    key: &str,
) -> Result<Option<(T, DateTime<Utc>)>> {
    let row = setting::Entity::find_by_id(key).one(db).await?;
    row.map(|row| Ok((serde_json::from_str(&row.value)?, row.changed_at))).transpose()
}

/// Keeps `value` under `key`, in the place of the one before.
pub(crate) async fn keep<T: Serialize + Sync, C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    key: &str,
    value: &T,
) -> Result<()> {
    let row = setting::ActiveModel {
        key: Set(key.to_owned()),
        value: Set(serde_json::to_string(value)?),
        changed_at: Set(ctx.now()),
        changed_by: Set(ctx.account()),
    };
    let newer = OnConflict::column(setting::Column::Key)
        .update_columns([setting::Column::Value, setting::Column::ChangedAt, setting::Column::ChangedBy])
        .to_owned();
    setting::Entity::insert(row).on_conflict(newer).exec_without_returning(tx).await?;
    Ok(())
}
