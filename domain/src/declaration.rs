//! What was declared for one participation, the moments that it is counted by, and its correction.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::error::{Refusal, Wrong};
use crate::person::Declared;

/// The correction's form, as typed. Empty answers are "not recorded".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionForm {
    #[serde(default)]
    pub participation: String,
    #[serde(default)]
    pub sex: String,
    #[serde(default)]
    pub country: String,
    #[serde(default)]
    pub personnel_kind: String,
    #[serde(default)]
    pub reason: String,
}

impl CorrectionForm {
    /// What is to be recorded instead, and why. `kinds` are the codes that there are.
    ///
    /// # Errors
    /// `Invalid` naming each wrong field.
    pub fn check(&self, kinds: &[String]) -> Result<(Declared, String), Refusal> {
        let mut wrong = Wrong::default();
        let declared = Declared::read(&mut wrong, (&self.sex, &self.country, &self.personnel_kind), kinds);
        let reason = wrong.text("reason", &self.reason, 500);
        wrong.done()?;
        Ok((declared, reason))
    }
}

/// Something that was recorded of a participation: what, and when it happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedAct {
    pub title: String,
    pub at: DateTime<Utc>,
}

/// One participation behind a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeclarationView {
    pub participation: String,
    pub pseudonym: String,
    /// None for those who may not see the people of its country; who sees it may correct what was declared.
    pub name: Option<String>,
    /// Whether its reader may see everybody: erasing a person reaches what they did in other countries.
    pub everywhere: bool,
    pub edition_code: String,
    pub edition_title: String,
    pub declared: Declared,
    /// When it happened, and when it was recorded.
    pub first_activity: Option<(DateTime<Utc>, Option<DateTime<Utc>>)>,
    pub completion: Option<(DateTime<Utc>, Option<DateTime<Utc>>)>,
    /// The edition's rule of completion, as its team wrote it.
    pub rule: String,
    /// Finished activities, tests handed in, works graded and sessions attended, in order of time.
    pub acts: Vec<RecordedAct>,
    /// (code, name)
    pub kinds: Vec<(String, String)>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::person::Sex;

    #[test]
    fn a_correction_needs_a_reason_and_known_codes() {
        let form = CorrectionForm {
            sex: "woman".into(),
            country: "PY".into(),
            reason: "Typed wrongly".into(),
            ..CorrectionForm::default()
        };
        let (declared, reason) = form.check(&[]).unwrap();
        assert_eq!(
            (declared.sex, declared.country.as_deref(), reason.as_str()),
            (Some(Sex::Woman), Some("PY"), "Typed wrongly")
        );
        let wrong = CorrectionForm {
            sex: "pirate".into(),
            country: "XX".into(),
            personnel_kind: "pirate".into(),
            ..CorrectionForm::default()
        };
        let fields: Vec<String> = wrong.check(&[]).unwrap_err().fields.into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["sex", "country", "personnel_kind", "reason"]);
    }
}
