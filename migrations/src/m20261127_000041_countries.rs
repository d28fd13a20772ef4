//! A role may be granted for some countries. Those that were granted before are for all.

use sea_orm_migration::prelude::*;

use crate::columns::text;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let mut column = text("countries");
        column.default("");
        m.alter_table(Table::alter().table("account_role").add_column(&mut column).to_owned()).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.alter_table(Table::alter().table("account_role").drop_column("countries").to_owned()).await
    }
}
