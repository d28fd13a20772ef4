//! Runs a `#[server]` doorway: for an island, which reads JSON, or for a plain form, which the page handler answers.

use app::account::api::SessionDoor;
use app::error::AppError;
use axum::body::Body;
use axum::extract::{Path, Request};
use axum::response::{IntoResponse as _, Response};
use domain::error::Code;
use http::{HeaderValue, StatusCode, Uri, header};
use leptos::prelude::provide_context;
use server_fn::error::FromServerFnError as _;
use services::Ctx;

use super::headers::CrossSite;

/// The most bytes that a form or a call may have.
pub const BODY_MAX: usize = 1024 * 1024;

/// `POST /api/<doorway>`.
pub async fn called_by_island(Path(name): Path<String>, request: Request) -> Response {
    match run(&name, request).await {
        Ok(response) => response,
        Err(error) => (error.status(), [(header::CONTENT_TYPE, "application/json")], error.ser()).into_response(),
    }
}

/// Runs the doorway `name` on the request's body.
///
/// # Errors
/// What the doorway answered when it refused; `NotFound` when there is none of that name.
pub async fn run(name: &str, mut request: Request) -> Result<Response, AppError> {
    if request.extensions().get::<CrossSite>().is_some() {
        return Err(Code::CrossSite.into());
    }
    let path = format!("/api/{name}");
    if server_fn::axum::get_server_fn_service(&path, request.method().clone()).is_none() {
        return Err(Code::NotFound.into());
    }
    *request.uri_mut() = Uri::try_from(path).map_err(|_| AppError::from(Code::NotFound))?;
    // The form's own answer is made here, so leptos need not guess from what a browser accepts.
    request.headers_mut().insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    let ctx = request.extensions().get::<Ctx>().cloned();
    let door = request.extensions().get::<SessionDoor>().cloned();
    let context = move || {
        if let Some(ctx) = ctx.clone() {
            provide_context(ctx);
        }
        if let Some(door) = door.clone() {
            provide_context(door);
        }
    };
    metrics::counter!("campus_doorway_calls_total", "doorway" => name.to_owned()).increment(1);
    let response = leptos_axum::handle_server_fns_with_context(context, request).await.into_response();
    if response.status() == StatusCode::OK {
        return Ok(response);
    }
    let bytes = axum::body::to_bytes(response.into_body(), BODY_MAX).await.unwrap_or_default();
    Err(AppError::de(bytes))
}

/// The address that a form's doorway answered with.
///
/// # Errors
/// `Internal` when the doorway is not one for forms.
pub async fn destination(response: Response<Body>) -> Result<String, AppError> {
    let bytes =
        axum::body::to_bytes(response.into_body(), BODY_MAX).await.map_err(|_| AppError::from(Code::Internal))?;
    serde_json::from_slice(&bytes).map_err(|_| Code::BadRequest.into())
}
