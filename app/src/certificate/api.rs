//! Doorways to certificates: for their holder, and for whoever checks one.

use domain::certificate::CertificateView;
use leptos::prelude::*;

use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::request::request_ctx;

#[server(endpoint = "certificate")]
pub async fn certificate(code: String) -> Result<CertificateView, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::certificate::certificate(&ctx, &code).await?)
}

/// None: there is no such certificate.
#[server(endpoint = "verify")]
pub async fn verify(code: String) -> Result<Option<CertificateView>, AppError> {
    let ctx = request_ctx().await?;
    Ok(services::certificate::verify(&ctx, &code).await?)
}
