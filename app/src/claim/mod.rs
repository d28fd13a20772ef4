//! Claims: finding one's record under another address; for staff, which records are linked.

pub mod api;
mod claim_page;
mod linked_page;

pub use claim_page::{ClaimPage, ConfirmClaimPage};
pub use linked_page::LinkedPage;
