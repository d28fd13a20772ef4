//! An edition at a glance: everybody by every activity, and the gradebook.

pub mod api;
mod grade_cell;
mod gradebook_page;
mod grid_page;
mod grid_table;

pub use gradebook_page::GradebookPage;
pub use grid_page::GridPage;
