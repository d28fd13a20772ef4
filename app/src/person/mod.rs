//! People: what one tells about oneself, and why.

pub mod api;
mod country;
mod password_form;
mod profile_page;

pub use country::country_options;
pub use profile_page::ProfilePage;
