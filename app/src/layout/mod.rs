//! What stands around every page: the header, the footer, and the page for addresses that lead nowhere.

mod footer;
mod header;
mod not_found_page;
mod staff_tabs;

pub use footer::SiteFooter;
pub use header::SiteHeader;
pub use not_found_page::NotFoundPage;
pub(crate) use staff_tabs::StaffTabs;
