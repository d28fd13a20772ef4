//! Pairs of records that may be one person, and what was decided of them.

use sea_orm_migration::prelude::*;

use crate::columns::{at, at_null, drop_all, id, index, int, table, text, uuid, uuid_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let mut linked = ColumnDef::new("linked");
        linked.boolean().not_null().default(false);
        let duplicate = vec![
            id(),
            uuid("one"),
            uuid("other"),
            int("score"),
            text("signs"),
            at("found_at"),
            linked,
            at_null("decided_at"),
            uuid_null("decided_by"),
        ];
        table(m, "duplicate", duplicate, &[("one", "person"), ("other", "person")]).await?;
        index(m, "duplicate_pair", "duplicate", &["one", "other"], true).await?;
        index(m, "duplicate_open", "duplicate", &["decided_at", "score"], false).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_all(m, &["duplicate"]).await
    }
}
