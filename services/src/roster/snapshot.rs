//! A participation as it stood at one moment, as far as an import can change it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::id::ParticipationId;
use domain::person::{Declared, Sex};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};

use crate::entity::participation;
use crate::error::Result;

/// Ids in one statement.
const IDS: usize = 500;

/// See the module.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Snapshot {
    pub id: ParticipationId,
    sex: Option<Sex>,
    country: Option<String>,
    personnel_kind: Option<String>,
    institution: Option<String>,
    first_activity_at: Option<DateTime<Utc>>,
    first_activity_recorded_at: Option<DateTime<Utc>>,
    last_activity_at: Option<DateTime<Utc>>,
    last_activity_key: Option<String>,
    completed_at: Option<DateTime<Utc>>,
    completion_recorded_at: Option<DateTime<Utc>>,
}

impl From<&participation::Model> for Snapshot {
    fn from(row: &participation::Model) -> Self {
        Self {
            id: row.id,
            sex: row.sex,
            country: row.country.clone(),
            personnel_kind: row.personnel_kind.clone(),
            institution: row.institution.clone(),
            first_activity_at: row.first_activity_at,
            first_activity_recorded_at: row.first_activity_recorded_at,
            last_activity_at: row.last_activity_at,
            last_activity_key: row.last_activity_key.clone(),
            completed_at: row.completed_at,
            completion_recorded_at: row.completion_recorded_at,
        }
    }
}

impl Snapshot {
    /// The row that brings a participation back to this.
    pub fn restore(&self) -> participation::ActiveModel {
        let declared = Declared {
            sex: self.sex,
            country: self.country.clone(),
            personnel_kind: self.personnel_kind.clone(),
            institution: self.institution.clone(),
        };
        participation::ActiveModel {
            id: Set(self.id),
            sex: Set(declared.sex),
            country: Set(declared.country),
            personnel_kind: Set(declared.personnel_kind),
            institution: Set(declared.institution),
            first_activity_at: Set(self.first_activity_at),
            first_activity_recorded_at: Set(self.first_activity_recorded_at),
            last_activity_at: Set(self.last_activity_at),
            last_activity_key: Set(self.last_activity_key.clone()),
            completed_at: Set(self.completed_at),
            completion_recorded_at: Set(self.completion_recorded_at),
            ..Default::default()
        }
    }
}

/// These participations as they are now.
///
/// # Errors
/// When the database fails.
pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    ids: &[ParticipationId],
) -> Result<HashMap<ParticipationId, Snapshot>> {
    let mut found = HashMap::with_capacity(ids.len());
    for chunk in ids.chunks(IDS) {
        let rows = participation::Entity::find().filter(participation::Column::Id.is_in(chunk.iter().copied())).all(db);
        found.extend(rows.await?.iter().map(|row| (row.id, Snapshot::from(row))));
    }
    Ok(found)
}
