//! Learning inside an edition: the outline, lessons, knowledge checks and the final test.

mod activity_page;
mod answer_check;
pub mod api;
mod lesson;
mod outline;
mod outline_page;
mod person_page;
mod quiz;
mod remains;
mod when;

pub use activity_page::ActivityPage;
pub use answer_check::{AnswerCheck, CheckWords};
pub use outline_page::OutlinePage;
pub use person_page::PersonPage;
pub use remains::Remains;
