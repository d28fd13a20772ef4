//! Reporting periods: closed once they have ended, frozen with their members and documents, adjusted in a ledger, restated
//! as a new version. Every version that was published stays, byte for byte.

mod freeze;
mod html;
mod ledger;
mod members;
mod narrative;
mod publish;
mod sheet;
mod store;

use domain::error::Code;
use domain::period::{
    ClosingForm, PeriodRow, PeriodView, PreviewRow, PublishedVersion, Snapshot, check_ended, label, read_label,
};
use domain::token::ApiRight;

use crate::counting::Definition;
use crate::ctx::Ctx;
use crate::entity::snapshot;
use crate::error::Result;
use crate::indicator::Figures;
use crate::policy;

pub use ledger::report_next;
pub use narrative::{narratives, save_narrative};
use publish::{Signed, publish};

/// Every period of the plan: its years up to this one, the newest first, and the plan as a whole.
///
/// # Errors
/// `SignInFirst`, `NotForYou`.
pub async fn list(ctx: &Ctx) -> Result<Vec<PeriodRow>> {
    use chrono::Datelike as _;
    policy::may_read(ctx, ApiRight::Figures)?;
    let figures = Figures::load(ctx).await?;
    let all = store::list(ctx.db.read(), None).await?;
    let plan = figures.current.plan;
    let today = ctx.now().with_timezone(&ctx.settings.reporting_zone).date_naive();
    let last = plan.ends_on.map_or(figures.this_year(), |ends| ends.year().min(figures.this_year()));
    let years = (plan.opens_on.year()..=last).rev().map(Some);
    let mut rows = Vec::new();
    for year in std::iter::once(None).chain(years) {
        let label = label(year);
        let versions: Vec<&snapshot::Model> = all.iter().filter(|row| row.period == label).collect();
        let waiting = match versions.first() {
            Some(newest) => waiting(&ledger::ledger(&figures, newest).await?),
            None => 0,
        };
        rows.push(PeriodRow {
            newest: published(ctx, &versions).await?.into_iter().next(),
            versions: u32::try_from(versions.len()).unwrap_or(u32::MAX),
            waiting,
            running: check_ended(year, &plan, today).is_err(),
            label,
        });
    }
    Ok(rows)
}

fn waiting(rows: &[domain::period::LedgerRow]) -> u32 {
    u32::try_from(rows.iter().filter(|row| row.carried.is_none()).count()).unwrap_or(u32::MAX)
}

async fn published(ctx: &Ctx, rows: &[&snapshot::Model]) -> Result<Vec<PublishedVersion>> {
    let accounts: Vec<_> = rows.iter().filter_map(|row| row.closed_by).collect();
    let names = crate::person::store::names_of(ctx.db.read(), &accounts).await?;
    let version = |row: &&snapshot::Model| PublishedVersion {
        version: row.version.unsigned_abs(),
        closed_at: row.closed_at,
        closed_by: row.closed_by.and_then(|account| names.get(&account).cloned()),
        approver: row.approver.clone(),
        reason: row.reason.clone(),
        digest: row.digest.clone(),
    };
    Ok(rows.iter().map(version).collect())
}

/// One period: while it is open what would be frozen and what is open about it, once it is closed its versions and ledger.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`.
pub async fn view(ctx: &Ctx, period: &str) -> Result<PeriodView> {
    policy::may_staff(ctx)?;
    let year = read_label(period)?;
    let figures = Figures::load(ctx).await?;
    let today = ctx.now().with_timezone(&ctx.settings.reporting_zone).date_naive();
    let rows = store::list(ctx.db.read(), Some(&label(year))).await?;
    let versions = published(ctx, &rows.iter().collect::<Vec<_>>()).await?;
    let (mut preview, mut ledger) = (Vec::new(), Vec::new());
    if let Some(newest) = rows.first() {
        ledger = ledger::ledger(&figures, newest).await?;
    } else {
        let span = freeze::windows(&figures, year);
        for Definition { indicator, .. } in figures.current.reported() {
            let counted = figures.current.counted(indicator, span.period);
            preview.push(PreviewRow {
                code: indicator.code.clone(),
                name: indicator.name.get(ctx.language).to_owned(),
                figure: freeze::frozen_figure(figures.figure(indicator, span.period).await?, counted.as_ref()),
                to_date: freeze::frozen_figure(figures.figure(indicator, span.to_date).await?, None),
            });
        }
    }
    Ok(PeriodView {
        label: label(year),
        running: check_ended(year, &figures.current.plan, today).is_err(),
        versions,
        questions: freeze::questions(&figures, year).await?,
        preview,
        ledger,
    })
}

/// Closes a period: freezes its figures, members and definitions, and makes its documents.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`; `PeriodRunning` before its end; `PeriodClosed`; `Invalid` naming each wrong field.
pub async fn close(ctx: &Ctx, form: &ClosingForm) -> Result<()> {
    policy::may_staff(ctx)?;
    let year = read_label(&form.period)?;
    let figures = Figures::load(ctx).await?;
    let today = ctx.now().with_timezone(&ctx.settings.reporting_zone).date_naive();
    check_ended(year, &figures.current.plan, today)?;
    let questions = freeze::questions(&figures, year).await?;
    let (approver, reason) = form.check(true, !questions.is_empty())?;
    let definitions: Vec<Definition> = figures.current.reported().cloned().collect();
    let frozen = freeze::freeze(&figures, year, &definitions, questions).await?;
    publish(ctx, &figures, frozen, Signed { base: 0, approver, reason }).await
}

/// Restates a closed period: a new version by the definitions that were frozen, from what holds today.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`; `PeriodOpen`; `ChangedMeanwhile` when it was restated since; `Invalid` naming each
/// wrong field.
pub async fn restate(ctx: &Ctx, form: &ClosingForm) -> Result<()> {
    policy::may_staff(ctx)?;
    let year = read_label(&form.period)?;
    let newest = store::find_newest(ctx.db.read(), &label(year)).await?.ok_or(Code::PeriodOpen)?;
    if form.version.trim() != newest.version.to_string() {
        return Err(Code::ChangedMeanwhile.into());
    }
    let (approver, reason) = form.check(false, false)?;
    let figures = Figures::load(ctx).await?;
    let before: Snapshot = serde_json::from_str(&newest.content)?;
    let questions = freeze::questions(&figures, year).await?;
    let frozen = freeze::freeze(&figures, year, &ledger::definitions(&before), questions).await?;
    publish(ctx, &figures, frozen, Signed { base: newest.version, approver, reason }).await
}

/// What was frozen, as it was.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`.
pub async fn snapshot(ctx: &Ctx, period: &str, version: u32) -> Result<Snapshot> {
    policy::may_read(ctx, ApiRight::Figures)?;
    let row = store::find(ctx.db.read(), &label(read_label(period)?), i32::try_from(version).unwrap_or(0)).await?;
    Ok(serde_json::from_str(&row.ok_or(Code::NotFound)?.content)?)
}

/// A document of a version: its media type, its name for saving, and its bytes, the same for ever.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`.
pub async fn document(ctx: &Ctx, period: &str, version: u32, name: &str) -> Result<(String, String, Vec<u8>)> {
    policy::may_staff(ctx)?;
    let period = label(read_label(period)?);
    let row = store::find(ctx.db.read(), &period, i32::try_from(version).unwrap_or(0)).await?.ok_or(Code::NotFound)?;
    let file = store::find_file(ctx.db.read(), row.id, name).await?.ok_or(Code::NotFound)?;
    Ok((file.media, format!("{period}-v{version}-{name}"), file.content))
}

/// The newest version of every closed year, the oldest year first: what may be published. It asks nobody's permission, and is
/// only for use cases that hide what is small.
///
/// # Errors
/// When the database fails.
pub(crate) async fn closed_years(ctx: &Ctx) -> Result<Vec<Snapshot>> {
    let mut newest: std::collections::BTreeMap<i32, snapshot::Model> = std::collections::BTreeMap::new();
    for row in store::list(ctx.db.read(), None).await? {
        if let Ok(year) = row.period.parse::<i32>() {
            // The newest version comes first.
            newest.entry(year).or_insert(row);
        }
    }
    newest.into_values().map(|row| Ok(serde_json::from_str(&row.content)?)).collect()
}
