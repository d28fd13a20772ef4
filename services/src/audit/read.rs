//! Reading the audit trail. It is only ever appended to: both databases refuse to change or remove an entry.

use chrono::{DateTime, Datelike as _, Utc};
use domain::audit::{AuditQuery, AuditRow, AuditView};
use domain::id::{AccountId, AuditId};
use domain::page::{PAGE_SIZE, Page, shown_page};
use domain::zone::{end_of_day, start_of_day};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};

use super::Entry;
use crate::ctx::Ctx;
use crate::entity::audit;
use crate::error::Result;
use crate::export::{Sheet, Sink};
use crate::policy;

/// How many entries of a file are read at once.
const AT_ONCE: u64 = 1_000;

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

/// The same entries as CSV, all of them, and an entry about it. UTF-8 with a byte order mark.
///
/// # Errors
/// `SignInFirst`, `NotForYou`; when the database or the file fails.
pub(crate) async fn write(ctx: &Ctx, query: &AuditQuery, sink: &mut impl Sink) -> Result<()> {
    policy::may_administer(ctx)?;
    let db = ctx.db.begin_read().await?;
    let found = filtered(ctx, query);
    sink.expect(found.clone().count(&db).await?);
    let mut file = Sheet::new(sink);
    file.head(["at", "who", "action", "subject", "details"])?;
    let mut last: Option<(DateTime<Utc>, AuditId)> = None;
    loop {
        let some = found.clone().filter(older(last)).limit(AT_ONCE).all(&db).await?;
        let Some(end) = some.last() else { break };
        last = Some((end.at, end.id));
        for row in named(&db, some).await? {
            let details: Vec<String> = row.details.iter().map(|(field, value)| format!("{field}={value}")).collect();
            file.row([row.at.to_rfc3339(), row.who.unwrap_or_default(), row.action, row.subject, details.join("; ")])
                .await?;
        }
    }
    let rows = file.finish().await?;
    db.commit().await?;
    let tx = ctx.db.begin_write().await?;
    super::record(&tx, ctx, "audit", Entry::TrailExported { rows }).await?;
    tx.commit().await?;
    Ok(())
}

/// What comes after an entry in a list of the newest first.
fn older(last: Option<(DateTime<Utc>, AuditId)>) -> Condition {
    use audit::Column;
    let Some((at, id)) = last else { return Condition::all() };
    Condition::any().add(Column::At.lt(at)).add(Condition::all().add(Column::At.eq(at)).add(Column::Id.lt(id)))
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
