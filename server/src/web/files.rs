//! The bundled site files, embedded in the binary and pressed beforehand.

use app::request::Assets;
use axum::Router;
use axum::body::Body;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::{HeaderMap, StatusCode, header};

use super::Web;

#[derive(rust_embed::RustEmbed)]
#[folder = "../target/site"]
struct Site;

/// The addresses of the hashed files; empty when the site was never bundled, as in the server's own tests.
pub fn assets() -> Assets {
    Site::get("manifest.json").and_then(|file| serde_json::from_slice(&file.data).ok()).unwrap_or_default()
}

/// Everything that is a file: hashed ones under /pkg, a few fixed names at the root.
pub fn router() -> Router<Web> {
    let mut router = Router::new().route("/pkg/{file}", get(hashed));
    let fixed = Site::iter().filter(|path| {
        !path.contains('/') && !path.ends_with(".br") && !path.ends_with(".gz") && path != "manifest.json"
    });
    for path in fixed {
        let name = path.to_string();
        router = router.route(
            &format!("/{path}"),
            get(move |headers: HeaderMap| async move { file(&name, &headers, "public, max-age=86400") }),
        );
    }
    router
}

async fn hashed(Path(name): Path<String>, headers: HeaderMap) -> Response {
    file(&format!("pkg/{name}"), &headers, "public, max-age=31536000, immutable")
}

fn file(path: &str, headers: &HeaderMap, cache: &'static str) -> Response {
    let accepts = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let pressed = [("br", ".br"), ("gzip", ".gz")]
        .into_iter()
        .filter(|(encoding, _)| accepts.contains(encoding))
        .find_map(|(encoding, suffix)| Site::get(&format!("{path}{suffix}")).map(|file| (Some(encoding), file)));
    let Some((encoding, file)) = pressed.or_else(|| Site::get(path).map(|file| (None, file))) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = Response::new(match file.data {
        std::borrow::Cow::Borrowed(bytes) => Body::from(bytes),
        std::borrow::Cow::Owned(bytes) => Body::from(bytes),
    });
    let out = response.headers_mut();
    out.insert(header::CONTENT_TYPE, header::HeaderValue::from_static(content_type(path)));
    out.insert(header::CACHE_CONTROL, header::HeaderValue::from_static(cache));
    out.insert(header::VARY, header::HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        out.insert(header::CONTENT_ENCODING, header::HeaderValue::from_static(encoding));
    }
    response
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "json" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        "png" => "image/png",
        _ => "application/octet-stream",
    }
}
