//! Worksheets: fields to fill in on their own page, a page to read and print, and files to keep.

mod answers_page;
pub mod api;
#[cfg(feature = "ssr")]
pub mod export;
mod sheet;

pub use answers_page::WorksheetAnswersPage;
pub(crate) use sheet::Worksheet;

use domain::worksheet::WorksheetView;

/// Whether anything was written.
fn is_filled(view: &WorksheetView) -> bool {
    view.fields.iter().any(|field| !field.text.is_empty())
}
