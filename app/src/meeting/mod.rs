//! Sessions: where instructors plan them and note who came, and where learners see them.

pub mod api;
mod attendance_page;
mod form;
mod print_page;
mod sessions;
mod sheet;
mod sheet_page;

pub use attendance_page::AttendancePage;
pub use print_page::PrintSheetPage;
pub use sessions::Sessions;
pub use sheet_page::SheetPage;
