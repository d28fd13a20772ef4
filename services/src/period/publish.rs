//! Publishing a frozen period as a version, with the documents that are made of it.

use domain::error::Code;
use domain::id::SnapshotId;
use domain::language::Language;
use domain::period::{Snapshot, label};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{freeze, html, members, sheet, store};
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, digest};
use crate::entity::{adjustment, snapshot, snapshot_file, snapshot_members};
use crate::error::Result;
use crate::indicator::Figures;

/// Who approves, why, and which version was the newest.
pub(super) struct Signed {
    pub base: i32,
    pub approver: String,
    pub reason: String,
}

pub(super) async fn publish(
    ctx: &Ctx,
    figures: &Figures<'_>,
    mut frozen: freeze::Frozen,
    signed: Signed,
) -> Result<()> {
    let version = signed.base + 1;
    frozen.snapshot.version = version.unsigned_abs();
    frozen.snapshot.closed_at = ctx.now();
    frozen.snapshot.closed_by = match ctx.account() {
        Some(account) => crate::person::store::name_of(ctx.db.read(), account).await?,
        None => None,
    };
    frozen.snapshot.approver.clone_from(&signed.approver);
    frozen.snapshot.reason.clone_from(&signed.reason);
    let content = serde_json::to_string(&frozen.snapshot)?;
    let files = documents(figures, &frozen.snapshot).await?;
    let period = label(frozen.snapshot.year);
    let id = SnapshotId(ctx.new_id());
    let tx = ctx.db.begin_write().await?;
    let newest = store::find_newest(&tx, &period).await?.map_or(0, |row| row.version);
    if newest != signed.base {
        return Err(if signed.base == 0 { Code::PeriodClosed } else { Code::ChangedMeanwhile }.into());
    }
    let row = snapshot::ActiveModel {
        id: Set(id),
        period: Set(period.clone()),
        version: Set(version),
        closed_at: Set(ctx.now()),
        closed_by: Set(ctx.account()),
        approver: Set(signed.approver.clone()),
        reason: Set(signed.reason.clone()),
        digest: Set(digest(&content)),
        content: Set(content),
    };
    snapshot::Entity::insert(row).exec_without_returning(&tx).await?;
    for (indicator, span, members) in frozen.members {
        let row = snapshot_members::ActiveModel {
            id: Set(ctx.new_id()),
            snapshot_id: Set(id),
            indicator: Set(indicator),
            span: Set(span.to_owned()),
            members: Set(members::pack(&members)?),
        };
        snapshot_members::Entity::insert(row).exec_without_returning(&tx).await?;
    }
    insert_files(&tx, ctx, id, files).await?;
    if let Some(year) = frozen.snapshot.year {
        adjustment::Entity::update_many()
            .col_expr(adjustment::Column::ReportedIn, Expr::value(Some(year)))
            .filter(adjustment::Column::Id.is_in(frozen.carried))
            .exec(&tx)
            .await?;
    }
    let entry = Entry::PeriodClosed {
        period: &period,
        version: version.unsigned_abs(),
        approver: &signed.approver,
        reason: &signed.reason,
    };
    audit::record(&tx, ctx, &period, entry).await?;
    tx.commit().await?;
    Ok(())
}

/// Name, media type, bytes.
type Document = (String, &'static str, Vec<u8>);

/// The report in each language, as a page and on paper.
async fn documents(figures: &Figures<'_>, snapshot: &Snapshot) -> Result<Vec<Document>> {
    let mut files = Vec::new();
    for language in Language::ALL {
        let names = figures.names_in(*language).await?;
        let sheet = sheet::sheet(snapshot, &names);
        let page = html::page(&sheet);
        files.push((format!("report.{language}.html"), "text/html; charset=utf-8", page.into_bytes()));
        let paper = crate::course::import::blocking(move || crate::paper::set(&sheet)).await?;
        files.push((format!("report.{language}.pdf"), "application/pdf", paper));
    }
    Ok(files)
}

async fn insert_files<C: ConnectionTrait>(tx: &C, ctx: &Ctx, of: SnapshotId, files: Vec<Document>) -> Result<()> {
    for (name, media, content) in files {
        let row = snapshot_file::ActiveModel {
            id: Set(ctx.new_id()),
            snapshot_id: Set(of),
            name: Set(name),
            media: Set(media.to_owned()),
            digest: Set(crate::ctx::hex(&<sha2::Sha256 as sha2::Digest>::digest(&content))),
            content: Set(content),
        };
        snapshot_file::Entity::insert(row).exec_without_returning(tx).await?;
    }
    Ok(())
}
