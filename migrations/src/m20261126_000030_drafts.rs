//! Drafts of courses: their files while somebody works on them in the browser.

use sea_orm_migration::prelude::*;

use crate::columns::{at, big, drop_all, id, index, int, table, text, text_null, uuid, uuid_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        // By address, not by course: a course is made when its first version is published.
        let draft = vec![
            id(),
            text("slug"),
            uuid_null("base_version_id"),
            int("revision"),
            uuid_null("changed_by"),
            at("created_at"),
            at("changed_at"),
        ];
        table(m, "draft", draft, &[("base_version_id", "course_version"), ("changed_by", "account")]).await?;
        index(m, "draft_slug", "draft", &["slug"], true).await?;

        // A text, or the name of a medium in the object store. `stale`: the parts in which it may be behind another language.
        let file = vec![
            id(),
            uuid("draft_id"),
            text("path"),
            text_null("content"),
            text_null("medium"),
            big("bytes"),
            text("stale"),
        ];
        table(m, "draft_file", file, &[("draft_id", "draft")]).await?;
        index(m, "draft_file_path", "draft_file", &["draft_id", "path"], true).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_all(m, &["draft_file", "draft"]).await
    }
}
