//! What learners handed in and filled in, as files. Always to be saved and never to be shown: a file that somebody else
//! made must not run as a page of this campus.

use app::error::AppError;
use app::worksheet::export;
use axum::body::Body;
use axum::extract::{Path, Query, Request};
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::error::Code;
use domain::learning::ActivityView;
use http::{HeaderMap, HeaderName, HeaderValue, header};
use services::Ctx;

/// Nothing may load, nothing may run.
const SANDBOX: &str = "default-src 'none'; sandbox";

/// Under which name a file is saved.
#[derive(Debug, serde::Deserialize)]
pub struct Named {
    /// Instead of its own, which may tell whose it is; empty for its own.
    #[serde(default, rename = "as")]
    name: String,
}

/// `/{lang}/learn/{edition}/{activity}/files/{file}`: for its owner, the edition's instructors and staff.
pub async fn submitted_file(
    Path((_, edition, activity, file)): Path<(String, String, String, String)>,
    Query(named): Query<Named>,
    request: Request,
) -> Response {
    let Some(ctx) = request.extensions().get::<Ctx>().cloned() else { return internal() };
    let Ok(id) = file.parse() else { return refused(&ctx, request.uri().path(), Code::NotFound.into()) };
    match services::submission::download(&ctx, &edition, &activity, id).await {
        Ok(found) => {
            let other = (!named.name.is_empty()).then(|| domain::submission::file_name(&named.name, found.kind));
            let name = other.and_then(Result::ok).unwrap_or(found.name);
            attachment(found.kind.media_type(), &name, found.bytes)
        }
        Err(error) => refused(&ctx, request.uri().path(), error.into()),
    }
}

/// `/{lang}/learn/{edition}/{activity}/answers.txt`: a filled worksheet, for its owner.
pub async fn worksheet_text(path: Path<(String, String, String)>, request: Request) -> Response {
    worksheet(path, request, ("text/plain; charset=utf-8", "txt"), export::text).await
}

/// `/{lang}/learn/{edition}/{activity}/answers.html`: the same as one page that needs nothing else.
pub async fn worksheet_html(path: Path<(String, String, String)>, request: Request) -> Response {
    worksheet(path, request, ("text/html; charset=utf-8", "html"), export::html).await
}

async fn worksheet(
    Path((_, edition, activity)): Path<(String, String, String)>,
    request: Request,
    (media, ending): (&str, &str),
    write: fn(&ActivityView, domain::language::Language) -> Option<String>,
) -> Response {
    let Some(ctx) = request.extensions().get::<Ctx>().cloned() else { return internal() };
    let view = services::learning::activity(&ctx, &edition, &activity).await;
    let text = view.map_err(AppError::from).and_then(|view| {
        let text = write(&view, ctx.language).ok_or(AppError::from(Code::NotFound))?;
        Ok((domain::submission::shown_name(&view.title), text))
    });
    match text {
        Ok((title, text)) => attachment(media, &format!("{title}.{ending}"), text.into_bytes()),
        Err(error) => refused(&ctx, request.uri().path(), error),
    }
}

pub(super) fn attachment(media: &str, name: &str, body: impl Into<Body>) -> Response {
    let mut headers = HeaderMap::new();
    let mut set = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    set(header::CONTENT_TYPE, media);
    set(header::CONTENT_DISPOSITION, &disposition(name));
    set(header::CONTENT_SECURITY_POLICY, SANDBOX);
    (headers, body.into()).into_response()
}

/// The name in both forms: plain for old programs, and with every letter (RFC 6266).
fn disposition(name: &str) -> String {
    let safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ' | '(' | ')');
    let plain: String = name.chars().map(|c| if safe(c) { c } else { '_' }).collect();
    let mut whole = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') {
            whole.push(char::from(byte));
        } else {
            whole.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{whole}")
}

/// Words of the same list as pages say; a visitor is sent to sign in and comes back.
pub(super) fn refused(ctx: &Ctx, path: &str, error: AppError) -> Response {
    if error.code == Code::SignInFirst {
        return Redirect::to(&format!("/{}/sign-in?next={path}", ctx.language)).into_response();
    }
    (error.status(), app::i18n::words(ctx.language, &format!("error-{}", error.code), &[])).into_response()
}

pub(super) fn internal() -> Response {
    AppError::from(Code::Internal).status().into_response()
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn a_name_keeps_its_letters_and_never_ends_the_header() {
        assert_eq!(
            disposition("Mi acción.pdf"),
            "attachment; filename=\"Mi acci_n.pdf\"; filename*=UTF-8''Mi%20acci%C3%B3n.pdf"
        );
        assert!(!disposition("a\"\r\nset-cookie: x").contains(['\r', '\n']));
    }
}
