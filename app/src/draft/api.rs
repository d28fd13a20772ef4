//! Doorways to drafts.

use std::collections::HashMap;

use domain::draft::{
    CourseRow, DraftView, FilesView, ItemView, MediaView, NewCourse, PublishView, RawView, TextPreview,
};
use domain::page::Page;
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;
#[cfg(feature = "ssr")]
use domain::language::Language;

#[server(endpoint = "drafted_courses")]
pub async fn drafted_courses(search: String, page: u32) -> Result<Page<CourseRow>, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::draft::list(&ctx, &search, page).await?)
}

#[server(endpoint = "create_course")]
pub async fn create_course(
    #[server(flatten)] new: NewCourse,
    #[server(default)] taught_in: Vec<String>,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let new = NewCourse { languages: taught_in.join(","), ..new };
    let slug = services::draft::create(&ctx, &new).await?;
    Ok(format!("/{}/staff/courses/{slug}?made=1", ctx.language))
}

#[server(endpoint = "draft_outline")]
pub async fn draft_outline(slug: String) -> Result<DraftView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::draft::outline(&ctx, &slug).await?)
}

#[server(endpoint = "add_module")]
pub async fn add_module(
    #[server(default)] slug: String,
    #[server(default)] titles: HashMap<String, String>,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let key = services::draft::add_module(&ctx, &slug, &by_language(titles)).await?;
    Ok(format!("/{}/staff/courses/{slug}?at=module-{key}#module-{key}", ctx.language))
}

#[server(endpoint = "add_activity")]
pub async fn add_activity(
    #[server(default)] slug: String,
    #[server(default)] module: String,
    #[server(default)] kind: String,
    #[server(default)] titles: HashMap<String, String>,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let kind = kind.parse().map_err(|_| AppError::from(domain::error::Code::BadRequest))?;
    let key = services::draft::add_activity(&ctx, &slug, &module, kind, &by_language(titles)).await?;
    Ok(format!("/{}/staff/courses/{slug}/text/{key}?made=1", ctx.language))
}

#[cfg(feature = "ssr")]
fn by_language(titles: HashMap<String, String>) -> Vec<(Language, String)> {
    Language::ALL.iter().filter_map(|language| Some((*language, titles.get(language.as_str())?.clone()))).collect()
}

#[server(endpoint = "change_outline")]
pub async fn change_outline(#[server(default)] slug: String, #[server(default)] act: String) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::draft::change_outline(&ctx, &slug, &act).await?;
    let query = [("at", act.as_str())];
    Ok(crate::list::address(&format!("/{}/staff/courses/{slug}", ctx.language), &query))
}

#[server(endpoint = "save_frame")]
pub async fn save_frame(
    #[server(default)] slug: String,
    #[server(default)] learning_hours: String,
    #[server(default)] completion: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::draft::save_frame(&ctx, &slug, &learning_hours, &completion).await?;
    Ok(format!("/{}/staff/courses/{slug}?saved=1", ctx.language))
}

#[server(endpoint = "draft_item")]
pub async fn draft_item(slug: String, item: String, part: Option<String>) -> Result<ItemView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::draft::item(&ctx, &slug, &item, part.as_deref()).await?)
}

#[server(endpoint = "save_draft_item")]
pub async fn save_draft_item(
    #[server(default)] slug: String,
    #[server(default)] item: String,
    #[server(default)] part: String,
    #[server(default)] seen: String,
    #[server(default)] minor: Option<String>,
    #[server(default)] form: HashMap<String, String>,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let edit = services::draft::Edit { slug, item, part, seen, minor: minor.is_some() };
    let key = services::draft::save(&ctx, &edit, &form).await?;
    let place = if key.is_empty() { String::new() } else { format!("/{key}") };
    Ok(format!("/{}/staff/courses/{}/text/{}{place}?saved=1", ctx.language, edit.slug, edit.item))
}

#[server(endpoint = "change_draft_part")]
pub async fn change_draft_part(
    #[server(default)] slug: String,
    #[server(default)] item: String,
    #[server(default)] act: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let (word, part) = act.split_once(':').unwrap_or((&act, ""));
    services::draft::change_part(&ctx, &slug, &item, part, word).await?;
    let place = if word == "fresh" && part != "." { format!("/{part}") } else { String::new() };
    let path = format!("/{}/staff/courses/{slug}/text/{item}{place}", ctx.language);
    Ok(crate::list::address(&path, &[("at", act.as_str())]))
}

/// How a text will look, while it is written; the pages' script calls it.
#[server(endpoint = "preview_draft")]
pub async fn preview_draft(
    #[server(default)] slug: String,
    #[server(default)] item: String,
    #[server(default)] part: Option<String>,
    #[server(default)] language: String,
    #[server(default)] text: String,
) -> Result<TextPreview, AppError> {
    let ctx = request_ctx().await?;
    let language = language.parse().map_err(|_| AppError::from(domain::error::Code::BadRequest))?;
    Ok(services::draft::preview(&ctx, &slug, &item, part.is_some(), language, &text).await?)
}

#[server(endpoint = "add_questions")]
pub async fn add_questions(
    #[server(default)] slug: String,
    #[server(default)] item: String,
    #[server(default)] language: String,
    #[server(default)] blocks: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let of = language.parse().map_err(|_| AppError::from(domain::error::Code::BadRequest))?;
    let count = services::draft::add_questions(&ctx, &slug, &item, of, &blocks).await?;
    Ok(format!("/{}/staff/courses/{slug}/text/{item}?imported={count}#parts", ctx.language))
}

#[server(endpoint = "draft_media")]
pub async fn draft_media(slug: String) -> Result<MediaView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::draft::list_media(&ctx, &slug).await?)
}

#[server(endpoint = "remove_medium")]
pub async fn remove_medium(#[server(default)] slug: String, #[server(default)] path: String) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::draft::remove_medium(&ctx, &slug, &path).await?;
    Ok(format!("/{}/staff/courses/{slug}/media?removed=1", ctx.language))
}

#[server(endpoint = "draft_files")]
pub async fn draft_files(slug: String) -> Result<FilesView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::draft::list_files(&ctx, &slug).await?)
}

#[server(endpoint = "draft_text")]
pub async fn draft_text(slug: String, path: String) -> Result<RawView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::draft::raw(&ctx, &slug, &path).await?)
}

#[server(endpoint = "save_draft_text")]
pub async fn save_draft_text(
    #[server(default)] slug: String,
    #[server(default)] path: String,
    #[server(default)] seen: String,
    #[server(default)] text: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::draft::save_raw(&ctx, &slug, &path, &seen, &text).await?;
    Ok(format!("/{}/staff/courses/{slug}/files/{path}?saved=1", ctx.language))
}

// Named apart from the type that it returns.
#[server(name = ShowPublish, endpoint = "publish_view")]
pub async fn publish_view(slug: String) -> Result<PublishView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::draft::publish_view(&ctx, &slug).await?)
}

#[server(endpoint = "publish_course")]
pub async fn publish_course(
    #[server(default)] slug: String,
    #[server(default)] seen: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let published = services::draft::publish(&ctx, &slug, &seen).await?;
    Ok(format!("/{}/staff/courses/{slug}?published={}", ctx.language, published.number))
}

#[server(endpoint = "discard_draft")]
pub async fn discard_draft(#[server(default)] slug: String) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::draft::discard(&ctx, &slug).await?;
    Ok(format!("/{}/staff/courses?discarded={slug}", ctx.language))
}
