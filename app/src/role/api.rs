//! Doorways to the roles that accounts hold.

#[cfg(feature = "ssr")]
use domain::error::Code;
use domain::role::{Holders, RoleForm};
use leptos::prelude::*;

use crate::error::AppError;
use crate::form::GoTo;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

#[server(endpoint = "role_holders")]
pub async fn role_holders(#[server(default)] search: String, page: u32) -> Result<Holders, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::account::holders(&ctx, &search, page).await?)
}

#[server(endpoint = "grant_role")]
pub async fn grant_role(#[server(flatten)] form: RoleForm) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    services::account::grant(&ctx, &form).await?;
    Ok(format!("/{}/admin/roles?done=granted", ctx.language))
}

#[server(endpoint = "revoke_role")]
pub async fn revoke_role(
    #[server(default)] account: String,
    #[server(default)] role: String,
) -> Result<GoTo, AppError> {
    let ctx = request_ctx().await?;
    let role = role.parse().map_err(|_| AppError::from(Code::NotFound))?;
    services::account::revoke(&ctx, &account, role).await?;
    Ok(format!("/{}/admin/roles?done=revoked", ctx.language))
}
