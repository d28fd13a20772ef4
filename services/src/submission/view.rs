//! Submissions, rubrics and assignments as pages show them.

use chrono::{DateTime, Utc};
use domain::completion::Progress;
use domain::course::{Activity, Assignment};
use domain::language::Language;
use domain::submission::{AssignmentView, CriterionView, FileView, LevelView, SubmissionState, SubmissionView};

use super::{due_at, store};
use crate::ctx::Ctx;
use crate::enrolment::store as enrolments;
use crate::entity::{participation, submission, submission_file};
use crate::error::Result;
use crate::learning::place::Place;

/// The assignment of `activity` as its learner meets it; None where it is none.
pub(crate) async fn view(
    ctx: &Ctx,
    place: &Place,
    activity: &Activity,
    of: &participation::Model,
    progress: &Progress,
) -> Result<Option<AssignmentView>> {
    let Some(assignment) = activity.assignment() else { return Ok(None) };
    let db = ctx.db.read();
    let all = store::list(db, of.id, &activity.key).await?;
    let mut files = store::list_files(db, all.iter().map(|row| row.id)).await?;
    let extension = store::find_extension(db, of.id, &activity.key).await?;
    let due = due_at(&place.edition, activity, extension);
    let mut past = Vec::new();
    let mut current = None;
    for row in all {
        let files = files.remove(&row.id).unwrap_or_default();
        let graded = row.state == SubmissionState::Graded;
        let shown = submission_view(row, files, due)?;
        if graded { past.insert(0, shown) } else { current = Some(shown) }
    }
    Ok(Some(AssignmentView {
        pass: assignment.pass,
        most: assignment.most_points(),
        files: assignment.files.clone(),
        rubric: rubric(assignment, place.language),
        due_at: due,
        late: ctx.now() >= due,
        open: super::check_open(ctx, place, extension).is_ok(),
        grade: progress.grades.get(&activity.key).copied(),
        passed: progress.reaches(&activity.key, assignment.pass),
        current,
        past,
    }))
}

/// A rubric in one language.
pub(super) fn rubric(assignment: &Assignment, language: Language) -> Vec<CriterionView> {
    assignment
        .rubric
        .iter()
        .map(|criterion| CriterionView {
            key: criterion.key.clone(),
            title: criterion.title.get(language).to_owned(),
            levels: criterion
                .levels
                .iter()
                .map(|level| LevelView { points: level.points, text: level.text.get(language).to_owned() })
                .collect(),
            most: criterion.most_points(),
        })
        .collect()
}

pub(super) fn submission_view(
    row: submission::Model,
    files: Vec<submission_file::Model>,
    due: DateTime<Utc>,
) -> Result<SubmissionView> {
    let (feedback, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| file.feedback);
    Ok(SubmissionView {
        id: row.id,
        number: row.number,
        state: row.state,
        late: row.submitted_at.is_some_and(|at| at >= due),
        files: files.into_iter().map(file_view).collect(),
        feedback: feedback.into_iter().map(file_view).collect(),
        saved_at: row.saved_at,
        submitted_at: row.submitted_at,
        graded_at: row.graded_at,
        judgement: serde_json::from_str(&row.points)?,
        comment: row.comment,
        grade: enrolments::points(row.grade_part, row.grade_whole),
        revision: row.revision,
        text: row.text,
    })
}

fn file_view(row: submission_file::Model) -> FileView {
    FileView { id: row.id, name: row.name, kind: row.kind, bytes: u64::try_from(row.bytes).unwrap_or_default() }
}
