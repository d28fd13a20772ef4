//! The read API: the figures of the pages for other programs. Its OpenAPI document is generated from this code.
//!
//! A token stands in the `Authorization` header and has rights of its own (`domain::token`). To add a route: a handler with
//! `#[utoipa::path]` in `figures`, and its name in `routes`.

mod answers;
mod figures;
#[cfg(test)]
mod tests;

use axum::extract::{FromRequestParts, State};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router};
use domain::error::Code;
use domain::language::Language;
use http::request::Parts;
use http::{StatusCode, header};
use services::{Actor, Ctx};
use utoipa::OpenApi;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::web::Web;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "CIM virtual campus: figures",
        description = "Reads the indicators, the lists behind them and the participations that they are counted from. The \
                       numbers are those of the campus's own pages. Names in other languages: `Accept-Language`."
    ),
    modifiers(&Bearer)
)]
struct Document;

/// Says in the document how a token is sent.
struct Bearer;

impl utoipa::Modify for Bearer {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let scheme = SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build());
        document.components.get_or_insert_default().add_security_scheme("token", scheme);
    }
}

/// Everything under `/api/v1`.
pub fn router() -> Router<Web> {
    let (router, document) = OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(figures::indicators))
        .routes(routes!(figures::indicator))
        .routes(routes!(figures::members))
        .routes(routes!(figures::periods))
        .routes(routes!(figures::published_version))
        .routes(routes!(figures::participations))
        .split_for_parts();
    router.route("/api/v1/openapi.json", axum::routing::get(|| async move { Json(document) }))
}

/// Why an answer is not what was asked for.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct ApiError {
    /// A code of a closed list, such as `token-right`.
    pub error: String,
    /// The same in words.
    pub message: String,
}

/// A refusal with its status.
#[derive(Debug)]
pub struct Refused(StatusCode, ApiError);

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let Self(status, body) = self;
        let mut response = (status, Json(body)).into_response();
        if status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, http::HeaderValue::from_static("Bearer"));
        }
        response
    }
}

impl Refused {
    fn new(error: services::Error, language: Language) -> Self {
        let error = app::error::AppError::from(error);
        let message = app::i18n::words(language, &format!("error-{}", error.code), &[]);
        Self(error.status(), ApiError { error: error.code.to_string(), message })
    }
}

/// Whoever bears a token that works.
pub struct Caller(pub Ctx);

impl FromRequestParts<Web> for Caller {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Refused> {
        let State(web) = State::<Web>::from_request_parts(parts, web).await.map_err(|never| match never {})?;
        let text = |name| parts.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let language = Language::from_accept(text(header::ACCEPT_LANGUAGE));
        let secret = text(header::AUTHORIZATION).strip_prefix("Bearer ").map(str::trim).unwrap_or_default();
        let wrong = |error| Refused::new(error, language);
        if secret.is_empty() {
            return Err(wrong(Code::TokenWrong.into()));
        }
        let rights = services::token::bearer(&web.campus, secret).await.map_err(wrong)?;
        Ok(Self(Ctx { campus: web.campus.clone(), actor: Actor::Token(rights), language, peer: None }))
    }
}
