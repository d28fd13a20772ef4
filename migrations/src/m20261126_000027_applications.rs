//! Applications with the edition's own questions, waiting lists, codes and invitations.

use sea_orm_migration::prelude::*;

use crate::columns::{at, at_null, drop_all, id, index, table, text, text_null, uuid, uuid_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

const COLUMNS: [&str; 3] = ["questions", "waiting_rule", "join_code"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let (mut questions, mut rule) = (text("questions"), text("waiting_rule"));
        questions.default("[]");
        rule.default("{\"by\":\"team\"}");
        for mut column in [questions, rule, text_null("join_code")] {
            m.alter_table(Table::alter().table("edition").add_column(&mut column).to_owned()).await?;
        }
        // `answers` keeps the questions as they were asked.
        let application = vec![
            id(),
            uuid("edition_id"),
            uuid("person_id"),
            text("state"),
            text("answers"),
            text("language"),
            at("applied_at"),
            at_null("decided_at"),
            uuid_null("decided_by"),
            text_null("reason"),
        ];
        let keys = [("edition_id", "edition"), ("person_id", "person"), ("decided_by", "account")];
        table(m, "application", application, &keys).await?;
        index(m, "application_once", "application", &["edition_id", "person_id"], true).await?;
        index(m, "application_person", "application", &["person_id"], false).await?;

        let invitation =
            vec![id(), uuid("edition_id"), text("email"), text("secret_hash"), at("invited_at"), at_null("used_at")];
        table(m, "invitation", invitation, &[("edition_id", "edition")]).await?;
        index(m, "invitation_once", "invitation", &["edition_id", "email"], true).await?;
        index(m, "invitation_secret", "invitation", &["secret_hash"], true).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_all(m, &["invitation", "application"]).await?;
        for column in COLUMNS {
            m.alter_table(Table::alter().table("edition").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
