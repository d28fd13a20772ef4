//! What happened in an edition, in words of those who teach it.

use sea_orm_migration::prelude::*;

use crate::columns::{at, drop_all, id, index, int, table, text, uuid, uuid_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let narrative = vec![
            id(),
            uuid("edition_id"),
            text("happened"),
            text("learned"),
            text("advice"),
            int("revision"),
            at("saved_at"),
            uuid_null("saved_by"),
        ];
        table(m, "narrative", narrative, &[("edition_id", "edition"), ("saved_by", "account")]).await?;
        index(m, "narrative_edition", "narrative", &["edition_id"], true).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_all(m, &["narrative"]).await
    }
}
