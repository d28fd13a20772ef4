//! The rules of counting once more: plain, slow, and knowing nothing of the engine. It reads every row of the database.
#![cfg(test)]
#![allow(dead_code, clippy::allow_attributes, reason = "each file of tests uses some of it")]

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, Datelike, Utc};
use domain::counting::Cells;
use domain::id::{EditionId, ParticipationId, PersonId};
use domain::person::SexCell;
use domain::zone::REPORTING;
use sea_orm::EntityTrait;
use services::Campus;
use services::entity::{attempt, course, edition, participation, person};

/// Whom or what an indicator of the plan counts: (code, what, course, modality, kind of personnel). Empty takes in all.
pub const PLAN: [(&str, &str, &str, &str, &str); 14] = [
    ("PGA-TRANSFER", "editions", "pga", "transfer", ""),
    ("PGA-TRAINED", "completers", "pga", "", ""),
    ("POLICY-AWARE", "completers", "gender-equality", "", ""),
    ("OAS-PERSONNEL", "completers", "gender-equality", "", "oas"),
    ("SISDEHM-WORKSHOPS", "completers", "sisdehm", "workshop", ""),
    ("SISDEHM-PARTICIPANTS", "participants", "sisdehm", "virtual-course", ""),
    ("PARITY-WORKSHOPS", "completers", "parity-toolkit", "workshop", ""),
    ("PARITY-AWARENESS", "gain", "parity-toolkit", "workshop", ""),
    ("POLITICAL-VIOLENCE-WORKSHOPS", "completers", "political-violence", "workshop", ""),
    ("POLITICAL-VIOLENCE-AWARENESS", "gain", "political-violence", "workshop", ""),
    ("WOMEN-SECRETARIATS", "completers", "women-political-leadership", "workshop", ""),
    ("INCARCERATION-WORKSHOPS", "editions", "women-drug-policy", "workshop", ""),
    ("MESECVI-TRAINED", "completers", "", "", ""),
    ("MESECVI-MEDIA", "editions", "", "workshop", "media"),
];

/// Every row that can count.
pub struct Model {
    courses: HashMap<EditionId, String>,
    editions: HashMap<EditionId, edition::Model>,
    people: HashMap<PersonId, Option<PersonId>>,
    rows: Vec<participation::Model>,
    /// When the later of both tests was handed in, and the points between them in hundredths.
    gains: HashMap<ParticipationId, (DateTime<Utc>, i64)>,
}

/// What orders the participations of a person: the counting date, when it was recorded, and the id.
type Order = (DateTime<Utc>, DateTime<Utc>, ParticipationId);

/// What the model says of an indicator in a window.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Counted {
    pub persons: Cells,
    pub participations: Cells,
    /// Where editions are counted.
    pub editions: Option<u32>,
    /// Where gains are: their sum over the persons, in hundredths of a point.
    pub gained: Option<i64>,
}

impl Model {
    pub async fn read(campus: &Campus) -> Self {
        let db = campus.db.read();
        let slugs: HashMap<_, _> =
            course::Entity::find().all(db).await.unwrap().into_iter().map(|row| (row.id, row.slug)).collect();
        let editions = edition::Entity::find().all(db).await.unwrap();
        let mut tests: HashMap<ParticipationId, BTreeMap<String, (DateTime<Utc>, i64)>> = HashMap::new();
        for row in attempt::Entity::find().all(db).await.unwrap() {
            if let (Some(at), Some(right), Some(asked)) = (row.submitted_at, row.right, row.asked) {
                let score = i64::from(right) * 10_000 / i64::from(asked);
                tests.entry(row.participation_id).or_default().insert(row.activity, (at, score));
            }
        }
        let gain = |(of, tests): (ParticipationId, BTreeMap<String, (DateTime<Utc>, i64)>)| {
            let (pre, post) = (*tests.get("pre-test")?, *tests.get("post-test")?);
            Some((of, (pre.0.max(post.0), post.1 - pre.1)))
        };
        Self {
            courses: editions.iter().map(|row| (row.id, slugs[&row.course_id].clone())).collect(),
            editions: editions.into_iter().map(|row| (row.id, row)).collect(),
            people: person::Entity::find()
                .all(db)
                .await
                .unwrap()
                .into_iter()
                .map(|row| (row.id, row.linked_to))
                .collect(),
            rows: participation::Entity::find().all(db).await.unwrap(),
            gains: tests.into_iter().filter_map(gain).collect(),
        }
    }

    /// The human being behind a record.
    pub fn person(&self, record: PersonId) -> PersonId {
        let mut person = record;
        while let Some(next) = self.people[&person] {
            person = next;
        }
        person
    }

    pub fn years(&self) -> BTreeSet<i32> {
        self.rows
            .iter()
            .flat_map(|row| [row.first_activity_at, row.completed_at])
            .flatten()
            .map(|at| at.with_timezone(&REPORTING).year())
            .collect()
    }

    /// Counts an indicator of the plan in a year, or with None in the plan's window.
    pub fn count(&self, code: &str, year: Option<i32>) -> Counted {
        let (_, what, course, modality, kind) = *PLAN.iter().find(|row| row.0 == code).unwrap();
        let within = |of: i32| year.map_or(of >= 2016, |year| of == year);
        let mut counted = Counted::default();
        let mut taught = BTreeSet::new();
        let mut last: BTreeMap<PersonId, (Order, SexCell, i64)> = BTreeMap::new();
        for row in &self.rows {
            let edition = &self.editions[&row.edition_id];
            let (at, recorded) = match what {
                "completers" => (row.completed_at, row.completion_recorded_at),
                "gain" => (self.gains.get(&row.id).map(|gain| gain.0), None),
                _ => (row.first_activity_at, row.first_activity_recorded_at),
            };
            let Some(at) = at else { continue };
            let (of_kind, dated) = if what == "editions" {
                (edition.personnel_kind.as_deref(), edition.starts_on.year())
            } else {
                (row.personnel_kind.as_deref(), at.with_timezone(&REPORTING).year())
            };
            if (!course.is_empty() && self.courses[&row.edition_id] != course)
                || (!modality.is_empty() && edition.modality.as_str() != modality)
                || (!kind.is_empty() && of_kind != Some(kind))
                || !within(dated)
            {
                continue;
            }
            taught.insert(row.edition_id);
            let cell = SexCell::from(row.sex);
            counted.participations.add(cell);
            let order = (at, recorded.unwrap_or(at), row.id);
            let gain = self.gains.get(&row.id).map_or(0, |gain| gain.1);
            let person = self.person(row.person_id);
            if last.get(&person).is_none_or(|before| before.0 < order) {
                last.insert(person, (order, cell, gain));
            }
        }
        last.values().for_each(|(_, cell, _)| counted.persons.add(*cell));
        counted.editions = (what == "editions").then(|| u32::try_from(taught.len()).unwrap());
        counted.gained = (what == "gain").then(|| last.values().map(|(_, _, gain)| gain).sum());
        counted
    }
}
