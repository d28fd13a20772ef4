//! Doorways to one's own profile.

use domain::person::{CodeName, ProfileForm, ProfileView};
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

#[server(endpoint = "profile")]
pub async fn profile() -> Result<ProfileView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::person::profile(&ctx).await?)
}

/// The kinds of personnel, by their names in the reader's language. A list for everybody.
#[server(endpoint = "kinds")]
pub async fn kinds() -> Result<Vec<CodeName>, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::person::list_kinds(ctx.db.read(), ctx.language).await?)
}

#[server(endpoint = "save_profile")]
pub async fn save_profile(#[server(flatten)] form: ProfileForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::person::save_profile(&ctx, form).await?;
    Ok(format!("/{}/profile?saved=1", ctx.language))
}
