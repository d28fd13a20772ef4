//! Files that are made in the background, and the list of one's own.

pub mod api;
mod exports_page;

pub(crate) use exports_page::AskExport;
pub use exports_page::ExportsPage;
