//! The doorway to the published figures.

use domain::publication::PublicView;
use leptos::prelude::*;

use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

#[server(endpoint = "published")]
pub async fn published() -> Result<PublicView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::publication::view(&ctx).await?)
}
