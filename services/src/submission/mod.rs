//! Submissions: a learner's drafts and what they hand in; its grades, in `grading`.
//!
//! Every act on a participation's submissions waits for the lock of the participation, and every change raises the
//! `revision`: a form that was made from another one is refused and loses nothing.

mod files;
mod grading;
mod history;
mod kind;
mod queue;
pub mod store;
mod view;
mod work;

use chrono::{DateTime, Utc};
use domain::course::{Activity, Assignment};
use domain::error::{Code, Refusal, Wrong};
use domain::id::{FileId, ParticipationId, SubmissionId};
use domain::submission::{SubmissionState, TEXT_MAX, Writing, check_hand_in, writing};
use sea_orm::{ActiveModelTrait as _, ActiveValue::Set, ConnectionTrait, EntityTrait, IntoActiveModel as _};

pub(crate) use files::delete_all;
pub use files::{Download, Upload, download};
pub use grading::{GradeForm, feedback_limits, grade};
pub use queue::list;
pub(crate) use view::view;
pub use work::work;

use crate::ctx::Ctx;
use crate::enrolment::store as enrolments;
use crate::entity::{edition, submission, submission_file};
use crate::error::Result;
use crate::learning::place::Place;
use crate::learning::{enter, record_act};
use files::{Stored, put_all};

/// What a learner wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    pub text: String,
    /// That of the draft from which the form was made; 0 when there was none.
    pub revision: i32,
    /// Files to add.
    pub uploads: Vec<Upload>,
    /// A file to take out of the draft.
    pub remove: Option<FileId>,
    /// Hand it in; otherwise it stays a draft.
    pub hand_in: bool,
}

/// How much an upload for an assignment may bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UploadLimits {
    pub files: u8,
    /// Of one file.
    pub bytes: u64,
}

/// When `activity` is due for somebody: the course's date, or a later one that they were given.
fn due_at(edition: &edition::Model, activity: &Activity, extension: Option<DateTime<Utc>>) -> DateTime<Utc> {
    let due = crate::edition::dates(edition).due(activity.week);
    extension.unwrap_or(due)
}

/// Whether something may be handed in now: while the edition runs, and after it until a later date that somebody was given.
fn check_open(ctx: &Ctx, place: &Place, extension: Option<DateTime<Utc>>) -> std::result::Result<(), Refusal> {
    match place.open(ctx) {
        Err(refusal) if refusal.code == Code::EditionEnded && extension.is_some_and(|due| ctx.now() < due) => Ok(()),
        other => other,
    }
}

fn assignment(activity: &Activity) -> std::result::Result<&Assignment, Refusal> {
    activity.assignment().ok_or_else(|| Code::BadRequest.into())
}

/// What may be uploaded, asked before a body is read.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotEnrolled`, `BadRequest` for what is no assignment, `EditionNotStarted` or `EditionEnded`.
pub async fn upload_limits(ctx: &Ctx, code: &str, key: &str) -> Result<UploadLimits> {
    let (place, mine) = enter(ctx, code).await?;
    let assignment = assignment(place.activity(key)?)?;
    let extension = store::find_extension(ctx.db.read(), mine.participation.id, key).await?;
    check_open(ctx, &place, extension)?;
    let files = assignment.files.as_ref();
    Ok(UploadLimits { files: files.map_or(0, |rules| rules.most), bytes: files.map_or(0, |rules| rules.most_bytes()) })
}

/// Keeps what a learner wrote, and hands it in if they say so. The same form sent twice counts once.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotEnrolled`, `BadRequest` for what is no assignment, `EditionNotStarted`, `EditionEnded`;
/// `ChangedMeanwhile` when another tab changed or handed in the draft; `Invalid` naming `text` (`TooLong`,
/// `SubmissionEmpty`), `files` (`FilesTooMany`), and `files/<name>` (`FileEmpty`, `FileTooLarge`, `FileKindWrong`).
pub async fn write(ctx: &Ctx, code: &str, key: &str, written: Written) -> Result<()> {
    let (place, mine) = enter(ctx, code).await?;
    let assignment = assignment(place.activity(key)?)?;
    let extension = store::find_extension(ctx.db.read(), mine.participation.id, key).await?;
    check_open(ctx, &place, extension)?;
    // Browsers send the ends of lines their own way.
    let text = written.text.replace("\r\n", "\n").trim_end().to_owned();
    let mut wrong = Wrong::default();
    if text.chars().count() > TEXT_MAX {
        wrong.note("text", Code::TooLong);
    }
    let files = files::check(assignment.files.as_ref(), written.uploads, &mut wrong);
    wrong.done()?;

    let stored = put_all(ctx, files).await?;
    let objects: Vec<String> = stored.iter().map(|file| file.object.clone()).collect();
    let draft = Draft {
        text,
        revision: written.revision,
        remove: written.remove,
        hand_in: written.hand_in,
        most: usize::from(assignment.files.as_ref().map_or(0, |rules| rules.most)),
    };
    match record(ctx, &place, mine.participation.id, key, draft, stored).await {
        Ok(refuse) => {
            delete_all(ctx, refuse).await;
            Ok(())
        }
        Err(error) => {
            delete_all(ctx, objects).await;
            Err(error)
        }
    }
}

/// A checked draft.
struct Draft {
    text: String,
    revision: i32,
    remove: Option<FileId>,
    hand_in: bool,
    /// The most files.
    most: usize,
}

/// Writes the draft, and gives the objects that no row names any more.
async fn record(
    ctx: &Ctx,
    place: &Place,
    of: ParticipationId,
    key: &str,
    draft: Draft,
    stored: Vec<Stored>,
) -> Result<Vec<String>> {
    let tx = ctx.db.begin_write().await?;
    let participation = enrolments::lock(&tx, of).await?;
    let latest = store::list(&tx, of, key).await?.pop();
    let kept = match &latest {
        Some(row) => store::list_files(&tx, [row.id]).await?.remove(&row.id).unwrap_or_default(),
        None => Vec::new(),
    };
    if latest.as_ref().is_some_and(|row| is_repeated(row, &kept, &draft, &stored)) {
        return Ok(stored.into_iter().map(|file| file.object).collect());
    }
    let (row, kept) = match writing(latest.as_ref().map(|row| (row.number, row.state)))? {
        Writing::Begin(number) => (begun(ctx, of, key, number), Vec::new()),
        Writing::GoOn => (latest.ok_or(Code::NotFound)?, kept),
    };
    if row.revision != draft.revision {
        return Err(Code::ChangedMeanwhile.into());
    }
    let (removed, kept): (Vec<_>, Vec<_>) = kept.into_iter().partition(|file| Some(file.id) == draft.remove);
    if kept.len() + stored.len() > draft.most {
        return Err(Refusal::field("files", Code::FilesTooMany).into());
    }
    if draft.hand_in {
        check_hand_in(&draft.text, kept.len() + stored.len())?;
    }
    for file in &removed {
        submission_file::Entity::delete_by_id(file.id).exec(&tx).await?;
    }
    let hand_in = draft.hand_in;
    let id = save(&tx, ctx, row, draft).await?;
    insert_files(&tx, ctx, id, stored, false).await?;
    if hand_in {
        record_act(&tx, ctx, place, participation, key).await?;
    }
    tx.commit().await?;
    Ok(removed.into_iter().map(|file| file.object).collect())
}

/// Whether exactly this form was recorded just before: a second click, a resent request.
fn is_repeated(row: &submission::Model, kept: &[submission_file::Model], draft: &Draft, stored: &[Stored]) -> bool {
    let state = if draft.hand_in { SubmissionState::Submitted } else { SubmissionState::Draft };
    let there = |new: &Stored| kept.iter().any(|file| file.name == new.name && file.bytes == new.bytes);
    let removed = draft.remove.is_none_or(|id| kept.iter().all(|file| file.id != id));
    row.revision == draft.revision + 1
        && row.state == state
        && row.text == draft.text
        && removed
        && stored.iter().all(there)
}

fn begun(ctx: &Ctx, of: ParticipationId, key: &str, number: i32) -> submission::Model {
    submission::Model {
        id: SubmissionId(ctx.new_id()),
        participation_id: of,
        activity: key.to_owned(),
        number,
        state: SubmissionState::Draft,
        text: String::new(),
        saved_at: ctx.now(),
        submitted_at: None,
        graded_at: None,
        graded_by: None,
        points: "{}".to_owned(),
        comment: String::new(),
        grade_part: None,
        grade_whole: None,
        revision: 0,
    }
}

async fn save<C: ConnectionTrait>(tx: &C, ctx: &Ctx, row: submission::Model, draft: Draft) -> Result<SubmissionId> {
    let (id, begins) = (row.id, row.revision == 0);
    let now = ctx.now();
    let saved = submission::Model {
        text: draft.text,
        saved_at: now,
        state: if draft.hand_in { SubmissionState::Submitted } else { SubmissionState::Draft },
        submitted_at: draft.hand_in.then_some(now),
        revision: row.revision + 1,
        ..row
    };
    if begins {
        submission::Entity::insert(saved.into_active_model()).exec_without_returning(tx).await?;
    } else {
        saved.into_active_model().reset_all().update(tx).await?;
    }
    Ok(id)
}

async fn insert_files<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    id: SubmissionId,
    stored: Vec<Stored>,
    feedback: bool,
) -> Result<()> {
    if stored.is_empty() {
        return Ok(());
    }
    let rows = stored.into_iter().map(|file| {
        let row = submission_file::Model {
            id: FileId(ctx.new_id()),
            submission_id: id,
            name: file.name,
            kind: file.kind,
            bytes: file.bytes,
            object: file.object,
            stored_at: ctx.now(),
            feedback,
        };
        row.into_active_model()
    });
    submission_file::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

/// Takes what waits for a grade back into a draft, to change it and hand it in again. Taken back twice is taken back once.
///
/// # Errors
/// `SignInFirst`, `NotFound`, also when nothing was handed in; `NotEnrolled`, `EditionNotStarted`, `EditionEnded`;
/// `AlreadyGraded`.
pub async fn take_back(ctx: &Ctx, code: &str, key: &str) -> Result<()> {
    let (place, mine) = enter(ctx, code).await?;
    assignment(place.activity(key)?)?;
    let extension = store::find_extension(ctx.db.read(), mine.participation.id, key).await?;
    check_open(ctx, &place, extension)?;
    let tx = ctx.db.begin_write().await?;
    enrolments::lock(&tx, mine.participation.id).await?;
    let latest = store::list(&tx, mine.participation.id, key).await?.pop().ok_or(Code::NotFound)?;
    let state = latest.state.take_back()?;
    if state == latest.state {
        return Ok(());
    }
    let revision = latest.revision + 1;
    let mut row = latest.into_active_model();
    row.state = Set(state);
    row.submitted_at = Set(None);
    row.revision = Set(revision);
    row.update(&tx).await?;
    tx.commit().await?;
    Ok(())
}
