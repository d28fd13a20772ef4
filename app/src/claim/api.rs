//! Doorways to claims.

use domain::claim::{ClaimView, LinkedRow};
use domain::page::Page;
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

#[server(endpoint = "request_claim")]
pub async fn request_claim(#[server(default)] email: String) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::claim::request(&ctx, &email).await?;
    Ok(format!("/{}/claim?sent=1", ctx.language))
}

/// What a link would bring; nothing is done with it yet, since mail programs open links too.
#[server(endpoint = "claim")]
pub async fn claim(secret: String) -> Result<ClaimView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::claim::view(&ctx, &secret).await?)
}

#[server(endpoint = "confirm_claim")]
pub async fn confirm_claim(#[server(default)] secret: String) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::claim::confirm(&ctx, &secret).await?;
    Ok(format!("/{}/home", ctx.language))
}

#[server(endpoint = "linked")]
pub async fn linked(search: String, page: u32) -> Result<Page<LinkedRow>, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::claim::linked(&ctx, &search, page).await?)
}

#[server(endpoint = "unlink")]
pub async fn unlink(#[server(default)] record: String) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::claim::unlink(&ctx, &record).await?;
    Ok(format!("/{}/staff/claims?unlinked=1", ctx.language))
}

/// Whether somebody is signed in, for a page that has nothing else to load.
#[server(endpoint = "may_claim")]
pub async fn may_claim() -> Result<(), AppError> {
    let ctx = request_ctx().await?;
    ctx.person()?;
    Ok(())
}
