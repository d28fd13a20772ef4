//! The closing report of an edition.

pub mod api;
mod narrative;
mod report_page;
mod tables;

pub use report_page::ReportPage;
