//! Doorways to the staff's register of editions.

use domain::edition::{EditionChoices, EditionForm, EditionRow};
use domain::page::Page;
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

#[server(endpoint = "editions")]
pub async fn editions(search: String, page: u32) -> Result<Page<EditionRow>, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::edition::list(&ctx, &search, page).await?)
}

// Named apart from the type that it returns.
#[server(name = OfferEditionChoices, endpoint = "edition_choices")]
pub async fn edition_choices() -> Result<EditionChoices, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::edition::choices(&ctx).await?)
}

#[server(endpoint = "create_edition")]
pub async fn create_edition(#[server(flatten)] form: EditionForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let code = services::edition::create(&ctx, form).await?;
    Ok(format!("/{}/staff/editions?made={code}", ctx.language))
}
