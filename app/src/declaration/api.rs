//! Doorways to one participation's declaration.

use domain::declaration::{CorrectionForm, DeclarationView};
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

#[server(endpoint = "declaration")]
pub async fn declaration(participation: String) -> Result<DeclarationView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::person::declaration(&ctx, &participation).await?)
}

#[server(endpoint = "correct_declaration")]
pub async fn correct_declaration(#[server(flatten)] form: CorrectionForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::person::correct_declaration(&ctx, &form).await?;
    Ok(format!("/{}/staff/participations/{}?corrected=1", ctx.language, form.participation))
}

#[server(endpoint = "erase_person")]
pub async fn erase_person(
    #[server(default)] participation: String,
    #[server(default)] reason: String,
    #[server(default)] sure: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::person::erase(&ctx, &participation, &reason, !sure.is_empty()).await?;
    Ok(format!("/{}/staff/participations/{participation}?erased=1", ctx.language))
}
