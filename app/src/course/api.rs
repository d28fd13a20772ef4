//! Doorways to courses; open to the world.

use domain::course::{CourseCard, CourseView};
use domain::language::Language;
use leptos::prelude::*;

use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

#[server(endpoint = "catalogue")]
pub async fn catalogue(search: String, language: Option<Language>) -> Result<Vec<CourseCard>, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::course::catalogue(&ctx, &search, language).await?)
}

#[server(endpoint = "course")]
pub async fn course(slug: String) -> Result<CourseView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::course::course(&ctx, &slug).await?)
}
