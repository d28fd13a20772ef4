//! Doorways to accounts.

use domain::account::{LinkPurpose, RegisterForm};
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

/// Opens and closes sessions; the server provides it, since cookies are its matter.
#[cfg(feature = "ssr")]
#[derive(Clone)]
pub struct SessionDoor(pub std::sync::Arc<dyn SessionKeeper>);

#[cfg(feature = "ssr")]
impl std::fmt::Debug for SessionDoor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SessionDoor")
    }
}

/// What a doorway may do to the caller's session.
#[cfg(feature = "ssr")]
pub trait SessionKeeper: Send + Sync {
    /// Begins a session of this account under a new id.
    fn open(
        &self,
        account: domain::id::AccountId,
    ) -> std::pin::Pin<Box<dyn Future<Output = Result<(), AppError>> + Send + '_>>;
    /// Keeps a text in the session until it is taken, once.
    fn keep(&self, text: String) -> std::pin::Pin<Box<dyn Future<Output = Result<(), AppError>> + Send + '_>>;
    /// Takes the text that was kept.
    fn take(&self) -> std::pin::Pin<Box<dyn Future<Output = Result<Option<String>, AppError>> + Send + '_>>;
    /// Ends the session.
    fn close(&self) -> std::pin::Pin<Box<dyn Future<Output = Result<(), AppError>> + Send + '_>>;
}

#[cfg(feature = "ssr")]
pub(crate) fn door() -> Result<SessionDoor, AppError> {
    use_context().ok_or_else(|| domain::error::Code::Internal.into())
}

#[cfg(feature = "ssr")]
fn next_or_home(next: &str, language: domain::language::Language) -> GoTo {
    domain::account::safe_next(next).map_or_else(|| format!("/{language}/home"), str::to_owned)
}

#[server(endpoint = "register")]
pub async fn register(#[server(flatten)] form: RegisterForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let next = form.next.clone();
    services::account::register(&ctx, form).await?;
    let next = domain::account::safe_next(&next).map(|next| format!("&next={next}")).unwrap_or_default();
    Ok(format!("/{}/sign-in?registered=1{next}", ctx.language))
}

#[server(endpoint = "sign_in")]
pub async fn sign_in(
    #[server(default)] email: String,
    #[server(default)] password: String,
    #[server(default)] next: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let account = services::account::sign_in(&ctx, &email, &password).await?;
    door()?.0.open(account).await?;
    Ok(next_or_home(&next, ctx.language))
}

#[server(endpoint = "sign_out")]
pub async fn sign_out() -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    door()?.0.close().await?;
    Ok(format!("/{}", ctx.language))
}

/// Whether the link in a mail still works; nothing is done with it yet, since mail programs open links too.
#[server(endpoint = "check_link")]
pub async fn check_link(secret: String, purpose: LinkPurpose) -> Result<(), AppError> {
    let ctx = request_ctx().await?;
    Ok(services::account::check_link(&ctx, &secret, purpose).await?)
}

#[server(endpoint = "verify_email")]
pub async fn verify_email(#[server(default)] secret: String) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::account::verify_email(&ctx, &secret).await?;
    Ok(format!("/{}/home?verified=1", ctx.language))
}

#[server(endpoint = "resend_verification")]
pub async fn resend_verification() -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::account::resend_verification(&ctx).await?;
    Ok(format!("/{}/profile?sent=1", ctx.language))
}

#[server(endpoint = "request_reset")]
pub async fn request_reset(#[server(default)] email: String) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::account::request_reset(&ctx, &email).await?;
    Ok(format!("/{}/forgot?sent=1", ctx.language))
}

#[server(endpoint = "reset_password")]
pub async fn reset_password(
    #[server(default)] secret: String,
    #[server(default)] password: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::account::reset_password(&ctx, &secret, &password).await?;
    Ok(format!("/{}/sign-in?changed=1", ctx.language))
}

#[server(endpoint = "change_password")]
pub async fn change_password(
    #[server(default)] current: String,
    #[server(default)] password: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::account::change_password(&ctx, &current, &password).await?;
    door()?.0.close().await?;
    Ok(format!("/{}/sign-in?changed=1", ctx.language))
}
