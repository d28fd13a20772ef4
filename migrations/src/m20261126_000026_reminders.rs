//! Those who take part are reminded of a session once; moved, once more.

use sea_orm_migration::prelude::*;

use crate::columns::{at_null, index};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let mut reminded = at_null("reminded_at");
        m.alter_table(Table::alter().table("meeting").add_column(&mut reminded).to_owned()).await?;
        index(m, "meeting_starts", "meeting", &["starts_at"], false).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.drop_index(Index::drop().name("meeting_starts").table("meeting").to_owned()).await?;
        m.alter_table(Table::alter().table("meeting").drop_column("reminded_at").to_owned()).await
    }
}
