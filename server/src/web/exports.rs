//! Downloads: the same use cases as the pages, as files.

use app::error::AppError;
use axum::extract::{Path, Query, Request};
use axum::response::{IntoResponse as _, Response};
use http::header;
use services::Ctx;

use domain::audit::AuditQuery;
use domain::error::Code;

use super::downloads::{attachment, internal, refused};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Which figures to write.
#[derive(Debug, serde::Deserialize)]
pub struct Asked {
    /// Empty: the plan's window.
    #[serde(default)]
    year: String,
}

/// `/{lang}/staff/indicators.csv`: UTF-8 with a byte order mark, so that spreadsheets keep the accents.
pub async fn indicators_csv(Query(asked): Query<Asked>, request: Request) -> Response {
    let Some(ctx) = request.extensions().get::<Ctx>().cloned() else {
        return AppError::from(Code::Internal).status().into_response();
    };
    let year = asked.year.parse().ok();
    match services::indicator::csv(&ctx, year).await {
        Ok(text) => {
            let name = year.map_or_else(|| "plan".to_owned(), |year: i32| year.to_string());
            let disposition = format!("attachment; filename=\"indicators-{name}.csv\"");
            (
                [
                    (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
                    (header::CONTENT_DISPOSITION, disposition),
                ],
                text,
            )
                .into_response()
        }
        // The page knows the words and the way to sign in; it is asked to say them.
        Err(error) => match AppError::from(error) {
            refused if refused.code == Code::SignInFirst => axum::response::Redirect::to(&format!(
                "/{}/sign-in?next=/{}/staff/indicators",
                ctx.language, ctx.language
            ))
            .into_response(),
            refused => (refused.status(), app::i18n::words(ctx.language, &format!("error-{}", refused.code), &[]))
                .into_response(),
        },
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
    let language = ctx.language;
    let country = move |code: &str| app::i18n::words(language, &format!("country-{code}"), &[]);
    let made = services::report::report_pdf(&ctx, &edition, country).await;
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

/// `/{lang}/staff/audit.csv`: what the page shows, whole.
pub async fn audit_csv(Query(asked): Query<AuditQuery>, request: Request) -> Response {
    let Some(ctx) = request.extensions().get::<Ctx>().cloned() else { return internal() };
    match services::audit::csv(&ctx, &asked).await {
        Ok(text) => attachment("text/csv; charset=utf-8", "audit.csv", text.into_bytes()),
        Err(error) => refused(&ctx, request.uri().path(), error.into()),
    }
}
