//! Forums: of an edition, and of a course's community across its editions. Two kinds of place, one way to write in them.
//!
//! `place` says where, and asks `policy`; `reading` makes pages, `writing` takes posts, `moderation` and `reports` are for
//! moderators; `notices` notes in the transaction of a post whom it is to be mailed to, and `digest` turns what is due into
//! one mail a person. A post counts nowhere: no participation is touched here.

mod digest;
mod limits;
mod markdown;
mod moderation;
mod notices;
mod people;
mod place;
mod reading;
mod reports;
mod scope;
mod settings;
mod store;
mod writing;

pub(crate) use digest::hand_over;
pub use limits::PostingLimits;
pub use moderation::{hide_post, mark_answer, moderate_thread, show_post};
pub use notices::follow;
pub use reading::{forum, preview, thread};
pub use reports::{keep_post, queue, report};
pub(crate) use scope::Scope;
pub use settings::{check_unsubscribe, save_mail, save_name, settings, unsubscribe};
pub(crate) use writing::searched;
pub use writing::{edit_post, reply, start_thread};

/// What somebody wrote, as HTML, by the rules of the forums; nobody is mentioned in it.
pub(crate) fn rendered(text: &str) -> String {
    markdown::render(text, |_| None)
}
