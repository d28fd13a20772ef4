//! Files that are made in the background.

use sea_orm_migration::prelude::*;

use crate::columns::{at, at_null, big, drop_all, id, index, int, table, text, text_null, uuid};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let export = vec![
            id(),
            text("ask"),
            text("state"),
            text("language"),
            // Not a reference: an account may go while its files wait to be removed.
            uuid("asked_by"),
            at("asked_at"),
            big("done"),
            big("total"),
            big("bytes"),
            int("attempts"),
            at_null("claimed_until"),
            at_null("finished_at"),
            text_null("failure"),
        ];
        table(m, "export", export, &[]).await?;
        index(m, "export_of", "export", &["asked_by", "asked_at"], false).await?;
        index(m, "export_state", "export", &["state", "asked_at"], false).await?;
        Ok(())
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_all(m, &["export"]).await
    }
}
