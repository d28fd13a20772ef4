//! The closing survey: for learners to give, and its results for those who run the edition.

pub mod api;
mod questions;
mod results_page;

pub(crate) use questions::Survey;
pub use results_page::SurveyResultsPage;
