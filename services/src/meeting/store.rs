//! Queries about sessions and who came to them.

use std::collections::{BTreeMap, HashMap};

use domain::error::Code;
use domain::id::{AccountId, EditionId, MeetingId, ParticipationId};
use domain::meeting::{AttendanceState, NewMeeting};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel as _,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};

use crate::ctx::Ctx;
use crate::entity::{attendance, meeting};
use crate::error::Result;

/// The sessions of these editions, in order of time.
///
/// # Errors
/// When the database fails.
pub async fn list_of<C: ConnectionTrait>(db: &C, editions: &[EditionId]) -> Result<Vec<meeting::Model>> {
    if editions.is_empty() {
        return Ok(Vec::new());
    }
    let found = meeting::Entity::find().filter(meeting::Column::EditionId.is_in(editions.iter().copied()));
    Ok(found.order_by_asc(meeting::Column::StartsAt).order_by_asc(meeting::Column::Id).all(db).await?)
}

/// The session with this id, if it is one of `edition`: an id from another edition finds nothing.
///
/// # Errors
/// `NotFound`, or when the database fails.
pub async fn get_of<C: ConnectionTrait>(db: &C, edition: EditionId, id: &str) -> Result<meeting::Model> {
    let Ok(id) = id.parse::<MeetingId>() else { return Err(Code::NotFound.into()) };
    let found = meeting::Entity::find_by_id(id).filter(meeting::Column::EditionId.eq(edition)).one(db).await?;
    found.ok_or_else(|| Code::NotFound.into())
}

pub(super) async fn insert<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    edition: EditionId,
    new: NewMeeting,
) -> Result<MeetingId> {
    let id = MeetingId(ctx.new_id());
    let row = meeting::ActiveModel {
        id: Set(id),
        edition_id: Set(edition),
        title: Set(new.title),
        starts_at: Set(new.starts_at),
        ends_at: Set(new.ends_at),
        place: Set(new.place),
        link: Set(new.link),
        created_at: Set(ctx.now()),
        changed_at: Set(None),
        reminded_at: Set(None),
    };
    meeting::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(id)
}

pub(super) async fn update<C: ConnectionTrait>(tx: &C, ctx: &Ctx, old: meeting::Model, new: NewMeeting) -> Result<()> {
    let moved = old.starts_at != new.starts_at;
    let mut row = old.into_active_model();
    if moved {
        row.reminded_at = Set(None);
    }
    row.title = Set(new.title);
    row.starts_at = Set(new.starts_at);
    row.ends_at = Set(new.ends_at);
    row.place = Set(new.place);
    row.link = Set(new.link);
    row.changed_at = Set(Some(ctx.now()));
    row.update(tx).await?;
    Ok(())
}

/// Removes a session with its marks, and says how many those were.
pub(super) async fn remove<C: ConnectionTrait>(tx: &C, id: MeetingId) -> Result<u64> {
    let marks = attendance::Entity::delete_many().filter(attendance::Column::MeetingId.eq(id)).exec(tx).await?;
    meeting::Entity::delete_by_id(id).exec(tx).await?;
    Ok(marks.rows_affected)
}

/// How many people have each state, by session.
///
/// # Errors
/// When the database fails.
pub async fn counts<C: ConnectionTrait>(
    db: &C,
    edition: EditionId,
) -> Result<HashMap<MeetingId, BTreeMap<AttendanceState, u32>>> {
    let of = meeting::Entity::find()
        .select_only()
        .column(meeting::Column::Id)
        .filter(meeting::Column::EditionId.eq(edition));
    let rows: Vec<(MeetingId, AttendanceState, i64)> = attendance::Entity::find()
        .select_only()
        .columns([attendance::Column::MeetingId, attendance::Column::State])
        .column_as(attendance::Column::Id.count(), "people")
        .filter(attendance::Column::MeetingId.in_subquery(of.into_query()))
        .group_by(attendance::Column::MeetingId)
        .group_by(attendance::Column::State)
        .into_tuple()
        .all(db)
        .await?;
    let mut counts: HashMap<MeetingId, BTreeMap<AttendanceState, u32>> = HashMap::new();
    for (meeting, state, people) in rows {
        counts.entry(meeting).or_default().insert(state, u32::try_from(people).unwrap_or(u32::MAX));
    }
    Ok(counts)
}

/// The marks of one session.
pub(super) async fn marks<C: ConnectionTrait>(
    db: &C,
    meeting: MeetingId,
) -> Result<HashMap<ParticipationId, AttendanceState>> {
    let rows: Vec<(ParticipationId, AttendanceState)> = attendance::Entity::find()
        .select_only()
        .columns([attendance::Column::ParticipationId, attendance::Column::State])
        .filter(attendance::Column::MeetingId.eq(meeting))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// The marks of some participations, by session.
///
/// # Errors
/// When the database fails.
pub async fn marks_of<C: ConnectionTrait>(
    db: &C,
    participations: &[ParticipationId],
) -> Result<HashMap<MeetingId, AttendanceState>> {
    if participations.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(MeetingId, AttendanceState)> = attendance::Entity::find()
        .select_only()
        .columns([attendance::Column::MeetingId, attendance::Column::State])
        .filter(attendance::Column::ParticipationId.is_in(participations.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Sets marks: the state that stood is replaced, None takes it away.
pub(super) async fn set_marks<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    meeting: MeetingId,
    by: Option<AccountId>,
    marks: &[(ParticipationId, Option<AttendanceState>)],
) -> Result<()> {
    let gone: Vec<ParticipationId> = marks.iter().filter(|(_, state)| state.is_none()).map(|(id, _)| *id).collect();
    if !gone.is_empty() {
        attendance::Entity::delete_many()
            .filter(attendance::Column::MeetingId.eq(meeting))
            .filter(attendance::Column::ParticipationId.is_in(gone))
            .exec(tx)
            .await?;
    }
    let rows: Vec<_> = marks
        .iter()
        .filter_map(|(id, state)| Some((*id, (*state)?)))
        .map(|(participation, state)| attendance::ActiveModel {
            id: Set(ctx.new_id()),
            meeting_id: Set(meeting),
            participation_id: Set(participation),
            state: Set(state),
            recorded_by: Set(by),
            recorded_at: Set(ctx.now()),
        })
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    let replace = OnConflict::columns([attendance::Column::MeetingId, attendance::Column::ParticipationId])
        .update_columns([attendance::Column::State, attendance::Column::RecordedBy, attendance::Column::RecordedAt])
        .to_owned();
    attendance::Entity::insert_many(rows).on_conflict(replace).exec_without_returning(tx).await?;
    Ok(())
}
