//! Course contents in memory: a version never changes, so it is read from the database once.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use domain::course::CourseContent;
use domain::id::CourseVersionId;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::store;
use crate::entity::course_version;
use crate::error::Result;

/// Most versions that are kept; a campus runs few at a time, and each takes up to a few hundred kilobytes.
const MOST: usize = 24;

/// The contents that were asked for.
#[derive(Debug, Default)]
pub struct Contents(RwLock<HashMap<CourseVersionId, Arc<CourseContent>>>);

impl Contents {
    /// The content of one version.
    ///
    /// # Errors
    /// `NotFound`, or when the database fails.
    pub async fn get<C: ConnectionTrait>(&self, db: &C, version: CourseVersionId) -> Result<Arc<CourseContent>> {
        if let Some(content) = self.find(version) {
            return Ok(content);
        }
        let stored = store::get_version(db, version).await?;
        self.keep(version, &stored.content)
    }

    /// The contents of several versions, in at most one query.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn get_all<C: ConnectionTrait>(
        &self,
        db: &C,
        versions: &[CourseVersionId],
    ) -> Result<HashMap<CourseVersionId, Arc<CourseContent>>> {
        let mut found: HashMap<_, _> =
            versions.iter().filter_map(|version| Some((*version, self.find(*version)?))).collect();
        let missing: Vec<_> = versions.iter().copied().filter(|version| !found.contains_key(version)).collect();
        if !missing.is_empty() {
            for stored in
                course_version::Entity::find().filter(course_version::Column::Id.is_in(missing)).all(db).await?
            {
                found.insert(stored.id, self.keep(stored.id, &stored.content)?);
            }
        }
        Ok(found)
    }

    fn find(&self, version: CourseVersionId) -> Option<Arc<CourseContent>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(&version).cloned()
    }

    fn keep(&self, version: CourseVersionId, stored: &str) -> Result<Arc<CourseContent>> {
        let content: Arc<CourseContent> = Arc::new(serde_json::from_str(stored)?);
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(version, content.clone());
        Ok(content)
    }
}
