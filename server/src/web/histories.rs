//! Figures from before the platform as a file: read into the form's text, where it is looked at like what was pasted.

use app::error::AppError;
use app::history::IMPORT_HISTORY;
use axum::body::Body;
use domain::error::{Code, Refusal};
use services::Ctx;
use services::submission::UploadLimits;

use super::uploads::Form;

/// One file of at most a megabyte: some two thousand rows are a quarter of it.
const LIMITS: UploadLimits = UploadLimits { files: 1, bytes: 1024 * 1024 };

/// Whether this is the form of `/{lang}/staff/history/import`.
pub fn place(path: &str, name: Option<&str>) -> bool {
    name == Some(IMPORT_HISTORY) && path.ends_with("/staff/history/import")
}

/// What was typed, for the page that is shown again, and where to go next or why not.
pub async fn run(ctx: &Ctx, boundary: String, body: Body) -> (Vec<(String, String)>, Result<String, AppError>) {
    // Asked before anything is read: strangers send nothing but headers.
    if let Err(error) = services::policy::may_staff(ctx) {
        return (Vec::new(), Err(error.into()));
    }
    let mut form = Form::default();
    let outcome = match form.read(body.into_data_stream(), boundary, LIMITS).await {
        Ok(()) => import(ctx, &mut form).await,
        Err(error) => Err(error),
    };
    (form.typed, outcome)
}

async fn import(ctx: &Ctx, form: &mut Form) -> Result<String, AppError> {
    let brought = std::mem::take(&mut form.uploads).into_iter().next();
    let fresh = brought.is_some();
    if let Some(file) = brought {
        if file.bytes.len() as u64 > LIMITS.bytes {
            return Err(Refusal::field("file", Code::FileTooLarge).into());
        }
        let text = services::history::text_of(ctx, &file.bytes)?;
        form.typed.retain(|(field, _)| field != "file");
        form.typed.push(("file".to_owned(), text));
    }
    // A file that was brought just now has not been looked at yet.
    let seen = !fresh && !form.value("confirm").is_empty();
    let added = services::history::bring(ctx, form.value("file"), form.value("document"), seen).await?;
    Ok(format!("/{}/staff/history?done=imported&added={added}", ctx.language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_page_of_figures_takes_them_as_a_file() {
        assert!(place("/es/staff/history/import", Some(IMPORT_HISTORY)));
        assert!(!place("/es/staff/history", Some(IMPORT_HISTORY)));
        assert!(!place("/es/staff/history/import", Some("save_plan")));
    }
}
