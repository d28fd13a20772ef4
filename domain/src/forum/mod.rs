//! The forum of an edition, and the community of practice of those who completed a course: conversations between people.
//!
//! Writing here is no learning act and counts nowhere (counting.md, "participant"). Nothing is shown of a person but the
//! name and, if they allow it, the institution.

mod form;
mod mention;
mod rules;
mod views;

use serde::{Deserialize, Serialize};

pub use form::{Checked, MailForm, NameChoice, NameForm, PostForm, reason};
pub use mention::{distinct, show_mentions, take_mentions};
pub use rules::{Sight, editable_until, may_edit, may_reply, may_write, page_of, shown_name, sight};
pub use views::{
    ForumPlace, ForumView, HiddenView, MyForum, PersonCard, PostView, QueueView, ReportRow, ThreadRow, ThreadView,
};

/// Most characters of a conversation's title.
pub const TITLE_MAX: usize = 120;
/// Most characters of a post.
pub const POST_MAX: usize = 6_000;
/// Most characters of a reason, of a report or of a moderator.
pub const REASON_MAX: usize = 500;
/// Most characters of a name that somebody chooses for the forum.
pub const NAME_MAX: usize = 60;
/// How long an author may change a post, in minutes.
pub const EDIT_MINUTES: i64 = 30;

/// Which forum: the one of an edition, or the community of a course. Its text stands in forms: `edition/<code>`,
/// `course/<slug>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ForumAddress {
    Edition(String),
    Course(String),
}

impl ForumAddress {
    /// Where its page is, after the language.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Edition(code) => format!("learn/{code}/forum"),
            Self::Course(slug) => format!("community/{slug}"),
        }
    }

    /// Where its moderators see what was reported, after the language.
    #[must_use]
    pub fn queue(&self) -> String {
        match self {
            Self::Edition(code) => format!("teach/{code}/forum"),
            Self::Course(_) => "staff/forum".to_owned(),
        }
    }
}

impl std::fmt::Display for ForumAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Edition(code) => write!(f, "edition/{code}"),
            Self::Course(slug) => write!(f, "course/{slug}"),
        }
    }
}

impl std::str::FromStr for ForumAddress {
    type Err = crate::error::UnknownWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once('/') {
            Some(("edition", code)) if !code.is_empty() => Ok(Self::Edition(code.to_owned())),
            Some(("course", slug)) if !slug.is_empty() => Ok(Self::Course(slug.to_owned())),
            _ => Err(crate::error::UnknownWord(text.to_owned())),
        }
    }
}

crate::text_enum::text_enum! {
    /// How a person's name is shown in forums.
    pub enum NameShown { Full => "full", Given => "given", Chosen => "chosen" }
}

crate::text_enum::text_enum! {
    /// How often a person gets mail of the conversations that they follow.
    pub enum MailWindow { AtOnce => "at-once", Daily => "daily", Never => "never" }
}

crate::text_enum::text_enum! {
    /// Which conversations a list shows.
    pub enum ThreadFilter { All => "all", Unanswered => "unanswered", Mine => "mine", Followed => "followed" }
}

crate::text_enum::text_enum! {
    /// What a moderator does to a whole conversation.
    pub enum ThreadAct { Pin => "pin", Unpin => "unpin", Close => "close", Reopen => "reopen" }
}

crate::text_enum::text_enum! {
    /// What became of a report.
    pub enum ReportOutcome { Hidden => "hidden", Kept => "kept" }
}

crate::text_enum::text_enum! {
    /// In what part somebody writes, where it matters to readers.
    pub enum ForumRole { Instructor => "instructor", Team => "team" }
}

/// What part of a forum somebody asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForumQuery {
    pub search: String,
    pub filter: ThreadFilter,
    /// From 1.
    pub page: u32,
}
