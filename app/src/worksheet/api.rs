//! The doorway to worksheets. They are read by the doorway of activities.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

/// Saves what was written. `act` is `done` to mark the worksheet as done and go on.
#[server(endpoint = "save_worksheet")]
pub async fn save_worksheet(
    #[server(default)] edition: String,
    #[server(default)] key: String,
    #[server(default)] answers: BTreeMap<String, String>,
    #[server(default)] seen: String,
    #[server(default)] act: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let done = act == "done";
    let next = services::worksheet::save(&ctx, &edition, &key, answers, &seen, done).await?;
    let learn = format!("/{}/learn/{edition}", ctx.language);
    Ok(match next {
        Some(next) => format!("{learn}/{next}"),
        None if done => learn,
        None => format!("{learn}/{key}#saved"),
    })
}
