//! The audit trail, for administrators.

pub mod api;
mod audit_page;

pub use audit_page::AuditPage;
