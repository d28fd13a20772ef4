//! The plan's own settings, for staff.

pub mod api;
mod plan_page;

pub use plan_page::PlanPage;
