//! People: what one tells about oneself, and why.

pub mod api;
mod country;
mod declared_fields;
mod password_form;
mod profile_page;

pub use country::country_options;
pub use declared_fields::DeclaredFields;
pub use profile_page::ProfilePage;
pub(crate) use profile_page::{sex_options, with_none};
