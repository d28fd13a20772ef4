//! The plan's indicators, as declared definitions; each stays readable in the version that a figure was made with.

use sea_orm_migration::prelude::*;

use crate::columns::{at, drop_all, id, index, int, table, text};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let indicator =
            vec![id(), text("code"), int("version"), int("position"), text("definition"), at("recorded_at")];
        table(m, "indicator", indicator, &[]).await?;
        index(m, "indicator_version", "indicator", &["code", "version"], true).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_all(m, &["indicator"]).await
    }
}
