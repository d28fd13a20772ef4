//! Lists of people as files: brought to be imported, and the template to fill in.

use app::error::AppError;
use axum::body::Body;
use axum::extract::Request;
use axum::response::{IntoResponse as _, Response};
use domain::error::{Code, Refusal};
use domain::roster::Presence;
use http::{StatusCode, header};
use multer::{Constraints, Multipart, SizeLimit};
use services::Ctx;
use services::import::{Upload, prepare};

use super::uploads::take;

/// Most bytes of a list that a browser brings: a workbook of some fifty thousand rows. The command line takes more.
const FILE_MAX: u64 = 5 * 1024 * 1024;
/// Most bytes of the form's other fields.
const WORDS_MAX: u64 = 4096;
/// How much more is read and dropped, so that a browser that is still sending hears the answer.
const DROPPED_MAX: u64 = 32 * 1024 * 1024;

/// The edition of `/{lang}/teach/{edition}/import`.
pub fn place(path: &str) -> Option<&str> {
    let mut segments = path.trim_start_matches('/').split('/').skip(1);
    match (segments.next(), segments.next(), segments.next(), segments.next()) {
        (Some("teach"), Some(edition), Some("import"), None) => Some(edition),
        _ => None,
    }
}

/// What was typed, for the page that is shown again, and where to go next or why not.
pub async fn run(
    ctx: &Ctx,
    edition: &str,
    boundary: String,
    body: Body,
) -> (Vec<(String, String)>, Result<String, AppError>) {
    // Asked before anything is read: strangers send nothing but headers.
    if let Err(error) = services::import::may_import(ctx, edition).await {
        return (Vec::new(), Err(error.into()));
    }
    let mut typed = Vec::new();
    let outcome = match read(body, boundary, &mut typed).await {
        Ok((file_name, bytes)) => store(ctx, edition, &typed, file_name, bytes).await,
        Err(error) => Err(error),
    };
    (typed, outcome)
}

async fn read(body: Body, boundary: String, typed: &mut Vec<(String, String)>) -> Result<(String, Vec<u8>), AppError> {
    let limit = SizeLimit::new().whole_stream(FILE_MAX.saturating_add(DROPPED_MAX));
    let mut parts =
        Multipart::with_constraints(body.into_data_stream(), boundary, Constraints::new().size_limit(limit));
    let mut found = None;
    while let Some(mut field) = parts.next_field().await.map_err(broken)? {
        let name = field.name().unwrap_or_default().to_owned();
        match field.file_name().map(ToOwned::to_owned) {
            Some(file) => {
                let bytes = take(&mut field, FILE_MAX + 1).await?;
                if bytes.len() as u64 > FILE_MAX {
                    return Err(Refusal::field("file", Code::FileTooLarge).into());
                }
                // A browser sends an empty one where nothing was chosen.
                if found.is_none() && !file.is_empty() {
                    found = Some((file, bytes));
                }
            }
            None => {
                let bytes = take(&mut field, WORDS_MAX).await?;
                typed.push((name, String::from_utf8_lossy(&bytes).into_owned()));
            }
        }
    }
    found.ok_or_else(|| Refusal::field("file", Code::Required).into())
}

async fn store(
    ctx: &Ctx,
    edition: &str,
    typed: &[(String, String)],
    file_name: String,
    bytes: Vec<u8>,
) -> Result<String, AppError> {
    let value = |name: &str| typed.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str());
    let presence = match value("presence") {
        "" => Presence::Enrolled,
        word => word.parse().map_err(|_| Refusal::field("presence", Code::ChoiceUnknown))?,
    };
    let upload = Upload { file_name, bytes, presence, day: value("day").to_owned() };
    let draft = prepare(ctx, edition, upload).await?;
    Ok(format!("/{}/teach/{edition}/import/{}", ctx.language, draft.id))
}

fn broken(error: multer::Error) -> AppError {
    match error {
        multer::Error::StreamSizeExceeded { .. } => Refusal::field("file", Code::FileTooLarge).into(),
        _ => Code::BadRequest.into(),
    }
}

/// `/{lang}/teach/{edition}/import/template.xlsx`: the same for every edition, and no secret.
pub async fn template_xlsx(request: Request) -> Response {
    let Some(ctx) = request.extensions().get::<Ctx>().cloned() else { return internal() };
    match services::roster::template_xlsx(&ctx).await {
        Ok(bytes) => {
            attachment(&ctx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", bytes)
        }
        Err(error) => AppError::from(error).status().into_response(),
    }
}

/// `/{lang}/teach/{edition}/import/template.csv`.
pub async fn template_csv(request: Request) -> Response {
    let Some(ctx) = request.extensions().get::<Ctx>().cloned() else { return internal() };
    let text = services::roster::template_csv(ctx.language);
    attachment(&ctx, "text/csv; charset=utf-8", "csv", text.into_bytes())
}

fn attachment(ctx: &Ctx, media: &'static str, ending: &str, bytes: Vec<u8>) -> Response {
    let name = match ctx.language {
        domain::language::Language::Es => "lista",
        domain::language::Language::En => "list",
    };
    let disposition = format!("attachment; filename=\"{name}.{ending}\"");
    ([(header::CONTENT_TYPE, media.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response()
}

fn internal() -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_page_of_imports_takes_lists() {
        assert_eq!(place("/es/teach/taller/import"), Some("taller"));
        for other in ["/es/teach/taller", "/es/teach/taller/import/1", "/es/learn/taller/import", "/es"] {
            assert_eq!(place(other), None, "{other}");
        }
    }
}
