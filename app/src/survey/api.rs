//! Doorways to the survey.

use std::collections::BTreeMap;

use domain::survey::SurveyResults;
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

#[server(endpoint = "give_survey")]
pub async fn give_survey(
    #[server(default)] edition: String,
    #[server(default)] key: String,
    #[server(default)] answers: BTreeMap<String, String>,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::survey::give(&ctx, &edition, &key, answers).await?;
    Ok(format!("/{}/learn/{edition}/{key}", ctx.language))
}

#[server(endpoint = "survey_results")]
pub async fn results(edition: String) -> Result<SurveyResults, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::survey::results(&ctx, &edition).await?)
}
