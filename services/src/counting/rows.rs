//! The facts some at a time, for programs that read all of them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::counting::{EditionFacts, canonical};
use domain::edition::Modality;
use domain::error::{Code, Refusal};
use domain::id::{EditionId, ParticipationId};
use domain::language::Language;
use domain::person::SexCell;
use domain::token::ApiRight;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::store;
use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::entity::{edition, participation};
use crate::error::Result;
use crate::person::surrogate;
use crate::policy;

/// Rows given at once.
const ROWS: u64 = 1_000;

/// A participation without a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactRow {
    pub person: String,
    pub edition: String,
    pub course: String,
    pub modality: Modality,
    pub language: Language,
    pub sex: SexCell,
    pub country: Option<String>,
    pub personnel_kind: Option<String>,
    pub first_activity_at: Option<DateTime<Utc>>,
    pub completed_at: Option<DateTime<Utc>>,
}

/// Some rows, and where to go on; None at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactRows {
    pub rows: Vec<FactRow>,
    pub next: Option<String>,
}

/// Participations in the order of their ids, from after `after`; from the first where that is empty. The reading is logged.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `TokenRight`; `Invalid` naming `after` when it is no participation's id.
pub async fn participations(ctx: &Ctx, after: &str) -> Result<FactRows> {
    policy::may_read(ctx, ApiRight::Participations)?;
    let db = ctx.db.read();
    let mut query = participation::Entity::find().order_by_asc(participation::Column::Id).limit(ROWS);
    if !after.is_empty() {
        let after: ParticipationId = after.parse().map_err(|_| Refusal::field("after", Code::ChoiceUnknown))?;
        query = query.filter(participation::Column::Id.gt(after));
    }
    let found = query.all(db).await?;
    let next = (found.len() as u64 == ROWS).then(|| found.last().map(|row| row.id.to_string())).flatten();
    let ids: Vec<EditionId> = found.iter().map(|row| row.edition_id).collect();
    let theirs = edition::Entity::find().filter(edition::Column::Id.is_in(ids));
    let editions: HashMap<EditionId, EditionFacts> =
        store::load_editions(db, theirs).await?.into_iter().map(|one| (one.id, one)).collect();
    let links = store::load_links(db).await?;
    let row = |row: participation::Model| {
        let edition = editions.get(&row.edition_id)?;
        Some(FactRow {
            person: surrogate(canonical(row.person_id, &links)),
            edition: edition.code.clone(),
            course: edition.course.clone(),
            modality: edition.modality,
            language: row.language,
            sex: SexCell::from(row.sex),
            country: row.country,
            personnel_kind: row.personnel_kind,
            first_activity_at: row.first_activity_at,
            completed_at: row.completed_at,
        })
    };
    let rows: Vec<FactRow> = found.into_iter().filter_map(row).collect();
    let tx = ctx.db.begin_write().await?;
    audit::record(&tx, ctx, "participations", Entry::FactsExported { rows: rows.len() as u64 }).await?;
    tx.commit().await?;
    Ok(FactRows { rows, next })
}
