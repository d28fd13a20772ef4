//! The facts that counting reads, compact: ten thousand participations fit in a megabyte and count in well under a millisecond.
//!
//! They lie edition by edition, so that a count passes over the editions that its scope does not take in, and so that a
//! change in one edition is read again alone.

use std::collections::HashMap;
use std::ops::Range;

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

impl EditionFacts {
    /// The languages that it is offered in as one word: `es`, or `en+es` whatever their order.
    #[must_use]
    pub fn languages_word(&self) -> String {
        let mut codes: Vec<&str> = self.languages.iter().map(|language| language.as_str()).collect();
        codes.sort_unstable();
        codes.join("+")
    }
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
    /// Where in `all` each edition's participations end; they begin where those of the edition before end.
    ends: Vec<u32>,
    /// Of those with both tests, who are few.
    gains: HashMap<ParticipationId, Gain>,
}

impl Facts {
    /// Facts without participations.
    #[must_use]
    pub fn new(editions: Vec<EditionFacts>) -> Self {
        let mut facts = Self { words: vec![String::new()], ..Self::default() };
        editions.into_iter().for_each(|edition| facts.describe(edition));
        facts
    }

    /// Adds an edition, or describes one anew. A new one has no participations yet.
    pub fn describe(&mut self, edition: EditionFacts) {
        let place = self.edition_places.get(&edition.id).copied();
        match place.and_then(|place| self.editions.get_mut(place as usize)) {
            Some(known) => *known = edition,
            None => {
                self.edition_places.insert(edition.id, place32(self.editions.len()));
                self.editions.push(edition);
                self.ends.push(place32(self.all.len()));
            }
        }
    }

    /// Adds a participation; `seal` puts it into its place. One in an unknown edition is left out; the foreign key makes that
    /// impossible in a store.
    pub fn push(&mut self, new: &NewFact<'_>) {
        if let Some(fact) = self.compact(new) {
            self.all.push(fact);
        }
    }

    /// Puts everything that was pushed into its edition's place. Call it once all is in.
    pub fn seal(&mut self) {
        self.all.sort_by_key(|fact| fact.edition);
        let mut end = 0;
        self.ends = (0..self.editions.len())
            .map(|place| {
                end += self.all.iter().skip(end).take_while(|fact| fact.edition as usize == place).count();
                place32(end)
            })
            .collect();
        self.all.shrink_to_fit();
        self.persons.shrink_to_fit();
    }

    /// An edition's participations as they are now, and what those of both tests gained. An unknown edition changes nothing.
    pub fn replace(
        &mut self,
        edition: EditionId,
        rows: &[NewFact<'_>],
        gains: impl IntoIterator<Item = (ParticipationId, Gain)>,
    ) {
        let Some(place) = self.edition_places.get(&edition).copied() else { return };
        let old = self.span(place);
        if !self.gains.is_empty() {
            for fact in self.all.get(old.clone()).unwrap_or_default() {
                self.gains.remove(&fact.participation);
            }
        }
        let facts: Vec<Fact> = rows.iter().filter_map(|row| self.compact(row)).collect();
        let (before, after) = (old.len(), facts.len());
        self.all.splice(old, facts);
        for end in self.ends.iter_mut().skip(place as usize) {
            *end = place32((*end as usize + after).saturating_sub(before));
        }
        self.gains.extend(gains);
    }

    /// Adds what the participations show between their two tests. Few have any, so they come apart from the others' facts.
    pub fn set_gains(&mut self, gains: HashMap<ParticipationId, Gain>) {
        self.gains = gains;
    }

    fn compact(&mut self, new: &NewFact<'_>) -> Option<Fact> {
        let edition = self.edition_places.get(&new.edition).copied()?;
        let next = place32(self.persons.len());
        let person = *self.person_places.entry(new.person).or_insert(next);
        if person == next {
            self.persons.push(new.person);
        }
        Some(Fact {
            participation: new.participation,
            person,
            edition,
            cell: SexCell::from(new.sex),
            country: self.intern(new.country),
            personnel_kind: self.intern(new.personnel_kind),
            first_activity_at: new.first_activity_at,
            first_activity_recorded_at: new.first_activity_recorded_at,
            completed_at: new.completed_at,
            completion_recorded_at: new.completion_recorded_at,
        })
    }

    /// Where an edition's participations lie in `all`.
    #[must_use]
    pub fn span(&self, edition: u32) -> Range<usize> {
        let end = |place: usize| self.ends.get(place).map_or(0, |end| *end as usize);
        let place = edition as usize;
        let from = place.checked_sub(1).map_or(0, end);
        from..end(place).max(from)
    }

    /// The same by the edition's id; empty for an unknown one.
    #[must_use]
    pub fn span_of(&self, edition: EditionId) -> Range<usize> {
        self.edition_places.get(&edition).map_or(0..0, |place| self.span(*place))
    }

    /// What a participation gained; None without both tests.
    #[must_use]
    pub fn gain(&self, fact: &Fact) -> Option<Gain> {
        self.gains.get(&fact.participation).copied()
    }

    /// Every participation, edition by edition.
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

    /// How many persons have, or had since the facts were first read, a participation.
    #[must_use]
    pub(super) fn person_places(&self) -> usize {
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
