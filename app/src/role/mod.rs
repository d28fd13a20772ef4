//! Who holds which role, for administrators.

pub mod api;
mod roles_page;

pub use roles_page::RolesPage;
