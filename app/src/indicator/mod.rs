//! The plan's indicators, for staff: every figure with its target, its split and the list behind it.

pub mod api;
mod editions_behind;
mod gain_table;
mod indicator_card;
mod indicator_page;
mod indicators_page;
mod members_page;
mod sex_bar;
mod window;
mod words;
mod year_table;

pub(crate) use gain_table::GainTable;
pub use indicator_page::IndicatorPage;
pub use indicators_page::IndicatorsPage;
pub use members_page::MembersPage;
pub(crate) use sex_bar::{Legend, SexBar, cell_words};
