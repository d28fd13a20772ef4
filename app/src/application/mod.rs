//! Applications: the form of whoever asks for a seat, the team's queue, and how people come into an edition.

pub mod api;
mod apply_page;
mod invitation_page;
mod mine;
mod question_fields;
mod queue_page;
mod queue_rows;
mod ways_page;

pub use apply_page::ApplyPage;
pub use invitation_page::InvitationPage;
pub use mine::MyApplications;
pub use queue_page::ApplicationsPage;
pub use ways_page::WaysPage;
