//! `/media/<sha256>.<ending>`: pictures, films, sounds and documents of courses. A name stands for its bytes, so browsers keep
//! them for good; whoever does not know a name cannot guess one.

use std::ops::Range;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use services::course::media;

use super::Web;

/// A drawing opened by itself runs nothing and asks nobody for anything; nor does any other medium.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; sandbox";
const FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// A medium, or the part of it that a player asks for.
pub async fn medium(State(web): State<Web>, Path(name): Path<String>, headers: HeaderMap) -> Response {
    let Some(kind) = media::mime(&name) else { return StatusCode::NOT_FOUND.into_response() };
    let tag = format!("\"{}\"", name.split('.').next().unwrap_or_default());
    let asked = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if asked(header::IF_NONE_MATCH).split(',').any(|known| known.trim().trim_start_matches("W/") == tag) {
        return answer(StatusCode::NOT_MODIFIED, Body::empty(), kind, &tag);
    }
    let stored = match media::get(&web.campus, &name).await {
        Ok(stored) => stored,
        Err(error) => return failed(&error),
    };
    let whole = stored.bytes;
    // What was kept of another file is of no use; there is none, but a player may say so.
    let same = matches!(asked(header::IF_RANGE), "") || asked(header::IF_RANGE) == tag;
    let part = if same { part(asked(header::RANGE), whole) } else { Part::Whole };
    let (status, range) = match part {
        Part::Whole => (StatusCode::OK, 0..whole),
        Part::Some(range) => (StatusCode::PARTIAL_CONTENT, range),
        Part::Nowhere => {
            let mut response = answer(StatusCode::RANGE_NOT_SATISFIABLE, Body::empty(), kind, &tag);
            set(&mut response, header::CONTENT_RANGE, &format!("bytes */{whole}"));
            return response;
        }
    };
    let body = match stored.read(&web.campus, range.clone()).await {
        Ok(std::borrow::Cow::Borrowed(bytes)) => Body::from(bytes),
        Ok(std::borrow::Cow::Owned(bytes)) => Body::from(bytes),
        Err(error) => return failed(&error),
    };
    let mut response = answer(status, body, kind, &tag);
    if status == StatusCode::PARTIAL_CONTENT {
        let last = range.end.saturating_sub(1);
        set(&mut response, header::CONTENT_RANGE, &format!("bytes {}-{last}/{whole}", range.start));
    }
    response
}

fn failed(error: &services::Error) -> Response {
    if error.code() == Some(domain::error::Code::NotFound) {
        return StatusCode::NOT_FOUND.into_response();
    }
    tracing::error!(%error, "a medium cannot be read");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

fn set(response: &mut Response, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

fn answer(status: StatusCode, body: Body, kind: &'static str, tag: &str) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    for (name, value) in [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, FOR_GOOD),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::ACCEPT_RANGES, "bytes"),
        (header::ETAG, tag),
    ] {
        set(&mut response, name, value);
    }
    // What is no picture, film or sound is saved and not opened here.
    if !["image/", "video/", "audio/", "text/vtt"].iter().any(|shown| kind.starts_with(shown)) {
        set(&mut response, header::CONTENT_DISPOSITION, "attachment");
    }
    response
}

/// What a `Range` asks for.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    Whole,
    Some(Range<u64>),
    /// Behind the end.
    Nowhere,
}

/// Reads `bytes=from-to`, `bytes=from-`, `bytes=-last`. Several ranges at once, or what is no range, give the whole.
fn part(asked: &str, whole: u64) -> Part {
    let Some((from, to)) = asked.strip_prefix("bytes=").and_then(|range| range.split_once('-')) else {
        return Part::Whole;
    };
    let range = match (from.trim().parse::<u64>(), to.trim()) {
        (Ok(from), "") => from..whole,
        (Ok(from), to) => match to.parse::<u64>() {
            Ok(to) if to >= from => from..to.saturating_add(1).min(whole),
            _ => return Part::Whole,
        },
        (Err(_), to) if from.trim().is_empty() => match to.parse::<u64>() {
            Ok(last) => whole.saturating_sub(last)..whole,
            Err(_) => return Part::Whole,
        },
        _ => return Part::Whole,
    };
    if range.is_empty() { Part::Nowhere } else { Part::Some(range) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_read_as_players_ask() {
        for (asked, expected) in [
            ("bytes=0-", Part::Some(0..100)),
            ("bytes=10-19", Part::Some(10..20)),
            ("bytes=90-200", Part::Some(90..100)),
            ("bytes=-10", Part::Some(90..100)),
            ("bytes=-200", Part::Some(0..100)),
            ("bytes=100-", Part::Nowhere),
            ("bytes=-0", Part::Nowhere),
            ("bytes=20-10", Part::Whole),
            ("bytes=0-1,5-6", Part::Whole),
            ("lines=1-2", Part::Whole),
            ("", Part::Whole),
        ] {
            assert_eq!(part(asked, 100), expected, "{asked}");
        }
    }
}
