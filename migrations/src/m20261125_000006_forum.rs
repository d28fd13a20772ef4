//! Forums: conversations, posts, who is mentioned in them and who follows them, what is still to be mailed, and reports.

use sea_orm_migration::prelude::*;

use crate::columns::{at, at_null, drop_all, id, index, int, table, text, text_null, uuid, uuid_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

fn flag(name: &'static str) -> ColumnDef {
    let mut column = ColumnDef::new(name);
    column.boolean().not_null();
    column
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        people(m).await?;
        conversations(m).await?;
        mails(m).await?;
        moderation(m).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            m,
            &[
                "forum_report",
                "forum_notice",
                "forum_follow",
                "forum_mention",
                "forum_post",
                "forum_thread",
                "forum_profile",
            ],
        )
        .await
    }
}

/// How an account is shown and what mail it gets. `shown` is null until its person was asked. `secret` stands in mails: it
/// can end them and nothing else, so it is kept as it is.
async fn people(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut account = uuid("account_id");
    account.primary_key();
    let profile = vec![
        account,
        text_null("shown"),
        text_null("chosen"),
        flag("institution"),
        text("mail"),
        flag("mentions"),
        flag("follow"),
        text("secret"),
        at("created_at"),
    ];
    table(m, "forum_profile", profile, &[("account_id", "account")]).await?;
    index(m, "forum_profile_secret", "forum_profile", &["secret"], true).await
}

async fn conversations(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    // Either of an edition or of a course's community. `posts` and `active_at` are kept here, so that a list reads one table.
    let thread = vec![
        id(),
        uuid_null("edition_id"),
        uuid_null("course_id"),
        text("title"),
        uuid("author_id"),
        int("posts"),
        at("posted_at"),
        at("active_at"),
        at_null("pinned_at"),
        at_null("closed_at"),
        at_null("hidden_at"),
        uuid_null("answer_id"),
    ];
    let keys = [("edition_id", "edition"), ("course_id", "course"), ("author_id", "account")];
    table(m, "forum_thread", thread, &keys).await?;
    index(m, "forum_thread_edition", "forum_thread", &["edition_id", "active_at"], false).await?;
    index(m, "forum_thread_course", "forum_thread", &["course_id", "active_at"], false).await?;

    // `search` is the text without accents and in lower case: both databases then find alike.
    let post = vec![
        id(),
        uuid("thread_id"),
        int("number"),
        uuid("author_id"),
        text("text"),
        text("search"),
        at("posted_at"),
        at_null("edited_at"),
        at_null("hidden_at"),
        uuid_null("hidden_by"),
        text_null("hidden_reason"),
    ];
    let keys = [("thread_id", "forum_thread"), ("author_id", "account"), ("hidden_by", "account")];
    table(m, "forum_post", post, &keys).await?;
    index(m, "forum_post_number", "forum_post", &["thread_id", "number"], true).await?;
    index(m, "forum_post_author", "forum_post", &["author_id"], false).await?;

    let mention = vec![id(), uuid("post_id"), uuid("account_id")];
    table(m, "forum_mention", mention, &[("post_id", "forum_post"), ("account_id", "account")]).await?;
    index(m, "forum_mention_once", "forum_mention", &["post_id", "account_id"], true).await
}

async fn mails(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    // Whoever stopped following is remembered, so that writing again does not make them follow again.
    let follow = vec![id(), uuid("thread_id"), uuid("account_id"), at("since"), at_null("ended_at")];
    table(m, "forum_follow", follow, &[("thread_id", "forum_thread"), ("account_id", "account")]).await?;
    index(m, "forum_follow_once", "forum_follow", &["thread_id", "account_id"], true).await?;
    index(m, "forum_follow_account", "forum_follow", &["account_id"], false).await?;

    // One row a reader and post, kept for a while after its mail: it is what keeps a post from being mailed twice.
    let notice = vec![id(), uuid("account_id"), uuid("post_id"), flag("mention"), at("due_at"), at_null("sent_at")];
    table(m, "forum_notice", notice, &[("account_id", "account"), ("post_id", "forum_post")]).await?;
    index(m, "forum_notice_once", "forum_notice", &["account_id", "post_id"], true).await?;
    index(m, "forum_notice_due", "forum_notice", &["sent_at", "due_at"], false).await
}

async fn moderation(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    let report = vec![
        id(),
        uuid("post_id"),
        uuid("account_id"),
        text("reason"),
        at("reported_at"),
        at_null("closed_at"),
        uuid_null("closed_by"),
        text_null("outcome"),
    ];
    let keys = [("post_id", "forum_post"), ("account_id", "account"), ("closed_by", "account")];
    table(m, "forum_report", report, &keys).await?;
    index(m, "forum_report_once", "forum_report", &["post_id", "account_id"], true).await?;
    index(m, "forum_report_open", "forum_report", &["closed_at", "reported_at"], false).await
}
