//! Figures from before the platform, for staff.

pub mod api;
mod history_page;
mod import_page;
mod rows;

pub use history_page::HistoryPage;
pub use import_page::{HistoryImportPage, IMPORT_HISTORY};
