//! Doorways to imports.

use std::collections::HashMap;

use domain::import::{CandidateView, Fate, ImportView, ImportsView, PersonForm, UndoView};
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;
#[cfg(feature = "ssr")]
use domain::import::id;

#[server(endpoint = "imports")]
pub async fn imports(edition: String, page: u32) -> Result<ImportsView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::import::list(&ctx, &edition, page).await?)
}

#[server(endpoint = "import")]
pub async fn import(edition: String, import: String, fate: Option<Fate>, page: u32) -> Result<ImportView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::import::view(&ctx, &edition, id(&import), fate, page).await?)
}

#[server(endpoint = "decide_import")]
pub async fn decide_import(
    #[server(default)] edition: String,
    #[server(default)] import: String,
    #[server(default)] fate: String,
    #[server(default)] choices: HashMap<String, String>,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::import::decide(&ctx, &edition, id(&import), &choices).await?;
    let fate = if fate.is_empty() { fate } else { format!("&fate={fate}") };
    Ok(format!("/{}/teach/{edition}/import/{import}?chosen=1{fate}", ctx.language))
}

#[server(endpoint = "confirm_import")]
pub async fn confirm_import(
    #[server(default)] edition: String,
    #[server(default)] import: String,
    #[server(default)] choices: HashMap<String, String>,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let id = id(&import);
    if !choices.is_empty() {
        services::import::decide(&ctx, &edition, id, &choices).await?;
    }
    services::import::confirm(&ctx, &edition, id).await?;
    Ok(format!("/{}/teach/{edition}/import/{import}", ctx.language))
}

#[server(endpoint = "discard_import")]
pub async fn discard_import(
    #[server(default)] edition: String,
    #[server(default)] import: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::import::discard(&ctx, &edition, id(&import)).await?;
    Ok(format!("/{}/teach/{edition}/import", ctx.language))
}

// Named apart from the type that it returns.
#[server(name = PreviewUndo, endpoint = "undo_preview")]
pub async fn undo_preview(edition: String, import: String) -> Result<UndoView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::import::preview(&ctx, &edition, id(&import)).await?)
}

#[server(endpoint = "undo_import")]
pub async fn undo_import(
    #[server(default)] edition: String,
    #[server(default)] import: String,
    #[server(default)] kept: u32,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::import::undo(&ctx, &edition, id(&import), kept).await?;
    Ok(format!("/{}/teach/{edition}/import?undone=1", ctx.language))
}

#[server(endpoint = "add_person")]
pub async fn add_person(
    #[server(default)] edition: String,
    #[server(flatten)] form: PersonForm,
) -> Result<GoTo, AppError> {
    use services::import::Added;
    let ctx = request_ctx().await?;
    let what = match services::import::add(&ctx, &edition, &form).await? {
        Added::New => "new",
        Added::Filled => "filled",
        Added::There => "there",
    };
    Ok(format!("/{}/teach/{edition}/people/new?added={what}", ctx.language))
}

#[server(endpoint = "namesakes")]
pub async fn namesakes(
    edition: String,
    #[server(default)] given_name: String,
    #[server(default)] family_name: String,
) -> Result<Vec<CandidateView>, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::import::namesakes(&ctx, &edition, &given_name, &family_name).await?)
}
