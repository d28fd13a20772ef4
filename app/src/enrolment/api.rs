//! Doorways to enrolment: the learner's editions, the instructor's rosters.

use domain::enrolment::{GradesView, HomeView, RosterQuery, RosterView, TaughtEdition};
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

#[server(endpoint = "enrol")]
pub async fn enrol(#[server(default)] edition: String) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::enrolment::enrol(&ctx, &edition).await?;
    Ok(format!("/{}/learn/{edition}", ctx.language))
}

/// The codes of the editions that the reader is in; empty for visitors.
#[server(endpoint = "my_codes")]
pub async fn my_codes() -> Result<Vec<String>, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::enrolment::my_codes(&ctx).await?)
}

#[server(endpoint = "home")]
pub async fn home() -> Result<HomeView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::enrolment::home(&ctx).await?)
}

#[server(endpoint = "grades")]
pub async fn grades(edition: String) -> Result<GradesView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::enrolment::grades(&ctx, &edition).await?)
}

#[server(endpoint = "taught")]
pub async fn taught() -> Result<Vec<TaughtEdition>, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::enrolment::taught(&ctx).await?)
}

#[server(endpoint = "roster")]
pub async fn roster(edition: String, query: RosterQuery) -> Result<RosterView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::enrolment::roster(&ctx, &edition, query).await?)
}
