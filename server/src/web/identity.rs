//! Who asks, and in which language: made once a request, from the session, the address and the language cookie.

use app::account::api::{SessionDoor, SessionKeeper};
use app::error::AppError;
use app::request::PageRequest;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;

use axum::extract::{ConnectInfo, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use domain::account::Me;
use domain::error::Code;
use domain::id::AccountId;
use domain::language::Language;
use http::{HeaderMap, HeaderValue, header};
use services::{Actor, Ctx};
use tower_sessions::Session;

use super::Web;

const LANGUAGE_COOKIE: &str = "campus_language";
/// Whose the session is.
const ACCOUNT: &str = "account";
/// A text that is shown once, such as a new token: it must stand in no address, which servers log and browsers remember.
const KEPT: &str = "kept";

/// `/`: on to the remembered language, else the browser's.
pub async fn choose_language(headers: HeaderMap) -> Response {
    let mut response = Redirect::temporary(&format!("/{}", remembered(&headers))).into_response();
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("cookie, accept-language"));
    response
}

/// The language cookie's, else the browser's.
fn remembered(headers: &HeaderMap) -> Language {
    language_cookie(headers).unwrap_or_else(|| Language::from_accept(text(headers, header::ACCEPT_LANGUAGE)))
}

/// The remembered choice, if there is one.
pub fn language_cookie(headers: &HeaderMap) -> Option<Language> {
    text(headers, header::COOKIE)
        .split(';')
        .find_map(|pair| pair.trim().strip_prefix(LANGUAGE_COOKIE)?.strip_prefix('=')?.parse().ok())
}

/// The header that remembers a language for a year.
pub fn remember(language: Language) -> HeaderValue {
    match language {
        Language::Es => HeaderValue::from_static("campus_language=es; Path=/; Max-Age=31536000; SameSite=Lax"),
        Language::En => HeaderValue::from_static("campus_language=en; Path=/; Max-Age=31536000; SameSite=Lax"),
    }
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// The language that an address names in its first segment.
pub fn language_of(path: &str) -> Option<Language> {
    path.split('/').nth(1)?.parse().ok()
}

/// The caller's address. Anybody can write `X-Forwarded-For`, so it is read only on a connection of the trusted proxy,
/// and only its last entry, which is the proxy's own.
fn caller(request: &Request, trusted_proxy: Option<IpAddr>) -> Option<IpAddr> {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>()?.0.ip();
    if trusted_proxy != Some(peer) {
        return Some(peer);
    }
    let forwarded = text(request.headers(), header::HeaderName::from_static("x-forwarded-for"));
    forwarded.rsplit(',').next().and_then(|last| last.trim().parse().ok()).or(Some(peer))
}

/// Puts the context and the facts of the request where pages and doorways find them.
pub async fn identify(State(web): State<Web>, session: Session, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let named = language_of(&path);
    let language = named.unwrap_or_else(|| remembered(request.headers()));
    let cookie = language_cookie(request.headers());

    let account = session.get::<AccountId>(ACCOUNT).await.ok().flatten();
    let signed_in = match account {
        Some(account) => services::account::find_signed_in(&web.campus, account).await.ok().flatten(),
        None => None,
    };
    let actor = signed_in.map_or(Actor::Visitor, |(person, _)| Actor::Person(person));
    let me = match &actor {
        Actor::Person(person) => Some(Me {
            given_name: person.given_name.clone(),
            staff: person.staff || person.administrator,
            administrator: person.administrator,
            personal_data: services::policy::sees_people(person),
            instructor: person.instructor,
        }),
        Actor::Visitor | Actor::Token(_) | Actor::System => None,
    };
    let peer = caller(&request, web.trusted_proxy);
    let request_id = web.campus.new_id().to_string();
    let page = PageRequest {
        query: request.uri().query().unwrap_or_default().to_owned(),
        path,
        me,
        request_id: request_id.clone(),
        words_only: super::words::wanted(request.headers()),
        assets: web.assets.clone(),
        public_url: web.campus.settings.public_url.clone(),
    };
    request.extensions_mut().insert(Ctx { campus: web.campus.clone(), actor, language, peer });
    request.extensions_mut().insert(page);
    request.extensions_mut().insert(SessionDoor(std::sync::Arc::new(Keeper(session))));

    let mut response = next.run(request).await;
    if named.is_some() && named != cookie {
        response.headers_mut().append(header::SET_COOKIE, remember(language));
    }
    if let Ok(id) = HeaderValue::from_str(&request_id) {
        response.headers_mut().insert("x-request-id", id);
    }
    if response.status().is_server_error() {
        tracing::error!(request_id, status = response.status().as_u16(), "request failed");
    }
    // What a signed-in person sees is theirs alone, and the back button after signing out shows none of it.
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-store"));
    response
}

/// The caller's session, as the doorways of accounts may use it.
struct Keeper(Session);

type Done<'a> = Pin<Box<dyn Future<Output = Result<(), AppError>> + Send + 'a>>;

impl SessionKeeper for Keeper {
    fn open(&self, account: AccountId) -> Done<'_> {
        Box::pin(async move {
            // A new id, so that one planted before signing in is worth nothing after it.
            self.0.cycle_id().await.map_err(|_| AppError::from(Code::Internal))?;
            self.0.insert(ACCOUNT, account).await.map_err(|_| AppError::from(Code::Internal))
        })
    }

    fn keep(&self, text: String) -> Done<'_> {
        Box::pin(async move { self.0.insert(KEPT, text).await.map_err(|_| AppError::from(Code::Internal)) })
    }

    fn take(&self) -> Pin<Box<dyn Future<Output = Result<Option<String>, AppError>> + Send + '_>> {
        Box::pin(async move { self.0.remove(KEPT).await.map_err(|_| AppError::from(Code::Internal)) })
    }

    fn close(&self) -> Done<'_> {
        Box::pin(async move { self.0.flush().await.map_err(|_| AppError::from(Code::Internal)) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    #[test]
    fn only_the_trusted_proxy_may_name_the_caller() {
        let proxy: IpAddr = "10.0.0.1".parse().unwrap();
        let request = |peer: &str| {
            let mut request =
                Request::builder().header("x-forwarded-for", "6.6.6.6, 203.0.113.7").body(Body::empty()).unwrap();
            request.extensions_mut().insert(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 1)));
            request
        };
        assert_eq!(caller(&request("10.0.0.1"), Some(proxy)), "203.0.113.7".parse().ok());
        assert_eq!(caller(&request("10.0.0.2"), Some(proxy)), "10.0.0.2".parse().ok());
        assert_eq!(caller(&request("10.0.0.1"), None), Some(proxy));
    }
}
