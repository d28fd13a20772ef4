//! Files of drafts: media and whole courses that are brought, and the folder that is taken away.

use app::draft::{ADD_MEDIUM, BRING_COURSE, BRING_QUESTIONS};
use app::error::AppError;
use axum::body::Body;
use axum::extract::{Path, Request};
use axum::response::Response;
use domain::error::{Code, Refusal};
use services::Ctx;
use services::draft::{self, Brought};
use services::submission::UploadLimits;

use super::downloads::{attachment, internal, refused};
use super::uploads::Form;

/// What a form of a draft's pages brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place<'a> {
    Media(&'a str),
    /// A course's folder; for a course that is not there yet, the slug is empty.
    Course(&'a str),
    /// A file of questions, which is only read.
    Questions,
}

/// Which form it is, by the page and the form's own name.
pub fn place<'a>(path: &'a str, name: Option<&str>) -> Option<Place<'a>> {
    let segments: Vec<&str> = path.trim_start_matches('/').split('/').skip(1).collect();
    match (segments.as_slice(), name?) {
        (["staff", "courses", slug, "media"], ADD_MEDIUM) => Some(Place::Media(slug)),
        (["staff", "courses", "new"], BRING_COURSE) => Some(Place::Course("")),
        (["staff", "courses", slug], BRING_COURSE) => Some(Place::Course(slug)),
        (["staff", "courses", _, "text", _, "import"], BRING_QUESTIONS) => Some(Place::Questions),
        _ => None,
    }
}

/// What was typed, for the page that is shown again, and where to go next or why not.
pub async fn run(
    ctx: &Ctx,
    place: Place<'_>,
    boundary: String,
    body: Body,
) -> (Vec<(String, String)>, Result<String, AppError>) {
    // Asked before anything is read: strangers send nothing but headers.
    if let Err(error) = services::policy::may_staff(ctx) {
        return (Vec::new(), Err(error.into()));
    }
    let limits = match place {
        Place::Media(_) => UploadLimits { files: 2, bytes: draft::FILE_MAX },
        Place::Course(_) => UploadLimits { files: 1, bytes: draft::ZIP_MAX },
        Place::Questions => UploadLimits { files: 1, bytes: draft::QUESTIONS_MAX },
    };
    let mut form = Form::default();
    let outcome = match form.read(body.into_data_stream(), boundary, limits).await {
        Ok(()) => save(ctx, place, &mut form).await,
        Err(error) => Err(error),
    };
    (form.typed, outcome)
}

async fn save(ctx: &Ctx, place: Place<'_>, form: &mut Form) -> Result<String, AppError> {
    let mut files =
        std::mem::take(&mut form.uploads).into_iter().map(|file| Brought { name: file.name, bytes: file.bytes });
    let file = files.next().ok_or_else(|| Refusal::field("file", Code::Required))?;
    match place {
        Place::Media(slug) => {
            let language = form.value("language").parse().ok();
            let path = draft::add_medium(ctx, slug, language, file, files.next(), form.value("transcript")).await?;
            Ok(format!("/{}/staff/courses/{slug}/media?added={path}", ctx.language))
        }
        Place::Course(slug) => {
            let slug = draft::import(ctx, slug, file.bytes).await?;
            Ok(format!("/{}/staff/courses/{slug}?saved=1", ctx.language))
        }
        // Read and shown; what was read goes on in the form that adds it.
        Place::Questions => {
            if file.bytes.len() as u64 > draft::QUESTIONS_MAX {
                return Err(Refusal::field("file", Code::FileTooLarge).into());
            }
            let language = form.value("language").parse().map_err(|_| AppError::from(Code::BadRequest))?;
            let report = draft::read_questions(&file.bytes, language)?;
            let told = serde_json::to_string(&report).map_err(|_| AppError::from(Code::Internal))?;
            form.typed.push(("report".to_owned(), told));
            Err(Code::Preview.into())
        }
    }
}

/// `/{lang}/staff/courses/{slug}/course.zip`.
pub async fn course_zip(Path((_, slug)): Path<(String, String)>, request: Request) -> Response {
    let Some(ctx) = request.extensions().get::<Ctx>().cloned() else { return internal() };
    match draft::export(&ctx, &slug).await {
        Ok(bytes) => attachment("application/zip", &format!("{slug}.zip"), bytes),
        Err(error) => refused(&ctx, request.uri().path(), error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_pages_of_drafts_take_their_files() {
        assert_eq!(place("/es/staff/courses/water/media", Some(ADD_MEDIUM)), Some(Place::Media("water")));
        assert_eq!(place("/es/staff/courses/new", Some(BRING_COURSE)), Some(Place::Course("")));
        assert_eq!(place("/es/staff/courses/water", Some(BRING_COURSE)), Some(Place::Course("water")));
        for (path, name) in [
            ("/es/staff/courses/water", Some(ADD_MEDIUM)),
            ("/es/courses/water/media", Some(ADD_MEDIUM)),
            ("/es/staff/courses/new", None),
        ] {
            assert_eq!(place(path, name), None, "{path}");
        }
    }
}
