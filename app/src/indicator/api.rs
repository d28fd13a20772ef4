//! Doorways to the plan's indicators, for staff.

use domain::indicator::{IndicatorRow, IndicatorView, MemberRow};
use domain::page::Page;
use domain::person::SexCell;
use leptos::prelude::*;

use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

/// Every indicator in one calendar year, or with None in the plan's window.
#[server(endpoint = "indicators")]
pub async fn indicators(year: Option<i32>) -> Result<Vec<IndicatorRow>, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::indicator::list(&ctx, year).await?)
}

#[server(endpoint = "indicator")]
pub async fn indicator(code: String, year: Option<i32>) -> Result<IndicatorView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::indicator::indicator(&ctx, &code, year).await?)
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
