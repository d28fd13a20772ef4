//! What the commission shows the world of its figures.

pub mod api;
mod public_page;

pub use public_page::{PublicIndicatorsPage, embed};
