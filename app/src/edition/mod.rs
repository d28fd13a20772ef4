//! Editions: their facts wherever they are shown, and the staff's register.

pub mod api;
mod editions_page;
mod facts;
mod new_edition_page;
mod zone;

pub use editions_page::EditionsPage;
pub use facts::{EditionDates, EditionFacts, PhaseBadge};
pub use new_edition_page::NewEditionPage;
pub use zone::zone_words;
