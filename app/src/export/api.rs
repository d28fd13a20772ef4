//! Doorways to the files that are made in the background.

use domain::export::{ExportForm, ExportRow};
use domain::page::Page;
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

/// One's own files, the newest first.
#[server(endpoint = "exports")]
pub async fn exports(page: u32) -> Result<Page<ExportRow>, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::export::list(&ctx, page).await?)
}

#[server(endpoint = "ask_export")]
pub async fn ask_export(#[server(flatten)] form: ExportForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::export::ask(&ctx, &form).await?;
    Ok(format!("/{}/staff/exports", ctx.language))
}

#[server(endpoint = "remove_export")]
pub async fn remove_export(#[server(default)] export: String) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::export::remove(&ctx, &export).await?;
    Ok(format!("/{}/staff/exports?removed=1", ctx.language))
}
