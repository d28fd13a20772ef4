//! What the forum's pages show. Nothing here tells of anybody more than the name and institution that they allow.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{ForumRole, MailWindow, NameShown, ReportOutcome};
use crate::error::Code;
use crate::id::{PostId, ReportId, ThreadId};
use crate::page::Page;

/// Which forum a page is of, and what its reader may do there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForumPlace {
    /// `ForumAddress` as a text, for forms.
    pub address: String,
    /// After the language.
    pub path: String,
    /// Where what was reported is seen, after the language.
    pub queue: String,
    /// The edition's title, or the course's.
    pub title: String,
    /// The edition's code; None in a community.
    pub edition: Option<String>,
    /// IANA name of the zone in which times are shown.
    pub zone: String,
    /// Why nobody can write here now.
    pub closed: Option<Code>,
    pub moderates: bool,
}

/// What is shown of whoever wrote something.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonCard {
    pub name: String,
    pub institution: Option<String>,
    pub role: Option<ForumRole>,
}

/// How the reader is shown, and what mail they get.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyForum {
    /// They chose already how they are shown.
    pub asked: bool,
    pub shown: Option<NameShown>,
    /// "Given family".
    pub full: String,
    pub given: String,
    pub chosen: String,
    /// What their profile says.
    pub institution: Option<String>,
    pub institution_shown: bool,
    pub mail: MailWindow,
    pub mentions: bool,
    /// Whether they follow what they write in.
    pub follow: bool,
}

/// A conversation in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreadRow {
    pub id: ThreadId,
    /// Empty when it was hidden from this reader.
    pub title: String,
    pub hidden: bool,
    pub author: PersonCard,
    pub posted_at: DateTime<Utc>,
    pub active_at: DateTime<Utc>,
    pub replies: u32,
    pub pinned: bool,
    pub closed: bool,
    pub answered: bool,
    pub followed: bool,
}

/// A forum's conversations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForumView {
    pub place: ForumPlace,
    pub page: Page<ThreadRow>,
    pub me: MyForum,
    /// Reports that wait for a moderator; 0 for everybody else.
    pub waiting: u32,
    /// The id of the post that its form would make.
    pub new_post: PostId,
}

/// That a post is hidden, and to some readers why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HiddenView {
    pub reason: Option<String>,
}

/// A post of a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostView {
    pub id: PostId,
    /// From 1, which is the conversation's first post.
    pub number: u32,
    pub author: PersonCard,
    pub own: bool,
    pub posted_at: DateTime<Utc>,
    pub edited_at: Option<DateTime<Utc>>,
    /// Sanitised; empty when the post is hidden from this reader.
    pub html: String,
    pub hidden: Option<HiddenView>,
    pub answer: bool,
    /// Until when the reader may change it, and what it says; None when they may not.
    pub editable: Option<(DateTime<Utc>, String)>,
    /// The reader reported it.
    pub reported: bool,
    /// Reports that wait for a moderator; 0 for everybody else.
    pub waiting: u32,
}

/// A conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreadView {
    pub place: ForumPlace,
    pub id: ThreadId,
    /// Empty when it was hidden from this reader.
    pub title: String,
    pub pinned: bool,
    pub closed: bool,
    /// The post marked as answer, and its number.
    pub answer: Option<(PostId, u32)>,
    pub page: Page<PostView>,
    pub following: bool,
    /// Why the reader cannot reply.
    pub refused: Option<Code>,
    pub me: MyForum,
    /// Who can be mentioned, those of this conversation first.
    pub names: Vec<String>,
    /// The id of the post that its form would make.
    pub new_post: PostId,
}

/// A report, as moderators see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportRow {
    pub id: ReportId,
    pub reason: String,
    pub reporter: PersonCard,
    pub reported_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
    pub outcome: Option<ReportOutcome>,
    /// `ForumAddress` as a text, for forms.
    pub forum: String,
    /// The conversation at the post, after the language.
    pub path: String,
    pub place: String,
    pub thread: ThreadId,
    pub title: String,
    pub post: PostId,
    pub author: PersonCard,
    /// The post's first words.
    pub excerpt: String,
    pub hidden: bool,
}

/// What was reported: what waits first, then the latest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueView {
    /// None: every forum of the campus.
    pub place: Option<ForumPlace>,
    pub waiting: u32,
    pub page: Page<ReportRow>,
}
