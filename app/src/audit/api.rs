//! The doorway to the audit trail.

use domain::audit::{AuditQuery, AuditView};
use leptos::prelude::*;

use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

#[server(endpoint = "audit_trail")]
pub async fn audit_trail(query: AuditQuery) -> Result<AuditView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::audit::list(&ctx, &query).await?)
}
