//! The tables of the forums.

use super::*;

entity!(forum_profile = "forum_profile" {
    #[sea_orm(primary_key, auto_increment = false)] account_id: AccountId,
    /// None until its person was asked.
    shown: Option<NameShown>,
    chosen: Option<String>, institution: bool, mail: MailWindow, mentions: bool, follow: bool,
    /// Ends the person's forum mail, and nothing else.
    secret: String,
    created_at: DateTime<Utc>,
});
entity!(forum_thread = "forum_thread" {
    #[sea_orm(primary_key, auto_increment = false)] id: ThreadId,
    edition_id: Option<EditionId>, course_id: Option<CourseId>, title: String, author_id: AccountId, posts: i32,
    posted_at: DateTime<Utc>, active_at: DateTime<Utc>, pinned_at: Option<DateTime<Utc>>,
    closed_at: Option<DateTime<Utc>>, hidden_at: Option<DateTime<Utc>>, answer_id: Option<PostId>,
});
entity!(forum_post = "forum_post" {
    #[sea_orm(primary_key, auto_increment = false)] id: PostId,
    thread_id: ThreadId, number: i32, author_id: AccountId,
    /// Markdown; who is mentioned stands in it as `@{account}`.
    text: String,
    /// Title and text as they are searched.
    search: String,
    posted_at: DateTime<Utc>, edited_at: Option<DateTime<Utc>>,
    hidden_at: Option<DateTime<Utc>>, hidden_by: Option<AccountId>, hidden_reason: Option<String>,
});
entity!(forum_mention = "forum_mention" {
    #[sea_orm(primary_key, auto_increment = false)] id: Uuid, post_id: PostId, account_id: AccountId,
});
entity!(forum_follow = "forum_follow" {
    #[sea_orm(primary_key, auto_increment = false)] id: Uuid,
    thread_id: ThreadId, account_id: AccountId, since: DateTime<Utc>, ended_at: Option<DateTime<Utc>>,
});
entity!(forum_notice = "forum_notice" {
    #[sea_orm(primary_key, auto_increment = false)] id: Uuid,
    account_id: AccountId, post_id: PostId, mention: bool, due_at: DateTime<Utc>, sent_at: Option<DateTime<Utc>>,
});
entity!(forum_report = "forum_report" {
    #[sea_orm(primary_key, auto_increment = false)] id: ReportId,
    post_id: PostId, account_id: AccountId, reason: String, reported_at: DateTime<Utc>,
    closed_at: Option<DateTime<Utc>>, closed_by: Option<AccountId>, outcome: Option<ReportOutcome>,
});
