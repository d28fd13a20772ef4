//! Doorways to reporting periods.

use domain::period::{ClosingForm, NarrativeForm, NarrativeRow, PeriodRow, PeriodView};
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

#[server(endpoint = "periods")]
pub async fn periods() -> Result<Vec<PeriodRow>, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::period::list(&ctx).await?)
}

// Named apart from the type that it returns.
#[server(name = ShowPeriod, endpoint = "period")]
pub async fn period(period: String) -> Result<PeriodView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::period::view(&ctx, &period).await?)
}

#[server(endpoint = "close_period")]
pub async fn close_period(#[server(flatten)] form: ClosingForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::period::close(&ctx, &form).await?;
    Ok(format!("/{}/staff/periods/{}?done=closed", ctx.language, form.period))
}

#[server(endpoint = "restate_period")]
pub async fn restate_period(#[server(flatten)] form: ClosingForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::period::restate(&ctx, &form).await?;
    Ok(format!("/{}/staff/periods/{}?done=restated", ctx.language, form.period))
}

#[server(endpoint = "report_next")]
pub async fn report_next(
    #[server(default)] period: String,
    #[server(default)] indicator: String,
    #[server(default)] reason: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::period::report_next(&ctx, &period, &indicator, &reason).await?;
    Ok(format!("/{}/staff/periods/{period}?done=carried", ctx.language))
}

#[server(endpoint = "narratives")]
pub async fn narratives(period: String) -> Result<Vec<NarrativeRow>, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::period::narratives(&ctx, &period).await?)
}

#[server(endpoint = "save_indicator_narrative")]
pub async fn save_indicator_narrative(#[server(flatten)] form: NarrativeForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::period::save_narrative(&ctx, &form).await?;
    Ok(format!("/{}/staff/report/{}?saved={}#{}", ctx.language, form.period, form.indicator, form.indicator))
}
