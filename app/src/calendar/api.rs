//! Doorways to the link of one's calendar.

use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

/// Makes a new link; the old one ends with it.
#[server(endpoint = "make_calendar_link")]
pub async fn make_calendar_link() -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::calendar::make_link(&ctx).await?;
    Ok(format!("/{}/home#calendar", ctx.language))
}

#[server(endpoint = "end_calendar_link")]
pub async fn end_calendar_link() -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::calendar::end_link(&ctx).await?;
    Ok(format!("/{}/home#calendar", ctx.language))
}
