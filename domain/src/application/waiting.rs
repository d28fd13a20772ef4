//! Who of those that wait gets a seat that frees: the first, or the first for whose country it is reserved.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::error::{Code, Refusal, Wrong};

/// How a waiting list fills itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum WaitingRule {
    /// It does not: the team decides.
    #[default]
    Team,
    /// Whoever applied first.
    FirstCome,
    /// So many seats are kept for people of each country; the others go to whoever applied first.
    Shares { countries: BTreeMap<String, u32> },
}

/// Somebody who waits, in the order of applying.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting<Id> {
    pub id: Id,
    pub country: Option<String>,
}

/// Who of `waiting` gets a seat. `seats`: None without a limit; `taken`: the countries of those who have a seat, one each.
pub fn chosen<Id: Copy>(
    rule: &WaitingRule,
    seats: Option<u32>,
    taken: &[Option<String>],
    waiting: &[Waiting<Id>],
) -> Vec<Id> {
    let mut kept = match rule {
        WaitingRule::Team => return Vec::new(),
        WaitingRule::FirstCome => BTreeMap::new(),
        WaitingRule::Shares { countries } => countries.clone(),
    };
    for country in taken {
        use_kept(&mut kept, country.as_ref());
    }
    let Some(seats) = seats else { return waiting.iter().map(|one| one.id).collect() };
    let mut free = seats.saturating_sub(u32::try_from(taken.len()).unwrap_or(u32::MAX));
    let mut given = Vec::new();
    for one in waiting {
        let own = use_kept(&mut kept, one.country.as_ref());
        // What is still kept for others is not theirs.
        let reserved: u32 = kept.values().sum();
        if free > 0 && (own || free > reserved) {
            given.push(one.id);
            free -= 1;
        }
    }
    given
}

/// Uses one seat that is kept for a country; says whether there was one.
fn use_kept(kept: &mut BTreeMap<String, u32>, country: Option<&String>) -> bool {
    let left = country.and_then(|country| kept.get_mut(country)).filter(|left| **left > 0);
    left.map(|left| *left -= 1).is_some()
}

/// The form of how people come in, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaysForm {
    #[serde(default)]
    pub edition: String,
    /// `team`, `first-come` or `shares`.
    #[serde(default)]
    pub waiting: String,
    /// One country a line with its seats, "PY 2".
    #[serde(default)]
    pub shares: String,
    /// What those who enrol by code have to know; empty for none.
    #[serde(default)]
    pub join_code: String,
}

impl WaysForm {
    /// The rule and the code, if one is set.
    ///
    /// # Errors
    /// `Invalid` naming each wrong field.
    pub fn checked(&self) -> Result<(WaitingRule, Option<String>), Refusal> {
        let mut wrong = Wrong::default();
        let rule = match self.waiting.as_str() {
            "" | "team" => WaitingRule::Team,
            "first-come" => WaitingRule::FirstCome,
            "shares" => WaitingRule::Shares { countries: self.countries(&mut wrong) },
            _ => {
                wrong.note("waiting", Code::ChoiceUnknown);
                WaitingRule::Team
            }
        };
        let join_code = wrong.optional("join_code", &self.join_code, 40);
        if join_code.as_ref().is_some_and(|code| code.chars().count() < 6) {
            wrong.note("join_code", Code::TooShort);
        }
        wrong.done()?;
        Ok((rule, join_code))
    }

    fn countries(&self, wrong: &mut Wrong) -> BTreeMap<String, u32> {
        let read = |line: &str| {
            let (code, count) = line.trim().split_once([' ', ':', '\t'])?;
            let code = code.trim().to_uppercase();
            let count = count.trim().parse::<u32>().ok().filter(|count| (1..=10_000).contains(count))?;
            crate::person::COUNTRIES.contains(&code.as_str()).then_some((code, count))
        };
        let lines: Vec<&str> = self.shares.split(['\n', ',', ';']).filter(|line| !line.trim().is_empty()).collect();
        if lines.is_empty() {
            wrong.note("shares", Code::Required);
        }
        let read: Option<BTreeMap<String, u32>> = lines.into_iter().map(read).collect();
        if read.is_none() {
            wrong.note("shares", Code::SharesUnreadable);
        }
        read.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waiting(countries: &[&str]) -> Vec<Waiting<usize>> {
        let country = |code: &str| (!code.is_empty()).then(|| code.to_owned());
        countries.iter().enumerate().map(|(id, code)| Waiting { id, country: country(code) }).collect()
    }

    fn taken(countries: &[&str]) -> Vec<Option<String>> {
        waiting(countries).into_iter().map(|one| one.country).collect()
    }

    #[test]
    fn the_first_come_first_and_never_past_the_seats() {
        let all = waiting(&["PY", "", "GT"]);
        assert_eq!(chosen(&WaitingRule::FirstCome, Some(4), &taken(&["MX", "MX"]), &all), [0, 1]);
        assert_eq!(chosen(&WaitingRule::FirstCome, Some(1), &taken(&["MX", "MX"]), &all), [0_usize; 0]);
        assert_eq!(chosen(&WaitingRule::FirstCome, None, &[], &all), [0, 1, 2]);
        assert_eq!(chosen(&WaitingRule::Team, Some(9), &[], &all), [0_usize; 0]);
    }

    #[test]
    fn a_seat_that_is_kept_for_a_country_goes_to_nobody_else() {
        let rule = WaitingRule::Shares { countries: [("PY".to_owned(), 2), ("GT".to_owned(), 1)].into() };
        // Two seats are free; one of each country is still owed one: the Mexicans before them do not get it.
        let all = waiting(&["MX", "PY", "MX", "GT"]);
        assert_eq!(chosen(&rule, Some(4), &taken(&["PY", "MX"]), &all), [1, 3]);
        // Three are free: one is nobody's.
        assert_eq!(chosen(&rule, Some(5), &taken(&["PY", "MX"]), &all), [0, 1, 3]);
        // Whoever has more than their share takes from the others.
        assert_eq!(chosen(&rule, Some(3), &taken(&["PY", "PY"]), &waiting(&["PY", "GT"])), [1]);
    }

    #[test]
    fn shares_are_read_as_they_are_written() {
        let form = |shares: &str| WaysForm { waiting: "shares".into(), shares: shares.into(), ..WaysForm::default() };
        let WaitingRule::Shares { countries } = form("py 2\nGT: 3").checked().unwrap().0 else { panic!("shares") };
        assert_eq!(countries, [("GT".to_owned(), 3), ("PY".to_owned(), 2)].into());
        for wrong in ["Paraguay 2", "PY", "PY 0"] {
            assert_eq!(
                form(wrong).checked().unwrap_err().fields,
                [("shares".into(), Code::SharesUnreadable)],
                "{wrong}"
            );
        }
        let short = WaysForm { join_code: "abc".into(), ..WaysForm::default() };
        assert_eq!(short.checked().unwrap_err().fields, [("join_code".into(), Code::TooShort)]);
    }
}
