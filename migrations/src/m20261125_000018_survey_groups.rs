//! Answers to surveys are shown in groups: each says whether its group is whole.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let mut shown = ColumnDef::new("shown");
        shown.boolean().not_null().default(false);
        m.alter_table(Table::alter().table("survey_answer").add_column(&mut shown).to_owned()).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.alter_table(Table::alter().table("survey_answer").drop_column("shown").to_owned()).await
    }
}
