//! The web: one router, in the order in which a request meets it.
//!
//! visitors' cache → headers → (files, health, downloads) → cross-site check → session → page or doorway.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::LazyLock;

use app::request::Assets;
use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{any, get, post};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use services::Campus;
use services::session::Store;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate as _};
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_sessions::cookie::SameSite;
use tower_sessions::{Expiry, SessionManagerLayer};

mod cache;
mod calendar;
mod doorways;
mod downloads;
mod drafts;
mod exports;
mod files;
mod grading;
mod headers;
mod health;
mod histories;
mod identity;
mod imports;
mod media;
mod pages;
mod public;
mod uploads;
mod words;

/// The session cookie's name.
pub const SESSION_COOKIE: &str = "campus_session";
/// How long somebody stays signed in.
const SESSION_DAYS: i64 = 14;

/// What every handler shares.
#[derive(Clone)]
pub struct Web {
    pub campus: Arc<Campus>,
    pub assets: Assets,
    pub cache: Arc<cache::Cache>,
    pub metrics: PrometheusHandle,
    pub trusted_proxy: Option<IpAddr>,
}

/// Prometheus has one recorder a process; tests make several routers.
static METRICS: LazyLock<PrometheusHandle> = LazyLock::new(|| {
    let recorder = PrometheusBuilder::new().build_recorder();
    let handle = recorder.handle();
    let _ = metrics::set_global_recorder(recorder);
    handle
});

/// Folds what was measured since the last time into its summaries; left alone it would pile up unless somebody asks.
pub fn fold_measurements() {
    METRICS.run_upkeep();
}

/// The whole campus as one router.
pub fn router(campus: Arc<Campus>, trusted_proxy: Option<IpAddr>) -> Router {
    // A second router in the same process (the tests make several) finds it there already.
    let _ = any_spawner::Executor::init_tokio();
    let secure = campus.settings.public_url.starts_with("https://");
    let web = Web {
        campus: campus.clone(),
        assets: files::assets(),
        cache: Arc::default(),
        metrics: METRICS.clone(),
        trusted_proxy,
    };
    let sessions = SessionManagerLayer::new(Store::new(campus))
        .with_name(SESSION_COOKIE)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_secure(secure)
        .with_expiry(Expiry::OnInactivity(time::Duration::days(SESSION_DAYS)));

    let campus_pages = Router::new()
        .route("/{lang}/staff/indicators.csv", get(exports::indicators))
        .route("/{lang}/staff/indicators.xlsx", get(exports::indicators))
        .route("/{lang}/staff/indicators.json", get(exports::indicators))
        .route("/{lang}/staff/indicators.sdmx.csv", get(exports::indicators))
        .route("/{lang}/staff/indicators.iati.xml", get(exports::indicators))
        .route("/{lang}/staff/report/{period}/{version}/{file}", get(exports::period_document))
        .route("/{lang}/learn/{edition}/{activity}/files/{file}", get(downloads::submitted_file))
        .route("/{lang}/learn/{edition}/{activity}/answers.txt", get(downloads::worksheet_text))
        .route("/{lang}/learn/{edition}/{activity}/answers.html", get(downloads::worksheet_html))
        .route("/{lang}/staff/courses/{slug}/course.zip", get(drafts::course_zip))
        .route("/{lang}/teach/{edition}/report.xlsx", get(exports::report_xlsx))
        .route("/{lang}/teach/{edition}/report.pdf", get(exports::report_pdf))
        .route("/{lang}/teach/{edition}/gradebook.xlsx", get(exports::gradebook_xlsx))
        .route("/{lang}/teach/{edition}/import/template.xlsx", get(imports::template_xlsx))
        .route("/{lang}/teach/{edition}/import/template.csv", get(imports::template_csv))
        .route("/{lang}/staff/exports/{export}/file.csv", get(exports::export_file))
        .route("/api/{doorway}", post(doorways::called_by_island))
        .fallback(any(pages::page))
        .layer(from_fn_with_state(web.clone(), identity::identify))
        .layer(sessions)
        .layer(from_fn(headers::refuse_cross_site));

    // The level is the quickest one: a page is pressed at each request, and the next levels cost more than they save.
    let compression = CompressionLayer::new()
        .quality(CompressionLevel::Fastest)
        .compress_when(DefaultPredicate::new().and(NotForContentType::const_new("font/")));

    Router::new()
        .route("/", get(identity::choose_language))
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .route("/metrics", get(health::metrics))
        .route("/media/{name}", get(media::medium))
        .route("/words-only", post(words::switch))
        .route("/calendar/{file}", get(calendar::feed))
        .route("/{lang}/indicators.csv", get(public::csv))
        .route("/{lang}/indicators/{code}/embed", get(public::embed))
        .merge(crate::api::router())
        .merge(files::router())
        .fallback_service(campus_pages.with_state(web.clone()).layer(compression))
        .layer(from_fn_with_state(web.clone(), cache::visitors))
        .layer(CatchPanicLayer::new())
        .layer(from_fn(headers::secure))
        .with_state(web)
}
