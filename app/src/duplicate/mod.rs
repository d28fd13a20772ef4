//! Records that may be one person, for staff.

pub mod api;
mod candidates_page;

pub use candidates_page::CandidatesPage;
