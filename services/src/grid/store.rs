//! Queries about everybody in an edition.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::id::{EditionId, ParticipationId, SubmissionId};
use domain::submission::SubmissionState;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationDef,
};

use crate::entity::{activity_done, extension, participation, person, submission};
use crate::error::Result;

/// Somebody in an edition, by name.
#[derive(Debug, Clone, FromQueryResult)]
pub(super) struct Named {
    pub id: ParticipationId,
    pub given_name: String,
    pub family_name: String,
    pub first_activity_at: Option<DateTime<Utc>>,
    pub last_activity_at: Option<DateTime<Utc>>,
    pub completed_at: Option<DateTime<Utc>>,
}

impl Named {
    /// As the roster shows it.
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name).trim().to_owned()
    }
}

/// Everybody in `edition`, by family name.
pub(super) async fn list_named<C: ConnectionTrait>(db: &C, edition: EditionId) -> Result<Vec<Named>> {
    let to_person: RelationDef = participation::Entity::belongs_to(person::Entity)
        .from(participation::Column::PersonId)
        .to(person::Column::Id)
        .into();
    let mut rows = participation::Entity::find()
        .select_only()
        .columns([
            participation::Column::Id,
            participation::Column::FirstActivityAt,
            participation::Column::LastActivityAt,
            participation::Column::CompletedAt,
        ])
        .columns([person::Column::GivenName, person::Column::FamilyName])
        .join(JoinType::InnerJoin, to_person)
        .filter(participation::Column::EditionId.eq(edition))
        .filter(crate::enrolment::store::present())
        .into_model::<Named>()
        .all(db)
        .await?;
    rows.sort_by_cached_key(|row| (row.family_name.to_lowercase(), row.given_name.to_lowercase(), row.id));
    Ok(rows)
}

/// How many activities everybody in `edition` has done; somebody without any is absent.
pub(super) async fn count_done<C: ConnectionTrait>(
    db: &C,
    edition: EditionId,
) -> Result<HashMap<ParticipationId, i64>> {
    let of: RelationDef = activity_done::Entity::belongs_to(participation::Entity)
        .from(activity_done::Column::ParticipationId)
        .to(participation::Column::Id)
        .into();
    let rows: Vec<(ParticipationId, i64)> = activity_done::Entity::find()
        .select_only()
        .column(activity_done::Column::ParticipationId)
        .column_as(activity_done::Column::Id.count(), "done")
        .join(JoinType::InnerJoin, of)
        .filter(participation::Column::EditionId.eq(edition))
        .group_by(activity_done::Column::ParticipationId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// What these people handed in last for each assignment.
pub(super) async fn last_work<C: ConnectionTrait>(
    db: &C,
    of: &[ParticipationId],
) -> Result<HashMap<(ParticipationId, String), SubmissionId>> {
    let rows: Vec<(ParticipationId, String, SubmissionId)> = submission::Entity::find()
        .select_only()
        .columns([submission::Column::ParticipationId, submission::Column::Activity, submission::Column::Id])
        .filter(submission::Column::ParticipationId.is_in(of.iter().copied()))
        .filter(submission::Column::State.ne(SubmissionState::Draft))
        .order_by_asc(submission::Column::Number)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(of, activity, id)| ((of, activity), id)).collect())
}

/// The later due dates that these people were given.
pub(super) async fn extended<C: ConnectionTrait>(
    db: &C,
    of: &[ParticipationId],
) -> Result<HashMap<(ParticipationId, String), DateTime<Utc>>> {
    let rows = extension::Entity::find()
        .filter(extension::Column::ParticipationId.is_in(of.iter().copied()))
        .filter(extension::Column::DueAt.is_not_null())
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(|row| Some(((row.participation_id, row.activity), row.due_at?))).collect())
}
