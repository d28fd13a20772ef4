//! Doorways to check-ins.

use domain::checkin::{CheckinView, HereView, SignForm};
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

#[server(endpoint = "checkin")]
pub async fn checkin(edition: String) -> Result<CheckinView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::checkin::view(&ctx, &edition).await?)
}

#[server(endpoint = "open_checkin")]
pub async fn open_checkin(
    #[server(default)] edition: String,
    #[server(default)] hours: String,
    #[server(default)] meeting: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::checkin::open(&ctx, &edition, &hours, &meeting).await?;
    Ok(format!("/{}/teach/{edition}/sign-in", ctx.language))
}

#[server(endpoint = "end_checkin")]
pub async fn end_checkin(#[server(default)] edition: String) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::checkin::end(&ctx, &edition).await?;
    Ok(format!("/{}/teach/{edition}/sign-in", ctx.language))
}

/// What a code opens; the phone gets a cookie, so that its owner counts once.
#[server(endpoint = "here")]
pub async fn here(code: String) -> Result<HereView, AppError> {
    let ctx = request_ctx().await?;
    let view = services::checkin::here(&ctx, &code).await?;
    if device::known().is_empty() {
        device::remember(&ctx.secret(), ctx.settings.public_url.starts_with("https://"));
    }
    Ok(view)
}

#[server(endpoint = "sign_checkin")]
pub async fn sign_checkin(#[server(flatten)] form: SignForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::checkin::sign(&ctx, &device::known(), &form).await?;
    let mail = if form.email.trim().is_empty() { "" } else { "&mail=1" };
    Ok(format!("/{}/here/{}?signed=1{mail}", ctx.language, domain::checkin::tidy(&form.code)))
}

/// The cookie by which a phone is known for a day. It says nothing about its owner.
#[cfg(feature = "ssr")]
mod device {
    use http::{HeaderValue, header};
    use leptos::prelude::use_context;

    const COOKIE: &str = "campus_device";

    /// The phone's secret; empty when it has none.
    pub fn known() -> String {
        let Some(parts) = use_context::<http::request::Parts>() else { return String::new() };
        let cookies = parts.headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut pairs = cookies.flat_map(|line| line.split(';'));
        let found = pairs.find_map(|pair| pair.trim().strip_prefix(COOKIE)?.strip_prefix('='));
        found
            .filter(|secret| secret.len() == 64 && secret.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .unwrap_or_default()
            .to_owned()
    }

    pub fn remember(secret: &str, secure: bool) {
        let secure = if secure { "; Secure" } else { "" };
        let cookie = format!("{COOKIE}={secret}; Path=/; Max-Age=86400; SameSite=Lax; HttpOnly{secure}");
        if let (Some(options), Ok(cookie)) =
            (use_context::<leptos_axum::ResponseOptions>(), HeaderValue::from_str(&cookie))
        {
            options.append_header(header::SET_COOKIE, cookie);
        }
    }
}
