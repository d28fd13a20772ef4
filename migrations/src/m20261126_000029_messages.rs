//! Messages of an edition's team, and how far each came with whom.

use sea_orm_migration::prelude::*;

use crate::columns::{at, at_null, drop_all, id, index, table, text, uuid, uuid_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let message = vec![
            id(),
            uuid("edition_id"),
            text("segment"),
            text("subject"),
            text("body"),
            at("send_at"),
            at_null("sent_at"),
            at_null("cancelled_at"),
            uuid_null("created_by"),
            at("created_at"),
        ];
        table(m, "message", message, &[("edition_id", "edition"), ("created_by", "account")]).await?;
        index(m, "message_edition", "message", &["edition_id", "send_at"], false).await?;
        index(m, "message_due", "message", &["sent_at", "send_at"], false).await?;

        // The person, not the participation: who was written to stays so, whatever becomes of the seat. Without a job
        // there was no address to write to.
        let delivery = vec![id(), uuid("message_id"), uuid("person_id"), uuid_null("job_id")];
        table(m, "message_delivery", delivery, &[("message_id", "message"), ("person_id", "person")]).await?;
        index(m, "message_delivery_once", "message_delivery", &["message_id", "person_id"], true).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_all(m, &["message_delivery", "message"]).await
    }
}
