//! Reading the audit trail. It is only ever appended to: both databases refuse to change or remove an entry.

use chrono::Datelike as _;
use domain::audit::{AuditQuery, AuditRow, AuditView};
use domain::id::AccountId;
use domain::page::{PAGE_SIZE, Page, shown_page};
use domain::zone::{end_of_day, start_of_day};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};

use super::Entry;
use crate::csv_file::CsvFile;
use crate::ctx::Ctx;
use crate::entity::audit;
use crate::error::Result;
use crate::policy;

/// Most rows of an exported file.
const EXPORTED: u64 = 100_000;

/// The entries that fit, the newest first.
///
/// # Errors
/// `SignInFirst`, `NotForYou`.
pub async fn list(ctx: &Ctx, query: &AuditQuery) -> Result<AuditView> {
    policy::may_administer(ctx)?;
    let db = ctx.db.read();
    let found = filtered(ctx, query);
    let total = u32::try_from(found.clone().count(db).await?).unwrap_or(u32::MAX);
    let number = shown_page(query.page, total);
    let rows = found.offset(u64::from((number - 1) * PAGE_SIZE)).limit(u64::from(PAGE_SIZE)).all(db).await?;
    let actions: Vec<String> = audit::Entity::find()
        .select_only()
        .column(audit::Column::Action)
        .distinct()
        .order_by_asc(audit::Column::Action)
        .into_tuple()
        .all(db)
        .await?;
    Ok(AuditView { page: Page { rows: named(db, rows).await?, total, number }, actions })
}

/// The same entries as CSV, and an entry about it. UTF-8 with a byte order mark.
///
/// # Errors
/// `SignInFirst`, `NotForYou`.
pub async fn csv(ctx: &Ctx, query: &AuditQuery) -> Result<String> {
    policy::may_administer(ctx)?;
    let db = ctx.db.read();
    let rows = named(db, filtered(ctx, query).limit(EXPORTED).all(db).await?).await?;
    let mut file = CsvFile::new();
    file.row(["at", "who", "action", "subject", "details"])?;
    for row in &rows {
        let details: Vec<String> = row.details.iter().map(|(field, value)| format!("{field}={value}")).collect();
        let who = row.who.clone().unwrap_or_default();
        file.row([row.at.to_rfc3339(), who, row.action.clone(), row.subject.clone(), details.join("; ")])?;
    }
    let tx = ctx.db.begin_write().await?;
    super::record(&tx, ctx, "audit", Entry::TrailExported { rows: rows.len() }).await?;
    tx.commit().await?;
    file.finish()
}

fn filtered(ctx: &Ctx, query: &AuditQuery) -> Select<audit::Entity> {
    use audit::Column;
    let zone = ctx.settings.reporting_zone;
    let mut found = audit::Entity::find().order_by_desc(Column::At).order_by_desc(Column::Id);
    let search = query.search.trim();
    if !search.is_empty() {
        let anywhere = Condition::any()
            .add(Column::Action.contains(search))
            .add(Column::Subject.contains(search))
            .add(Column::Detail.contains(search));
        found = found.filter(anywhere);
    }
    if !query.action.is_empty() {
        found = found.filter(Column::Action.eq(&query.action));
    }
    // A year far away would leave what databases hold.
    let sane = |day: &chrono::NaiveDate| (1900..3000).contains(&day.year());
    if let Some(from) = query.from.filter(sane) {
        found = found.filter(Column::At.gte(start_of_day(from, zone)));
    }
    if let Some(to) = query.to.filter(sane) {
        found = found.filter(Column::At.lt(end_of_day(to, zone)));
    }
    found
}

async fn named<C: ConnectionTrait>(db: &C, rows: Vec<audit::Model>) -> Result<Vec<AuditRow>> {
    let mut accounts: Vec<AccountId> = rows.iter().filter_map(|row| row.actor.map(AccountId)).collect();
    accounts.sort_unstable();
    accounts.dedup();
    let names = crate::person::store::names_of(db, &accounts).await?;
    rows.into_iter()
        .map(|row| {
            let detail: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&row.detail)?;
            let text = |value: serde_json::Value| match value {
                serde_json::Value::String(text) => text,
                other => other.to_string(),
            };
            let details = detail.into_iter().filter(|(field, _)| field != "action");
            Ok(AuditRow {
                at: row.at,
                who: row.actor.and_then(|account| names.get(&AccountId(account)).cloned()),
                action: row.action,
                subject: row.subject,
                details: details.map(|(field, value)| (field, text(value))).collect(),
            })
        })
        .collect()
}
