//! One's calendar as a link for calendar programs.

pub mod api;
mod panel;

pub use panel::CalendarPanel;
