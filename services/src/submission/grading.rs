//! Grading: the grades that an edition's instructors give, for the first time or again.

use std::collections::BTreeMap;

use domain::course::{Activity, Assignment};
use domain::error::{Code, Refusal, Wrong};
use domain::id::{EditionId, GradeChangeId, ParticipationId, SubmissionId};
use domain::language::Language;
use domain::quiz::Grade;
use domain::submission::{
    COMMENT_MAX, Judgement, REASON_MAX, SubmissionState, feedback_rules, grade_of, judge, with_reused,
};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel as _,
    QueryFilter,
};

use super::files::{self, Checked, Stored, Upload, delete_all, put_all};
use super::queue::enter;
use super::work::assigned;
use super::{UploadLimits, history, insert_files, store};
use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::enrolment::store as enrolments;
use crate::entity::{activity_done, grade_change, participation, submission, submission_file};
use crate::error::Result;
use crate::jobs::{self, Mail};
use crate::learning::place::Place;

/// A grader's form, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GradeForm {
    /// Points by the criterion's key.
    pub points: BTreeMap<String, String>,
    /// Comments by the criterion's key.
    pub comments: BTreeMap<String, String>,
    pub comment: String,
    /// Comments used before that are added, by the criterion's key; to that on the whole under the empty key.
    pub reused: BTreeMap<String, Vec<String>>,
    /// Why a grade that stood is changed.
    pub reason: String,
    /// A file to send back; it takes the place of the one before.
    pub upload: Option<Upload>,
    /// Take the file back that was sent before.
    pub remove_feedback: bool,
    /// That of the submission from which the form was made.
    pub revision: i32,
    /// An assignment's key: the next one is of it; empty for any.
    pub only: String,
}

/// What may be sent back with a grade, asked before a body is read.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotForYou`, or when the database fails.
pub async fn feedback_limits(ctx: &Ctx, code: &str) -> Result<UploadLimits> {
    enter(ctx, code).await?;
    let rules = feedback_rules();
    Ok(UploadLimits { files: rules.most, bytes: rules.most_bytes() })
}

/// Grades a submission, for the first time or again, and gives the next one that waits. A grade under which the rule is met
/// completes at once, by the date on which the work was handed in (counting rule 3). Every grade stays in the history.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`; `AnswerForeign`; `Invalid` naming `points-<key>`, `comments-<key>`, `comment`,
/// `files/<name>`, and `reason`, which another grade than before needs; `ChangedMeanwhile` when somebody else graded it
/// since, or its writer took it back.
pub async fn grade(ctx: &Ctx, code: &str, id: SubmissionId, form: GradeForm) -> Result<Option<SubmissionId>> {
    let place = enter(ctx, code).await?;
    place.edition.state.check_changes()?;
    let (found, of) = store::find_in(ctx.db.read(), place.edition.id, id).await?.ok_or(Code::NotFound)?;
    let (activity, assignment) = assigned(&place, &found)?;
    let (given, files) = read(assignment, form)?;
    let stored = put_all(ctx, files).await?;
    let objects: Vec<String> = stored.iter().map(|file| file.object.clone()).collect();
    match record(ctx, &place, (id, of.id), (activity, assignment), given, stored).await {
        Ok(done) => {
            delete_all(ctx, done.refuse).await;
            Ok(done.next)
        }
        Err(error) => {
            delete_all(ctx, objects).await;
            Err(error)
        }
    }
}

/// What a grader decided.
struct Given {
    judgement: Judgement,
    comment: String,
    grade: Grade,
    reason: String,
    remove_feedback: bool,
    revision: i32,
    only: String,
}

fn read(assignment: &Assignment, form: GradeForm) -> std::result::Result<(Given, Vec<Checked>), Refusal> {
    let reused = |key: &str, typed: &str| with_reused(typed, form.reused.get(key).map_or(&[][..], Vec::as_slice));
    let mut comments = form.comments.clone();
    for criterion in &assignment.rubric {
        let typed = comments.remove(&criterion.key).unwrap_or_default();
        comments.insert(criterion.key.clone(), reused(&criterion.key, &typed));
    }
    let mut wrong = Wrong::default();
    let judgement = match judge(assignment, &form.points, &comments) {
        Ok(judgement) => judgement,
        Err(refusal) if refusal.code != Code::Invalid => return Err(refusal),
        Err(refusal) => {
            refusal.fields.iter().for_each(|(field, code)| wrong.note(field, *code));
            Judgement::new()
        }
    };
    let comment = reused("", &form.comment);
    let reason = form.reason.trim().to_owned();
    for (field, text, most) in [("comment", &comment, COMMENT_MAX), ("reason", &reason, REASON_MAX)] {
        if text.chars().count() > most {
            wrong.note(field, Code::TooLong);
        }
    }
    let files = files::check(Some(&feedback_rules()), form.upload.into_iter().collect(), &mut wrong);
    wrong.done()?;
    let (remove_feedback, revision, only) = (form.remove_feedback, form.revision, form.only);
    let grade = grade_of(assignment, &judgement);
    Ok((Given { judgement, comment, grade, reason, remove_feedback, revision, only }, files))
}

/// What follows a grade.
struct Done {
    next: Option<SubmissionId>,
    /// Objects that no row names any more.
    refuse: Vec<String>,
}

async fn record(
    ctx: &Ctx,
    place: &Place,
    (id, of): (SubmissionId, ParticipationId),
    (activity, assignment): (&Activity, &Assignment),
    given: Given,
    stored: Vec<Stored>,
) -> Result<Done> {
    let tx = ctx.db.begin_write().await?;
    let of = enrolments::lock(&tx, of).await?;
    // Read again behind the lock: another grader may have been quicker, or its writer.
    let row = store::find(&tx, id).await?.ok_or(Code::NotFound)?;
    let sent = history::list_feedback(&tx, id).await?;
    if row.revision != given.revision {
        // The same grade twice is one click too many and no quarrel.
        if !given.stands_in(&row)? || !stored.iter().all(|new| is_sent(&sent, new)) {
            return Err(Code::ChangedMeanwhile.into());
        }
        let refuse = stored.into_iter().map(|file| file.object).collect();
        return Ok(Done { next: next(&tx, place.edition.id, id, &given.only).await?, refuse });
    }
    row.state.grade()?;
    let submitted_at = row.submitted_at.ok_or(Code::ChangedMeanwhile)?;
    keep(&tx, ctx, &row, &given).await?;
    write(&tx, ctx, row, &given).await?;
    let refuse = send_back(&tx, ctx, id, sent, &given, stored).await?;
    if given.grade.reaches(assignment.pass) {
        enrolments::mark_done_at(&tx, ctx, of.id, &activity.key, submitted_at).await?;
    } else {
        unmark(&tx, &of, &activity.key, assignment.pass).await?;
    }
    let entry =
        Entry::SubmissionGraded { submission: id.to_string(), part: given.grade.part, whole: given.grade.whole };
    audit::record(&tx, ctx, &place.edition.code, entry).await?;
    tell(&tx, ctx, place, &of, activity).await?;
    let next = next(&tx, place.edition.id, id, &given.only).await?;
    tx.commit().await?;
    Ok(Done { next, refuse })
}

fn is_sent(sent: &[submission_file::Model], new: &Stored) -> bool {
    sent.iter().any(|file| file.name == new.name && file.bytes == new.bytes)
}

impl Given {
    fn stands_in(&self, row: &submission::Model) -> Result<bool> {
        let stored: Judgement = serde_json::from_str(&row.points)?;
        Ok(row.state == SubmissionState::Graded && stored == self.judgement && row.comment == self.comment)
    }
}

/// Adds the grade to the submission's history. One that takes the place of another says why.
async fn keep<C: ConnectionTrait>(tx: &C, ctx: &Ctx, row: &submission::Model, given: &Given) -> Result<()> {
    let old = enrolments::points(row.grade_part, row.grade_whole);
    if old.is_some_and(|old| old != given.grade) && given.reason.is_empty() {
        return Err(Refusal::field("reason", Code::Required).into());
    }
    let points = |points: u64| i32::try_from(points).unwrap_or(i32::MAX);
    let kept = grade_change::Model {
        id: GradeChangeId(ctx.new_id()),
        submission_id: row.id,
        graded_by: ctx.person().ok().map(|person| person.account),
        graded_at: ctx.now(),
        old_part: row.grade_part,
        old_whole: row.grade_whole,
        part: points(given.grade.part),
        whole: points(given.grade.whole),
        reason: given.reason.clone(),
    };
    grade_change::Entity::insert(kept.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

async fn write<C: ConnectionTrait>(tx: &C, ctx: &Ctx, row: submission::Model, given: &Given) -> Result<()> {
    let by = ctx.person().ok().map(|person| person.account);
    let points = |points: u64| i32::try_from(points).ok();
    let revision = row.revision + 1;
    let mut row = row.into_active_model();
    row.state = Set(SubmissionState::Graded);
    row.graded_at = Set(Some(ctx.now()));
    row.graded_by = Set(by);
    row.points = Set(serde_json::to_string(&given.judgement)?);
    row.comment = Set(given.comment.clone());
    row.grade_part = Set(points(given.grade.part));
    row.grade_whole = Set(points(given.grade.whole));
    row.revision = Set(revision);
    row.update(tx).await?;
    Ok(())
}

/// Sends a file back in place of the one before, and gives the objects that are needed no more.
async fn send_back<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    id: SubmissionId,
    sent: Vec<submission_file::Model>,
    given: &Given,
    stored: Vec<Stored>,
) -> Result<Vec<String>> {
    if stored.is_empty() && !given.remove_feedback {
        return Ok(Vec::new());
    }
    history::delete_feedback(tx, id).await?;
    insert_files(tx, ctx, id, stored, true).await?;
    Ok(sent.into_iter().map(|file| file.object).collect())
}

/// A corrected grade may leave an activity undone again, unless another submission passed. A completion stays (rule 4).
async fn unmark<C: ConnectionTrait>(tx: &C, of: &participation::Model, key: &str, pass: u8) -> Result<()> {
    let all = store::list(tx, of.id, key).await?;
    let passed = |row: &submission::Model| {
        enrolments::points(row.grade_part, row.grade_whole).is_some_and(|grade| grade.reaches(pass))
    };
    if of.completed_at.is_some() || all.iter().any(passed) {
        return Ok(());
    }
    activity_done::Entity::delete_many()
        .filter(activity_done::Column::ParticipationId.eq(of.id))
        .filter(activity_done::Column::Activity.eq(key))
        .exec(tx)
        .await?;
    Ok(())
}

/// Tells the learner, and completes their participation when the grade was the last thing missing.
async fn tell<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    place: &Place,
    of: &participation::Model,
    activity: &Activity,
) -> Result<()> {
    let edition = &place.edition;
    let account = enrolments::find_account(tx, of.person_id).await?;
    let offered = crate::edition::languages(edition);
    let own = account.as_ref().map(|account| account.language).filter(|language| offered.contains(language));
    let language: Language = own.unwrap_or(of.language);
    if let Some(account) = account {
        let mail = Mail::Graded {
            edition: crate::edition::title(edition, language).to_owned(),
            title: activity.title.get(language).to_owned(),
            path: format!("learn/{}/{}", edition.code, activity.key),
        };
        jobs::enqueue(tx, ctx, &account.email, language, mail).await?;
    }
    crate::enrolment::complete_if_met(tx, ctx, edition, &place.content, of, language).await?;
    Ok(())
}

async fn next<C: ConnectionTrait>(
    tx: &C,
    edition: EditionId,
    id: SubmissionId,
    of: &str,
) -> Result<Option<SubmissionId>> {
    Ok(store::list_waiting(tx, edition, of).await?.into_iter().find(|one| *one != id))
}
