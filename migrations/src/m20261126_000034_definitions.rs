//! Who changed a definition and why; the plan's own settings; what institutions the kinds of personnel stand for.

use sea_orm_migration::prelude::*;

use crate::columns::{at, drop_all, table, text, text_null, uuid_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let mut reason = text("reason");
        reason.default("");
        for mut column in [reason, uuid_null("recorded_by")] {
            m.alter_table(Table::alter().table("indicator").add_column(&mut column).to_owned()).await?;
        }
        let mut key = text("key");
        key.primary_key();
        table(m, "setting", vec![key, text("value"), at("changed_at"), uuid_null("changed_by")], &[]).await?;
        let mut kind = text_null("institution_type");
        m.alter_table(Table::alter().table("personnel_kind").add_column(&mut kind).to_owned()).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.alter_table(Table::alter().table("personnel_kind").drop_column("institution_type").to_owned()).await?;
        drop_all(m, &["setting"]).await?;
        for column in ["reason", "recorded_by"] {
            m.alter_table(Table::alter().table("indicator").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
