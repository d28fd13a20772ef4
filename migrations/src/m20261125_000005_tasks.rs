//! What learners do beyond reading and choosing: worksheets, submissions with their files, surveys; sessions and who came;
//! and the extensions that single people are given.

use sea_orm_migration::prelude::*;

use crate::columns::{at, at_null, big, drop_all, id, index, int, int_null, table, text, text_null, uuid, uuid_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let mut saved = at_null("saved_at");
        m.alter_table(Table::alter().table("attempt").add_column(&mut saved).to_owned()).await?;

        // More time, attempts or days for one person in one activity.
        let extension = vec![
            id(),
            uuid("participation_id"),
            text("activity"),
            int("extra_minutes"),
            int("extra_attempts"),
            at_null("due_at"),
            text("reason"),
            uuid_null("granted_by"),
            at("granted_at"),
        ];
        table(m, "extension", extension, &[("participation_id", "participation"), ("granted_by", "account")]).await?;
        index(m, "extension_once", "extension", &["participation_id", "activity"], true).await?;

        let worksheet = vec![id(), uuid("participation_id"), text("activity"), text("answers"), at("saved_at")];
        table(m, "worksheet", worksheet, &[("participation_id", "participation")]).await?;
        index(m, "worksheet_once", "worksheet", &["participation_id", "activity"], true).await?;

        // Handing in again makes the next number; what was graded stays as it was. `revision` is raised by every change, so
        // that two graders never overwrite each other unknowingly.
        let submission = vec![
            id(),
            uuid("participation_id"),
            text("activity"),
            int("number"),
            text("state"),
            text("text"),
            at("saved_at"),
            at_null("submitted_at"),
            at_null("graded_at"),
            uuid_null("graded_by"),
            text("points"),
            text("comment"),
            int_null("grade_part"),
            int_null("grade_whole"),
            int("revision"),
        ];
        table(m, "submission", submission, &[("participation_id", "participation"), ("graded_by", "account")]).await?;
        index(m, "submission_number", "submission", &["participation_id", "activity", "number"], true).await?;
        index(m, "submission_state", "submission", &["state", "submitted_at"], false).await?;

        // `object` is the file's key in the object store.
        let file = vec![
            id(),
            uuid("submission_id"),
            text("name"),
            text("kind"),
            big("bytes"),
            text("object"),
            at("stored_at"),
        ];
        table(m, "submission_file", file, &[("submission_id", "submission")]).await?;
        index(m, "submission_file_of", "submission_file", &["submission_id"], false).await?;

        // No participation and no time, and ids that are not in order of time: an answer leads to nobody.
        let survey = vec![id(), uuid("edition_id"), text("activity"), text("answers")];
        table(m, "survey_answer", survey, &[("edition_id", "edition")]).await?;
        index(m, "survey_answer_edition", "survey_answer", &["edition_id", "activity"], false).await?;

        let meeting = vec![
            id(),
            uuid("edition_id"),
            text("title"),
            at("starts_at"),
            at("ends_at"),
            text_null("place"),
            text_null("link"),
            at("created_at"),
        ];
        table(m, "meeting", meeting, &[("edition_id", "edition")]).await?;
        index(m, "meeting_edition", "meeting", &["edition_id", "starts_at"], false).await?;

        let attendance = vec![
            id(),
            uuid("meeting_id"),
            uuid("participation_id"),
            text("state"),
            uuid_null("recorded_by"),
            at("recorded_at"),
        ];
        let keys = [("meeting_id", "meeting"), ("participation_id", "participation"), ("recorded_by", "account")];
        table(m, "attendance", attendance, &keys).await?;
        index(m, "attendance_once", "attendance", &["meeting_id", "participation_id"], true).await?;
        index(m, "attendance_participation", "attendance", &["participation_id"], false).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let tables =
            ["attendance", "meeting", "survey_answer", "submission_file", "submission", "worksheet", "extension"];
        drop_all(m, &tables).await?;
        m.alter_table(Table::alter().table("attempt").drop_column("saved_at").to_owned()).await
    }
}
