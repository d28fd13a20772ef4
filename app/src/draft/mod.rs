//! Writing courses: the register, a draft's outline, its texts, media and files, and publishing.

pub mod api;
mod courses_page;
mod files_page;
mod item_page;
mod media_page;
mod new_course_page;
mod outline_page;
mod outline_rows;
mod part_fields;
mod publish_page;
mod questions_page;
mod words;

pub use courses_page::CoursesPage;
pub use files_page::{FilesPage, RawPage};
pub use item_page::{ItemPage, PartPage};
pub use media_page::MediaPage;
pub use new_course_page::NewCoursePage;
pub use outline_page::DraftPage;
pub use publish_page::PublishPage;
pub use questions_page::QuestionsPage;

/// The forms with files of these pages.
pub const ADD_MEDIUM: &str = "add_medium";
pub const BRING_COURSE: &str = "bring_course";
pub const BRING_QUESTIONS: &str = "bring_questions";
