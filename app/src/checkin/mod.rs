//! Check-in: the page on the wall, and the one on the phone.

pub mod api;
mod checkin_page;
mod here_page;

pub use checkin_page::CheckinPage;
pub use here_page::{FindCheckinPage, HerePage};
