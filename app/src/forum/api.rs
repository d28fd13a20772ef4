//! Doorways to forums.

#[cfg(feature = "ssr")]
use domain::error::Code;
use domain::forum::{ForumQuery, ForumView, MailForm, MyForum, NameForm, PostForm, QueueView, ThreadView};
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

#[server(endpoint = "forum")]
pub async fn forum(forum: String, query: ForumQuery) -> Result<ForumView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::forum::forum(&ctx, &forum, &query).await?)
}

#[server(endpoint = "forum_thread")]
pub async fn forum_thread(forum: String, thread: String, page: u32) -> Result<ThreadView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::forum::thread(&ctx, &forum, &thread, page).await?)
}

/// How a text will look, as HTML.
#[server(endpoint = "forum_preview")]
pub async fn forum_preview(forum: String, #[server(default)] text: String) -> Result<String, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::forum::preview(&ctx, &forum, &text).await?)
}

#[server(endpoint = "start_thread")]
pub async fn start_thread(#[server(flatten)] form: PostForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let to = services::forum::start_thread(&ctx, form).await?;
    Ok(format!("/{}/{to}", ctx.language))
}

#[server(endpoint = "add_reply")]
pub async fn add_reply(#[server(flatten)] form: PostForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let to = services::forum::reply(&ctx, form).await?;
    Ok(format!("/{}/{to}", ctx.language))
}

#[server(endpoint = "edit_post")]
pub async fn edit_post(#[server(flatten)] form: PostForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let to = services::forum::edit_post(&ctx, form).await?;
    Ok(format!("/{}/{to}", ctx.language))
}

/// `on` is empty to follow no more.
#[server(endpoint = "follow_thread")]
pub async fn follow_thread(
    #[server(default)] forum: String,
    #[server(default)] thread: String,
    #[server(default)] on: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let to = services::forum::follow(&ctx, &forum, &thread, !on.is_empty()).await?;
    Ok(format!("/{}/{to}", ctx.language))
}

#[server(endpoint = "report_post")]
pub async fn report_post(
    #[server(default)] forum: String,
    #[server(default)] thread: String,
    #[server(default)] post: String,
    #[server(default)] report_reason: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let to = services::forum::report(&ctx, &forum, &thread, &post, &report_reason).await?;
    Ok(format!("/{}/{to}", ctx.language))
}

#[server(endpoint = "moderate_thread")]
pub async fn moderate_thread(
    #[server(default)] forum: String,
    #[server(default)] thread: String,
    #[server(default)] act: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let to = services::forum::moderate_thread(&ctx, &forum, &thread, &act).await?;
    Ok(format!("/{}/{to}", ctx.language))
}

/// `post` is empty to take the mark away; `was` is the answer that the page showed.
#[server(endpoint = "mark_answer")]
pub async fn mark_answer(
    #[server(default)] forum: String,
    #[server(default)] thread: String,
    #[server(default)] post: String,
    #[server(default)] was: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let to = services::forum::mark_answer(&ctx, &forum, &thread, &post, &was).await?;
    Ok(format!("/{}/{to}", ctx.language))
}

#[server(endpoint = "hide_post")]
pub async fn hide_post(
    #[server(default)] forum: String,
    #[server(default)] thread: String,
    #[server(default)] post: String,
    #[server(default)] hide_reason: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let to = services::forum::hide_post(&ctx, &forum, &thread, &post, &hide_reason).await?;
    Ok(format!("/{}/{to}", ctx.language))
}

#[server(endpoint = "show_post")]
pub async fn show_post(
    #[server(default)] forum: String,
    #[server(default)] thread: String,
    #[server(default)] post: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let to = services::forum::show_post(&ctx, &forum, &thread, &post).await?;
    Ok(format!("/{}/{to}", ctx.language))
}

/// Lets a reported post stand. `next`: the queue that the moderator goes on with, after the language.
#[server(endpoint = "keep_post")]
pub async fn keep_post(
    #[server(default)] forum: String,
    #[server(default)] thread: String,
    #[server(default)] post: String,
    #[server(default)] next: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::forum::keep_post(&ctx, &forum, &thread, &post).await?;
    let to = format!("/{}/{next}", ctx.language);
    Ok(domain::account::safe_next(&to).ok_or(Code::BadRequest)?.to_owned())
}

/// What was reported; with an empty `forum` in all of them.
#[server(endpoint = "forum_queue")]
pub async fn forum_queue(#[server(default)] forum: String, page: u32) -> Result<QueueView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::forum::queue(&ctx, &forum, page).await?)
}

#[server(endpoint = "forum_settings")]
pub async fn forum_settings() -> Result<MyForum, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::forum::settings(&ctx).await?)
}

#[server(endpoint = "save_forum_name")]
pub async fn save_forum_name(#[server(flatten)] form: NameForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::forum::save_name(&ctx, &form).await?;
    Ok(format!("/{}/profile?saved=1", ctx.language))
}

#[server(endpoint = "save_forum_mail")]
pub async fn save_forum_mail(#[server(flatten)] form: MailForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::forum::save_mail(&ctx, &form).await?;
    Ok(format!("/{}/profile?saved=1", ctx.language))
}

/// Whether the link at the end of a mail is somebody's; nothing is done with it yet, since mail programs open links too.
#[server(endpoint = "check_forum_mail")]
pub async fn check_forum_mail(secret: String) -> Result<(), AppError> {
    let ctx = request_ctx().await?;
    Ok(services::forum::check_unsubscribe(&ctx, &secret).await?)
}

#[server(endpoint = "end_forum_mail")]
pub async fn end_forum_mail(#[server(default)] secret: String) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::forum::unsubscribe(&ctx, &secret).await?;
    Ok(format!("/{}/forum-mail/{secret}?ended=1", ctx.language))
}
