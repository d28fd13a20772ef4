//! Facts that staff record with evidence, for the indicators that count no people (counting.md, "recorded by staff").

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::error::{Code, Refusal, Wrong};
use crate::indicator::Unit;
use crate::person::COUNTRIES;

/// A fact's form, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceForm {
    #[serde(default)]
    pub indicator: String,
    #[serde(default)]
    pub country: String,
    #[serde(default)]
    pub happened_on: String,
    #[serde(default)]
    pub what: String,
    #[serde(default)]
    pub document: String,
    #[serde(default)]
    pub document_link: String,
}

/// A fact once its form is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    pub country: Option<String>,
    pub happened_on: NaiveDate,
    pub what: String,
    pub document: String,
    pub link: Option<String>,
}

impl EvidenceForm {
    /// The fact. Where countries are counted it must name one; a fact of tomorrow is none.
    ///
    /// # Errors
    /// `Invalid` naming each wrong field.
    pub fn evidence(&self, unit: Unit, today: NaiveDate) -> Result<Evidence, Refusal> {
        let mut wrong = Wrong::default();
        let country = wrong.optional("country", &self.country, 2);
        match &country {
            None if unit == Unit::Countries => wrong.note("country", Code::Required),
            Some(code) if !COUNTRIES.contains(&code.as_str()) => wrong.note("country", Code::ChoiceUnknown),
            _ => {}
        }
        let happened_on: Option<NaiveDate> = wrong.parse("happened_on", &self.happened_on, Code::DateInvalid);
        if happened_on.is_some_and(|day| day > today) {
            wrong.note("happened_on", Code::DateOutside);
        }
        let what = wrong.text("what", &self.what, 1_000);
        let document = wrong.text("document", &self.document, 500);
        let link = wrong.link("document_link", &self.document_link);
        wrong.done()?;
        Ok(Evidence { country, happened_on: happened_on.unwrap_or_default(), what, document, link })
    }
}

/// A recorded fact as staff see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceRow {
    pub id: String,
    pub country: Option<String>,
    pub happened_on: NaiveDate,
    pub what: String,
    pub document: String,
    pub link: Option<String>,
    pub recorded_at: DateTime<Utc>,
    pub recorded_by: Option<String>,
    /// It was taken back, and counts no longer.
    pub withdrawn: Option<String>,
}
