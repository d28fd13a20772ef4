//! Doorways to the plan's settings.

use domain::plan::{Plan, PlanForm};
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

// Named apart from the type that it returns.
#[server(name = ShowPlan, endpoint = "plan")]
pub async fn plan() -> Result<Plan, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::plan::plan(&ctx).await?)
}

#[server(endpoint = "save_plan")]
pub async fn save_plan(#[server(flatten)] form: PlanForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::plan::save(&ctx, &form).await?;
    Ok(format!("/{}/staff/plan?saved=1", ctx.language))
}
