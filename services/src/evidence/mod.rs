//! Facts that staff record with evidence. What was taken back stays in the register and counts no longer.

use chrono::NaiveDate;
use domain::error::{Code, Refusal};
use domain::evidence::{EvidenceForm, EvidenceRow};
use domain::id::EvidenceId;
use domain::indicator::Measure;
use domain::token::ApiRight;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::audit::{self, Entry};
use crate::counting;
use crate::ctx::Ctx;
use crate::entity::evidence;
use crate::error::Result;
use crate::policy;

/// A fact, as counting reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceFact {
    pub indicator: String,
    pub country: Option<String>,
    pub happened_on: NaiveDate,
}

/// What is recorded for an indicator, the newest fact first.
///
/// # Errors
/// `SignInFirst`, `NotForYou`.
pub async fn list(ctx: &Ctx, code: &str) -> Result<Vec<EvidenceRow>> {
    policy::may_read(ctx, ApiRight::Figures)?;
    let db = ctx.db.read();
    let rows = evidence::Entity::find()
        .filter(evidence::Column::Indicator.eq(code))
        .order_by_desc(evidence::Column::HappenedOn)
        .order_by_desc(evidence::Column::Id)
        .all(db)
        .await?;
    let accounts: Vec<_> = rows.iter().filter_map(|row| row.recorded_by).collect();
    let names = crate::person::store::names_of(db, &accounts).await?;
    let row = |row: evidence::Model| EvidenceRow {
        id: row.id.to_string(),
        country: row.country,
        happened_on: row.happened_on,
        what: row.what,
        document: row.document,
        link: row.link,
        recorded_at: row.recorded_at,
        recorded_by: row.recorded_by.and_then(|account| names.get(&account).cloned()),
        withdrawn: row.withdrawn_at.map(|_| row.withdrawn_reason.unwrap_or_default()),
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Records a fact.
///
/// # Errors
/// `SignInFirst`, `NotForYou`; `NotFound` for an indicator that staff do not record; `Invalid` naming each wrong field.
pub async fn record(ctx: &Ctx, form: &EvidenceForm) -> Result<()> {
    policy::may_staff(ctx)?;
    let current = counting::current(ctx).await?;
    let indicator = &current.find(&form.indicator).ok_or(Code::NotFound)?.indicator;
    if indicator.population != Measure::RecordedByStaff {
        return Err(Code::NotFound.into());
    }
    let today = ctx.now().with_timezone(&ctx.settings.reporting_zone).date_naive();
    let fact = form.evidence(indicator.unit, today)?;
    let id = EvidenceId(ctx.new_id());
    let tx = ctx.db.begin_write().await?;
    let row = evidence::ActiveModel {
        id: Set(id),
        indicator: Set(indicator.code.clone()),
        country: Set(fact.country),
        happened_on: Set(fact.happened_on),
        what: Set(fact.what),
        document: Set(fact.document),
        link: Set(fact.link),
        recorded_at: Set(ctx.now()),
        recorded_by: Set(ctx.account()),
        withdrawn_at: Set(None),
        withdrawn_by: Set(None),
        withdrawn_reason: Set(None),
    };
    evidence::Entity::insert(row).exec_without_returning(&tx).await?;
    let entry = Entry::EvidenceRecorded { indicator: &indicator.code, evidence: id.to_string() };
    audit::record(&tx, ctx, &indicator.code, entry).await?;
    counting::bump(&tx, &[]).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes a fact back, with the reason, and names its indicator.
///
/// # Errors
/// `SignInFirst`, `NotForYou`; `NotFound`; `Invalid` naming `reason`.
pub async fn withdraw(ctx: &Ctx, id: &str, reason: &str) -> Result<String> {
    policy::may_staff(ctx)?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::field("reason", Code::ReasonMissing).into());
    }
    let id: EvidenceId = id.parse().map_err(|_| Code::NotFound)?;
    let tx = ctx.db.begin_write().await?;
    let row = evidence::Entity::find_by_id(id).one(&tx).await?.ok_or(Code::NotFound)?;
    evidence::Entity::update_many()
        .col_expr(evidence::Column::WithdrawnAt, Expr::value(Some(ctx.now())))
        .col_expr(evidence::Column::WithdrawnBy, Expr::value(ctx.account().map(|account| account.0)))
        .col_expr(evidence::Column::WithdrawnReason, Expr::value(Some(reason.to_owned())))
        .filter(evidence::Column::Id.eq(id))
        .filter(evidence::Column::WithdrawnAt.is_null())
        .exec(&tx)
        .await?;
    let entry = Entry::EvidenceWithdrawn { indicator: &row.indicator, evidence: id.to_string(), reason };
    audit::record(&tx, ctx, &row.indicator, entry).await?;
    counting::bump(&tx, &[]).await?;
    tx.commit().await?;
    Ok(row.indicator)
}

/// Every fact that counts.
pub(crate) async fn load<C: ConnectionTrait>(db: &C) -> Result<Vec<EvidenceFact>> {
    use evidence::Column;
    let rows: Vec<(String, Option<String>, NaiveDate)> = evidence::Entity::find()
        .select_only()
        .columns([Column::Indicator, Column::Country, Column::HappenedOn])
        .filter(Column::WithdrawnAt.is_null())
        .into_tuple()
        .all(db)
        .await?;
    let fact = |(indicator, country, happened_on)| EvidenceFact { indicator, country, happened_on };
    Ok(rows.into_iter().map(fact).collect())
}
