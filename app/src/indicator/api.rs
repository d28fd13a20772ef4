//! Doorways to the plan's indicators, for staff.

use domain::dashboard::DashboardView;
use domain::evidence::EvidenceForm;
use domain::indicator::{DefinitionForm, DefinitionView, Effect, IndicatorRow, IndicatorView, MemberRow};
use domain::page::Page;
use domain::person::SexCell;
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

/// Every indicator in one calendar year, or with None in the plan's window.
#[server(endpoint = "indicators")]
pub async fn indicators(year: Option<i32>) -> Result<Vec<IndicatorRow>, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::indicator::list(&ctx, year).await?)
}

#[server(endpoint = "indicator")]
pub async fn indicator(
    code: String,
    year: Option<i32>,
    #[server(default)] search: String,
    page: u32,
) -> Result<IndicatorView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::indicator::indicator(&ctx, &code, year, &search, page).await?)
}

/// The list behind a number; opening it is written to the audit trail.
#[server(endpoint = "indicator_members")]
pub async fn indicator_members(
    code: String,
    year: Option<i32>,
    cell: Option<SexCell>,
    page: u32,
) -> Result<Page<MemberRow>, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::indicator::members(&ctx, &code, year, cell, page).await?)
}

/// An indicator's sheet with its history; an empty one without a code.
#[server(name = ShowDefinition, endpoint = "definition")]
pub async fn definition(code: String) -> Result<DefinitionView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::indicator::definition(&ctx, &code).await?)
}

#[server(endpoint = "definition_effect")]
pub async fn definition_effect(form: DefinitionForm) -> Result<Effect, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::indicator::effect(&ctx, &form).await?)
}

#[server(endpoint = "save_definition")]
pub async fn save_definition(#[server(flatten)] form: DefinitionForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let code = services::indicator::save(&ctx, &form).await?;
    Ok(format!("/{}/staff/indicators/{code}?saved=1", ctx.language))
}

#[server(endpoint = "retire_indicator")]
pub async fn retire_indicator(
    #[server(default)] code: String,
    #[server(default)] reason: String,
    #[server(default)] retired: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::indicator::retire(&ctx, &code, &reason, !retired.is_empty()).await?;
    Ok(format!("/{}/staff/indicators/{code}/edit", ctx.language))
}

#[server(endpoint = "record_evidence")]
pub async fn record_evidence(#[server(flatten)] form: EvidenceForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::evidence::record(&ctx, &form).await?;
    Ok(format!("/{}/staff/indicators/{}?saved=evidence", ctx.language, form.indicator))
}

#[server(endpoint = "withdraw_evidence")]
pub async fn withdraw_evidence(
    #[server(default)] evidence: String,
    #[server(default)] reason: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let indicator = services::evidence::withdraw(&ctx, &evidence, &reason).await?;
    Ok(format!("/{}/staff/indicators/{indicator}?saved=withdrawn", ctx.language))
}

#[server(endpoint = "dashboard")]
pub async fn dashboard(year: Option<i32>) -> Result<DashboardView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::indicator::dashboard(&ctx, year).await?)
}
