//! Editions have a state in the hands of their team, and a place; those that were there before take people as they did.

use sea_orm_migration::prelude::*;

use crate::columns::{text, text_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

const COLUMNS: [&str; 3] = ["state", "place", "link"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let mut state = text("state");
        state.default("open");
        for mut column in [state, text_null("place"), text_null("link")] {
            m.alter_table(Table::alter().table("edition").add_column(&mut column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for column in COLUMNS {
            m.alter_table(Table::alter().table("edition").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
