//! What stands behind a figure in a period, in words; one text an indicator and period, with its author.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::error::{Code, Wrong};
use domain::period::{NarrativeForm, NarrativeRow, read_label};
use sea_orm::{ActiveModelTrait as _, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::audit::{self, Entry};
use crate::counting;
use crate::ctx::Ctx;
use crate::entity::indicator_narrative as narrative;
use crate::error::Result;
use crate::policy;

/// Most characters of a narrative in one language.
const MOST: usize = 6_000;

/// A narrative with the name of its author.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub es: String,
    pub en: String,
    pub by: Option<String>,
    at: DateTime<Utc>,
    revision: u32,
}

/// The narratives of a period that say something, by indicator.
pub(super) async fn load<C: ConnectionTrait>(db: &C, period: &str) -> Result<HashMap<String, Said>> {
    let rows = narrative::Entity::find().filter(narrative::Column::Period.eq(period)).all(db).await?;
    let accounts: Vec<_> = rows.iter().filter_map(|row| row.saved_by).collect();
    let names = crate::person::store::names_of(db, &accounts).await?;
    let said = |row: narrative::Model| {
        let said = Said {
            es: row.es,
            en: row.en,
            by: row.saved_by.and_then(|account| names.get(&account).cloned()),
            at: row.saved_at,
            revision: row.revision.unsigned_abs(),
        };
        (row.indicator, said)
    };
    Ok(rows.into_iter().filter(|row| !row.es.is_empty() || !row.en.is_empty()).map(said).collect())
}

/// The narratives of every reported indicator in a period, those too that say nothing yet.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound` for no period.
pub async fn narratives(ctx: &Ctx, period: &str) -> Result<Vec<NarrativeRow>> {
    policy::may_staff(ctx)?;
    read_label(period)?;
    let current = counting::current(ctx).await?;
    let said = load(ctx.db.read(), period).await?;
    let row = |definition: &counting::Definition| {
        let indicator = &definition.indicator;
        let said = said.get(&indicator.code);
        NarrativeRow {
            code: indicator.code.clone(),
            name: indicator.name.get(ctx.language).to_owned(),
            es: said.map(|said| said.es.clone()).unwrap_or_default(),
            en: said.map(|said| said.en.clone()).unwrap_or_default(),
            by: said.and_then(|said| said.by.clone()),
            saved_at: said.map(|said| said.at),
            revision: said.map_or(0, |said| said.revision),
        }
    };
    Ok(current.reported().map(row).collect())
}

/// Saves a narrative.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`; `Invalid` naming each text that is too long, or missing beside the other;
/// `ChangedMeanwhile` when somebody saved since the form was made.
pub async fn save_narrative(ctx: &Ctx, form: &NarrativeForm) -> Result<()> {
    policy::may_staff(ctx)?;
    read_label(&form.period)?;
    let current = counting::current(ctx).await?;
    let code = &current.find(&form.indicator).ok_or(Code::NotFound)?.indicator.code;
    let mut wrong = Wrong::default();
    let es = wrong.optional("narrative_es", &form.narrative_es, MOST).unwrap_or_default();
    let en = wrong.optional("narrative_en", &form.narrative_en, MOST).unwrap_or_default();
    // The report exists in both languages, and neither has a hole.
    match (es.is_empty(), en.is_empty()) {
        (true, false) => wrong.note("narrative_es", Code::Required),
        (false, true) => wrong.note("narrative_en", Code::Required),
        _ => {}
    }
    wrong.done()?;
    let base: i32 = form.revision.parse().unwrap_or(0);
    let tx = ctx.db.begin_write().await?;
    let found = narrative::Entity::find()
        .filter(narrative::Column::Period.eq(&form.period))
        .filter(narrative::Column::Indicator.eq(code))
        .one(&tx)
        .await?;
    if found.as_ref().map_or(0, |row| row.revision) != base {
        return Err(Code::ChangedMeanwhile.into());
    }
    let row = narrative::ActiveModel {
        id: Set(found.as_ref().map_or_else(|| ctx.new_id(), |row| row.id)),
        period: Set(form.period.clone()),
        indicator: Set(code.clone()),
        es: Set(es),
        en: Set(en),
        revision: Set(base + 1),
        saved_at: Set(ctx.now()),
        saved_by: Set(ctx.account()),
    };
    if found.is_some() {
        row.update(&tx).await?;
    } else {
        narrative::Entity::insert(row).exec_without_returning(&tx).await?;
    }
    let entry = Entry::IndicatorNarrated { indicator: code, period: &form.period };
    audit::record(&tx, ctx, code, entry).await?;
    tx.commit().await?;
    Ok(())
}
