//! The strategic plan's own settings, kept by staff.

use domain::plan::{Plan, PlanForm};
use sea_orm::ConnectionTrait;

use crate::audit::{self, Entry};
use crate::counting;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::{policy, setting};

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
    setting::keep(&tx, ctx, KEY, &plan).await?;
    let (old, new) = (serde_json::to_string(&before)?, serde_json::to_string(&plan)?);
    audit::record(&tx, ctx, KEY, Entry::SettingChanged { before: &old, after: &new }).await?;
    counting::bump(&tx, &[]).await?;
    tx.commit().await?;
    Ok(())
}

pub(crate) async fn load<C: ConnectionTrait>(db: &C) -> Result<Plan> {
    Ok(setting::find(db, KEY).await?.map_or_else(Plan::default, |(plan, _)| plan))
}
