//! Another content version for an edition that has one: what it changes, and what it does to those who are under way.

use serde::{Deserialize, Serialize};

use super::EditionCard;
use crate::course::Change;

crate::text_enum::text_enum! {
    /// What a new version does to a person's own progress.
    pub enum Effect {
        /// Has completed, and keeps that.
        Keeps => "keeps",
        /// Meets the rule with it, and completes at once.
        Completes => "completes",
        Further => "further",
        Same => "same",
        /// Has more to do than before.
        Back => "back",
    }
}

crate::text_enum::text_enum! {
    /// Why an edition cannot go over to a version.
    pub enum Obstacle {
        /// The edition's rule asks for what the version lacks.
        RuleUnfit => "rule-unfit",
        /// The edition is taught in a language that the version lacks.
        LanguageMissing => "language-missing",
        /// Somebody sits at a quiz that changes.
        OpenAttempts => "open-attempts",
    }
}

/// An edition's content version, and what the newest one would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpgradeView {
    pub edition: EditionCard,
    /// Whether the edition can still be changed.
    pub open: bool,
    pub number: i32,
    pub newest: i32,
    /// Activities by title, and what becomes of them.
    pub changes: Vec<(String, Change)>,
    /// How many people it does what to; in the order of `Effect::ALL`.
    pub effects: Vec<(Effect, u32)>,
    pub obstacles: Vec<Obstacle>,
}

/// What a version does to somebody who had this percent and has that, and who has or would have met the rule.
#[must_use]
pub const fn effect(completed: bool, meets: bool, before: u8, after: u8) -> Effect {
    match (completed, meets) {
        (true, _) => Effect::Keeps,
        (false, true) => Effect::Completes,
        (false, false) if after > before => Effect::Further,
        (false, false) if after < before => Effect::Back,
        (false, false) => Effect::Same,
    }
}
