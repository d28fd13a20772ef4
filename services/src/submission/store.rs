//! Queries about submissions and their files.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::id::{EditionId, FileId, ParticipationId, SubmissionId};
use domain::submission::SubmissionState;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationDef,
};

use crate::entity::{extension, participation, person, submission, submission_file};
use crate::error::Result;

/// Somebody's submissions for one assignment, in the order of their numbers.
pub(super) async fn list<C: ConnectionTrait>(
    db: &C,
    of: ParticipationId,
    activity: &str,
) -> Result<Vec<submission::Model>> {
    let all = submission::Entity::find()
        .filter(submission::Column::ParticipationId.eq(of))
        .filter(submission::Column::Activity.eq(activity))
        .order_by_asc(submission::Column::Number)
        .all(db)
        .await?;
    Ok(all)
}

/// The files of these submissions, in the order in which they came.
pub(super) async fn list_files<C: ConnectionTrait>(
    db: &C,
    submissions: impl IntoIterator<Item = SubmissionId>,
) -> Result<HashMap<SubmissionId, Vec<submission_file::Model>>> {
    let ids: Vec<SubmissionId> = submissions.into_iter().collect();
    let mut all: HashMap<SubmissionId, Vec<submission_file::Model>> = HashMap::new();
    if ids.is_empty() {
        return Ok(all);
    }
    let rows = submission_file::Entity::find()
        .filter(submission_file::Column::SubmissionId.is_in(ids))
        .order_by_asc(submission_file::Column::StoredAt)
        .order_by_asc(submission_file::Column::Id)
        .all(db)
        .await?;
    for row in rows {
        all.entry(row.submission_id).or_default().push(row);
    }
    Ok(all)
}

/// The later due date that somebody was given for one activity.
pub(super) async fn find_extension<C: ConnectionTrait>(
    db: &C,
    of: ParticipationId,
    activity: &str,
) -> Result<Option<DateTime<Utc>>> {
    let found = extension::Entity::find()
        .filter(extension::Column::ParticipationId.eq(of))
        .filter(extension::Column::Activity.eq(activity))
        .one(db)
        .await?;
    Ok(found.and_then(|row| row.due_at))
}

/// The later due dates that people of `edition` were given, by participation and activity.
pub(super) async fn list_extensions<C: ConnectionTrait>(
    db: &C,
    edition: EditionId,
) -> Result<HashMap<(ParticipationId, String), DateTime<Utc>>> {
    let of: RelationDef = extension::Entity::belongs_to(participation::Entity)
        .from(extension::Column::ParticipationId)
        .to(participation::Column::Id)
        .into();
    let rows = extension::Entity::find()
        .join(JoinType::InnerJoin, of)
        .filter(participation::Column::EditionId.eq(edition))
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(|row| Some(((row.participation_id, row.activity), row.due_at?))).collect())
}

pub(super) fn to_participation() -> RelationDef {
    submission::Entity::belongs_to(participation::Entity)
        .from(submission::Column::ParticipationId)
        .to(participation::Column::Id)
        .into()
}

/// How many submissions of these editions wait for a grade; editions without any are absent.
///
/// # Errors
/// When the database fails.
pub async fn count_waiting<C: ConnectionTrait>(db: &C, editions: &[EditionId]) -> Result<HashMap<EditionId, u32>> {
    if editions.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(EditionId, i64)> = submission::Entity::find()
        .select_only()
        .column(participation::Column::EditionId)
        .column_as(submission::Column::Id.count(), "waiting")
        .join(JoinType::InnerJoin, to_participation())
        .filter(submission::Column::State.eq(SubmissionState::Submitted))
        .filter(participation::Column::EditionId.is_in(editions.iter().copied()))
        .group_by(participation::Column::EditionId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(edition, count)| (edition, u32::try_from(count).unwrap_or(u32::MAX))).collect())
}

/// What was handed in, without its text.
#[derive(Debug, Clone, FromQueryResult)]
pub(super) struct HandedIn {
    pub id: SubmissionId,
    pub participation_id: ParticipationId,
    pub person_id: domain::id::PersonId,
    pub linked_to: Option<domain::id::PersonId>,
    pub given_name: String,
    pub family_name: String,
    pub person_email: Option<String>,
    pub activity: String,
    pub number: i32,
    pub state: SubmissionState,
    pub submitted_at: Option<DateTime<Utc>>,
    pub grade_part: Option<i32>,
    pub grade_whole: Option<i32>,
}

/// Everything that was handed in in `edition`, the oldest first.
pub(super) async fn list_handed_in<C: ConnectionTrait>(db: &C, edition: EditionId) -> Result<Vec<HandedIn>> {
    let to_person: RelationDef = participation::Entity::belongs_to(person::Entity)
        .from(participation::Column::PersonId)
        .to(person::Column::Id)
        .into();
    let rows = submission::Entity::find()
        .select_only()
        .columns([
            submission::Column::Id,
            submission::Column::ParticipationId,
            submission::Column::Activity,
            submission::Column::Number,
            submission::Column::State,
            submission::Column::SubmittedAt,
            submission::Column::GradePart,
            submission::Column::GradeWhole,
        ])
        .columns([person::Column::GivenName, person::Column::FamilyName, person::Column::LinkedTo])
        .column_as(person::Column::Email, "person_email")
        .column(participation::Column::PersonId)
        .join(JoinType::InnerJoin, to_participation())
        .join(JoinType::InnerJoin, to_person)
        .filter(participation::Column::EditionId.eq(edition))
        .filter(crate::enrolment::store::present())
        .filter(submission::Column::State.ne(SubmissionState::Draft))
        .order_by_asc(submission::Column::SubmittedAt)
        .order_by_asc(submission::Column::Id)
        .into_model::<HandedIn>()
        .all(db)
        .await?;
    Ok(rows)
}

/// The submissions of `edition` that wait for a grade, the oldest first.
///
/// `activity` narrows them to one assignment; empty for all.
pub(super) async fn list_waiting<C: ConnectionTrait>(
    db: &C,
    edition: EditionId,
    activity: &str,
) -> Result<Vec<SubmissionId>> {
    let only = Some(activity).filter(|key| !key.is_empty()).map(|key| submission::Column::Activity.eq(key));
    let ids = submission::Entity::find()
        .select_only()
        .column(submission::Column::Id)
        .join(JoinType::InnerJoin, to_participation())
        .filter(participation::Column::EditionId.eq(edition))
        .filter(submission::Column::State.eq(SubmissionState::Submitted))
        .filter(sea_orm::Condition::all().add_option(only))
        .order_by_asc(submission::Column::SubmittedAt)
        .order_by_asc(submission::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    Ok(ids)
}

/// The submission with this id, if it is one of `edition`'s, with its participation.
pub(super) async fn find_in<C: ConnectionTrait>(
    db: &C,
    edition: EditionId,
    id: SubmissionId,
) -> Result<Option<(submission::Model, participation::Model)>> {
    let Some(found) = submission::Entity::find_by_id(id).one(db).await? else { return Ok(None) };
    let of = participation::Entity::find_by_id(found.participation_id)
        .filter(participation::Column::EditionId.eq(edition))
        .one(db)
        .await?;
    Ok(of.map(|of| (found, of)))
}

/// The submission with this id.
pub(super) async fn find<C: ConnectionTrait>(db: &C, id: SubmissionId) -> Result<Option<submission::Model>> {
    Ok(submission::Entity::find_by_id(id).one(db).await?)
}

/// The file with this id.
pub(super) async fn find_file<C: ConnectionTrait>(db: &C, id: FileId) -> Result<Option<submission_file::Model>> {
    Ok(submission_file::Entity::find_by_id(id).one(db).await?)
}

/// Those in `edition`.
pub(super) async fn list_participations<C: ConnectionTrait>(
    db: &C,
    edition: EditionId,
) -> Result<Vec<ParticipationId>> {
    let ids = participation::Entity::find()
        .select_only()
        .column(participation::Column::Id)
        .filter(participation::Column::EditionId.eq(edition))
        .into_tuple()
        .all(db)
        .await?;
    Ok(ids)
}
