//! Editions: their facts wherever they are shown, and the staff's register.

pub mod api;
mod clone_page;
mod edition_page;
mod editions_page;
mod facts;
mod form_parts;
mod head;
mod new_edition_page;
mod overview_page;
mod rule_form;
mod rule_preview_page;
mod rule_words;
mod settings_page;
mod version_page;
mod zone;

pub use clone_page::ClonePage;
pub use edition_page::EditionPage;
pub use editions_page::EditionsPage;
pub use facts::{EditionDates, EditionFacts, PhaseBadge};
pub use head::TeachHead;
pub use new_edition_page::NewEditionPage;
pub use overview_page::OverviewPage;
pub use rule_preview_page::RulePreviewPage;
pub use rule_words::RuleWords;
pub use settings_page::EditionSettingsPage;
pub use version_page::VersionPage;
pub use zone::zone_words;
