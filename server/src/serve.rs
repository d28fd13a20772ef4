//! Serving: the listener, the campus's own work in the background, and an orderly end.

use std::error::Error;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::serve::ListenerExt as _;
use services::Campus;

use crate::config::Config;
use crate::print::err;
use crate::web;

/// How often promised work is looked for.
const WORK_EVERY: Duration = Duration::from_millis(500);
/// How often expired sessions are swept out, expired attempts closed, reminders promised and measurements folded together.
const SWEEP_EVERY: Duration = Duration::from_secs(60);

/// Serves until the process is told to stop.
///
/// # Errors
/// When the address cannot be listened on.
pub async fn serve(campus: Arc<Campus>, config: &Config) -> Result<(), Box<dyn Error>> {
    let listener = tokio::net::TcpListener::bind(config.addr)
        .await
        .map_err(|error| format!("CAMPUS_ADDR {}: {error}", config.addr))?;
    let address = listener.local_addr()?;
    // Without it a page on a kept connection waits some 40 ms for an acknowledgement.
    let listener = listener.tap_io(|stream| {
        let _ = stream.set_nodelay(true);
    });
    let work = tokio::spawn(work(campus.clone()));
    let files = tokio::spawn(files(campus.clone()));
    let sweep = tokio::spawn(sweep(campus.clone()));
    let router = web::router(campus.clone(), config.trusted_proxy);
    err(&format!("The campus is open at http://{address}"));
    if config.smtp_url.is_none() {
        err(&format!("No CAMPUS_SMTP_URL: each mail is written to {}", config.data_dir.join("outbox").display()));
    }
    axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(told_to_stop())
        .await?;
    work.abort();
    files.abort();
    sweep.abort();
    campus.db.clone().close().await?;
    Ok(())
}

async fn work(campus: Arc<Campus>) {
    loop {
        let found = services::jobs::run_due(&campus).await.map(|done| done > 0);
        rest_after(found, "promised work").await;
    }
}

/// Beside `work`, so that no letter waits for a long file.
async fn files(campus: Arc<Campus>) {
    loop {
        rest_after(services::export::run_due(&campus).await, "files to be made").await;
    }
}

/// Where something was found there may be more; where nothing was, or the looking failed, a pause.
async fn rest_after(found: services::Result<bool>, what: &str) {
    match found {
        Ok(true) => {}
        Ok(false) => tokio::time::sleep(WORK_EVERY).await,
        Err(error) => {
            tracing::error!(%error, "{what} could not be looked for");
            tokio::time::sleep(WORK_EVERY * 10).await;
        }
    }
}

async fn sweep(campus: Arc<Campus>) {
    loop {
        if let Err(error) = services::session::delete_expired(&campus).await {
            tracing::error!(%error, "expired sessions could not be swept out");
        }
        if let Err(error) = services::learning::close_expired(&campus).await {
            tracing::error!(%error, "expired attempts could not be looked for");
        }
        if let Err(error) = services::meeting::remind(&campus).await {
            tracing::error!(%error, "reminders of sessions could not be promised");
        }
        if let Err(error) = services::message::send_due(&campus).await {
            tracing::error!(%error, "messages whose time has come could not be sent");
        }
        if let Err(error) = services::export::delete_expired(&campus).await {
            tracing::error!(%error, "files that were kept long enough could not be removed");
        }
        web::fold_measurements();
        tokio::time::sleep(SWEEP_EVERY).await;
    }
}

async fn told_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let Ok(mut terminated) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
            let _ = interrupted.await;
            return;
        };
        tokio::select! {
            _ = interrupted => {}
            _ = terminated.recv() => {}
        }
    }
    #[cfg(not(unix))]
    {
        let _ = interrupted.await;
    }
}
