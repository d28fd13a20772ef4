//! The routes of the API.
#![expect(unused_qualifications, reason = "utoipa's macro writes them")]

use axum::Json;
use axum::extract::{Path, Query};
use domain::error::Code;
use domain::person::SexCell;
use serde::Deserialize;
use utoipa::IntoParams;

use super::answers::{
    IndicatorDetail, IndicatorsAnswer, MembersAnswer, ParticipationAnswer, ParticipationsAnswer, PeriodsAnswer,
};
use super::{ApiError, Caller, Refused};

type Answer<T> = Result<Json<T>, Refused>;

/// Which window.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Window {
    /// A calendar year in the reporting zone; the plan's window without it.
    year: Option<i32>,
}

/// Which part of the editions behind a figure.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Part {
    /// From 1; 25 editions a page.
    page: Option<u32>,
}

/// Which part of a list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ListOf {
    /// A calendar year in the reporting zone; the plan's window without it.
    year: Option<i32>,
    /// One of the five cells: `woman`, `man`, `another`, `declined`, `not_recorded`.
    cell: Option<String>,
    /// From 1; 25 members a page.
    page: Option<u32>,
}

/// Where to go on.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct After {
    /// `next` of the answer before; from the beginning without it.
    after: Option<String>,
}

/// Every indicator with its figure. Needs the right `figures`.
#[utoipa::path(get, path = "/api/v1/indicators", params(Window), security(("token" = [])), responses(
    (status = 200, body = IndicatorsAnswer),
    (status = 401, body = ApiError, description = "The token is missing, unknown, expired or revoked"),
    (status = 403, body = ApiError, description = "The token lacks the right"),
))]
pub async fn indicators(Caller(ctx): Caller, Query(window): Query<Window>) -> Answer<IndicatorsAnswer> {
    let rows = services::indicator::list(&ctx, window.year).await.map_err(|error| Refused::new(error, ctx.language))?;
    Ok(Json(IndicatorsAnswer { indicators: rows.iter().map(Into::into).collect() }))
}

/// One indicator with its definition, splits and editions. Needs the right `figures`.
#[utoipa::path(get, path = "/api/v1/indicators/{code}", params(("code" = String, Path), Window, Part), security(("token" = [])), responses(
    (status = 200, body = IndicatorDetail),
    (status = 401, body = ApiError),
    (status = 403, body = ApiError),
    (status = 404, body = ApiError),
))]
pub async fn indicator(
    Caller(ctx): Caller,
    Path(code): Path<String>,
    Query(window): Query<Window>,
    Query(part): Query<Part>,
) -> Answer<IndicatorDetail> {
    let view = services::indicator::indicator(&ctx, &code, window.year, "", part.page.unwrap_or(1)).await;
    let view = view.map_err(|error| Refused::new(error, ctx.language))?;
    Ok(Json((&view).into()))
}

/// The list behind a figure, without names; every reading is written to the audit trail. Needs the right `members`.
#[utoipa::path(get, path = "/api/v1/indicators/{code}/members", params(("code" = String, Path), ListOf), security(("token" = [])), responses(
    (status = 200, body = MembersAnswer),
    (status = 401, body = ApiError),
    (status = 403, body = ApiError),
    (status = 404, body = ApiError),
    (status = 422, body = ApiError, description = "There is no such cell"),
))]
pub async fn members(Caller(ctx): Caller, Path(code): Path<String>, Query(of): Query<ListOf>) -> Answer<MembersAnswer> {
    let refused = |error| Refused::new(error, ctx.language);
    let cell: Option<SexCell> = match of.cell.as_deref() {
        None | Some("") => None,
        Some(word) => Some(word.parse().map_err(|_| refused(Code::ChoiceUnknown.into()))?),
    };
    let page = services::indicator::members(&ctx, &code, of.year, cell, of.page.unwrap_or(1)).await.map_err(refused)?;
    Ok(Json(page.into()))
}

/// The periods of the plan: open, closed, in which version. Needs the right `figures`.
#[utoipa::path(get, path = "/api/v1/periods", security(("token" = [])), responses(
    (status = 200, body = PeriodsAnswer),
    (status = 401, body = ApiError),
    (status = 403, body = ApiError),
))]
pub async fn periods(Caller(ctx): Caller) -> Answer<PeriodsAnswer> {
    let rows = services::period::list(&ctx).await.map_err(|error| Refused::new(error, ctx.language))?;
    Ok(Json(PeriodsAnswer { periods: rows.into_iter().map(Into::into).collect() }))
}

/// What was frozen when a period was closed, in one of its versions: the same for ever. Needs the right `figures`.
#[utoipa::path(get, path = "/api/v1/periods/{period}/versions/{version}",
    params(("period" = String, Path, description = "A year, or `plan`"), ("version" = u32, Path)), security(("token" = [])), responses(
    (status = 200, body = Object),
    (status = 401, body = ApiError),
    (status = 403, body = ApiError),
    (status = 404, body = ApiError),
))]
pub async fn published_version(
    Caller(ctx): Caller,
    Path((period, version)): Path<(String, u32)>,
) -> Answer<domain::period::Snapshot> {
    let snapshot = services::period::snapshot(&ctx, &period, version).await;
    Ok(Json(snapshot.map_err(|error| Refused::new(error, ctx.language))?))
}

/// Participations without names, a thousand at a time; every reading is written to the audit trail. Needs the right
/// `participations`.
#[utoipa::path(get, path = "/api/v1/participations", params(After), security(("token" = [])), responses(
    (status = 200, body = ParticipationsAnswer),
    (status = 401, body = ApiError),
    (status = 403, body = ApiError),
    (status = 422, body = ApiError, description = "`after` is none that was given"),
))]
pub async fn participations(Caller(ctx): Caller, Query(from): Query<After>) -> Answer<ParticipationsAnswer> {
    let found = services::counting::participations(&ctx, from.after.as_deref().unwrap_or_default()).await;
    let found = found.map_err(|error| Refused::new(error, ctx.language))?;
    let answer = |row: services::counting::FactRow| ParticipationAnswer {
        person: row.person,
        edition: row.edition,
        course: row.course,
        modality: row.modality.to_string(),
        language: row.language.to_string(),
        sex: row.sex.to_string(),
        country: row.country,
        personnel_kind: row.personnel_kind,
        first_activity_at: row.first_activity_at,
        completed_at: row.completed_at,
    };
    Ok(Json(ParticipationsAnswer { participations: found.rows.into_iter().map(answer).collect(), next: found.next }))
}
