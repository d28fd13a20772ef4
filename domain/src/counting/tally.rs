//! The one pass that gives the number and its list.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Cells, EditionFacts, Fact, Facts, Population, Window};
use crate::edition::Modality;
use crate::id::ParticipationId;
use crate::language::Language;
use crate::person::SexCell;

/// Which participations an indicator takes in. An empty list takes in all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// Slugs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub courses: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modalities: Vec<Modality>,
    /// Editions that are offered in one of these. It is the edition's offer and not the learner's choice, so that
    /// switching a learner's language changes no figure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// As declared for the participation; where editions are counted, the edition's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<String>,
    /// As declared for the participation; where editions are counted, the edition's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub personnel_kinds: Vec<String>,
}

impl Scope {
    /// Whether an edition's course, modality and languages are taken in.
    #[must_use]
    pub fn takes_in(&self, edition: &EditionFacts) -> bool {
        holds(&self.courses, &edition.course)
            && holds(&self.modalities, &edition.modality)
            && (self.languages.is_empty() || edition.languages.iter().any(|language| self.languages.contains(language)))
    }

    /// Where editions are counted: also the edition's own country and kind of personnel.
    #[must_use]
    pub fn takes_in_as_edition(&self, edition: &EditionFacts) -> bool {
        let own = |list: &[String], value: Option<&String>| {
            list.is_empty() || value.is_some_and(|value| list.contains(value))
        };
        self.takes_in(edition)
            && own(&self.countries, edition.country.as_ref())
            && own(&self.personnel_kinds, edition.personnel_kind.as_ref())
    }
}

fn holds<T: PartialEq>(list: &[T], value: &T) -> bool {
    list.is_empty() || list.contains(value)
}

/// A person of a count: the participation counted last decides the cell (counting rule 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// Place of the deciding participation in `Facts::all`.
    pub fact: u32,
    pub cell: SexCell,
    /// The deciding participation's counting date.
    pub at: DateTime<Utc>,
    recorded: DateTime<Utc>,
    id: ParticipationId,
    /// How many participations of this person were counted.
    pub participations: u32,
    /// The counted participations fall in different cells.
    pub moved: bool,
}

impl Member {
    /// Somebody of whom one participation is looked at, by itself.
    #[must_use]
    pub fn of_one(fact: &Fact, place: usize) -> Self {
        let at = fact.completed_at.or(fact.first_activity_at).unwrap_or_default();
        Self {
            fact: u32::try_from(place).unwrap_or(u32::MAX),
            cell: fact.cell,
            at,
            recorded: at,
            id: fact.participation,
            participations: 1,
            moved: false,
        }
    }
}

/// A number and its list, from one pass. `members.len()` is `persons.total()`; `counted.len()` is `participations.total()`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Count {
    pub persons: Cells,
    /// Each counted participation in the cell that was declared for it.
    pub participations: Cells,
    /// Each person once, in the order of the first participation counted.
    pub members: Vec<Member>,
    /// Places in `Facts::all` of every counted participation.
    pub counted: Vec<u32>,
}

/// The editions that were counted, with their participants beside them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EditionCount {
    /// Places in `Facts::editions`.
    pub editions: Vec<u32>,
    pub people: Count,
}

/// Counts the persons and participations of `population` in `scope` whose counting date is in `window`. It passes over the
/// editions that the scope does not take in.
#[must_use]
pub fn count(facts: &Facts, scope: &Scope, population: Population, window: Window) -> Count {
    let (countries, kinds) = (facts.places_of(&scope.countries), facts.places_of(&scope.personnel_kinds));
    tally(facts, population, taken(facts, |edition| scope.takes_in(edition)), |fact, at| {
        window.holds(at)
            && (scope.countries.is_empty() || countries.contains(&fact.country))
            && (scope.personnel_kinds.is_empty() || kinds.contains(&fact.personnel_kind))
    })
}

/// Counts editions: one counts, dated by its first day, once it has a participant. All its participants stand beside it.
#[must_use]
pub fn count_editions(facts: &Facts, scope: &Scope, window: Window) -> EditionCount {
    let takes_in = |edition: &EditionFacts| window.holds_day(edition.starts_on) && scope.takes_in_as_edition(edition);
    let people = tally(facts, Population::Participants, taken(facts, takes_in), |_, _| true);
    let of_facts = people.counted.iter().filter_map(|place| facts.all().get(*place as usize)).map(|fact| fact.edition);
    let mut editions: Vec<u32> = of_facts.collect();
    // The facts lie edition by edition.
    editions.dedup();
    EditionCount { editions, people }
}

/// The places of the editions that `takes_in` holds for.
fn taken(facts: &Facts, takes_in: impl Fn(&EditionFacts) -> bool) -> impl Iterator<Item = u32> {
    (0_u32..).zip(facts.editions()).filter(move |(_, edition)| takes_in(edition)).map(|(place, _)| place)
}

/// Splits a count by edition: (place in `Facts::editions`, the count of that edition, each person once). Persons of several
/// editions stand in each, so these persons need not add up to the count's.
#[must_use]
pub fn by_edition(facts: &Facts, count: &Count, population: Population) -> Vec<(u32, Count)> {
    let places: Vec<(u32, u32)> = count
        .counted
        .iter()
        .filter_map(|place| facts.all().get(*place as usize).map(|fact| (fact.edition, *place)))
        .collect();
    places
        .chunk_by(|one, other| one.0 == other.0)
        .filter_map(|chunk| {
            let edition = chunk.first()?.0;
            Some((edition, tally_places(facts, population, chunk.iter().map(|(_, place)| *place), |_, _| true)))
        })
        .collect()
}

fn tally(
    facts: &Facts,
    population: Population,
    editions: impl Iterator<Item = u32>,
    takes_in: impl Fn(&Fact, DateTime<Utc>) -> bool,
) -> Count {
    let places = editions.flat_map(|edition| facts.span(edition)).filter_map(|place| u32::try_from(place).ok());
    tally_places(facts, population, places, takes_in)
}

fn tally_places(
    facts: &Facts,
    population: Population,
    places: impl Iterator<Item = u32>,
    takes_in: impl Fn(&Fact, DateTime<Utc>) -> bool,
) -> Count {
    let mut count = Count::default();
    // The person's place in `members`; u32::MAX while the person has not been met.
    let mut met = vec![u32::MAX; facts.person_places()];
    for place in places {
        let Some(fact) = facts.all().get(place as usize) else { continue };
        let dated = match population {
            Population::Participants => (fact.first_activity_at, fact.first_activity_recorded_at),
            Population::Completers => (fact.completed_at, fact.completion_recorded_at),
            Population::Tested => (facts.gain(fact).map(|gain| gain.at), None),
        };
        let Some(at) = dated.0.filter(|at| takes_in(fact, *at)) else { continue };
        let member = Member {
            fact: place,
            cell: fact.cell,
            at,
            recorded: dated.1.unwrap_or(at),
            id: fact.participation,
            participations: 1,
            moved: false,
        };
        count.participations.add(fact.cell);
        count.counted.push(place);
        let Some(slot) = met.get_mut(fact.person as usize) else { continue };
        match count.members.get_mut(*slot as usize) {
            Some(earlier) => earlier.meet(member),
            None => {
                *slot = u32::try_from(count.members.len()).unwrap_or(u32::MAX);
                count.members.push(member);
            }
        }
    }
    for member in &count.members {
        count.persons.add(member.cell);
    }
    count
}

impl Member {
    /// What orders the participations of a person, the last one deciding (counting rule 5); it orders lists too.
    #[must_use]
    pub const fn order(&self) -> (DateTime<Utc>, DateTime<Utc>, ParticipationId) {
        (self.at, self.recorded, self.id)
    }

    /// Takes in another participation of the same person: the one counted last decides.
    fn meet(&mut self, other: Self) {
        let moved = self.moved || self.cell != other.cell;
        let participations = self.participations + 1;
        if other.order() > self.order() {
            *self = other;
        }
        self.moved = moved;
        self.participations = participations;
    }
}
