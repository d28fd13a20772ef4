//! Courses as pages show them.

use serde::{Deserialize, Serialize};

use crate::language::Language;

/// A course in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseCard {
    pub slug: String,
    pub title: String,
    pub summary: String,
    pub hours: u16,
    pub languages: Vec<Language>,
    /// Lessons are not online yet.
    pub outline: bool,
    /// The edition that a visitor would join: open first, then the next to begin.
    pub next_edition: Option<crate::edition::EditionCard>,
}

/// A course's own page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseView {
    pub slug: String,
    pub title: String,
    pub short_title: String,
    pub summary: String,
    pub audience: String,
    pub description_html: String,
    pub objectives: Vec<String>,
    pub hours: u16,
    pub languages: Vec<Language>,
    pub modules: Vec<ModuleCard>,
    pub editions: Vec<crate::edition::EditionCard>,
    pub outline: bool,
}

/// A module on the course's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModuleCard {
    pub title: String,
    /// Titles of its activities.
    pub activities: Vec<String>,
    pub minutes: u32,
}
