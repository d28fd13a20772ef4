//! A grade as it arrives: with points and comments by criterion, and perhaps a file to send back.

use std::collections::BTreeMap;

use app::error::AppError;
use app::submission::in_queue;
use axum::body::Body;
use domain::error::Code;
use domain::id::SubmissionId;
use domain::submission::Queue;
use services::Ctx;
use services::submission::{GradeForm, feedback_limits, grade};

use super::uploads::Form;

/// The edition and the submission of `/{lang}/teach/{edition}/grading/{submission}`.
pub fn place(path: &str) -> Option<(&str, &str)> {
    let mut segments = path.trim_start_matches('/').split('/').skip(1);
    match (segments.next(), segments.next(), segments.next(), segments.next(), segments.next()) {
        (Some("teach"), Some(edition), Some("grading"), Some(submission), None) => Some((edition, submission)),
        _ => None,
    }
}

/// What was typed, for the page that is shown again, and where to go next or why not.
pub async fn run(
    ctx: &Ctx,
    edition: &str,
    submission: &str,
    boundary: String,
    body: Body,
) -> (Vec<(String, String)>, Result<String, AppError>) {
    // Asked before anything is read: strangers send nothing but headers.
    let limits = match feedback_limits(ctx, edition).await {
        Ok(limits) => limits,
        Err(error) => return (Vec::new(), Err(error.into())),
    };
    let Ok(id) = submission.parse() else { return (Vec::new(), Err(Code::NotFound.into())) };
    let mut form = Form::default();
    let outcome = match form.read(body.into_data_stream(), boundary, limits).await {
        Ok(()) => save(ctx, edition, id, &mut form).await,
        Err(error) => Err(error),
    };
    (form.typed, outcome)
}

async fn save(ctx: &Ctx, edition: &str, id: SubmissionId, form: &mut Form) -> Result<String, AppError> {
    let queue = Queue { activity: form.value("activity").to_owned(), anonymous: form.value("anonymous") == "1" };
    let mut reused: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (key, text) in keyed(&form.typed, "reused[", "][]") {
        reused.entry(key).or_default().push(text);
    }
    let given = GradeForm {
        points: keyed(&form.typed, "points[", "]").collect(),
        comments: keyed(&form.typed, "comments[", "]").collect(),
        comment: form.value("comment").to_owned(),
        reused,
        reason: form.value("reason").to_owned(),
        remove_feedback: form.value("remove_feedback") == "1",
        revision: form.value("revision").parse().unwrap_or_default(),
        only: queue.activity.clone(),
        upload: form.uploads.pop(),
    };
    let on = form.value("then") == "next";
    let next = grade(ctx, edition, id, given).await?;
    let list = format!("/{}/teach/{edition}/grading", ctx.language);
    let path = match next {
        Some(next) if on => format!("{list}/{next}"),
        None if on => list,
        _ => format!("{list}/{id}"),
    };
    Ok(in_queue(&path, &queue, &[("saved", "1")]))
}

/// The fields named `<before><key><after>`, by their key.
fn keyed<'a>(
    typed: &'a [(String, String)],
    before: &'a str,
    after: &'a str,
) -> impl Iterator<Item = (String, String)> + 'a {
    typed.iter().filter_map(move |(name, value)| {
        let key = name.strip_prefix(before)?.strip_suffix(after)?;
        Some((key.to_owned(), value.clone()))
    })
}
