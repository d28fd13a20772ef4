//! Messages of an edition's team, and its announcements.

mod announcements;
pub mod api;
mod message_page;
mod messages_page;
mod words;
mod write_form;

pub use announcements::Announcements;
pub use message_page::MessagePage;
pub use messages_page::MessagesPage;
