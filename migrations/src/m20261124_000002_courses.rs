//! Courses, their immutable content versions, and editions that pin one.

use sea_orm_migration::prelude::*;

use crate::columns::{at, date, drop_all, id, index, int, int_null, table, text, text_null, uuid};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        table(m, "course", vec![id(), text("slug"), at("created_at")], &[]).await?;
        index(m, "course_slug", "course", &["slug"], true).await?;

        // `digest` is the SHA-256 of the content, then `:` and that of its files; the same content makes no version.
        let version = vec![id(), uuid("course_id"), int("number"), text("digest"), text("content"), at("imported_at")];
        table(m, "course_version", version, &[("course_id", "course")]).await?;
        index(m, "course_version_number", "course_version", &["course_id", "number"], true).await?;

        let edition = vec![
            id(),
            uuid("course_id"),
            uuid("course_version_id"),
            text("code"),
            text("title_es"),
            text("title_en"),
            text("modality"),
            text("languages"),
            date("starts_on"),
            date("ends_on"),
            text("zone"),
            int_null("seats"),
            text("enrolment"),
            text("completion"),
            text_null("country"),
            text_null("personnel_kind"),
            at("created_at"),
        ];
        table(m, "edition", edition, &[("course_id", "course"), ("course_version_id", "course_version")]).await?;
        index(m, "edition_code", "edition", &["code"], true).await?;
        index(m, "edition_course", "edition", &["course_id"], false).await?;

        let instructor = vec![id(), uuid("edition_id"), uuid("account_id")];
        table(m, "edition_instructor", instructor, &[("edition_id", "edition"), ("account_id", "account")]).await?;
        index(m, "edition_instructor_once", "edition_instructor", &["edition_id", "account_id"], true).await?;
        index(m, "edition_instructor_account", "edition_instructor", &["account_id"], false).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_all(m, &["edition_instructor", "edition", "course_version", "course"]).await
    }
}
