//! Records that may be one person: scored, and explained sign by sign. People decide; nothing is linked by a score.

use serde::{Deserialize, Serialize};

use crate::page::Page;

crate::text_enum::text_enum! {
    /// What speaks for two records being one person, or against it.
    pub enum Sign {
        /// The same mailbox, whatever the case of its letters and whatever stands behind a plus sign.
        SameMailbox => "same-mailbox",
        /// The same name once case, accents, script and the order of its words are set aside.
        SameName => "same-name",
        /// Nearly the same name: a letter or two differ.
        NearName => "near-name",
        SameCountry => "same-country",
        OtherCountry => "other-country",
        /// Both began or completed something on the same day.
        SameDay => "same-day",
        /// Both are in one edition.
        SameEdition => "same-edition",
    }
}

impl Sign {
    /// What it adds to the score.
    #[must_use]
    pub const fn weight(self) -> i32 {
        match self {
            Self::SameMailbox => 60,
            Self::SameName => 40,
            Self::NearName => 25,
            Self::SameCountry | Self::SameDay => 15,
            Self::SameEdition => 10,
            Self::OtherCountry => -20,
        }
    }
}

/// From which score on two records are shown to staff: a name alone is not enough, a name and a country are.
pub const THRESHOLD: i32 = 50;

/// How similar two folded names are from which on they are near: 0 to 1, by Jaro and Winkler.
pub const NEAR: f64 = 0.93;

/// The sum of what the signs add, at most 100.
#[must_use]
pub fn score(signs: &[Sign]) -> i32 {
    signs.iter().map(|sign| sign.weight()).sum::<i32>().clamp(0, 100)
}

/// Two folded names whose words with figures differ are never near: `Group 12` is not `Group 13`.
#[must_use]
pub fn figures_agree(one: &str, other: &str) -> bool {
    let figures = |name: &str| {
        name.split(' ').filter(|word| word.chars().any(|c| c.is_ascii_digit())).map(str::to_owned).collect::<Vec<_>>()
    };
    figures(one) == figures(other)
}

/// A mailbox as it is compared: in lower case, without what stands behind a plus sign. None for what is no address.
#[must_use]
pub fn mailbox(email: &str) -> Option<String> {
    let (local, domain) = email.trim().rsplit_once('@')?;
    let local = local.split('+').next().unwrap_or_default();
    (!local.is_empty() && !domain.is_empty()).then(|| format!("{}@{}", local.to_lowercase(), domain.to_lowercase()))
}

/// One of two records, as staff see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordView {
    pub id: String,
    pub name: String,
    pub email: Option<String>,
    pub country: Option<String>,
    pub has_account: bool,
    /// Codes of its editions, the newest first.
    pub editions: Vec<String>,
}

/// Two records to decide on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CandidateRow {
    pub id: String,
    pub score: i32,
    pub signs: Vec<Sign>,
    pub one: RecordView,
    pub other: RecordView,
}

/// The page of candidates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CandidatesView {
    pub page: Page<CandidateRow>,
    pub looked_at: Option<chrono::DateTime<chrono::Utc>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_alone_is_not_enough() {
        assert!(score(&[Sign::SameName]) < THRESHOLD);
        assert!(score(&[Sign::SameName, Sign::SameCountry]) >= THRESHOLD);
        assert!(score(&[Sign::SameName, Sign::SameDay]) >= THRESHOLD);
        assert!(score(&[Sign::SameName, Sign::OtherCountry, Sign::SameDay]) < THRESHOLD);
        assert!(score(&[Sign::SameMailbox]) >= THRESHOLD);
        assert!(score(&[Sign::NearName, Sign::SameCountry]) < THRESHOLD);
        assert!(score(&[Sign::NearName, Sign::SameCountry, Sign::SameDay]) >= THRESHOLD);
    }

    #[test]
    fn mailboxes_are_compared_without_case_and_tags() {
        assert_eq!(mailbox("Ana+curso@Example.ORG"), mailbox("ana@example.org"));
        assert_eq!(mailbox("nobody"), None);
    }

    #[test]
    fn numbers_in_names_keep_them_apart() {
        assert!(!figures_agree("grupo 12", "grupo 13") && figures_agree("ana maria", "ana mario"));
    }
}
