//! Queries about courses and their versions. Content is read only where it is asked for: it is large.

use std::collections::HashMap;

use domain::error::Code;
use domain::id::{CourseId, CourseVersionId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::{course, course_version};
use crate::error::Result;

/// A course and its newest version, without the content.
#[derive(Debug, Clone)]
pub struct Latest {
    pub course: course::Model,
    pub version: CourseVersionId,
    pub number: i32,
    pub digest: String,
}

/// The course with this slug.
///
/// # Errors
/// When the database fails.
pub async fn find_by_slug<C: ConnectionTrait>(db: &C, slug: &str) -> Result<Option<course::Model>> {
    Ok(course::Entity::find().filter(course::Column::Slug.eq(slug)).one(db).await?)
}

/// The newest version of the course with this slug, with its content as stored.
///
/// # Errors
/// When the database fails.
pub async fn latest<C: ConnectionTrait>(db: &C, slug: &str) -> Result<Option<course_version::Model>> {
    let Some(course) = find_by_slug(db, slug).await? else { return Ok(None) };
    newest(db, course.id).await
}

/// The newest version of a course.
///
/// # Errors
/// When the database fails.
pub async fn newest<C: ConnectionTrait>(db: &C, course: CourseId) -> Result<Option<course_version::Model>> {
    let versions = course_version::Entity::find().filter(course_version::Column::CourseId.eq(course));
    Ok(versions.order_by_desc(course_version::Column::Number).one(db).await?)
}

/// Whether some version of this course was read from the files of this digest.
///
/// # Errors
/// When the database fails.
pub async fn was_read<C: ConnectionTrait>(db: &C, slug: &str, files: &str) -> Result<bool> {
    let Some(course) = find_by_slug(db, slug).await? else { return Ok(false) };
    let versions = course_version::Entity::find()
        .filter(course_version::Column::CourseId.eq(course.id))
        .filter(course_version::Column::Digest.ends_with(format!(":{files}")))
        .count(db)
        .await?;
    Ok(versions > 0)
}

/// The course with this slug and its newest version's id, without the content.
///
/// # Errors
/// When the database fails.
pub async fn find_latest<C: ConnectionTrait>(db: &C, slug: &str) -> Result<Option<Latest>> {
    let Some(course) = find_by_slug(db, slug).await? else { return Ok(None) };
    let row = course_version::Entity::find()
        .select_only()
        .columns([course_version::Column::Id, course_version::Column::Number, course_version::Column::Digest])
        .filter(course_version::Column::CourseId.eq(course.id))
        .order_by_desc(course_version::Column::Number)
        .into_tuple::<(CourseVersionId, i32, String)>()
        .one(db)
        .await?;
    Ok(row.map(|(version, number, digest)| Latest { course, version, number, digest }))
}

/// Every course with its newest version, by slug.
///
/// # Errors
/// When the database fails.
pub async fn list_latest<C: ConnectionTrait>(db: &C) -> Result<Vec<Latest>> {
    use course_version::Column;
    let courses = course::Entity::find().order_by_asc(course::Column::Slug).all(db).await?;
    let versions = course_version::Entity::find()
        .select_only()
        .columns([Column::CourseId, Column::Id, Column::Number, Column::Digest])
        .order_by_asc(Column::Number)
        .into_tuple::<(CourseId, CourseVersionId, i32, String)>()
        .all(db)
        .await?;
    // In the order of their numbers, so the newest is the one that stays.
    let mut newest: HashMap<_, _> =
        versions.into_iter().map(|(course, version, number, digest)| (course, (version, number, digest))).collect();
    Ok(courses
        .into_iter()
        .filter_map(|course| {
            let (version, number, digest) = newest.remove(&course.id)?;
            Some(Latest { course, version, number, digest })
        })
        .collect())
}

/// A version with its content as stored.
///
/// # Errors
/// `NotFound`.
pub async fn get_version<C: ConnectionTrait>(db: &C, version: CourseVersionId) -> Result<course_version::Model> {
    course_version::Entity::find_by_id(version).one(db).await?.ok_or_else(|| Code::NotFound.into())
}

/// The number of a version.
///
/// # Errors
/// `NotFound`.
pub async fn version_number<C: ConnectionTrait>(db: &C, version: CourseVersionId) -> Result<i32> {
    let number = course_version::Entity::find_by_id(version).select_only().column(course_version::Column::Number);
    number.into_tuple().one(db).await?.ok_or_else(|| Code::NotFound.into())
}

/// The slugs of courses.
///
/// # Errors
/// When the database fails.
pub async fn slugs<C: ConnectionTrait>(db: &C, courses: Vec<CourseId>) -> Result<HashMap<CourseId, String>> {
    if courses.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = course::Entity::find().filter(course::Column::Id.is_in(courses)).all(db).await?;
    Ok(rows.into_iter().map(|course| (course.id, course.slug)).collect())
}
