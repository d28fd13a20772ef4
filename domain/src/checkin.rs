//! Check-in: people in a room sign in on the spot, on their own phones, by a code that works for some hours.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::edition::EditionCard;
use crate::error::{Code, Refusal, Wrong};
use crate::person::{CodeName, Declared, ProfileForm};

/// The hours for which a check-in may be opened.
pub const HOURS: &[u32] = &[1, 2, 4, 8, 12];

/// Letters of a code: none that looks or sounds like another, so that it can be read off a wall.
const ALPHABET: &[u8] = b"ABCDEFGHJKMNPQRSTVWXYZ23456789";

/// A code of six letters from random bytes: 729 million, and wrong ones are answered slowly.
#[must_use]
pub fn code(random: [u8; 6]) -> String {
    random
        .into_iter()
        .filter_map(|byte| ALPHABET.get(usize::from(byte) % ALPHABET.len()))
        .map(|byte| char::from(*byte))
        .collect()
}

/// A code as it is stored, from whatever a person typed.
#[must_use]
pub fn tidy(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).take(12).collect()
}

/// A check-in for those who project it. No names are here: a whole room reads along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckinView {
    pub edition: EditionCard,
    pub open: Option<OpenCheckin>,
    /// Sessions of the edition that a check-in can belong to: (id, title, when it begins).
    pub meetings: Vec<(String, String, DateTime<Utc>)>,
    /// How many signed in all check-ins of the edition.
    pub signed_before: u32,
}

/// A check-in that people can sign now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenCheckin {
    pub code: String,
    /// The address that the code stands for, whole.
    pub address: String,
    /// The same as a QR code: its width in modules, and the path of an SVG that draws its dark ones.
    pub qr_size: u32,
    pub qr_path: String,
    pub closes_at: DateTime<Utc>,
    pub signed: u32,
    pub meeting: Option<String>,
}

/// What somebody sees who opened the address on their phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HereView {
    pub code: String,
    pub edition: EditionCard,
    pub kinds: Vec<CodeName>,
}

/// The form on the phone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignForm {
    #[serde(default)]
    pub code: String,
    #[serde(default)]
    pub given_name: String,
    #[serde(default)]
    pub family_name: String,
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub sex: String,
    #[serde(default)]
    pub country: String,
    #[serde(default)]
    pub personnel_kind: String,
    #[serde(default)]
    pub institution: String,
    #[serde(default)]
    pub consent: String,
    /// `yes` or `no`, once somebody of that name was found on the edition's list.
    #[serde(default)]
    pub on_the_list: String,
}

/// Somebody who signs: every field is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signing {
    pub given_name: String,
    pub family_name: String,
    /// Empty where none was given.
    pub email: String,
    pub declared: Declared,
}

impl SignForm {
    /// # Errors
    /// `Invalid` naming each wrong field; what is declared needs the same consent as in the profile.
    pub fn checked(&self, kinds: &[String]) -> Result<Signing, Refusal> {
        let profile = ProfileForm {
            given_name: self.given_name.clone(),
            family_name: self.family_name.clone(),
            language: String::new(),
            sex: self.sex.clone(),
            country: self.country.clone(),
            personnel_kind: self.personnel_kind.clone(),
            institution: self.institution.clone(),
            consent: self.consent.clone(),
        };
        let mut wrong = Wrong::default();
        let email = optional_email(&self.email, &mut wrong);
        let address = wrong.done();
        let declared = match (profile.declared(kinds), address) {
            (Ok(declared), Ok(())) => declared,
            (Ok(_), Err(refusal)) => return Err(refusal),
            (Err(mut refusal), address) => {
                let fields = address.err().map(|refusal| refusal.fields).unwrap_or_default();
                // In the order of the form: after the names.
                let names = refusal.fields.iter().take_while(|(name, _)| name.ends_with("_name")).count();
                refusal.fields.splice(names..names, fields);
                return Err(refusal);
            }
        };
        let tidy = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok(Signing { given_name: tidy(&self.given_name), family_name: tidy(&self.family_name), email, declared })
    }
}

/// An address that may be missing; notes what is wrong with it.
pub fn optional_email(text: &str, wrong: &mut Wrong) -> String {
    if text.trim().is_empty() {
        return String::new();
    }
    crate::account::email(text).unwrap_or_else(|code: Code| {
        wrong.note("email", code);
        String::new()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_can_be_read_off_a_wall_and_typed_as_one_likes() {
        let drawn = code([0, 29, 30, 255, 7, 113]);
        assert_eq!(drawn.len(), 6);
        assert!(drawn.chars().all(|c| !"0O1ILU".contains(c)));
        assert_eq!(tidy(&format!(" {}-{} ", drawn[..3].to_lowercase(), &drawn[3..])), drawn);
    }

    #[test]
    fn only_names_are_needed_and_everything_wrong_is_said_at_once() {
        let form = SignForm { given_name: " Ana ".into(), family_name: "Demo  Prueba".into(), ..SignForm::default() };
        let signing = form.checked(&[]).unwrap();
        assert_eq!(
            (signing.given_name.as_str(), signing.family_name.as_str(), signing.email.as_str()),
            ("Ana", "Demo Prueba", "")
        );
        let wrong = SignForm { email: "ana".into(), sex: "woman".into(), family_name: String::new(), ..form };
        let fields: Vec<_> = wrong.checked(&[]).unwrap_err().fields.into_iter().map(|(name, _)| name).collect();
        assert_eq!(fields, ["family_name", "email", "consent"]);
    }
}
