//! Participations and what happens in them: finished activities, attempts, certificates.

use sea_orm_migration::prelude::*;

use crate::columns::{at, at_null, drop_all, id, index, int, int_null, table, text, text_null, uuid};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        // When something happened and when it was recorded are two columns (counting rule 3).
        let participation = vec![
            id(),
            uuid("person_id"),
            uuid("edition_id"),
            text("source"),
            text("language"),
            text_null("sex"),
            text_null("country"),
            text_null("personnel_kind"),
            text_null("institution"),
            at("enrolled_at"),
            at_null("first_activity_at"),
            at_null("first_activity_recorded_at"),
            at_null("last_activity_at"),
            text_null("last_activity_key"),
            at_null("completed_at"),
            at_null("completion_recorded_at"),
            at("created_at"),
        ];
        table(m, "participation", participation, &[("person_id", "person"), ("edition_id", "edition")]).await?;
        index(m, "participation_once", "participation", &["person_id", "edition_id"], true).await?;
        index(m, "participation_edition", "participation", &["edition_id"], false).await?;

        let done = vec![id(), uuid("participation_id"), text("activity"), at("done_at")];
        table(m, "activity_done", done, &[("participation_id", "participation")]).await?;
        index(m, "activity_done_once", "activity_done", &["participation_id", "activity"], true).await?;

        let attempt = vec![
            id(),
            uuid("participation_id"),
            text("activity"),
            int("number"),
            text("drawn"),
            text("answers"),
            at("started_at"),
            at_null("submitted_at"),
            int_null("right"),
            int_null("asked"),
        ];
        table(m, "attempt", attempt, &[("participation_id", "participation")]).await?;
        index(m, "attempt_number", "attempt", &["participation_id", "activity", "number"], true).await?;

        let certificate = vec![text("code"), uuid("participation_id"), text("language"), at("issued_at")];
        table(m, "certificate", certificate, &[("participation_id", "participation")]).await?;
        index(m, "certificate_code", "certificate", &["code"], true).await?;
        index(m, "certificate_participation", "certificate", &["participation_id"], true).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_all(m, &["certificate", "attempt", "activity_done", "participation"]).await
    }
}
