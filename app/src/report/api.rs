//! Doorways to the closing report.

use domain::report::{Narrative, ReportView};
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

#[server(endpoint = "report")]
pub async fn report(edition: String) -> Result<ReportView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::report::report(&ctx, &edition).await?)
}

#[server(endpoint = "save_narrative")]
pub async fn save_narrative(#[server(flatten)] form: Narrative) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::report::save_narrative(&ctx, &form).await?;
    Ok(format!("/{}/teach/{}/report?saved=1", ctx.language, form.edition))
}
