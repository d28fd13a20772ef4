//! For those who keep the campus running: alive, ready, measured.

use axum::extract::State;
use http::StatusCode;
use migrations::{Migrator, MigratorTrait as _};

use super::Web;

/// The process answers.
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// The database answers and has this version's schema.
pub async fn readyz(State(web): State<Web>) -> (StatusCode, &'static str) {
    match Migrator::get_pending_migrations(web.campus.db.writer()).await {
        Ok(pending) if pending.is_empty() => (StatusCode::OK, "ready\n"),
        Ok(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database waits for its migrations\n"),
        Err(error) => {
            tracing::error!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}

/// Prometheus's text format.
pub async fn metrics(State(web): State<Web>) -> String {
    web.metrics.render()
}
