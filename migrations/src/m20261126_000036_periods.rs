//! Closed periods: what was frozen, with its members and the documents that were made of it; narratives; and differences that
//! a later period reports.

use sea_orm_migration::prelude::*;

use crate::columns::{at, drop_all, id, index, int, int_null, table, text, uuid, uuid_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

fn bytes(name: &'static str) -> ColumnDef {
    let mut column = ColumnDef::new(name);
    column.blob().not_null();
    column
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        // `period` is a year, or `plan`.
        let snapshot = vec![
            id(),
            text("period"),
            int("version"),
            at("closed_at"),
            uuid_null("closed_by"),
            text("approver"),
            text("reason"),
            text("digest"),
            text("content"),
        ];
        table(m, "snapshot", snapshot, &[]).await?;
        index(m, "snapshot_version", "snapshot", &["period", "version"], true).await?;
        let members = vec![id(), uuid("snapshot_id"), text("indicator"), text("span"), bytes("members")];
        table(m, "snapshot_members", members, &[("snapshot_id", "snapshot")]).await?;
        index(m, "snapshot_members_of", "snapshot_members", &["snapshot_id", "indicator", "span"], true).await?;
        let file = vec![id(), uuid("snapshot_id"), text("name"), text("media"), text("digest"), bytes("content")];
        table(m, "snapshot_file", file, &[("snapshot_id", "snapshot")]).await?;
        index(m, "snapshot_file_name", "snapshot_file", &["snapshot_id", "name"], true).await?;
        let narrative = vec![
            id(),
            text("period"),
            text("indicator"),
            text("es"),
            text("en"),
            int("revision"),
            at("saved_at"),
            uuid_null("saved_by"),
        ];
        table(m, "indicator_narrative", narrative, &[]).await?;
        index(m, "indicator_narrative_of", "indicator_narrative", &["period", "indicator"], true).await?;
        let adjustment = vec![
            id(),
            text("period"),
            text("indicator"),
            int("version"),
            text("difference"),
            text("reason"),
            at("decided_at"),
            uuid_null("decided_by"),
            // The year whose report carries it; none while that year is open.
            int_null("reported_in"),
        ];
        table(m, "adjustment", adjustment, &[]).await?;
        index(m, "adjustment_of", "adjustment", &["period", "indicator"], false).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_all(m, &["adjustment", "indicator_narrative", "snapshot_file", "snapshot_members", "snapshot"]).await
    }
}
