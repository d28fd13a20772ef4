//! Pages: rendered for a GET; for a form's POST, the doorway that it names is run first.

use app::account::api::SessionDoor;
use app::error::AppError;
use app::form::FormState;
use app::request::PageRequest;
use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::error::Code;
use http::request::Parts;
use http::{Method, StatusCode, header};
use leptos::prelude::provide_context;
use services::Ctx;

use super::doorways::{BODY_MAX, destination, run};
use super::uploads;

/// Any address that is not a file, a download or a call.
pub async fn page(request: Request) -> Response {
    match *request.method() {
        Method::GET | Method::HEAD => render(request, None).await,
        Method::POST => form(request).await,
        _ => StatusCode::METHOD_NOT_ALLOWED.into_response(),
    }
}

/// Runs the form's doorway and sends the reader on (303, so that a reload repeats nothing), or renders the page again
/// with what was typed and why it was refused.
async fn form(request: Request) -> Response {
    let name = doorway_name(request.uri().query().unwrap_or_default());
    let (parts, body) = request.into_parts();
    if let Some(boundary) = uploads::boundary(&parts.headers) {
        let (values, outcome) = uploads::run(name.as_deref(), boundary, &parts, body).await;
        return answer(parts, name, values, outcome).await;
    }
    let read = axum::body::to_bytes(body, BODY_MAX).await;
    let typed = read.clone_bytes();
    let again = |body: Bytes| {
        let mut request = Request::new(Body::from(body));
        *request.method_mut() = parts.method.clone();
        *request.uri_mut() = parts.uri.clone();
        *request.headers_mut() = parts.headers.clone();
        *request.extensions_mut() = parts.extensions.clone();
        request
    };
    let outcome = match (read, &name) {
        (Ok(body), Some(name)) => match run(name, again(body)).await {
            Ok(response) => destination(response).await,
            Err(error) => Err(error),
        },
        (Ok(_), None) => Err(Code::BadRequest.into()),
        (Err(_), _) => Err(Code::TooLong.into()),
    };
    let values = form_urlencoded::parse(&typed).map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
    answer(parts, name, values, outcome).await
}

/// Sends the reader on, to sign in first, or back to the page with what was typed.
async fn answer(
    parts: Parts,
    name: Option<String>,
    values: Vec<(String, String)>,
    outcome: Result<String, AppError>,
) -> Response {
    match outcome {
        Ok(address) => Redirect::to(&address).into_response(),
        Err(error) if error.code == Code::SignInFirst => {
            let language =
                parts.extensions.get::<Ctx>().map(|ctx| ctx.language).unwrap_or(domain::language::Language::Es);
            Redirect::to(&format!("/{language}/sign-in?next={}", parts.uri.path())).into_response()
        }
        Err(error) => {
            let state = FormState { doorway: name.unwrap_or_default(), values, error };
            let mut request = Request::from_parts(parts, Body::empty());
            *request.method_mut() = Method::GET;
            render(request, Some(state)).await
        }
    }
}

/// The form's `?do=<doorway>`.
fn doorway_name(query: &str) -> Option<String> {
    form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "do").map(|(_, value)| value.into_owned())
}

async fn render(request: Request, refused: Option<FormState>) -> Response {
    let status = refused.as_ref().map(|state| AppError::status(&state.error));
    let page = request.extensions().get::<PageRequest>().cloned().unwrap_or_default();
    let ctx = request.extensions().get::<Ctx>().cloned();
    let door = request.extensions().get::<SessionDoor>().cloned();
    let context = move || {
        provide_context(page.clone());
        if let Some(ctx) = ctx.clone() {
            provide_context(ctx.language);
            provide_context(ctx);
        }
        if let Some(door) = door.clone() {
            provide_context(door);
        }
        if let Some(state) = refused.clone() {
            provide_context(state);
        }
    };
    let started = std::time::Instant::now();
    let mut response: Response = leptos_axum::render_app_async_with_context(context, app::shell)(request).await;
    // The refused act is what was asked for, whatever the page around it can show. A page that sends on is followed.
    if let Some(status) = status.filter(|_| !response.status().is_redirection()) {
        *response.status_mut() = status;
    }
    metrics::counter!("campus_pages_total", "status" => response.status().as_u16().to_string()).increment(1);
    metrics::histogram!("campus_page_seconds").record(started.elapsed().as_secs_f64());
    document_only(response).await
}

/// Cuts off what leptos writes after the document: scripts that would hydrate a whole page, of which there is none
/// here (an island wakes by itself), and which the security policy refuses to run.
async fn document_only(response: Response) -> Response {
    const END: &[u8] = b"</html>";
    let (mut parts, body) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    let Ok(mut bytes) = axum::body::to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    if let Some(end) = bytes.windows(END.len()).rposition(|window| window == END) {
        bytes.truncate(end + END.len());
    }
    Response::from_parts(parts, Body::from(bytes))
}

/// The bytes of a read body, or none: what was typed, for the page that is shown again.
trait CloneBytes {
    fn clone_bytes(&self) -> Bytes;
}

impl<E> CloneBytes for Result<Bytes, E> {
    fn clone_bytes(&self) -> Bytes {
        self.as_ref().map_or_else(|_| Bytes::new(), Bytes::clone)
    }
}
