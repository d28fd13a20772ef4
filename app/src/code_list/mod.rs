//! The editable lists of codes, for administrators.

pub mod api;
mod codes_page;

pub use codes_page::CodesPage;
