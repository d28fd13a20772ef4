//! Invented people: no name of theirs could be anybody's.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use chrono::{DateTime, Utc};
use domain::id::PersonId;
use domain::person::{Declared, Sex};
use sea_orm::ActiveValue::Set;

use super::chance::Chance;
use super::plan::Plan;
use super::weights::{COUNTRIES, KINDS, SEXES};
use crate::ctx::Ctx;
use crate::entity::person;

/// Where people work in English; their participations are in English where the edition offers it.
const ENGLISH: &[&str] = &["BB", "TT", "JM", "BZ", "GY", "LC"];

/// A person of the demo campus, and what the person declares.
#[derive(Debug, Clone)]
pub(super) struct Invented {
    pub id: PersonId,
    number: usize,
    pub declared: Declared,
}

impl Invented {
    pub fn english(&self) -> bool {
        self.declared.country.as_deref().is_some_and(|country| ENGLISH.contains(&country))
    }
}

/// Everybody who can take part. Editions draw on those who have never taken part and on those who have.
#[derive(Debug)]
pub(super) struct Pool {
    all: Vec<Invented>,
    /// Places in `all`, in the order in which they first take part.
    order: Vec<usize>,
    used: usize,
}

impl Pool {
    pub fn invent(chance: &mut Chance, numbers: RangeInclusive<usize>, kinds: &[String]) -> Self {
        let all: Vec<Invented> = numbers
            .map(|number| {
                let kind = chance.weighted(KINDS).flatten().filter(|kind| kinds.iter().any(|known| known == kind));
                let declared = Declared {
                    sex: chance.weighted(SEXES).flatten(),
                    country: chance.weighted(COUNTRIES).filter(|_| number % 40 != 0).map(str::to_owned),
                    personnel_kind: kind.map(str::to_owned),
                    institution: Some(format!("Institución de demostración {}", 1 + chance.below(60))),
                };
                Invented { id: PersonId(chance.id()), number, declared }
            })
            .collect();
        let count = all.len();
        let mut order: Vec<usize> = (0..count).collect();
        for place in 0..count {
            order.swap(place, place + chance.below(count - place));
        }
        Self { all, order, used: 0 }
    }

    pub fn rows(&self, ctx: &Ctx) -> Vec<person::ActiveModel> {
        let row = |one: &Invented| {
            let given = format!("Persona de demostración {}", one.number);
            person(
                one.id,
                &given,
                &format!("persona-{}@demo.invalid", one.number),
                Some(one.declared.clone()),
                ctx.now(),
            )
        };
        self.all.iter().map(row).collect()
    }

    /// Who takes part in an edition: two of three for the first time. What they declare for it is theirs, but for the country and
    /// the kind of personnel that the edition is made for; and here and there they declare something else than another time.
    pub fn draw(&mut self, chance: &mut Chance, edition: &Plan) -> Vec<Invented> {
        let mut taking_part: Vec<usize> = Vec::with_capacity(edition.people);
        let mut taken = HashSet::new();
        while taking_part.len() < edition.people.min(self.order.len()) {
            let fresh = self.used < self.order.len() && (self.used == 0 || chance.percent(66));
            let place = if fresh { self.used } else { chance.below(self.used) };
            let Some(person) = self.order.get(place).copied() else { break };
            self.used += usize::from(fresh);
            if taken.insert(person) {
                taking_part.push(person);
            }
        }
        let declared = |person: usize| {
            let mut one = self.all.get(person)?.clone();
            if chance.percent(4) {
                one.declared.sex = if one.declared.sex.is_none() { Some(Sex::Woman) } else { None };
            }
            if let Some(country) = edition.country.filter(|_| chance.percent(85)) {
                one.declared.country = Some(country.to_owned());
            }
            if let Some(kind) = edition.personnel_kind {
                one.declared.personnel_kind = Some(kind.to_owned());
            }
            Some(one)
        };
        taking_part.into_iter().filter_map(declared).collect()
    }
}

/// A person's row. Every demo person bears the family name "Demo".
pub(super) fn person(
    id: PersonId,
    given: &str,
    email: &str,
    declared: Option<Declared>,
    now: DateTime<Utc>,
) -> person::ActiveModel {
    let declared = declared.unwrap_or_default();
    person::ActiveModel {
        id: Set(id),
        given_name: Set(given.to_owned()),
        family_name: Set("Demo".to_owned()),
        email: Set(Some(email.to_owned())),
        sex: Set(declared.sex),
        country: Set(declared.country),
        personnel_kind: Set(declared.personnel_kind),
        institution: Set(declared.institution),
        linked_to: Set(None),
        created_at: Set(now),
    }
}

/// The given name of a demo account.
pub(super) fn account_name(name: &str) -> &'static str {
    match name {
        "admin" => "Administración",
        "staff" => "Equipo",
        "instructor" => "Docencia",
        _ => "Aprendiz",
    }
}

/// What the demo learner declares.
pub(super) fn learner() -> Declared {
    Declared {
        sex: Some(Sex::Woman),
        country: Some("PY".to_owned()),
        personnel_kind: Some("national-machinery".to_owned()),
        institution: Some("Institución de demostración 1".to_owned()),
    }
}
