//! Queries about indicators and what they count besides people.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use domain::id::{CourseId, CourseVersionId};
use domain::indicator::Indicator;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryOrder, QuerySelect};

use crate::ctx::Ctx;
use crate::entity::{course, course_version, indicator, personnel_kind};
use crate::error::Result;

/// Every code that has a definition.
pub(super) async fn codes<C: ConnectionTrait>(db: &C) -> Result<HashSet<String>> {
    let codes: Vec<String> =
        indicator::Entity::find().select_only().column(indicator::Column::Code).into_tuple().all(db).await?;
    Ok(codes.into_iter().collect())
}

/// Stores the first version of a definition.
pub(super) async fn insert_first<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    place: usize,
    definition: &Indicator,
) -> Result<()> {
    let row = indicator::ActiveModel {
        id: Set(ctx.new_id()),
        code: Set(definition.code.clone()),
        version: Set(1),
        position: Set(i32::try_from(place).unwrap_or(i32::MAX)),
        definition: Set(serde_json::to_string(definition)?),
        recorded_at: Set(ctx.now()),
    };
    indicator::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// A published content version, without its content.
#[derive(Debug, Clone)]
pub(super) struct Published {
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
