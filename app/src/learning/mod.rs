//! Learning inside an edition: the outline, lessons, knowledge checks and the final test.

mod activity_page;
mod answer_check;
pub mod api;
mod glossary_page;
mod lesson;
mod outline;
mod outline_page;
mod pack_page;
mod person_page;
mod quiz;
mod remains;
mod when;

pub use activity_page::ActivityPage;
pub(crate) use activity_page::place;
pub use answer_check::{AnswerCheck, CheckWords};
pub use glossary_page::GlossaryPage;
pub(crate) use lesson::{onward, untranslated};
pub use outline_page::OutlinePage;
pub use pack_page::PackPage;
pub use person_page::PersonPage;
pub use remains::Remains;
pub(crate) use when::{Due, Moment};
