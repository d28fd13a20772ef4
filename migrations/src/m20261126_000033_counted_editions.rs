//! At which counting revision an edition's facts last changed, and from which on everything is to be read anew.

use sea_orm_migration::prelude::*;

use crate::columns::{big, drop_all, index, table, uuid};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let mut edition = uuid("edition_id");
        edition.primary_key();
        table(m, "counted_edition", vec![edition, big("revision")], &[("edition_id", "edition")]).await?;
        index(m, "counted_edition_revision", "counted_edition", &["revision"], false).await?;
        let mut whole = big("whole");
        whole.default(1);
        m.alter_table(Table::alter().table("counting_revision").add_column(&mut whole).to_owned()).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.alter_table(Table::alter().table("counting_revision").drop_column("whole").to_owned()).await?;
        drop_all(m, &["counted_edition"]).await
    }
}
