//! Doorways to submissions and grading. Drafts and grades come with files, so `server/src/web` takes them: `uploads.rs`, `grading.rs`.

#[cfg(feature = "ssr")]
use domain::id::SubmissionId;
use domain::submission::{GradeView, GradingQuery, GradingView, Queue};
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

#[server(endpoint = "take_back")]
pub async fn take_back(#[server(default)] edition: String, #[server(default)] key: String) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::submission::take_back(&ctx, &edition, &key).await?;
    Ok(format!("/{}/learn/{edition}/{key}", ctx.language))
}

#[server(endpoint = "grading")]
pub async fn grading(edition: String, query: GradingQuery) -> Result<GradingView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::submission::list(&ctx, &edition, query).await?)
}

#[server(endpoint = "graded_work")]
pub async fn graded_work(
    edition: String,
    submission: String,
    #[server(default)] queue: Queue,
) -> Result<GradeView, AppError> {
    let ctx = request_ctx().await?;
    let id = submission.parse().map_err(|_| AppError::from(domain::error::Code::NotFound));
    // Who may not teach here learns nothing of addresses either: the use case asks that first.
    Ok(services::submission::work(&ctx, &edition, id.unwrap_or(SubmissionId(Default::default())), &queue).await?)
}
