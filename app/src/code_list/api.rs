//! Doorways to the kinds of personnel.

use domain::code_list::{CodeForm, CodeRow};
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

#[server(endpoint = "codes")]
pub async fn codes() -> Result<Vec<CodeRow>, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::person::list_codes(&ctx).await?)
}

#[server(endpoint = "save_code")]
pub async fn save_code(#[server(flatten)] form: CodeForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::person::save_code(&ctx, &form).await?;
    Ok(format!("/{}/admin/codes?saved={}", ctx.language, form.code.trim()))
}

#[server(endpoint = "retire_code")]
pub async fn retire_code(
    #[server(default)] code: String,
    #[server(default)] retired: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::person::retire_code(&ctx, &code, !retired.is_empty()).await?;
    Ok(format!("/{}/admin/codes?saved={code}", ctx.language))
}
