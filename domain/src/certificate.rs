//! Certificates and what the world may check about them: never sex, country or kind of personnel.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::language::Language;

/// Letters of a certificate's code: no 0, O, 1, I, L or U, so that it can be read aloud and typed.
const ALPHABET: &[u8] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

crate::text_enum::text_enum! {
    /// What a certificate certifies.
    pub enum CertificateKind {
        /// The edition's rule was met.
        Completion => "completion",
        /// Took part, and did not complete. It never counts as trained.
        Participation => "participation",
    }
}

crate::text_enum::text_enum! {
    /// Which certificates an edition issues.
    pub enum Certificates {
        Completion => "completion",
        /// Beside it, when the edition is closed, one of participation for those who did something and did not complete.
        Both => "both",
    }
}

/// A certificate's code from twelve random bytes: three groups of four, about 58 bits.
#[must_use]
pub fn code(random: [u8; 12]) -> String {
    let letter = |byte: u8| char::from(ALPHABET[usize::from(byte) % ALPHABET.len()]);
    let letters: Vec<char> = random.into_iter().map(letter).collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// A code as it is stored, from whatever a person typed: upper case, with or without its hyphens.
#[must_use]
pub fn tidy(typed: &str) -> String {
    let letters: Vec<char> =
        typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// A certificate, as its holder and anybody who checks it sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateView {
    pub code: String,
    pub kind: CertificateKind,
    pub name: String,
    pub course: String,
    /// Of its address, and that of its community.
    pub course_slug: String,
    pub edition: String,
    pub edition_code: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub completed_at: DateTime<Utc>,
    pub hours: u16,
    pub language: Language,
    pub objectives: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_survives_being_typed_carelessly() {
        let code = code([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 200, 255]);
        assert_eq!(code.len(), 14);
        assert_eq!(tidy(&code.to_lowercase().replace('-', " ")), code);
    }
}
