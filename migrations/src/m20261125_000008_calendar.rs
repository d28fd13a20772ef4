//! Calendar feeds by a secret link, and when a session was last changed.

use sea_orm_migration::prelude::*;

use crate::columns::{at, at_null, drop_all, id, index, table, text, uuid};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        // One an account: a new link takes the place of the old one. Why the secret itself is kept: decision 17.
        let link = vec![id(), uuid("account_id"), text("secret"), at("made_at")];
        table(m, "calendar_link", link, &[("account_id", "account")]).await?;
        index(m, "calendar_link_account", "calendar_link", &["account_id"], true).await?;
        index(m, "calendar_link_secret", "calendar_link", &["secret"], true).await?;

        let mut changed = at_null("changed_at");
        m.alter_table(Table::alter().table("meeting").add_column(&mut changed).to_owned()).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.alter_table(Table::alter().table("meeting").drop_column("changed_at").to_owned()).await?;
        drop_all(m, &["calendar_link"]).await
    }
}
