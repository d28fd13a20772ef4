//! Learning inside an edition: the outline, lessons, knowledge checks and the final test.

mod activity_page;
mod answer_check;
pub mod api;
mod lesson;
mod outline;
mod outline_page;
mod quiz;
mod remains;

pub use activity_page::ActivityPage;
pub(crate) use activity_page::place;
pub use answer_check::{AnswerCheck, CheckWords};
pub(crate) use lesson::onward;
pub use outline_page::OutlinePage;
pub use remains::Remains;
