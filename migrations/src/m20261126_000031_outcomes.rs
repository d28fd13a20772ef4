//! How participations end without a completion, and completions that a team recorded by hand.

use sea_orm_migration::prelude::*;

use crate::columns::{at_null, text_null, uuid_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

const COLUMNS: [&str; 6] =
    ["outcome", "outcome_at", "outcome_reason", "outcome_by", "completion_reason", "completion_evidence"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            text_null("outcome"),
            at_null("outcome_at"),
            text_null("outcome_reason"),
            uuid_null("outcome_by"),
            text_null("completion_reason"),
            text_null("completion_evidence"),
        ];
        for mut column in columns {
            m.alter_table(Table::alter().table("participation").add_column(&mut column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for column in COLUMNS {
            m.alter_table(Table::alter().table("participation").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
