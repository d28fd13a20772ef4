//! Editions: their facts wherever they are shown, and the staff's register.

pub mod api;
mod edition_page;
mod editions_page;
mod facts;
mod new_edition_page;
mod rule_form;
mod rule_preview_page;
mod rule_words;
mod zone;

pub use edition_page::EditionPage;
pub use editions_page::EditionsPage;
pub use facts::{EditionDates, EditionFacts, PhaseBadge};
pub use new_edition_page::NewEditionPage;
pub use rule_preview_page::RulePreviewPage;
pub use rule_words::RuleWords;
pub use zone::zone_words;
