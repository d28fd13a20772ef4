//! What is counted without people: facts that staff record with evidence, and figures from before the platform.

use sea_orm_migration::prelude::*;

use crate::columns::{at, at_null, date, drop_all, id, index, int, int_null, table, text, text_null, uuid_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let evidence = vec![
            id(),
            text("indicator"),
            text_null("country"),
            date("happened_on"),
            text("what"),
            text("document"),
            text_null("link"),
            at("recorded_at"),
            uuid_null("recorded_by"),
            at_null("withdrawn_at"),
            uuid_null("withdrawn_by"),
            text_null("withdrawn_reason"),
        ];
        table(m, "evidence", evidence, &[]).await?;
        index(m, "evidence_indicator", "evidence", &["indicator"], false).await?;
        let past = vec![
            id(),
            text("title"),
            text_null("course"),
            text("modality"),
            int("year_from"),
            int("year_to"),
            text_null("language"),
            int_null("editions"),
            text("unit"),
            text("qualifier"),
            int("number"),
            int_null("woman"),
            int_null("man"),
            int_null("another"),
            int_null("declined"),
            int_null("not_recorded"),
            text("audience"),
            text_null("personnel_kind"),
            text("document"),
            text("page"),
            text("note"),
            at("recorded_at"),
            uuid_null("recorded_by"),
            uuid_null("replaced_by"),
            at_null("withdrawn_at"),
        ];
        table(m, "past_figure", past, &[("replaced_by", "edition")]).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_all(m, &["past_figure", "evidence"]).await
    }
}
