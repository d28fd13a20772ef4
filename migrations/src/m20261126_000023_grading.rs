//! Every grade that was ever given stays, and graders send files back.

use sea_orm_migration::prelude::*;

use crate::columns::{at, drop_all, id, index, int, int_null, table, text, uuid, uuid_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        // Among a submission's files, those that came with its grade.
        let mut feedback = ColumnDef::new("feedback");
        feedback.boolean().not_null().default(false);
        m.alter_table(Table::alter().table("submission_file").add_column(&mut feedback).to_owned()).await?;

        let change = vec![
            id(),
            uuid("submission_id"),
            uuid_null("graded_by"),
            at("graded_at"),
            int_null("old_part"),
            int_null("old_whole"),
            int("part"),
            int("whole"),
            text("reason"),
        ];
        table(m, "grade_change", change, &[("submission_id", "submission"), ("graded_by", "account")]).await?;
        index(m, "grade_change_of", "grade_change", &["submission_id", "graded_at"], false).await?;

        // What was graded before has one grade: a row of its own, under an id that is unique already.
        let known = "INSERT INTO grade_change (id, submission_id, graded_by, graded_at, part, whole, reason) \
                     SELECT id, id, graded_by, graded_at, grade_part, grade_whole, '' FROM submission \
                     WHERE graded_at IS NOT NULL AND grade_part IS NOT NULL AND grade_whole IS NOT NULL";
        m.get_connection().execute_unprepared(known).await?;
        Ok(())
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_all(m, &["grade_change"]).await?;
        m.alter_table(Table::alter().table("submission_file").drop_column("feedback").to_owned()).await
    }
}
