//! Tokens for programs that read figures: each has rights of its own, a name and an end.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::error::{Code, Refusal, Wrong};

crate::text_enum::text_enum! {
    /// What a token may read.
    pub enum ApiRight {
        /// Indicators, their definitions and figures, closed periods.
        Figures => "figures",
        /// The pseudonymous list behind a figure; every reading is logged.
        Members => "members",
        /// Every participation without names: the facts that figures are counted from.
        Participations => "participations",
    }
}

/// Longest life of a token, in days.
pub const DAYS_MOST: u32 = 366;

/// A token's form, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenForm {
    #[serde(default)]
    pub token_name: String,
    #[serde(default)]
    pub rights: Vec<String>,
    #[serde(default)]
    pub days: String,
}

impl TokenForm {
    /// Name, rights and days, once they are right.
    ///
    /// # Errors
    /// `Invalid` naming each wrong field.
    pub fn check(&self) -> Result<(String, Vec<ApiRight>, u32), Refusal> {
        let mut wrong = Wrong::default();
        let name = wrong.text("token_name", &self.token_name, 80);
        let rights: Vec<ApiRight> = self.rights.iter().filter_map(|right| right.parse().ok()).collect();
        if rights.is_empty() || rights.len() < self.rights.len() {
            wrong.note("rights", if self.rights.is_empty() { Code::NothingChosen } else { Code::ChoiceUnknown });
        }
        let days: Option<u32> = wrong.parse("days", &self.days, Code::NumberInvalid);
        if days.is_some_and(|days| days == 0 || days > DAYS_MOST) {
            wrong.note("days", Code::NumberInvalid);
        }
        wrong.done()?;
        Ok((name, rights, days.unwrap_or(1)))
    }
}

/// A token in the list; its secret is shown once, when it is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenRow {
    pub id: String,
    pub name: String,
    pub rights: Vec<ApiRight>,
    pub made_at: DateTime<Utc>,
    pub made_by: Option<String>,
    pub expires_at: DateTime<Utc>,
    pub revoked: bool,
    pub expired: bool,
    pub last_used_at: Option<DateTime<Utc>>,
}

/// The page of tokens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokensView {
    pub rows: Vec<TokenRow>,
    /// The secret of the one that was made just now; it is shown this once.
    pub made: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_needs_a_name_a_right_and_an_end() {
        let form = TokenForm { token_name: "Sheet".into(), rights: vec!["figures".into()], days: "90".into() };
        assert_eq!(form.check().unwrap(), ("Sheet".into(), vec![ApiRight::Figures], 90));
        let fields: Vec<String> = TokenForm { days: "400".into(), ..TokenForm::default() }
            .check()
            .unwrap_err()
            .fields
            .into_iter()
            .map(|(field, _)| field)
            .collect();
        assert_eq!(fields, ["token_name", "rights", "days"]);
    }
}
