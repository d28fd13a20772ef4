//! Doorways to messages.

use domain::message::{Announcement, MessageForm, MessagePreview, MessageView, MessagesView};
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

#[server(endpoint = "messages")]
pub async fn messages(edition: String) -> Result<MessagesView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::message::list(&ctx, &edition).await?)
}

// Named apart from the use case's own type.
#[server(name = LookAtMessage, endpoint = "preview_message")]
pub async fn preview_message(form: MessageForm) -> Result<MessagePreview, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::message::preview(&ctx, &form).await?)
}

#[server(endpoint = "write_message")]
pub async fn write_message(#[server(flatten)] form: MessageForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let id = services::message::write(&ctx, &form).await?;
    Ok(format!("/{}/teach/{}/messages/{id}?sent=1", ctx.language, form.edition))
}

#[server(endpoint = "cancel_message")]
pub async fn cancel_message(
    #[server(default)] edition: String,
    #[server(default)] message: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::message::cancel(&ctx, &edition, &message).await?;
    Ok(format!("/{}/teach/{edition}/messages?cancelled=1", ctx.language))
}

// Named apart from the type that it returns.
#[server(name = ShowMessage, endpoint = "message")]
pub async fn message(edition: String, id: String) -> Result<MessageView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::message::view(&ctx, &edition, &id).await?)
}

#[server(endpoint = "announcements")]
pub async fn announcements(edition: String) -> Result<Vec<Announcement>, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::message::announcements(&ctx, &edition).await?)
}
