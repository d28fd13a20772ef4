//! Editable lists of codes: today the kinds of personnel (counting.md, "Words").

use serde::{Deserialize, Serialize};

use crate::error::{Code, Refusal, Wrong};
use crate::person::InstitutionType;

/// A code's form, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeForm {
    #[serde(default)]
    pub code: String,
    /// Not empty for a code that there is.
    #[serde(default)]
    pub known: String,
    #[serde(default)]
    pub name_es: String,
    #[serde(default)]
    pub name_en: String,
    #[serde(default)]
    pub institution_type: String,
    #[serde(default)]
    pub position: String,
}

/// A code once its form is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCode {
    pub code: String,
    pub name_es: String,
    pub name_en: String,
    pub institution_type: InstitutionType,
    pub position: i32,
}

impl CodeForm {
    /// The code, once every field is right.
    ///
    /// # Errors
    /// `Invalid` naming each wrong field.
    pub fn check(&self) -> Result<NewCode, Refusal> {
        let mut wrong = Wrong::default();
        let code = wrong.code("code", &self.code);
        let name_es = wrong.text("name_es", &self.name_es, 120);
        let name_en = wrong.text("name_en", &self.name_en, 120);
        let kind = wrong.parse("institution_type", &self.institution_type, Code::ChoiceUnknown);
        let position: Option<i32> = wrong.parse("position", &self.position, Code::NumberInvalid);
        if position.is_some_and(|place| !(1..=999).contains(&place)) {
            wrong.note("position", Code::NumberInvalid);
        }
        wrong.done()?;
        Ok(NewCode {
            code,
            name_es,
            name_en,
            institution_type: kind.unwrap_or(InstitutionType::Other),
            position: position.unwrap_or(999),
        })
    }
}

/// A code in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeRow {
    pub code: String,
    pub name_es: String,
    pub name_en: String,
    pub institution_type: Option<InstitutionType>,
    pub position: i32,
    pub retired: bool,
    /// How many participations declare it.
    pub used: u32,
}
