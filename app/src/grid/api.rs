//! Doorways to the grid and the gradebook.

use domain::grid::{BookQuery, BookView, GridQuery, GridView};
use leptos::prelude::*;

use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

#[server(endpoint = "grid")]
pub async fn grid(edition: String, query: GridQuery) -> Result<GridView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::grid::grid(&ctx, &edition, query).await?)
}

#[server(endpoint = "gradebook")]
pub async fn gradebook(edition: String, query: BookQuery) -> Result<BookView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::grid::gradebook(&ctx, &edition, query).await?)
}
