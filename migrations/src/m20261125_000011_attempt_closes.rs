//! When an attempt's time is over is stored with it, so that the campus finds the expired ones without reading every open one.

use sea_orm_migration::prelude::*;

use crate::columns::{at_null, index};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let mut closes = at_null("closes_at");
        m.alter_table(Table::alter().table("attempt").add_column(&mut closes).to_owned()).await?;
        index(m, "attempt_expired", "attempt", &["submitted_at", "closes_at"], false).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.drop_index(Index::drop().name("attempt_expired").table("attempt").to_owned()).await?;
        m.alter_table(Table::alter().table("attempt").drop_column("closes_at").to_owned()).await
    }
}
