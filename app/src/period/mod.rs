//! Reporting periods, their ledger and the annual report, for staff.

pub mod api;
mod ledger;
mod period_page;
mod periods_page;
mod questions;
mod report_page;

pub use period_page::PeriodPage;
pub use periods_page::PeriodsPage;
pub use report_page::{NarrativesPage, ReportsPage};
