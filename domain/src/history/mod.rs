//! Figures from before the platform: numbers without names (counting rule 7). Nobody is invented from them.

mod form;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::counting::{Cells, Scope};
use crate::edition::Modality;
use crate::error::Code;
use crate::indicator::Unit;
use crate::language::Language;

pub use form::PastForm;

crate::text_enum::text_enum! {
    /// How exactly a document says its number.
    pub enum Qualifier { Exactly => "exactly", AtLeast => "at-least", Over => "over", About => "about" }
}

impl Qualifier {
    /// The qualifier that a document's words speak of: `'over 600'`, `more than 225`, `about 80`. `Exactly` without any.
    #[must_use]
    pub fn told(words: &str) -> Self {
        let words = words.to_lowercase();
        let any = |list: &[&str]| list.iter().any(|word| words.contains(word));
        if any(&["at least", "al menos", "por lo menos"]) {
            Self::AtLeast
        } else if any(&["over ", "more than", "más de"]) {
            Self::Over
        } else if any(&["about ", "around ", "cerca de", "alrededor de", "unas "]) {
            Self::About
        } else {
            Self::Exactly
        }
    }

    /// The sign before the number.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Exactly => "",
            Self::AtLeast | Self::Over => "≥ ",
            Self::About => "≈ ",
        }
    }
}

/// A figure from before the platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastFigure {
    pub title: String,
    /// The slug of the course that it was, where that is known.
    pub course: Option<String>,
    pub modality: Modality,
    pub year_from: i32,
    pub year_to: i32,
    pub language: Option<Language>,
    pub editions: Option<u32>,
    /// Persons or participations.
    pub unit: Unit,
    pub qualifier: Qualifier,
    pub number: u32,
    /// None where the document gives no split by sex.
    pub split: Option<Cells>,
    pub audience: String,
    pub personnel_kind: Option<String>,
    pub document: String,
    pub page: String,
    pub note: String,
}

impl PastFigure {
    /// Whether an indicator of people with this scope would have counted it, had it been recorded by name. A scope of countries
    /// never takes in a figure without countries.
    #[must_use]
    pub fn is_in(&self, scope: &Scope) -> bool {
        let among =
            |list: &[String], word: Option<&String>| list.is_empty() || word.is_some_and(|word| list.contains(word));
        among(&scope.courses, self.course.as_ref())
            && (scope.modalities.is_empty() || scope.modalities.contains(&self.modality))
            && (scope.languages.is_empty() || self.language.is_some_and(|language| scope.languages.contains(&language)))
            && scope.countries.is_empty()
            && among(&scope.personnel_kinds, self.personnel_kind.as_ref())
    }

    /// Whether any of its years is in the span.
    #[must_use]
    pub const fn touches(&self, from: i32, to: i32) -> bool {
        self.year_from <= to && self.year_to >= from
    }
}

/// A figure in the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastRow {
    pub id: String,
    pub figure: PastFigure,
    pub recorded_at: DateTime<Utc>,
    /// Code of the edition whose roster came later and is counted instead.
    pub replaced_by: Option<String>,
    pub withdrawn: bool,
}

/// What an indicator shows of them: reported before the platform, never added to what is counted here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastNote {
    pub sign: String,
    pub number: u32,
    pub unit: Unit,
    pub title: String,
    pub years: (i32, i32),
    pub split: Option<Cells>,
    pub document: String,
    pub page: String,
}

/// The register of the past, with what its form offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryView {
    pub page: crate::page::Page<PastRow>,
    /// (slug, title)
    pub courses: Vec<(String, String)>,
    /// (code, name)
    pub kinds: Vec<(String, String)>,
}

/// A row of a file that was read: its line, and the figure or what is wrong with which field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastLine {
    pub line: u32,
    pub figure: Option<PastFigure>,
    pub wrong: Vec<(String, Code)>,
    /// The same figure is there already, and is not added again.
    pub known: bool,
}
