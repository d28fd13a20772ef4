//! `POST /words-only`: pages of words only, for a slow line or an old device. A cookie remembers it; it needs no session.

use axum::extract::Form;
use axum::response::{IntoResponse as _, Redirect, Response};
use http::{HeaderMap, HeaderValue, header};

const ON: &str = "campus_words_only=1; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly";
const OFF: &str = "campus_words_only=0; Path=/; Max-Age=0; SameSite=Lax; HttpOnly";

/// What the switch sends.
#[derive(Debug, serde::Deserialize)]
pub struct Switch {
    #[serde(default)]
    on: String,
    /// The page that it stood on.
    #[serde(default)]
    back: String,
}

/// Sets the cookie and goes back to the page.
pub async fn switch(Form(form): Form<Switch>) -> Response {
    let back = if is_ours(&form.back) { form.back } else { "/".to_owned() };
    let mut response = Redirect::to(&back).into_response();
    let cookie = if form.on == "1" { ON } else { OFF };
    response.headers_mut().insert(header::SET_COOKIE, HeaderValue::from_static(cookie));
    response
}

/// Whether an address leads to a page of this campus: nobody is sent elsewhere by a form.
fn is_ours(address: &str) -> bool {
    address.starts_with('/')
        && !address.starts_with("//")
        && !address.contains('\\')
        && address.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Whether the reader wants words only.
pub fn wanted(headers: &HeaderMap) -> bool {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies.flat_map(|pairs| pairs.split(';')).any(|pair| pair.trim() == "campus_words_only=1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_elsewhere() {
        assert!(is_ours("/es/courses?q=a%20b"));
        for wrong in ["", "//evil.example", "https://evil.example", "/\\evil.example", "/es\r\nx: y", "/es courses"] {
            assert!(!is_ours(wrong), "{wrong}");
        }
    }
}
