//! The facts that counting reads, compact: ten thousand participations fit in a megabyte and count in well under a millisecond.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use crate::edition::Modality;
use crate::id::{EditionId, ParticipationId, PersonId};
use crate::language::{Language, Words};
use crate::person::{Sex, SexCell};

/// What counting knows of an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionFacts {
    pub id: EditionId,
    pub code: String,
    pub title: Words,
    /// The course's slug.
    pub course: String,
    pub modality: Modality,
    pub languages: Vec<Language>,
    pub country: Option<String>,
    pub personnel_kind: Option<String>,
    pub starts_on: NaiveDate,
}

/// A participation as a store reads it.
#[derive(Debug, Clone, Copy)]
pub struct NewFact<'a> {
    pub participation: ParticipationId,
    /// The canonical person: what the record is linked to, or the record itself.
    pub person: PersonId,
    pub edition: EditionId,
    pub sex: Option<Sex>,
    pub country: Option<&'a str>,
    pub personnel_kind: Option<&'a str>,
    pub first_activity_at: Option<DateTime<Utc>>,
    pub first_activity_recorded_at: Option<DateTime<Utc>>,
    pub completed_at: Option<DateTime<Utc>>,
    pub completion_recorded_at: Option<DateTime<Utc>>,
}

/// What a participation shows between its pre-test and its post-test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gain {
    /// Hundredths of a percentage point (`quiz::points_gained`).
    pub points: i32,
    /// When the later of the two was handed in.
    pub at: DateTime<Utc>,
}

/// A participation as counting keeps it. Places are those in the lists of `Facts`.
#[derive(Debug, Clone, Copy)]
pub struct Fact {
    pub participation: ParticipationId,
    pub person: u32,
    pub edition: u32,
    pub cell: SexCell,
    /// Place of the country in the interned words; 0 stands for not recorded.
    pub country: u16,
    /// Place of the kind of personnel in the interned words; 0 stands for not recorded.
    pub personnel_kind: u16,
    pub first_activity_at: Option<DateTime<Utc>>,
    pub first_activity_recorded_at: Option<DateTime<Utc>>,
    pub completed_at: Option<DateTime<Utc>>,
    pub completion_recorded_at: Option<DateTime<Utc>>,
    /// None without both tests.
    pub gain: Option<Gain>,
}

/// Every participation of the campus, with its editions and persons.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    editions: Vec<EditionFacts>,
    edition_places: HashMap<EditionId, u32>,
    persons: Vec<PersonId>,
    person_places: HashMap<PersonId, u32>,
    words: Vec<String>,
    all: Vec<Fact>,
}

impl Facts {
    /// Facts without participations.
    #[must_use]
    pub fn new(editions: Vec<EditionFacts>) -> Self {
        let edition_places = editions.iter().enumerate().map(|(place, edition)| (edition.id, place32(place))).collect();
        Self { editions, edition_places, words: vec![String::new()], ..Self::default() }
    }

    /// Adds a participation. One in an unknown edition is left out; the foreign key makes that impossible in a store.
    pub fn push(&mut self, new: &NewFact<'_>) {
        let Some(edition) = self.edition_places.get(&new.edition).copied() else { return };
        let next = place32(self.persons.len());
        let person = *self.person_places.entry(new.person).or_insert(next);
        if person == next {
            self.persons.push(new.person);
        }
        let (country, personnel_kind) = (self.intern(new.country), self.intern(new.personnel_kind));
        self.all.push(Fact {
            participation: new.participation,
            person,
            edition,
            cell: SexCell::from(new.sex),
            country,
            personnel_kind,
            first_activity_at: new.first_activity_at,
            first_activity_recorded_at: new.first_activity_recorded_at,
            completed_at: new.completed_at,
            completion_recorded_at: new.completion_recorded_at,
            gain: None,
        });
    }

    /// Adds what the participations show between their two tests. Few have any, so they come apart from the others' facts.
    pub fn set_gains<S: std::hash::BuildHasher>(&mut self, gains: &HashMap<ParticipationId, Gain, S>) {
        if gains.is_empty() {
            return;
        }
        for fact in &mut self.all {
            fact.gain = gains.get(&fact.participation).copied();
        }
    }

    /// Lets go of what only adding needs. Call it once everything is in.
    pub fn seal(&mut self) {
        self.person_places = HashMap::new();
        self.all.shrink_to_fit();
        self.persons.shrink_to_fit();
    }

    /// Every participation, in the order in which it was added.
    #[must_use]
    pub fn all(&self) -> &[Fact] {
        &self.all
    }

    #[must_use]
    pub fn editions(&self) -> &[EditionFacts] {
        &self.editions
    }

    /// The edition of a fact.
    #[must_use]
    pub fn edition(&self, fact: &Fact) -> Option<&EditionFacts> {
        self.editions.get(fact.edition as usize)
    }

    /// How many persons have a participation.
    #[must_use]
    pub fn person_count(&self) -> usize {
        self.persons.len()
    }

    /// The person of a fact.
    #[must_use]
    pub fn person(&self, fact: &Fact) -> Option<PersonId> {
        self.persons.get(fact.person as usize).copied()
    }

    /// An interned word; None for "not recorded".
    #[must_use]
    pub fn word(&self, place: u16) -> Option<&str> {
        (place > 0).then(|| self.words.get(usize::from(place)).map(String::as_str)).flatten()
    }

    /// The places of these words; words that nobody declared have none.
    pub(super) fn places_of(&self, words: &[String]) -> Vec<u16> {
        let place = |word: &String| {
            self.words.iter().position(|known| known == word).and_then(|place| u16::try_from(place).ok())
        };
        words.iter().filter(|word| !word.is_empty()).filter_map(place).collect()
    }

    // There are some two hundred words at most, and the same few come again and again: a scan beats a map.
    fn intern(&mut self, word: Option<&str>) -> u16 {
        let Some(word) = word.filter(|word| !word.is_empty()) else { return 0 };
        let place = self.words.iter().position(|known| known == word).unwrap_or_else(|| {
            self.words.push(word.to_owned());
            self.words.len() - 1
        });
        u16::try_from(place).unwrap_or(0)
    }
}

fn place32(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// The person that a record stands for, through every link. A circle, which no use case makes, ends where it began.
#[must_use]
pub fn canonical<S: std::hash::BuildHasher>(person: PersonId, links: &HashMap<PersonId, PersonId, S>) -> PersonId {
    let mut current = person;
    for _ in 0..=links.len() {
        match links.get(&current) {
            Some(next) => current = *next,
            None => return current,
        }
    }
    person
}
