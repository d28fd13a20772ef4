//! Doorways to enrolment: the learner's editions, the instructor's rosters.

use domain::enrolment::{GradesView, HomeView, RosterQuery, RosterView, TaughtEdition};
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::list::address;
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

#[server(endpoint = "act_on_people")]
pub async fn act_on_people(
    #[server(default)] edition: String,
    #[server(default)] ids: Vec<String>,
    #[server(default)] act: String,
    #[server(default)] reason: String,
    #[server(default)] evidence: String,
    #[server(default)] day: String,
    #[server(default)] filter: String,
) -> Result<GoTo, AppError> {
    use domain::enrolment::RosterAct;
    let ctx = request_ctx().await?;
    let act: RosterAct = act.parse().map_err(|_| AppError::from(domain::error::Code::BadRequest))?;
    if act == RosterAct::Write {
        if ids.is_empty() {
            return Err(domain::error::Code::NothingChosen.into());
        }
        let segment = format!("chosen:{}", ids.join(","));
        return Ok(address(&format!("/{}/teach/{edition}/messages", ctx.language), &[("segment", &segment)]) + "#write");
    }
    let form = services::enrolment::RosterForm { edition, ids, reason, evidence, day };
    let acted = services::enrolment::act(&ctx, &form, act).await?;
    let counts = [acted.done, acted.passed_over].map(|count| count.to_string());
    let query = [("filter", filter.as_str()), ("done", &counts[0]), ("passed", &counts[1])];
    Ok(address(&format!("/{}/teach/{}/people", ctx.language, form.edition), &query))
}

#[server(endpoint = "leave_edition")]
pub async fn leave_edition(#[server(default)] edition: String) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::enrolment::leave(&ctx, &edition).await?;
    Ok(format!("/{}/home?left=1", ctx.language))
}

#[server(endpoint = "roster")]
pub async fn roster(edition: String, query: RosterQuery) -> Result<RosterView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::enrolment::roster(&ctx, &edition, query).await?)
}
