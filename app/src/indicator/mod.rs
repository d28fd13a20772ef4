//! The plan's indicators, for staff: every figure with its target, its split and the list behind it.

pub mod api;
mod chart;
mod dashboard_page;
mod definition_fields;
mod definition_history;
mod definition_page;
mod editions_behind;
mod evidence_part;
mod gain_table;
mod indicator_card;
mod indicator_page;
mod indicators_page;
mod members_page;
mod past_part;
mod sex_bar;
mod splits_part;
mod window;
mod words;
mod year_table;

pub use dashboard_page::DashboardPage;
pub use definition_page::DefinitionPage;
pub(crate) use gain_table::GainTable;
pub use indicator_page::IndicatorPage;
pub use indicators_page::IndicatorsPage;
pub use members_page::MembersPage;
pub(crate) use sex_bar::{Legend, SexBar, cell_words};
pub(crate) use window::{window_words, year_words};
pub(crate) use words::{ProgressBars, points};
