//! Queries on closed periods.

use domain::id::SnapshotId;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::{snapshot, snapshot_file, snapshot_members};
use crate::error::Result;

/// The newest version of a closed period.
pub(super) async fn find_newest<C: ConnectionTrait>(db: &C, period: &str) -> Result<Option<snapshot::Model>> {
    Ok(snapshot::Entity::find()
        .filter(snapshot::Column::Period.eq(period))
        .order_by_desc(snapshot::Column::Version)
        .one(db)
        .await?)
}

/// A version of a closed period.
pub(super) async fn find<C: ConnectionTrait>(db: &C, period: &str, version: i32) -> Result<Option<snapshot::Model>> {
    Ok(snapshot::Entity::find()
        .filter(snapshot::Column::Period.eq(period))
        .filter(snapshot::Column::Version.eq(version))
        .one(db)
        .await?)
}

/// Every version of every period, or of one; the newest first.
pub(super) async fn list<C: ConnectionTrait>(db: &C, period: Option<&str>) -> Result<Vec<snapshot::Model>> {
    let mut query = snapshot::Entity::find().order_by_desc(snapshot::Column::Version);
    if let Some(period) = period {
        query = query.filter(snapshot::Column::Period.eq(period));
    }
    Ok(query.all(db).await?)
}

/// The packed members of a frozen figure.
pub(super) async fn find_members<C: ConnectionTrait>(
    db: &C,
    snapshot: SnapshotId,
    indicator: &str,
    span: &str,
) -> Result<Option<Vec<u8>>> {
    Ok(snapshot_members::Entity::find()
        .select_only()
        .column(snapshot_members::Column::Members)
        .filter(snapshot_members::Column::SnapshotId.eq(snapshot))
        .filter(snapshot_members::Column::Indicator.eq(indicator))
        .filter(snapshot_members::Column::Span.eq(span))
        .into_tuple()
        .one(db)
        .await?)
}

/// A document that was made when a period was closed.
pub(super) async fn find_file<C: ConnectionTrait>(
    db: &C,
    snapshot: SnapshotId,
    name: &str,
) -> Result<Option<snapshot_file::Model>> {
    Ok(snapshot_file::Entity::find()
        .filter(snapshot_file::Column::SnapshotId.eq(snapshot))
        .filter(snapshot_file::Column::Name.eq(name))
        .one(db)
        .await?)
}
