//! One participation behind a figure, for staff.

pub mod api;
mod declaration_page;

pub use declaration_page::DeclarationPage;
