//! Doorways to the tokens of the read API.

use domain::token::{TokenForm, TokensView};
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use crate::account::api::door;
use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

#[server(endpoint = "tokens")]
pub async fn tokens() -> Result<TokensView, AppError> {
    let ctx = request_ctx().await?;
    let rows = services::token::list(&ctx).await?;
    Ok(TokensView { rows, made: door()?.0.take().await? })
}

#[server(endpoint = "make_token")]
pub async fn make_token(#[server(flatten)] form: TokenForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let secret = services::token::make(&ctx, &form).await?;
    door()?.0.keep(secret).await?;
    Ok(format!("/{}/admin/tokens", ctx.language))
}

#[server(endpoint = "revoke_token")]
pub async fn revoke_token(#[server(default)] token: String) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::token::revoke(&ctx, &token).await?;
    Ok(format!("/{}/admin/tokens?revoked=1", ctx.language))
}
