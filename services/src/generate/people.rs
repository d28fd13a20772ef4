//! Generated people: no name of theirs could be anybody's.

use domain::id::PersonId;
use domain::person::{Declared, Sex};
use sea_orm::{ActiveValue::Set, ConnectionTrait};

use super::editions::Generated;
use crate::demo::{Chance, weights};
use crate::entity::person;
use crate::error::Result;
use crate::roster::insert_all;

/// Rows made at once.
const ROWS: usize = 5_000;

/// Everybody, and how many have been drawn so far.
#[derive(Debug)]
pub(super) struct People {
    seed: u64,
    all: Vec<(PersonId, Words)>,
    kinds: Vec<String>,
    used: usize,
}

/// What somebody declares, in as little room as half a million people need.
#[derive(Debug, Clone, Copy)]
struct Words {
    sex: Option<Sex>,
    country: Option<&'static str>,
    kind: Option<&'static str>,
    /// The other record of the same human being, by its place.
    same_as: Option<usize>,
}

impl People {
    pub fn new(chance: &mut Chance, seed: u64, count: usize, kinds: &[String]) -> Self {
        let all = (0..count)
            .map(|place| {
                // One in two hundred stands in two records, which were found to be one person.
                let same_as = (place > 0 && chance.below(200) == 0).then(|| chance.below(place));
                let words = Words {
                    sex: chance.weighted(weights::SEXES).flatten(),
                    country: chance.weighted(weights::COUNTRIES).filter(|_| place % 40 != 0),
                    kind: chance.weighted(weights::KINDS).flatten(),
                    same_as,
                };
                (PersonId(chance.id()), words)
            })
            .collect();
        Self { seed, all, kinds: kinds.to_vec(), used: 0 }
    }

    pub fn len(&self) -> usize {
        self.all.len()
    }

    pub fn id(&self, place: usize) -> Option<PersonId> {
        self.all.get(place).map(|(id, _)| *id)
    }

    /// Stores the people: first those that others are linked to.
    pub async fn insert<C: ConnectionTrait>(&self, tx: &C) -> Result<()> {
        let places: Vec<usize> = (0..self.all.len()).collect();
        for some in places.chunks(ROWS) {
            insert_all(tx, some.iter().filter_map(|place| self.row(*place)).collect::<Vec<_>>()).await?;
        }
        Ok(())
    }

    fn row(&self, place: usize) -> Option<person::ActiveModel> {
        let (id, words) = self.all.get(place)?;
        let number = place + 1;
        Some(person::ActiveModel {
            id: Set(*id),
            given_name: Set(format!("Persona generada {number}")),
            family_name: Set(format!("Datos {}", self.seed)),
            // Lists often lack addresses.
            email: Set((place % 4 != 3).then(|| format!("persona-{number}-{}@generated.invalid", self.seed))),
            sex: Set(words.sex),
            country: Set(words.country.map(str::to_owned)),
            personnel_kind: Set(self.known(words.kind)),
            institution: Set(None),
            linked_to: Set(words.same_as.and_then(|other| self.id(other))),
            created_at: Set(chrono::DateTime::UNIX_EPOCH),
        })
    }

    fn known(&self, kind: Option<&str>) -> Option<String> {
        kind.filter(|kind| self.kinds.iter().any(|known| known == kind)).map(str::to_owned)
    }

    /// Somebody to take part: two of five for the first time, and everybody before the last of `left` participations.
    pub fn draw(&mut self, chance: &mut Chance, left: usize) -> usize {
        let fresh = self.all.len() - self.used;
        if fresh > 0 && (self.used == 0 || fresh >= left || chance.percent(40)) {
            self.used += 1;
            return self.used - 1;
        }
        chance.below(self.used)
    }

    /// What somebody declares for an edition: theirs, or here and there something else than another time.
    pub fn declared(&self, chance: &mut Chance, place: usize, edition: &Generated) -> Declared {
        let Some((_, words)) = self.all.get(place) else { return Declared::default() };
        let sex = if chance.percent(3) { chance.weighted(weights::SEXES).flatten() } else { words.sex };
        let country = edition.country.filter(|_| chance.percent(85)).or(words.country);
        Declared {
            sex,
            country: country.map(str::to_owned),
            personnel_kind: self.known(edition.personnel_kind.or(words.kind)),
            institution: None,
        }
    }
}
