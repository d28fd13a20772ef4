//! When a rule was met: the moment of the act after which nothing remained, however late somebody found out.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::completion::Rule;
use domain::course::CourseContent;
use domain::id::{MeetingId, ParticipationId};
use domain::meeting::AttendanceState;
use domain::quiz::{Grade, Score};
use domain::submission::SubmissionState;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::progress::{Trace, points, score};
use crate::entity::{activity_done, attempt, attendance, meeting, submission};
use crate::error::Result;

/// What one act adds to a trace.
enum Act {
    Done(String),
    Scored(String, Score),
    /// By the date of the submission, not of its grade.
    Graded(String, Grade),
    Attended,
}

impl Act {
    fn add_to(self, trace: &mut Trace) {
        match self {
            Self::Done(key) => {
                trace.done.insert(key);
            }
            Self::Scored(key, score) => trace.scores.entry(key).or_default().push(score),
            Self::Graded(key, grade) => {
                let best = trace.graded.entry(key).or_insert(Grade::NONE);
                *best = best.max(grade);
            }
            Self::Attended => trace.attended = trace.attended.saturating_add(1),
        }
    }
}

/// The date of the first act after which `rule` was met, in the order of the acts' own dates. Since acts only add, that is
/// the latest date among those that were needed. None when it is not met, or was met without any act.
///
/// # Errors
/// When the database fails.
pub(super) async fn rule_met<C: ConnectionTrait>(
    tx: &C,
    of: ParticipationId,
    content: &CourseContent,
    rule: &Rule,
) -> Result<Option<DateTime<Utc>>> {
    let mut acts = acts(tx, of).await?;
    // Attempts come in the order of their numbers, and the sort keeps it.
    acts.sort_by_key(|(at, _)| *at);
    let mut trace = Trace::default();
    let mut acts = acts.into_iter().peekable();
    while let Some((at, act)) = acts.next() {
        act.add_to(&mut trace);
        // One act may leave several marks of one moment: only all of them together are a state that existed.
        let whole = acts.peek().is_none_or(|(next, _)| *next > at);
        if whole && rule.is_met(content, &trace.progress(content, false)) {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

async fn acts<C: ConnectionTrait>(tx: &C, of: ParticipationId) -> Result<Vec<(DateTime<Utc>, Act)>> {
    let mut all = Vec::new();
    let done = activity_done::Entity::find().filter(activity_done::Column::ParticipationId.eq(of)).all(tx).await?;
    all.extend(done.into_iter().map(|row| (row.done_at, Act::Done(row.activity))));
    let tried = attempt::Entity::find()
        .filter(attempt::Column::ParticipationId.eq(of))
        .order_by_asc(attempt::Column::Number)
        .all(tx)
        .await?;
    all.extend(
        tried
            .into_iter()
            .filter_map(|row| Some((row.submitted_at?, Act::Scored(row.activity, score(row.right?, row.asked?))))),
    );
    let graded = submission::Entity::find()
        .filter(submission::Column::ParticipationId.eq(of))
        .filter(submission::Column::State.eq(SubmissionState::Graded))
        .all(tx)
        .await?;
    all.extend(graded.into_iter().filter_map(|row| {
        Some((row.submitted_at?, Act::Graded(row.activity, points(row.grade_part, row.grade_whole)?)))
    }));
    all.extend(attended(tx, of).await?);
    Ok(all)
}

/// Sessions count by the moment at which they ended, whenever the list was written up.
async fn attended<C: ConnectionTrait>(tx: &C, of: ParticipationId) -> Result<Vec<(DateTime<Utc>, Act)>> {
    let rows = attendance::Entity::find()
        .filter(attendance::Column::ParticipationId.eq(of))
        .filter(attendance::Column::State.is_in([AttendanceState::Present, AttendanceState::Late]))
        .all(tx)
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<MeetingId> = rows.iter().map(|row| row.meeting_id).collect();
    let meetings = meeting::Entity::find().filter(meeting::Column::Id.is_in(ids)).all(tx).await?;
    let ended: HashMap<MeetingId, DateTime<Utc>> = meetings.into_iter().map(|row| (row.id, row.ends_at)).collect();
    Ok(rows
        .into_iter()
        .map(|row| (ended.get(&row.meeting_id).copied().unwrap_or(row.recorded_at), Act::Attended))
        .collect())
}
