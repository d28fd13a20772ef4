//! Doorways to the register of figures from before the platform.

use domain::history::{HistoryView, PastForm, PastLine};
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

#[server(endpoint = "past_figures")]
pub async fn past_figures(search: String, page: u32) -> Result<HistoryView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::history::view(&ctx, &search, page).await?)
}

#[server(endpoint = "add_past_figure")]
pub async fn add_past_figure(#[server(flatten)] form: PastForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::history::add(&ctx, &form).await?;
    Ok(format!("/{}/staff/history?done=added", ctx.language))
}

#[server(endpoint = "withdraw_past_figure")]
pub async fn withdraw_past_figure(
    #[server(default)] figure: String,
    #[server(default)] again: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::history::withdraw(&ctx, &figure, !again.is_empty()).await?;
    Ok(format!("/{}/staff/history?done={}", ctx.language, if again.is_empty() { "withdrawn" } else { "restored" }))
}

#[server(endpoint = "replace_past_figure")]
pub async fn replace_past_figure(
    #[server(default)] figure: String,
    #[server(default)] edition: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::history::replace(&ctx, &figure, &edition).await?;
    Ok(format!("/{}/staff/history?done=replaced", ctx.language))
}

/// What a pasted file would add; changes nothing.
#[server(endpoint = "read_history")]
pub async fn read_history(text: String, document: String) -> Result<Vec<PastLine>, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::history::read(&ctx, &text, &document).await?)
}

/// First looks at it, then with `confirm` adds it.
#[server(endpoint = "import_history")]
pub async fn import_history(
    #[server(default)] file: String,
    #[server(default)] document: String,
    #[server(default)] confirm: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let added = services::history::bring(&ctx, &file, &document, !confirm.is_empty()).await?;
    Ok(format!("/{}/staff/history?done=imported&added={added}", ctx.language))
}
