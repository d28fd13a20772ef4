//! The strategic plan's own settings, kept by staff.

use domain::plan::{Plan, PlanForm};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

use crate::audit::{self, Entry};
use crate::counting;
use crate::ctx::Ctx;
use crate::entity::setting;
use crate::error::Result;
use crate::policy;

/// The key under which the plan is kept.
const KEY: &str = "plan";

/// The plan as staff keep it.
///
/// # Errors
/// `SignInFirst`, `NotForYou`.
pub async fn plan(ctx: &Ctx) -> Result<Plan> {
    policy::may_staff(ctx)?;
    load(ctx.db.read()).await
}

/// Saves the plan's dates and the limit of what the public may see.
///
/// # Errors
/// `SignInFirst`, `NotForYou`; `Invalid` naming each wrong field.
pub async fn save(ctx: &Ctx, form: &PlanForm) -> Result<()> {
    policy::may_staff(ctx)?;
    let plan = form.plan()?;
    let tx = ctx.db.begin_write().await?;
    let before = load(&tx).await?;
    let value = serde_json::to_string(&plan)?;
    let row = setting::ActiveModel {
        key: Set(KEY.to_owned()),
        value: Set(value.clone()),
        changed_at: Set(ctx.now()),
        changed_by: Set(ctx.account()),
    };
    let newer = OnConflict::column(setting::Column::Key)
        .update_columns([setting::Column::Value, setting::Column::ChangedAt, setting::Column::ChangedBy])
        .to_owned();
    setting::Entity::insert(row).on_conflict(newer).exec_without_returning(&tx).await?;
    let entry = Entry::SettingChanged { before: &serde_json::to_string(&before)?, after: &value };
    audit::record(&tx, ctx, KEY, entry).await?;
    counting::bump(&tx, &[]).await?;
    tx.commit().await?;
    Ok(())
}

pub(crate) async fn load<C: ConnectionTrait>(db: &C) -> Result<Plan> {
    let row = setting::Entity::find_by_id(KEY).one(db).await?;
    row.map_or_else(|| Ok(Plan::default()), |row| Ok(serde_json::from_str(&row.value)?))
}
