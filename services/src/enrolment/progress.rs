//! What was done in participations: one by one for a page, in bulk for a list. A constant number of queries.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use domain::completion::Progress;
use domain::course::CourseContent;
use domain::id::{EditionId, ParticipationId, PersonId};
use domain::meeting::AttendanceState;
use domain::quiz::{Grade, Score, reached};
use domain::submission::SubmissionState;
use sea_orm::sea_query::{Expr, OnConflict, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, IntoActiveModel as _, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
};

use super::store::persons_of;
use crate::ctx::Ctx;
use crate::entity::{activity_done, attempt, attendance, extension, participation, submission};
use crate::error::Result;

/// What is recorded of one participation, before its course's content says what it is worth.
#[derive(Debug, Clone, Default)]
pub struct Trace {
    pub done: BTreeSet<String>,
    /// Scores of the attempts that were handed in, in order, by activity.
    pub scores: BTreeMap<String, Vec<Score>>,
    /// The best grade that each assignment was given.
    pub graded: BTreeMap<String, Grade>,
    /// Attempts that were granted beyond the quiz's own, by activity.
    pub extra_attempts: BTreeMap<String, u16>,
    /// Assignments that wait for a grade.
    pub handed_in: BTreeSet<String>,
    pub attended: u16,
}

impl Trace {
    /// What it is worth by the course's content; `completed` says that the completion stands already.
    #[must_use]
    pub fn progress(&self, content: &CourseContent, completed: bool) -> Progress {
        let mut grades = self.graded.clone();
        let mut attempts = BTreeMap::new();
        for (key, scores) in &self.scores {
            let Some(quiz) = content.find_activity(key).and_then(|activity| activity.quiz()) else { continue };
            grades.extend(reached(quiz.method, scores).map(|grade| (key.clone(), grade)));
            attempts.insert(key.clone(), u16::try_from(scores.len()).unwrap_or(u16::MAX));
        }
        Progress {
            done: self.done.clone(),
            grades,
            attempts,
            extra_attempts: self.extra_attempts.clone(),
            handed_in: self.handed_in.clone(),
            attended: self.attended,
            completed,
        }
    }
}

/// Notes that an activity is done. Done twice is done once, on the first date.
///
/// # Errors
/// When the database fails.
pub async fn mark_done<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    participation: ParticipationId,
    activity: &str,
) -> Result<()> {
    mark_done_at(tx, ctx, participation, activity, ctx.now()).await
}

/// Notes that an activity is done, with the moment of the act that did it: a graded submission's own.
///
/// # Errors
/// When the database fails.
pub async fn mark_done_at<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    participation: ParticipationId,
    activity: &str,
    done_at: DateTime<Utc>,
) -> Result<()> {
    let done = activity_done::Model {
        id: ctx.new_id(),
        participation_id: participation,
        activity: activity.to_owned(),
        done_at,
    };
    let once = [activity_done::Column::ParticipationId, activity_done::Column::Activity];
    activity_done::Entity::insert(done.into_active_model())
        .on_conflict(OnConflict::columns(once).do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// What was done in one participation.
///
/// # Errors
/// When the database fails.
pub async fn trace<C: ConnectionTrait>(db: &C, participation: ParticipationId) -> Result<Trace> {
    let mut all = traces(db, participation::Column::Id.eq(participation)).await?;
    Ok(all.remove(&participation).unwrap_or_default())
}

/// What everybody has done in `edition`. Somebody without a trace is not in it.
///
/// # Errors
/// When the database fails.
pub async fn traces_of_edition<C: ConnectionTrait>(
    db: &C,
    edition: EditionId,
) -> Result<HashMap<ParticipationId, Trace>> {
    traces(db, participation::Column::EditionId.eq(edition)).await
}

/// What `person` and the records linked to them have done, everywhere.
///
/// # Errors
/// When the database fails.
pub async fn traces_of_person<C: ConnectionTrait>(db: &C, person: PersonId) -> Result<HashMap<ParticipationId, Trace>> {
    traces(db, participation::Column::PersonId.in_subquery(persons_of(person))).await
}

#[derive(FromQueryResult)]
struct Done {
    participation_id: ParticipationId,
    activity: String,
}

#[derive(FromQueryResult)]
struct Tried {
    participation_id: ParticipationId,
    activity: String,
    right: Option<i32>,
    asked: Option<i32>,
}

#[derive(FromQueryResult)]
struct HandedIn {
    participation_id: ParticipationId,
    activity: String,
    state: SubmissionState,
    grade_part: Option<i32>,
    grade_whole: Option<i32>,
}

/// What these participations have done.
///
/// # Errors
/// When the database fails.
pub async fn traces_of<C: ConnectionTrait>(db: &C, of: &[ParticipationId]) -> Result<HashMap<ParticipationId, Trace>> {
    traces(db, participation::Column::Id.is_in(of.iter().copied())).await
}

/// What of everybody's traces in `edition` is worth a grade: attempts and submissions, and nothing else.
///
/// # Errors
/// When the database fails.
pub async fn graded_traces<C: ConnectionTrait>(db: &C, edition: EditionId) -> Result<HashMap<ParticipationId, Trace>> {
    let of = participation::Column::EditionId.eq(edition);
    let mut all = HashMap::new();
    add_tried(db, &of, &mut all).await?;
    add_handed_in(db, &of, &mut all).await?;
    Ok(all)
}

type Traces = HashMap<ParticipationId, Trace>;

fn ids(of: &Expr) -> SelectStatement {
    participation::Entity::find().select_only().column(participation::Column::Id).filter(of.clone()).into_query()
}

/// Five queries, however many participations the condition takes in.
async fn traces<C: ConnectionTrait>(db: &C, of: Expr) -> Result<Traces> {
    let mut all = Traces::new();
    let done = activity_done::Entity::find()
        .select_only()
        .columns([activity_done::Column::ParticipationId, activity_done::Column::Activity])
        .filter(activity_done::Column::ParticipationId.in_subquery(ids(&of)));
    for row in done.into_model::<Done>().all(db).await? {
        all.entry(row.participation_id).or_default().done.insert(row.activity);
    }
    add_tried(db, &of, &mut all).await?;
    add_handed_in(db, &of, &mut all).await?;
    let extended = extension::Entity::find()
        .select_only()
        .columns([extension::Column::ParticipationId, extension::Column::Activity, extension::Column::ExtraAttempts])
        .filter(extension::Column::ParticipationId.in_subquery(ids(&of)))
        .filter(extension::Column::ExtraAttempts.gt(0));
    for (id, activity, extra) in extended.into_tuple::<(ParticipationId, String, i32)>().all(db).await? {
        let extra = u16::try_from(extra).unwrap_or_default();
        all.entry(id).or_default().extra_attempts.insert(activity, extra);
    }
    let attended = attendance::Entity::find()
        .select_only()
        .column(attendance::Column::ParticipationId)
        .filter(attendance::Column::ParticipationId.in_subquery(ids(&of)))
        .filter(attendance::Column::State.is_in([AttendanceState::Present, AttendanceState::Late]));
    for id in attended.into_tuple::<ParticipationId>().all(db).await? {
        let trace = all.entry(id).or_default();
        trace.attended = trace.attended.saturating_add(1);
    }
    Ok(all)
}

async fn add_tried<C: ConnectionTrait>(db: &C, of: &Expr, all: &mut Traces) -> Result<()> {
    let tried = attempt::Entity::find()
        .select_only()
        .columns([
            attempt::Column::ParticipationId,
            attempt::Column::Activity,
            attempt::Column::Right,
            attempt::Column::Asked,
        ])
        .filter(attempt::Column::ParticipationId.in_subquery(ids(of)))
        .filter(attempt::Column::SubmittedAt.is_not_null())
        .order_by_asc(attempt::Column::Number);
    for row in tried.into_model::<Tried>().all(db).await? {
        let (Some(right), Some(asked)) = (row.right, row.asked) else { continue };
        all.entry(row.participation_id).or_default().scores.entry(row.activity).or_default().push(score(right, asked));
    }
    Ok(())
}

async fn add_handed_in<C: ConnectionTrait>(db: &C, of: &Expr, all: &mut Traces) -> Result<()> {
    let handed_in = submission::Entity::find()
        .select_only()
        .columns([
            submission::Column::ParticipationId,
            submission::Column::Activity,
            submission::Column::State,
            submission::Column::GradePart,
            submission::Column::GradeWhole,
        ])
        .filter(submission::Column::ParticipationId.in_subquery(ids(of)))
        .filter(submission::Column::State.ne(SubmissionState::Draft));
    for row in handed_in.into_model::<HandedIn>().all(db).await? {
        let trace = all.entry(row.participation_id).or_default();
        if row.state == SubmissionState::Submitted {
            trace.handed_in.insert(row.activity.clone());
        }
        if let Some(grade) = points(row.grade_part, row.grade_whole) {
            let best = trace.graded.entry(row.activity).or_insert(Grade::NONE);
            *best = best.max(grade);
        }
    }
    Ok(())
}

/// A stored score.
#[must_use]
pub fn score(right: i32, asked: i32) -> Score {
    Score { right: u16::try_from(right).unwrap_or_default(), asked: u16::try_from(asked).unwrap_or_default() }
}

/// A stored grade.
#[must_use]
pub fn points(part: Option<i32>, whole: Option<i32>) -> Option<Grade> {
    Some(Grade { part: u64::try_from(part?).ok()?, whole: u64::try_from(whole?).ok()? })
}
