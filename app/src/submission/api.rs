//! Doorways to submissions and grading. Drafts come with files, so `server/src/web/uploads.rs` takes them.

use std::collections::BTreeMap;

use domain::id::SubmissionId;
use domain::submission::{GradeView, GradingQuery, GradingView};
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
pub async fn graded_work(edition: String, submission: String) -> Result<GradeView, AppError> {
    let ctx = request_ctx().await?;
    let id = submission.parse().map_err(|_| AppError::from(domain::error::Code::NotFound));
    // Who may not teach here learns nothing of addresses either: the use case asks that first.
    Ok(services::submission::work(&ctx, &edition, id.unwrap_or(SubmissionId(Default::default()))).await?)
}

/// Grades. `then` is `next` to go on with the next one that waits.
#[server(endpoint = "grade_submission")]
pub async fn grade_submission(
    submission: SubmissionId,
    #[server(default)] edition: String,
    #[server(default)] revision: i32,
    #[server(default)] points: BTreeMap<String, String>,
    #[server(default)] comments: BTreeMap<String, String>,
    #[server(default)] comment: String,
    #[server(default)] then: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let form = services::submission::GradeForm { points, comments, comment, revision };
    let next = services::submission::grade(&ctx, &edition, submission, form).await?;
    let list = format!("/{}/teach/{edition}/grading", ctx.language);
    Ok(match next {
        Some(next) if then == "next" => format!("{list}/{next}?saved=1"),
        None if then == "next" => format!("{list}?saved=1"),
        _ => format!("{list}/{submission}?saved=1"),
    })
}
