//! The published figures for the world: as a file, and inside other sites' pages.

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use domain::language::Language;
use http::{StatusCode, header};
use services::{Actor, Ctx};

use super::Web;
use super::downloads::attachment;

/// The world's own context: nobody is asked who they are.
fn anybody(web: &Web, language: &str) -> Option<Ctx> {
    let language: Language = language.parse().ok()?;
    Some(Ctx { campus: web.campus.clone(), actor: Actor::Visitor, language, peer: None })
}

/// `/{lang}/indicators.csv`.
pub async fn csv(State(web): State<Web>, Path(language): Path<String>) -> Response {
    let Some(ctx) = anybody(&web, &language) else { return StatusCode::NOT_FOUND.into_response() };
    match services::publication::csv(&ctx).await {
        Ok(text) => attachment("text/csv; charset=utf-8", "indicators.csv", text.into_bytes()),
        Err(error) => app::error::AppError::from(error).status().into_response(),
    }
}

/// `/{lang}/indicators/{code}/embed`: one indicator, which any site may frame.
pub async fn embed(State(web): State<Web>, Path((language, code)): Path<(String, String)>) -> Response {
    const FRAMED: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *";
    let Some(ctx) = anybody(&web, &language) else { return StatusCode::NOT_FOUND.into_response() };
    match services::publication::view(&ctx).await {
        Ok(view) => {
            let found = view.indicators.iter().find(|one| one.code == code).zip(view.newest);
            let Some((one, newest)) = found else { return StatusCode::NOT_FOUND.into_response() };
            let page = app::publication::embed(one, newest, ctx.language);
            let headers =
                [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CONTENT_SECURITY_POLICY, FRAMED)];
            (headers, page).into_response()
        }
        Err(error) => app::error::AppError::from(error).status().into_response(),
    }
}
