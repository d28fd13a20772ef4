//! Courses as the world sees them: the front page, the catalogue, and each course's own page.

pub mod api;
mod card;
mod catalogue_page;
mod course_page;
mod edition_panel;
mod landing_page;

pub use catalogue_page::CataloguePage;
pub use course_page::CoursePage;
pub use landing_page::LandingPage;
