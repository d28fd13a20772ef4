//! Queries about check-ins and who signed them.

use chrono::{DateTime, Utc};
use domain::id::{CheckinId, EditionId, MeetingId};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};

use crate::entity::{checkin, checkin_signature, meeting, participation, person};
use crate::error::Result;

/// The check-in of an edition that is open now.
pub(super) async fn find_open<C: ConnectionTrait>(
    db: &C,
    edition: EditionId,
    now: DateTime<Utc>,
) -> Result<Option<checkin::Model>> {
    let open = checkin::Entity::find()
        .filter(checkin::Column::EditionId.eq(edition))
        .filter(checkin::Column::EndedAt.is_null())
        .filter(checkin::Column::ClosesAt.gt(now));
    Ok(open.order_by_desc(checkin::Column::OpenedAt).one(db).await?)
}

pub(super) async fn find_by_code<C: ConnectionTrait>(db: &C, code: &str) -> Result<Option<checkin::Model>> {
    Ok(checkin::Entity::find().filter(checkin::Column::Code.eq(code)).one(db).await?)
}

pub(super) async fn list_meetings<C: ConnectionTrait>(db: &C, edition: EditionId) -> Result<Vec<meeting::Model>> {
    let found = meeting::Entity::find().filter(meeting::Column::EditionId.eq(edition));
    Ok(found.order_by_asc(meeting::Column::StartsAt).all(db).await?)
}

pub(super) async fn find_meeting<C: ConnectionTrait>(db: &C, id: MeetingId) -> Result<Option<meeting::Model>> {
    Ok(meeting::Entity::find_by_id(id).one(db).await?)
}

/// How many signed this check-in.
pub(super) async fn count<C: ConnectionTrait>(db: &C, checkin: CheckinId) -> Result<u32> {
    let signed = checkin_signature::Entity::find().filter(checkin_signature::Column::CheckinId.eq(checkin)).count(db);
    Ok(u32::try_from(signed.await?).unwrap_or(u32::MAX))
}

/// How many people signed in any check-in of the edition.
pub(super) async fn count_signed<C: ConnectionTrait>(db: &C, edition: EditionId) -> Result<u32> {
    let of_edition = checkin::Entity::find()
        .select_only()
        .column(checkin::Column::Id)
        .filter(checkin::Column::EditionId.eq(edition))
        .into_query();
    let people = checkin_signature::Entity::find()
        .select_only()
        .column(checkin_signature::Column::ParticipationId)
        .distinct()
        .filter(checkin_signature::Column::CheckinId.in_subquery(of_edition));
    Ok(u32::try_from(people.count(db).await?).unwrap_or(u32::MAX))
}

/// The people who signed from this phone in any check-in of the edition: (participation, given name, family name).
pub(super) async fn list_by_device<C: ConnectionTrait>(
    db: &C,
    edition: EditionId,
    device: &str,
) -> Result<Vec<(participation::Model, person::Model)>> {
    let signed = checkin_signature::Entity::find()
        .select_only()
        .column(checkin_signature::Column::ParticipationId)
        .filter(checkin_signature::Column::Device.eq(device))
        .into_query();
    let rows = participation::Entity::find()
        .filter(participation::Column::EditionId.eq(edition))
        .filter(participation::Column::Id.in_subquery(signed))
        .all(db)
        .await?;
    with_people(db, rows).await
}

/// Everybody in the edition whose record has neither address nor account: whom a list without addresses, or a check-in, made.
pub(super) async fn list_nameless<C: ConnectionTrait>(
    db: &C,
    edition: EditionId,
) -> Result<Vec<(participation::Model, person::Model)>> {
    let rows = participation::Entity::find().filter(participation::Column::EditionId.eq(edition)).all(db).await?;
    let holders: std::collections::HashSet<_> =
        crate::enrolment::store::list_addresses(db, edition).await?.into_keys().collect();
    let mut people = with_people(db, rows).await?;
    people.retain(|(_, person)| person.email.is_none() && person.linked_to.is_none() && !holders.contains(&person.id));
    Ok(people)
}

/// Whether the participation signed any check-in.
pub(super) async fn has_signed<C: ConnectionTrait>(db: &C, participation: domain::id::ParticipationId) -> Result<bool> {
    let signed = checkin_signature::Entity::find()
        .filter(checkin_signature::Column::ParticipationId.eq(participation))
        .count(db);
    Ok(signed.await? > 0)
}

async fn with_people<C: ConnectionTrait>(
    db: &C,
    rows: Vec<participation::Model>,
) -> Result<Vec<(participation::Model, person::Model)>> {
    let mut found = Vec::with_capacity(rows.len());
    for chunk in rows.chunks(500) {
        let ids = chunk.iter().map(|row| row.person_id);
        let people = person::Entity::find().filter(person::Column::Id.is_in(ids)).all(db).await?;
        let mut people: std::collections::HashMap<_, _> =
            people.into_iter().map(|person| (person.id, person)).collect();
        found.extend(chunk.iter().filter_map(|row| Some((row.clone(), people.remove(&row.person_id)?))));
    }
    Ok(found)
}
