//! The closing report of an edition: from who applied to who completed, what was gained, and what happened, in words.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::counting::{Cells, Fact, Facts, Gains, Member};
use crate::edition::EditionCard;
use crate::error::{Refusal, Wrong};
use crate::id::EditionId;
use crate::meeting::AttendanceState;
use crate::person::SexCell;
use crate::survey::QuestionResult;

/// Most characters of each part of the narrative.
const WORDS_MOST: usize = 8_000;

crate::text_enum::text_enum! {
    /// How far people came, from the call to the certificate.
    pub enum Stage {
        Applied => "applied",
        /// Has or had a seat.
        Enrolled => "enrolled",
        /// At least one recorded learning act: a participant.
        Started => "started",
        Completed => "completed",
    }
}

/// How many people came as far as each stage, by sex. None of `applied` where the edition is not entered by application.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Funnel {
    pub applied: Option<Cells>,
    pub enrolled: Cells,
    pub started: Cells,
    pub completed: Cells,
}

impl Funnel {
    /// The cells of a stage.
    #[must_use]
    pub const fn get(&self, stage: Stage) -> Option<Cells> {
        match stage {
            Stage::Applied => self.applied,
            Stage::Enrolled => Some(self.enrolled),
            Stage::Started => Some(self.started),
            Stage::Completed => Some(self.completed),
        }
    }

    /// One more participation.
    pub(crate) fn add(&mut self, fact: &Fact) {
        self.enrolled.add(fact.cell);
        if fact.first_activity_at.is_some() || fact.completed_at.is_some() {
            self.started.add(fact.cell);
        }
        if fact.completed_at.is_some() {
            self.completed.add(fact.cell);
        }
    }
}

/// Somebody's application, as the report counts it: with what the person declares today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applicant {
    pub cell: SexCell,
    pub country: Option<String>,
    pub personnel_kind: Option<String>,
}

/// Everything that is counted of one edition, in one pass: a person once, by the participation that counts last.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbers {
    pub all: Funnel,
    /// By the country's code; empty for not recorded.
    pub countries: BTreeMap<String, Funnel>,
    /// By the code of the kind of personnel; empty for not recorded.
    pub kinds: BTreeMap<String, Funnel>,
    /// Participations; more than persons where one person is in the edition under two records.
    pub participations: u32,
    pub gains: Gains,
    /// Those of whom the gains are the mean.
    pub tested: Cells,
}

impl Numbers {
    /// The numbers of `edition`. `applicants`: None where nobody can apply.
    #[must_use]
    pub fn of(facts: &Facts, edition: EditionId, applicants: Option<&[Applicant]>) -> Self {
        let mut numbers = Self::default();
        let mut members = Vec::new();
        let mut persons: BTreeMap<u32, (usize, &Fact)> = BTreeMap::new();
        for place in facts.span_of(edition) {
            let Some(fact) = facts.all().get(place) else { continue };
            numbers.participations += 1;
            let further =
                |old: &Fact| (fact.completed_at, fact.first_activity_at) > (old.completed_at, old.first_activity_at);
            if persons.get(&fact.person).is_none_or(|(_, old)| further(old)) {
                persons.insert(fact.person, (place, fact));
            }
        }
        for (place, fact) in persons.into_values() {
            let word = |place| facts.word(place).unwrap_or_default().to_owned();
            numbers.all.add(fact);
            numbers.countries.entry(word(fact.country)).or_default().add(fact);
            numbers.kinds.entry(word(fact.personnel_kind)).or_default().add(fact);
            if facts.gain(fact).is_some() {
                numbers.tested.add(fact.cell);
                members.push(Member::of_one(fact, place));
            }
        }
        numbers.gains = Gains::of(facts, &members);
        for one in applicants.unwrap_or_default() {
            let countries = numbers.countries.entry(one.country.clone().unwrap_or_default()).or_default();
            countries.applied.get_or_insert_default().add(one.cell);
            let kinds = numbers.kinds.entry(one.personnel_kind.clone().unwrap_or_default()).or_default();
            kinds.applied.get_or_insert_default().add(one.cell);
            numbers.all.applied.get_or_insert_default().add(one.cell);
        }
        if applicants.is_some() {
            let rows = numbers.countries.values_mut().chain(numbers.kinds.values_mut());
            for row in rows.chain(std::iter::once(&mut numbers.all)) {
                row.applied.get_or_insert_default();
            }
        }
        numbers
    }
}

/// A session, and how many came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRow {
    pub title: String,
    pub starts_at: DateTime<Utc>,
    /// In the order of `AttendanceState::ALL`.
    pub counts: Vec<(AttendanceState, u32)>,
}

/// What happened, in words of those who teach.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Narrative {
    #[serde(default)]
    pub edition: String,
    /// What was done.
    #[serde(default)]
    pub happened: String,
    /// What went well, and what did not.
    #[serde(default)]
    pub learned: String,
    /// What the next edition should do.
    #[serde(default)]
    pub advice: String,
    /// Raised by every change, so that two authors never overwrite each other unknowingly.
    #[serde(default)]
    pub revision: i32,
}

impl Narrative {
    /// # Errors
    /// `Invalid` naming each part that is too long.
    pub fn check(&self) -> Result<(), Refusal> {
        let mut wrong = Wrong::default();
        for (field, text) in [("happened", &self.happened), ("learned", &self.learned), ("advice", &self.advice)] {
            wrong.optional(field, text, WORDS_MOST);
        }
        wrong.done()
    }
}

/// The whole report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportView {
    pub edition: EditionCard,
    pub numbers: Numbers,
    /// (code, name) of the kinds of personnel, in their order.
    pub kind_names: Vec<(String, String)>,
    pub sessions: Vec<SessionRow>,
    /// How many answers of the survey are shown, and what was said on its scales.
    pub answers: u32,
    pub satisfaction: Vec<QuestionResult>,
    pub narrative: Narrative,
    pub saved_at: Option<DateTime<Utc>>,
    pub saved_by: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::counting::{EditionFacts, NewFact};
    use crate::edition::Modality;
    use crate::id::{ParticipationId, PersonId};
    use crate::language::Words;
    use crate::person::Sex;

    fn edition(id: u128) -> EditionFacts {
        EditionFacts {
            id: EditionId(uuid::Uuid::from_u128(id)),
            code: String::new(),
            title: Words::default(),
            course: String::new(),
            modality: Modality::Workshop,
            languages: Vec::new(),
            country: None,
            personnel_kind: None,
            starts_on: chrono::NaiveDate::MIN,
        }
    }

    #[test]
    fn every_table_adds_up_to_the_same_people_and_each_person_counts_once() {
        let at = |text: &str| Some(text.parse().unwrap());
        let mut facts = Facts::new(vec![edition(1), edition(2)]);
        let mut add = |n: u128, person: u128, edition: u128, sex, country, started, completed| {
            facts.push(&NewFact {
                participation: ParticipationId(uuid::Uuid::from_u128(n)),
                person: PersonId(uuid::Uuid::from_u128(person)),
                edition: EditionId(uuid::Uuid::from_u128(edition)),
                sex,
                country,
                personnel_kind: None,
                first_activity_at: started,
                first_activity_recorded_at: None,
                completed_at: completed,
                completion_recorded_at: None,
            });
        };
        add(1, 1, 1, Some(Sex::Woman), Some("PY"), at("2026-03-01T00:00:00Z"), at("2026-03-09T00:00:00Z"));
        add(2, 2, 1, Some(Sex::Declined), None, at("2026-03-02T00:00:00Z"), None);
        add(3, 3, 1, None, Some("PY"), None, None);
        // The same person under another record, and somebody in another edition.
        add(4, 3, 1, Some(Sex::Man), Some("GT"), at("2026-03-03T00:00:00Z"), None);
        add(5, 4, 2, Some(Sex::Man), Some("GT"), None, None);
        facts.seal();
        let applicants = [Applicant { cell: SexCell::Woman, country: Some("MX".into()), personnel_kind: None }];
        let numbers = Numbers::of(&facts, EditionId(uuid::Uuid::from_u128(1)), Some(&applicants));
        assert_eq!((numbers.participations, numbers.all.enrolled.total()), (4, 3));
        assert_eq!((numbers.all.started.total(), numbers.all.completed.total()), (3, 1));
        assert_eq!(
            (numbers.all.enrolled.man, numbers.all.enrolled.declined, numbers.all.enrolled.not_recorded),
            (1, 1, 0)
        );
        for stage in Stage::ALL {
            let sum = |rows: &BTreeMap<String, Funnel>| {
                rows.values().filter_map(|row| row.get(*stage)).map(Cells::total).sum::<u32>()
            };
            let all = numbers.all.get(*stage).map_or(0, Cells::total);
            assert_eq!((sum(&numbers.countries), sum(&numbers.kinds)), (all, all), "{stage}");
        }
        assert_eq!(Numbers::of(&facts, EditionId(uuid::Uuid::from_u128(2)), None).all.applied, None);
    }
}
