//! Seeing the people behind the figures is a right of its own. Whoever was staff keeps what they could do.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let keep = "INSERT INTO account_role (id, account_id, role, granted_at) \
                    SELECT account_id, account_id, 'personal-data', granted_at FROM account_role WHERE role = 'staff'";
        m.get_connection().execute_unprepared(keep).await?;
        Ok(())
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.get_connection().execute_unprepared("DELETE FROM account_role WHERE role = 'personal-data'").await?;
        Ok(())
    }
}
