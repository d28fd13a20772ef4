//! Queries about editions.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use domain::edition::EditionState;
use domain::error::Code;
use domain::id::{CourseId, EditionId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait as _};

use crate::entity::{account, edition, edition_instructor, participation, person};
use crate::error::Result;

/// Most editions of one course that its page looks at, newest first.
const MOST: u64 = 100;

/// The edition with this code.
///
/// # Errors
/// When the database fails.
pub async fn find_by_code<C: ConnectionTrait>(db: &C, code: &str) -> Result<Option<edition::Model>> {
    Ok(edition::Entity::find().filter(edition::Column::Code.eq(code)).one(db).await?)
}

/// The edition with this code.
///
/// # Errors
/// `NotFound`.
pub async fn get_by_code<C: ConnectionTrait>(db: &C, code: &str) -> Result<edition::Model> {
    find_by_code(db, code).await?.ok_or_else(|| Code::NotFound.into())
}

/// # Errors
/// `NotFound`.
pub async fn get<C: ConnectionTrait>(db: &C, id: EditionId) -> Result<edition::Model> {
    edition::Entity::find_by_id(id).one(db).await?.ok_or_else(|| Code::NotFound.into())
}

/// Editions by their ids, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn list_by_ids<C: ConnectionTrait>(db: &C, ids: &[EditionId]) -> Result<Vec<edition::Model>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let found = edition::Entity::find().filter(edition::Column::Id.is_in(ids.iter().copied()));
    Ok(found.order_by_desc(edition::Column::StartsOn).order_by_asc(edition::Column::Code).all(db).await?)
}

/// Every edition, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn list<C: ConnectionTrait>(db: &C) -> Result<Vec<edition::Model>> {
    Ok(edition::Entity::find()
        .order_by_desc(edition::Column::StartsOn)
        .order_by_asc(edition::Column::Code)
        .all(db)
        .await?)
}

/// The newest editions of one course, but for drafts.
///
/// # Errors
/// When the database fails.
pub async fn list_by_course<C: ConnectionTrait>(db: &C, course: CourseId) -> Result<Vec<edition::Model>> {
    let found = edition::Entity::find()
        .filter(edition::Column::CourseId.eq(course))
        .filter(edition::Column::State.ne(EditionState::Draft));
    Ok(found.order_by_desc(edition::Column::EndsOn).order_by_asc(edition::Column::Code).limit(MOST).all(db).await?)
}

/// The editions of these courses that are no drafts and have not ended, or ended today in some zone: the caller asks their dates.
///
/// # Errors
/// When the database fails.
pub async fn list_current<C: ConnectionTrait>(
    db: &C,
    courses: &[CourseId],
    now: DateTime<Utc>,
) -> Result<Vec<edition::Model>> {
    if courses.is_empty() {
        return Ok(Vec::new());
    }
    let yesterday = (now - Duration::days(1)).date_naive();
    Ok(edition::Entity::find()
        .filter(edition::Column::CourseId.is_in(courses.iter().copied()))
        .filter(edition::Column::EndsOn.gte(yesterday))
        .filter(edition::Column::State.ne(EditionState::Draft))
        .all(db)
        .await?)
}

/// (enrolled, completed) of each edition; editions without participations are absent.
///
/// # Errors
/// When the database fails.
pub async fn numbers<C: ConnectionTrait>(db: &C, editions: &[EditionId]) -> Result<HashMap<EditionId, (i64, i64)>> {
    use participation::Column;
    if editions.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = participation::Entity::find()
        .select_only()
        .column(Column::EditionId)
        .column_as(Column::Id.count(), "enrolled")
        .column_as(Column::CompletedAt.count(), "completed")
        .filter(Column::EditionId.is_in(editions.iter().copied()))
        .filter(crate::enrolment::store::present())
        .group_by(Column::EditionId)
        .into_tuple::<(EditionId, i64, i64)>()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(edition, enrolled, completed)| (edition, (enrolled, completed))).collect())
}

/// The addresses of those who teach an edition.
///
/// # Errors
/// When the database fails.
pub async fn instructor_emails<C: ConnectionTrait>(db: &C, edition: EditionId) -> Result<Vec<String>> {
    let accounts = edition_instructor::Entity::find()
        .select_only()
        .column(edition_instructor::Column::AccountId)
        .filter(edition_instructor::Column::EditionId.eq(edition))
        .into_query();
    let found = account::Entity::find()
        .select_only()
        .column(account::Column::Email)
        .filter(account::Column::Id.in_subquery(accounts))
        .order_by_asc(account::Column::Email);
    Ok(found.into_tuple().all(db).await?)
}

/// The names of those who teach an edition.
///
/// # Errors
/// When the database fails.
pub async fn instructor_names<C: ConnectionTrait>(db: &C, edition: EditionId) -> Result<Vec<String>> {
    let accounts = edition_instructor::Entity::find()
        .select_only()
        .column(edition_instructor::Column::AccountId)
        .filter(edition_instructor::Column::EditionId.eq(edition))
        .into_query();
    let persons = account::Entity::find()
        .select_only()
        .column(account::Column::PersonId)
        .filter(account::Column::Id.in_subquery(accounts))
        .into_query();
    let mut names: Vec<String> = person::Entity::find()
        .filter(person::Column::Id.in_subquery(persons))
        .all(db)
        .await?
        .into_iter()
        .map(|person| format!("{} {}", person.given_name, person.family_name).trim().to_owned())
        .collect();
    names.sort();
    Ok(names)
}
