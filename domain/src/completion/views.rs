//! An edition's rule as staff see it, and what a change of it would mean.

use serde::{Deserialize, Serialize};

use super::{RuleForm, RuleLine, RuleParts};
use crate::edition::EditionCard;
use crate::page::Page;

/// An edition as staff see it, with its rule and what another could be made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleChange {
    pub edition: EditionCard,
    pub course_title: String,
    /// Number of the pinned content version.
    pub version: u32,
    pub country: Option<String>,
    /// The name of the kind of personnel that it is made for.
    pub personnel_kind: Option<String>,
    /// Names of those who teach it.
    pub instructors: Vec<String>,
    pub enrolled: u32,
    pub completed: u32,
    pub rule: RuleLine,
    /// The rule as it is written.
    pub text: String,
    /// Filled with the rule as it is, where the form can say it.
    pub form: Option<RuleForm>,
    pub parts: RuleParts,
}

crate::text_enum::text_enum! {
    /// Whom a change of rule would touch, and how.
    pub enum PreviewFilter {
        /// Would be complete at once.
        Completes => "completes",
        /// Are under way and would have more left than now.
        More => "more",
        /// Are under way and would have as much left, or less.
        Same => "same",
        /// Have completed, and keep it.
        Keeps => "keeps",
    }
}

/// Which change, and which part of its list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewQuery {
    pub edition: String,
    /// The new rule, as stored.
    pub rule: String,
    pub filter: Option<PreviewFilter>,
    /// From 1.
    pub page: u32,
}

/// What a change would mean. Nothing is written by it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulePreview {
    pub edition: EditionCard,
    pub old: RuleLine,
    pub new: RuleLine,
    /// Both as stored; the old one says, when the change is confirmed, what it was a change of.
    pub old_text: String,
    pub new_text: String,
    /// How many people, in the order of `PreviewFilter::ALL`.
    pub counts: Vec<(PreviewFilter, u32)>,
    pub filter: PreviewFilter,
    pub page: Page<PreviewRow>,
}

/// Somebody in the preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewRow {
    pub name: String,
    /// Steps left by the rule as it is.
    pub before: u32,
    /// Steps left by the new one.
    pub after: u32,
}
