//! Which certificates an edition issues, and what each certifies. Those that were there certify a completion.

use sea_orm_migration::prelude::*;

use crate::columns::text;

#[derive(DeriveMigrationName)]
pub struct Migration;

const COLUMNS: [(&str, &str); 2] = [("edition", "certificates"), ("certificate", "kind")];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for (table, name) in COLUMNS {
            let mut column = text(name);
            column.default("completion");
            m.alter_table(Table::alter().table(table).add_column(&mut column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for (table, name) in COLUMNS {
            m.alter_table(Table::alter().table(table).drop_column(name).to_owned()).await?;
        }
        Ok(())
    }
}
