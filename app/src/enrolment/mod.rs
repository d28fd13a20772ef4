//! Enrolment: the learner's home, and the instructor's editions and rosters.

pub mod api;
mod grades_page;
mod home_page;
mod roster_acts;
mod roster_page;
mod roster_table;
mod teach_page;
mod teach_tabs;
mod todo;

pub use grades_page::GradesPage;
pub use home_page::HomePage;
pub use roster_page::RosterPage;
pub use teach_page::TeachPage;
pub use teach_tabs::TeachTabs;
