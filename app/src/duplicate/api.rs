//! Doorways to the candidates.

use domain::duplicate::CandidatesView;
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

#[server(endpoint = "duplicates")]
pub async fn duplicates(page: u32) -> Result<CandidatesView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::duplicate::candidates(&ctx, page).await?)
}

#[server(endpoint = "search_duplicates")]
pub async fn search_duplicates() -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let found = services::duplicate::search(&ctx).await?;
    Ok(format!("/{}/staff/people?found={found}", ctx.language))
}

#[server(endpoint = "decide_duplicate")]
pub async fn decide_duplicate(
    #[server(default)] pair: String,
    #[server(default)] keep: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::duplicate::decide(&ctx, &pair, &keep).await?;
    let done = if keep.is_empty() { "apart" } else { "linked" };
    Ok(format!("/{}/staff/people?done={done}", ctx.language))
}
