//! Forms with files: read piece by piece, no further than the assignment's own rules allow, and answered like every other
//! form. What is held in memory is bounded by those rules; what comes beyond them is read and dropped, so that a browser
//! that is still sending hears the answer.

use app::error::AppError;
use app::import::PREPARE;
use app::submission::{GRADE, SAVE};
use axum::body::{Body, BodyDataStream};
use domain::error::{Code, Refusal};
use http::request::Parts;
use http::{HeaderMap, header};
use multer::{Constraints, Field, Multipart, SizeLimit};
use services::Ctx;
use services::submission::{Upload, UploadLimits, Written, upload_limits, write};

use super::doorways::BODY_MAX;
use super::headers::CrossSite;
use super::{drafts, grading, histories, imports};

/// How much of a body that is too large is read and dropped before the connection is given up.
const DROPPED_MAX: u64 = 64 * 1024 * 1024;

/// The boundary of a form with files; None for other forms.
pub fn boundary(headers: &HeaderMap) -> Option<String> {
    multer::parse_boundary(headers.get(header::CONTENT_TYPE)?.to_str().ok()?).ok()
}

/// What was typed, for the page that is shown again, and where to go next or why not.
pub async fn run(
    name: Option<&str>,
    boundary: String,
    parts: &Parts,
    body: Body,
) -> (Vec<(String, String)>, Result<String, AppError>) {
    if parts.extensions.get::<CrossSite>().is_some() {
        return (Vec::new(), Err(Code::CrossSite.into()));
    }
    let ctx = parts.extensions.get::<Ctx>();
    if let (Some(ctx), Some(PREPARE), Some(edition)) = (ctx, name, imports::place(parts.uri.path())) {
        return imports::run(ctx, edition, boundary, body).await;
    }
    if let (Some(ctx), Some(GRADE), Some((edition, submission))) = (ctx, name, grading::place(parts.uri.path())) {
        return grading::run(ctx, edition, submission, boundary, body).await;
    }
    if let Some((ctx, place)) = ctx.zip(drafts::place(parts.uri.path(), name)) {
        return drafts::run(ctx, place, boundary, body).await;
    }
    if let Some(ctx) = ctx.filter(|_| histories::place(parts.uri.path(), name)) {
        return histories::run(ctx, boundary, body).await;
    }
    let (Some(ctx), Some(SAVE), Some((edition, key))) = (ctx, name, place(parts.uri.path())) else {
        return (Vec::new(), Err(Code::BadRequest.into()));
    };
    // Asked before anything is read: strangers send nothing but headers.
    let allowed = upload_limits(ctx, edition, key).await;
    if let Err(error) = &allowed
        && !matches!(error.code(), Some(Code::EditionEnded | Code::EditionNotStarted))
    {
        return (Vec::new(), Err(allowed.map(|_| ()).map_or_else(AppError::from, |()| Code::Internal.into())));
    }
    let limits = allowed.as_ref().copied().unwrap_or(UploadLimits { files: 0, bytes: 0 });
    let mut form = Form::default();
    let read = form.read(body.into_data_stream(), boundary, limits).await;
    let outcome = match (read, allowed) {
        (Err(error), _) => Err(error),
        // The page says that it is over, with what was typed.
        (Ok(()), Err(error)) => Err(error.into()),
        (Ok(()), Ok(_)) => form.save(ctx, edition, key).await,
    };
    (form.typed, outcome)
}

/// The edition and the activity of `/{lang}/learn/{edition}/{activity}`.
fn place(path: &str) -> Option<(&str, &str)> {
    let mut segments = path.trim_start_matches('/').split('/').skip(1);
    match (segments.next(), segments.next(), segments.next(), segments.next()) {
        (Some("learn"), Some(edition), Some(key), None) => Some((edition, key)),
        _ => None,
    }
}

/// A form as it arrived.
#[derive(Default)]
pub(super) struct Form {
    pub typed: Vec<(String, String)>,
    pub uploads: Vec<Upload>,
}

impl Form {
    pub async fn read(&mut self, body: BodyDataStream, boundary: String, limits: UploadLimits) -> Result<(), AppError> {
        let most = limits.bytes.saturating_mul(limits.files.into()).saturating_add(BODY_MAX as u64);
        let whole = SizeLimit::new().whole_stream(most.saturating_add(DROPPED_MAX));
        let mut parts = Multipart::with_constraints(body, boundary, Constraints::new().size_limit(whole));
        let mut left = BODY_MAX as u64;
        while let Some(mut field) = parts.next_field().await.map_err(broken)? {
            let name = field.name().unwrap_or_default().to_owned();
            match field.file_name().map(ToOwned::to_owned) {
                Some(file) => {
                    // One more than may come is enough to be told that they are too many.
                    let wanted = self.uploads.len() <= usize::from(limits.files);
                    let bytes = take(&mut field, if wanted { limits.bytes.saturating_add(1) } else { 0 }).await?;
                    // A browser sends an empty one where nothing was chosen.
                    if wanted && !file.is_empty() {
                        self.uploads.push(Upload { name: file, bytes });
                    }
                }
                None => {
                    let bytes = take(&mut field, left).await?;
                    left = left.saturating_sub(bytes.len() as u64);
                    let text = String::from_utf8_lossy(&bytes).into_owned();
                    self.typed.push((name, text));
                    if left == 0 {
                        return Err(Refusal::field("text", Code::TooLong).into());
                    }
                }
            }
        }
        Ok(())
    }

    pub fn value(&self, name: &str) -> &str {
        self.typed.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    async fn save(&mut self, ctx: &Ctx, edition: &str, key: &str) -> Result<String, AppError> {
        let remove = match self.value("remove") {
            "" => None,
            id => Some(id.parse().map_err(|_| AppError::from(Code::BadRequest))?),
        };
        let hand_in = self.value("act") == "hand-in";
        let written = Written {
            text: self.value("text").to_owned(),
            revision: self.value("revision").parse().unwrap_or_default(),
            uploads: std::mem::take(&mut self.uploads),
            remove,
            hand_in,
        };
        write(ctx, edition, key, written).await?;
        let place = if hand_in { "" } else { "#yours" };
        Ok(format!("/{}/learn/{edition}/{key}{place}", ctx.language))
    }
}

/// The field's first `most` bytes; the others are read and dropped.
pub(super) async fn take(field: &mut Field<'_>, most: u64) -> Result<Vec<u8>, AppError> {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(broken)? {
        let room = most.saturating_sub(bytes.len()).min(chunk.len());
        bytes.extend_from_slice(chunk.get(..room).unwrap_or_default());
    }
    Ok(bytes)
}

fn broken(error: multer::Error) -> AppError {
    match error {
        multer::Error::StreamSizeExceeded { .. } => Refusal::field("files", Code::FileTooLarge).into(),
        _ => Code::BadRequest.into(),
    }
}
