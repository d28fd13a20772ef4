//! Pages for visitors are kept for a moment: they are the same for everybody, and rendering one costs more than sending it.

use std::collections::HashMap;
use std::sync::RwLock;
use std::time::{Duration, Instant};

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use domain::language::Language;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};

use super::identity::{language_cookie, language_of, remember};
use super::{SESSION_COOKIE, Web};

/// How old a kept page may be. A visitor may see a seat count that is this much behind; whoever signs in sees the present.
const KEPT_FOR: Duration = Duration::from_secs(2);
/// The most pages that are kept, so that made-up addresses cannot fill the memory.
const MOST: usize = 256;

/// The kept pages, by path, query, encoding and whether they are of words only.
#[derive(Debug, Default)]
pub struct Cache(RwLock<HashMap<String, Kept>>);

#[derive(Debug, Clone)]
struct Kept {
    at: Instant,
    body: Bytes,
    headers: HeaderMap,
}

impl Cache {
    fn find(&self, key: &str) -> Option<Kept> {
        let pages = self.0.read().ok()?;
        pages.get(key).filter(|kept| kept.at.elapsed() < KEPT_FOR).cloned()
    }

    fn keep(&self, key: String, kept: Kept) {
        if let Ok(mut pages) = self.0.write() {
            if pages.len() >= MOST {
                pages.clear();
            }
            pages.insert(key, kept);
        }
    }
}

/// Answers a visitor's GET of a public page from the cache, and fills it.
pub async fn visitors(State(web): State<Web>, request: Request, next: Next) -> Response {
    let Some(language) = cacheable(&request) else { return next.run(request).await };
    let key = key(&request);
    let chosen = language_cookie(request.headers());
    let kept = match web.cache.find(&key) {
        Some(kept) => kept,
        None => {
            let response = next.run(request).await;
            if response.status() != StatusCode::OK {
                return response;
            }
            let (parts, body) = response.into_parts();
            let Ok(body) = axum::body::to_bytes(body, usize::MAX).await else { return Response::new(Body::empty()) };
            let mut headers = parts.headers;
            headers.remove(header::SET_COOKIE);
            headers.remove("x-request-id");
            let kept = Kept { at: Instant::now(), body, headers };
            web.cache.keep(key, kept.clone());
            kept
        }
    };
    let mut response = Response::new(Body::from(kept.body));
    *response.headers_mut() = kept.headers;
    if chosen != Some(language) {
        response.headers_mut().insert(header::SET_COOKIE, remember(language));
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    response
}

/// Only what is the same for everybody: a landing page, the catalogue, a course, the plain pages; never with a session.
fn cacheable(request: &Request) -> Option<Language> {
    if *request.method() != Method::GET {
        return None;
    }
    let cookies = request.headers().get(header::COOKIE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if cookies.contains(SESSION_COOKIE) {
        return None;
    }
    let path = request.uri().path();
    let public =
        matches!(path.split('/').nth(2), None | Some("courses" | "about" | "privacy" | "accessibility" | "help"));
    language_of(path).filter(|_| public)
}

fn key(request: &Request) -> String {
    let encoding = request
        .headers()
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.contains("gzip"));
    format!("{} {encoding} {}", request.uri(), super::words::wanted(request.headers()))
}
