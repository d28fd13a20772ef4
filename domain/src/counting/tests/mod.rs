//! What must always hold, on generated campuses (counting.md).

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, Datelike, Duration, NaiveDate, TimeZone, Utc};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::edition::Modality;
use crate::id::{EditionId, ParticipationId, PersonId};
use crate::language::{Language, Words};
use crate::person::{Sex, SexCell};
use crate::zone::REPORTING;

mod examples;

/// A participation in its plainest form, for the model below.
#[derive(Debug, Clone)]
struct Row {
    person: u128,
    edition: usize,
    sex: Option<Sex>,
    country: Option<&'static str>,
    kind: Option<&'static str>,
    first: Option<DateTime<Utc>>,
    completed: Option<DateTime<Utc>>,
    recorded_after: i64,
}

const COURSES: [&str; 3] = ["sisdehm", "pga", "gender-equality"];

fn editions() -> Vec<EditionFacts> {
    let day = |year, month| NaiveDate::from_ymd_opt(year, month, 1).unwrap();
    (0..9_u32)
        .map(|n| EditionFacts {
            id: EditionId(Uuid::from_u128(u128::from(n))),
            code: format!("edition-{n}"),
            title: Words::es_en("Edición", "Edition"),
            course: COURSES[n as usize % 3].to_owned(),
            modality: Modality::ALL[n as usize % 4],
            languages: if n % 2 == 0 { vec![Language::Es] } else { vec![Language::Es, Language::En] },
            country: (n % 3 == 0).then(|| "PY".to_owned()),
            personnel_kind: (n % 4 == 1).then(|| "media".to_owned()),
            starts_on: day(2022 + i32::try_from(n).unwrap() / 2, 1 + n),
        })
        .collect()
}

fn instant() -> impl Strategy<Value = DateTime<Utc>> {
    // Around the turns of the years, where zones matter, as often as elsewhere.
    let any = 0_i64..5 * 365 * 24;
    let turn = (1_i64..5, -12_i64..12).prop_map(|(year, hour)| year * 365 * 24 + 24 + hour);
    prop_oneof![any, turn].prop_map(|hours| Utc.with_ymd_and_hms(2022, 1, 1, 0, 0, 0).unwrap() + Duration::hours(hours))
}

fn row() -> impl Strategy<Value = Row> {
    let sex = prop::option::of(prop::sample::select(Sex::ALL));
    let country = prop::option::of(prop::sample::select(vec!["PY", "GT", "BB"]));
    let kind = prop::option::of(prop::sample::select(vec!["oas", "media", "health"]));
    let acts = prop::option::of((instant(), prop::option::of(0_i64..9_000)));
    (0_u128..25, 0_usize..9, sex, country, kind, acts, 0_i64..100).prop_map(
        |(person, edition, sex, country, kind, acts, recorded_after)| Row {
            person,
            edition,
            sex,
            country,
            kind,
            first: acts.map(|(first, _)| first),
            completed: acts.and_then(|(first, later)| later.map(|hours| first + Duration::hours(hours))),
            recorded_after,
        },
    )
}

/// At most one participation a person and edition, as the database holds it.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec(row(), 0..120).prop_map(|rows| {
        let mut seen = BTreeSet::new();
        rows.into_iter().filter(|row| seen.insert((row.person, row.edition))).collect()
    })
}

fn scope() -> impl Strategy<Value = Scope> {
    let words =
        |all: &'static [&'static str]| prop::collection::vec(prop::sample::select(all).prop_map(str::to_owned), 0..2);
    (
        words(&COURSES),
        prop::collection::vec(prop::sample::select(Modality::ALL), 0..2),
        prop::collection::vec(prop::sample::select(Language::ALL), 0..2),
        words(&["PY", "GT", "CL"]),
        words(&["oas", "media", "justice"]),
    )
        .prop_map(|(courses, modalities, languages, countries, personnel_kinds)| Scope {
            courses,
            modalities,
            languages,
            countries,
            personnel_kinds,
        })
}

/// Who has a gain is modelled beside the gains.
fn population() -> impl Strategy<Value = Population> {
    prop::sample::select(vec![Population::Participants, Population::Completers])
}

fn facts_with(rows: &[Row], links: &HashMap<PersonId, PersonId>) -> Facts {
    let mut facts = Facts::new(editions());
    for (place, row) in rows.iter().enumerate() {
        let recorded = |at: Option<DateTime<Utc>>| at.map(|at| at + Duration::hours(row.recorded_after));
        facts.push(&NewFact {
            participation: ParticipationId(Uuid::from_u128(place as u128)),
            person: canonical(PersonId(Uuid::from_u128(row.person)), links),
            edition: EditionId(Uuid::from_u128(row.edition as u128)),
            sex: row.sex,
            country: row.country,
            personnel_kind: row.kind,
            first_activity_at: row.first,
            first_activity_recorded_at: recorded(row.first),
            completed_at: row.completed,
            completion_recorded_at: recorded(row.completed),
        });
    }
    facts.seal();
    facts
}

fn facts_of(rows: &[Row]) -> Facts {
    facts_with(rows, &HashMap::new())
}

/// The rules once more, as plainly as they can be written.
fn model(rows: &[Row], scope: &Scope, population: Population, year: Option<i32>) -> (Cells, Cells) {
    let editions = editions();
    let within = |list: &[String], value: Option<&str>| {
        list.is_empty() || value.is_some_and(|value| list.iter().any(|one| one == value))
    };
    let mut participations = Cells::default();
    let mut last = BTreeMap::new();
    for (place, row) in rows.iter().enumerate() {
        let edition = &editions[row.edition];
        let Some(at) = (if population == Population::Participants { row.first } else { row.completed }) else {
            continue;
        };
        let local_year = at.with_timezone(&REPORTING).year();
        let taken = within(&scope.courses, Some(&edition.course))
            && (scope.modalities.is_empty() || scope.modalities.contains(&edition.modality))
            && (scope.languages.is_empty() || edition.languages.iter().any(|one| scope.languages.contains(one)))
            && within(&scope.countries, row.country)
            && within(&scope.personnel_kinds, row.kind)
            && year.map_or(local_year >= 2016, |year| year == local_year);
        if taken {
            participations.add(row.sex.into());
            let order = (at, row.recorded_after, place);
            if last.get(&row.person).is_none_or(|(before, _): &((DateTime<Utc>, i64, usize), SexCell)| *before < order)
            {
                last.insert(row.person, (order, SexCell::from(row.sex)));
            }
        }
    }
    let mut persons = Cells::default();
    last.values().for_each(|(_, cell)| persons.add(*cell));
    (persons, participations)
}

proptest! {
    #[test]
    fn a_count_equals_the_plain_model(rows in rows(), scope in scope(), population in population(), year in prop::option::of(2021_i32..2028)) {
        let window = year.map_or_else(|| Window::plan(REPORTING), |year| Window::year(year, REPORTING));
        let counted = count(&facts_of(&rows), &scope, population, window);
        prop_assert_eq!((counted.persons, counted.participations), model(&rows, &scope, population, year));
    }

    #[test]
    fn the_list_is_the_count_and_the_cells_add_up(rows in rows(), scope in scope(), population in population()) {
        let facts = facts_of(&rows);
        let counted = count(&facts, &scope, population, Window::plan(REPORTING));
        prop_assert_eq!(counted.members.len(), counted.persons.total() as usize);
        prop_assert_eq!(counted.counted.len(), counted.participations.total() as usize);
        prop_assert!(counted.persons.total() <= counted.participations.total());
        for cell in SexCell::ALL {
            let listed = counted.members.iter().filter(|member| member.cell == *cell).count();
            prop_assert_eq!(listed, counted.persons.get(*cell) as usize);
        }
        let sum: u32 = SexCell::ALL.iter().map(|cell| counted.persons.get(*cell)).sum();
        prop_assert_eq!(sum, counted.persons.total());
        let distinct: BTreeSet<_> = counted.members.iter().map(|member| facts.person(&facts.all()[member.fact as usize])).collect();
        prop_assert_eq!(distinct.len(), counted.members.len());
        let of_members: u32 = counted.members.iter().map(|member| member.participations).sum();
        prop_assert_eq!(of_members, counted.participations.total());
        let by_edition: u32 = by_edition(&facts, &counted, population).iter().map(|(_, part)| part.participations.total()).sum();
        prop_assert_eq!(by_edition, counted.participations.total());
    }

    #[test]
    fn persons_of_the_plan_are_at_most_those_of_its_years(rows in rows(), scope in scope(), population in population()) {
        let facts = facts_of(&rows);
        let plan = count(&facts, &scope, population, Window::plan(REPORTING));
        let years: Vec<_> = (2016..2030).map(|year| count(&facts, &scope, population, Window::year(year, REPORTING))).collect();
        prop_assert!(plan.persons.total() <= years.iter().map(|year| year.persons.total()).sum());
        prop_assert_eq!(plan.participations.total(), years.iter().map(|year| year.participations.total()).sum::<u32>());
    }

    #[test]
    fn linking_two_people_and_unlinking_them_restores_every_figure(rows in rows(), scope in scope(), population in population(), one in 0_u128..25, other in 0_u128..25) {
        prop_assume!(one != other);
        let count = |links: &HashMap<PersonId, PersonId>| count(&facts_with(&rows, links), &scope, population, Window::plan(REPORTING));
        let person = |n| PersonId(Uuid::from_u128(n));
        let before = count(&HashMap::new());
        let mut links = HashMap::from([(person(one), person(other))]);
        let linked = count(&links);
        prop_assert_eq!(linked.participations, before.participations);
        let fewer = before.persons.total() - linked.persons.total();
        prop_assert!(fewer <= 1);
        links.remove(&person(one));
        prop_assert_eq!(count(&links), before);
    }

    #[test]
    fn the_order_in_which_participations_are_read_changes_no_figure(rows in rows(), scope in scope(), population in population()) {
        let facts = facts_of(&rows);
        let mut turned = Facts::new(editions());
        for fact in facts.all().iter().rev() {
            turned.push(&NewFact {
                participation: fact.participation,
                person: facts.person(fact).unwrap(),
                edition: facts.edition(fact).unwrap().id,
                sex: Sex::ALL.iter().copied().find(|sex| SexCell::from(Some(*sex)) == fact.cell),
                country: facts.word(fact.country),
                personnel_kind: facts.word(fact.personnel_kind),
                first_activity_at: fact.first_activity_at,
                first_activity_recorded_at: fact.first_activity_recorded_at,
                completed_at: fact.completed_at,
                completion_recorded_at: fact.completion_recorded_at,
            });
        }
        turned.seal();
        let (one, other) = (count(&facts, &scope, population, Window::plan(REPORTING)), count(&turned, &scope, population, Window::plan(REPORTING)));
        prop_assert_eq!((one.persons, one.participations), (other.persons, other.participations));
    }

    #[test]
    fn an_edition_counts_in_the_year_it_starts_once_it_has_a_participant(rows in rows(), scope in scope(), year in 2021_i32..2028) {
        let facts = facts_of(&rows);
        let counted = count_editions(&facts, &scope, Window::year(year, REPORTING));
        let within = |list: &[String], value: &Option<String>| list.is_empty() || value.as_ref().is_some_and(|value| list.contains(value));
        let expected: Vec<u32> = (0_u32..).zip(editions()).filter(|(place, edition)| {
            edition.starts_on.year() == year
                && (scope.courses.is_empty() || scope.courses.contains(&edition.course))
                && (scope.modalities.is_empty() || scope.modalities.contains(&edition.modality))
                && (scope.languages.is_empty() || edition.languages.iter().any(|one| scope.languages.contains(one)))
                && within(&scope.countries, &edition.country)
                && within(&scope.personnel_kinds, &edition.personnel_kind)
                && rows.iter().any(|row| row.edition == *place as usize && row.first.is_some())
        }).map(|(place, _)| place).collect();
        let participants = rows.iter().filter(|row| row.first.is_some() && expected.contains(&u32::try_from(row.edition).unwrap())).count();
        prop_assert_eq!(counted.editions, expected);
        prop_assert_eq!(counted.people.participations.total() as usize, participants);
        prop_assert_eq!(counted.people.members.len(), counted.people.persons.total() as usize);
    }
}
