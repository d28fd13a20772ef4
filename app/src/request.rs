//! What a page knows of the request that it answers.

use domain::account::Me;
use domain::language::Language;
use leptos::prelude::*;

use crate::error::AppError;

/// The facts of a request that every page may use; the server provides it before it renders.
#[derive(Debug, Clone, Default)]
pub struct PageRequest {
    /// The path, without the query.
    pub path: String,
    /// The query, without its question mark.
    pub query: String,
    pub me: Option<Me>,
    pub request_id: String,
    /// Where the world finds the campus, without a slash at its end; empty where it is unknown.
    pub public_url: String,
    /// The reader wants words only: no pictures, no films, the plainest style, no script.
    pub words_only: bool,
    /// Addresses of the hashed style, script and WASM files.
    pub assets: Assets,
}

/// Where the bundled files are.
#[derive(Debug, Clone, Default, serde::Deserialize)]
pub struct Assets {
    pub css: String,
    pub boot: String,
    /// Only on pages of quizzes.
    #[serde(default)]
    pub quiz: String,
    /// Only on pages of drafts.
    #[serde(default)]
    pub draft: String,
    /// Only where files are in the making.
    #[serde(default)]
    pub exports: String,
    pub js: String,
    pub wasm: String,
}

/// The request being answered.
#[must_use]
pub fn page_request() -> PageRequest {
    use_context().unwrap_or_default()
}

/// Whether the reader may see who all the people behind the figures are: pages that name them are linked for nobody else.
#[must_use]
pub fn sees_people() -> bool {
    page_request().me.is_some_and(|me| me.personal_data)
}

/// The language of the page: the first segment of its address.
#[must_use]
pub fn language() -> Language {
    use_context().unwrap_or(Language::Es)
}

/// A course's text as this reader wants it: whole, or words only. For every text of a course that a page shows.
#[must_use]
pub fn course_text(html: String) -> String {
    if page_request().words_only { domain::course::words_only(&html) } else { html }
}

/// The language of a text as an attribute, where it is not the page's.
#[must_use]
pub fn other_language(of: Language) -> Option<&'static str> {
    (of != language()).then_some(of.as_str())
}

/// An address in the page's language: `to("courses")` is `/es/courses`.
#[must_use]
pub fn to(rest: &str) -> String {
    format!("/{}/{rest}", language()).trim_end_matches('/').to_owned()
}

/// A parameter of the page's query; empty when it is missing.
#[must_use]
pub fn query(name: &str) -> String {
    leptos_router::hooks::use_query_map().read_untracked().get(name).unwrap_or_default()
}

/// A parameter of the page's path.
#[must_use]
pub fn param(name: &str) -> String {
    leptos_router::hooks::use_params_map().read_untracked().get(name).unwrap_or_default()
}

/// The context of the use case behind a doorway.
#[cfg(feature = "ssr")]
pub async fn request_ctx() -> Result<services::Ctx, AppError> {
    use_context::<services::Ctx>().ok_or_else(|| domain::error::Code::Internal.into())
}

/// Sets the response's status.
#[cfg(feature = "ssr")]
pub fn set_status(status: http::StatusCode) {
    if let Some(options) = use_context::<leptos_axum::ResponseOptions>() {
        options.set_status(status);
    }
}

/// Sets the response's status; nothing to do in a browser.
#[cfg(not(feature = "ssr"))]
pub fn set_status(_: http::StatusCode) {}

/// Sends a reader on from a page that has nothing to show them.
#[cfg(feature = "ssr")]
pub fn redirect(path: &str) {
    let Ok(address) = http::HeaderValue::from_str(path) else { return };
    if let Some(options) = use_context::<leptos_axum::ResponseOptions>() {
        options.set_status(http::StatusCode::SEE_OTHER);
        options.insert_header(http::header::LOCATION, address);
    }
}

/// Sends a reader on; nothing to do in a browser, where pages are not rendered.
#[cfg(not(feature = "ssr"))]
pub fn redirect(_: &str) {}

/// Keeps the error type in scope for both builds.
pub type Outcome<T> = Result<T, AppError>;
