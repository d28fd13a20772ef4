//! Doorways to the closing report.

use domain::report::ReportView;
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
pub async fn save_narrative(
    #[server(default)] edition: String,
    #[server(default)] happened: String,
    #[server(default)] learned: String,
    #[server(default)] advice: String,
    #[server(default)] revision: i32,
) -> Result<GoTo, AppError> {
    let form = domain::report::Narrative { edition, happened, learned, advice, revision };
    let ctx = request_ctx().await?;
    services::report::save_narrative(&ctx, &form).await?;
    Ok(format!("/{}/teach/{}/report?saved=1", ctx.language, form.edition))
}
