//! Downloads: the same use cases as the pages, as files.

use axum::body::Body;
use axum::extract::{Path, Query, Request};
use axum::response::{IntoResponse as _, Response};
use http::header;
use services::Ctx;

use super::downloads::{attachment, internal, refused};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Which figures to write.
#[derive(Debug, serde::Deserialize)]
pub struct Asked {
    /// Empty: the plan's window.
    #[serde(default)]
    year: String,
}

/// The figures of the page as a file, by the ending of `/{lang}/staff/indicators.…`: `csv`, `xlsx`, `json`, `sdmx.csv` or
/// `iati.xml`.
pub async fn indicators(Query(asked): Query<Asked>, request: Request) -> Response {
    let Some(ctx) = request.extensions().get::<Ctx>().cloned() else { return internal() };
    let ending = request.uri().path().rsplit_once("indicators.").map_or("", |(_, ending)| ending);
    let year: Option<i32> = asked.year.parse().ok();
    let name = year.map_or_else(|| "plan".to_owned(), |year| year.to_string());
    let (media, made) = match ending {
        "csv" => ("text/csv; charset=utf-8", services::indicator::csv(&ctx, year).await.map(String::into_bytes)),
        "sdmx.csv" => ("text/csv; charset=utf-8", services::indicator::sdmx(&ctx, year).await.map(String::into_bytes)),
        "json" => ("application/json", services::indicator::json(&ctx, year).await.map(String::into_bytes)),
        "iati.xml" => ("application/xml", services::indicator::iati(&ctx).await.map(String::into_bytes)),
        _ => (XLSX, services::indicator::xlsx(&ctx, year).await),
    };
    match made {
        Ok(bytes) => attachment(media, &format!("indicators-{name}.{ending}"), bytes),
        Err(error) => refused(&ctx, request.uri().path(), error.into()),
    }
}

/// `/{lang}/teach/{edition}/gradebook.xlsx`: for those who teach it.
pub async fn gradebook_xlsx(Path((_, edition)): Path<(String, String)>, request: Request) -> Response {
    let Some(ctx) = request.extensions().get::<Ctx>().cloned() else { return internal() };
    workbook(&ctx, request.uri().path(), services::grid::gradebook_xlsx(&ctx, &edition).await)
}

/// `/{lang}/teach/{edition}/report.xlsx`: the same.
pub async fn report_xlsx(Path((_, edition)): Path<(String, String)>, request: Request) -> Response {
    let Some(ctx) = request.extensions().get::<Ctx>().cloned() else { return internal() };
    workbook(&ctx, request.uri().path(), services::report::report_xlsx(&ctx, &edition).await)
}

/// `/{lang}/teach/{edition}/report.pdf`: the same on paper.
pub async fn report_pdf(Path((_, edition)): Path<(String, String)>, request: Request) -> Response {
    let Some(ctx) = request.extensions().get::<Ctx>().cloned() else { return internal() };
    let made = services::report::report_pdf(&ctx, &edition).await;
    file(&ctx, request.uri().path(), "application/pdf", made)
}

fn workbook(ctx: &Ctx, path: &str, made: services::error::Result<(String, Vec<u8>)>) -> Response {
    file(ctx, path, XLSX, made)
}

fn file(ctx: &Ctx, path: &str, kind: &'static str, made: services::error::Result<(String, Vec<u8>)>) -> Response {
    match made {
        Ok((name, bytes)) => attachment(kind, &name, bytes),
        Err(error) => refused(ctx, path, error.into()),
    }
}

/// `/{lang}/staff/report/{period}/{version}/{file}`: a document as it was made when the period was closed.
pub async fn period_document(
    Path((_, period, version, name)): Path<(String, String, String, String)>,
    request: Request,
) -> Response {
    let Some(ctx) = request.extensions().get::<Ctx>().cloned() else { return internal() };
    let version = version.strip_prefix('v').and_then(|number| number.parse().ok()).unwrap_or(0);
    match services::period::document(&ctx, &period, version, &name).await {
        Ok((media, name, bytes)) if media.starts_with("text/html") => shown_document(&name, bytes),
        Ok((media, name, bytes)) => attachment(&media, &name, bytes),
        Err(error) => refused(&ctx, request.uri().path(), error.into()),
    }
}

/// A document that is read in the browser: it brings its own style, runs nothing and fetches nothing.
fn shown_document(name: &str, bytes: Vec<u8>) -> Response {
    const ALONE: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
    let disposition = format!("inline; filename=\"{name}\"");
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CONTENT_SECURITY_POLICY, ALONE.to_owned()),
    ];
    (headers, bytes).into_response()
}

/// `/{lang}/staff/exports/{export}/file.csv`: a file that was made in the background, for whoever asked for it.
pub async fn export_file(Path((_, export)): Path<(String, String)>, request: Request) -> Response {
    let Some(ctx) = request.extensions().get::<Ctx>().cloned() else { return internal() };
    match services::export::take(&ctx, &export).await {
        Ok(taken) => {
            let mut response = attachment("text/csv; charset=utf-8", &taken.name, Body::from_stream(taken.parts));
            response.headers_mut().insert(header::CONTENT_LENGTH, taken.bytes.into());
            response
        }
        Err(error) => refused(&ctx, request.uri().path(), error.into()),
    }
}
