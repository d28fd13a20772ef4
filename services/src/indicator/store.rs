//! Queries about indicators and what they count besides people.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use domain::id::{AccountId, CourseId, CourseVersionId};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::counting::Definition;
use crate::ctx::Ctx;
use crate::entity::{course, course_version, indicator, personnel_kind};
use crate::error::Result;

/// Every code that has a definition.
pub(super) async fn codes<C: ConnectionTrait>(db: &C) -> Result<HashSet<String>> {
    let codes: Vec<String> =
        indicator::Entity::find().select_only().column(indicator::Column::Code).into_tuple().all(db).await?;
    Ok(codes.into_iter().collect())
}

/// Stores a version of a definition.
pub(super) async fn insert<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    place: i32,
    definition: &Definition,
    reason: &str,
) -> Result<()> {
    let row = indicator::ActiveModel {
        id: Set(ctx.new_id()),
        code: Set(definition.indicator.code.clone()),
        version: Set(i32::try_from(definition.version).unwrap_or(i32::MAX)),
        position: Set(place),
        definition: Set(serde_json::to_string(&definition.indicator)?),
        recorded_at: Set(ctx.now()),
        reason: Set(reason.to_owned()),
        recorded_by: Set(ctx.account()),
    };
    indicator::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// A version of a definition, with who made it and why.
#[derive(Debug, Clone)]
pub(super) struct Stored {
    pub definition: Definition,
    pub place: i32,
    pub at: DateTime<Utc>,
    pub by: Option<AccountId>,
    pub reason: String,
}

/// Every version of a definition, the oldest first.
pub(super) async fn list_versions<C: ConnectionTrait>(db: &C, code: &str) -> Result<Vec<Stored>> {
    let rows = indicator::Entity::find()
        .filter(indicator::Column::Code.eq(code))
        .order_by_asc(indicator::Column::Version)
        .all(db)
        .await?;
    let stored = |row: indicator::Model| {
        let definition =
            Definition { version: row.version.unsigned_abs(), indicator: serde_json::from_str(&row.definition)? };
        Ok(Stored { definition, place: row.position, at: row.recorded_at, by: row.recorded_by, reason: row.reason })
    };
    rows.into_iter().map(stored).collect()
}

/// The place after the last indicator's.
pub(super) async fn next_place<C: ConnectionTrait>(db: &C) -> Result<i32> {
    let last = indicator::Entity::find().order_by_desc(indicator::Column::Position).one(db).await?;
    Ok(last.map_or(0, |row| row.position + 1))
}

/// A published content version, without its content.
#[derive(Debug, Clone)]
pub(crate) struct Published {
    /// The course's slug.
    pub course: String,
    pub version: CourseVersionId,
    pub at: DateTime<Utc>,
}

/// Every content version, the newest first.
pub(super) async fn list_published<C: ConnectionTrait>(db: &C) -> Result<Vec<Published>> {
    use course_version::Column;
    let courses: HashMap<CourseId, String> =
        course::Entity::find().all(db).await?.into_iter().map(|row| (row.id, row.slug)).collect();
    let versions: Vec<(CourseVersionId, CourseId, DateTime<Utc>)> = course_version::Entity::find()
        .select_only()
        .columns([Column::Id, Column::CourseId, Column::ImportedAt])
        .order_by_desc(Column::Number)
        .into_tuple()
        .all(db)
        .await?;
    let published = |(version, course, at)| Some(Published { course: courses.get(&course)?.clone(), version, at });
    Ok(versions.into_iter().filter_map(published).collect())
}

/// The kinds of personnel with their names, retired ones too: what was declared with them stays readable.
pub(super) async fn kinds<C: ConnectionTrait>(db: &C) -> Result<HashMap<String, personnel_kind::Model>> {
    Ok(personnel_kind::Entity::find().all(db).await?.into_iter().map(|kind| (kind.code.clone(), kind)).collect())
}
