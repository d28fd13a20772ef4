//! Writing what was judged, and remembering what that made, so that it can be taken back.

use std::collections::HashMap;

use domain::certificate::CertificateKind;
use domain::enrolment::Source;
use domain::id::{EditionId, ParticipationId, PersonId};
use domain::import::{Decision, Fate};
use domain::roster::{Entry, RosterReport};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
use serde::{Deserialize, Serialize};

use super::judge::{Judged, fill};
use super::known::Known;
use super::snapshot::{self, Snapshot};
use super::store::insert_all;
use crate::ctx::Ctx;
use crate::entity::{certificate, participation, person};
use crate::error::Result;

/// What taking a row made or changed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Outcome {
    /// The record that is new.
    pub person: Option<PersonId>,
    /// Whom the new record was linked to.
    pub linked_to: Option<PersonId>,
    /// The participation that is new.
    pub participation: Option<ParticipationId>,
    /// The participation that was filled in, as it was before.
    pub before: Option<Snapshot>,
    /// The participation that is new or was filled in, as it is now.
    pub after: Option<Snapshot>,
    /// The code of the certificate that was issued.
    pub certificate: Option<String>,
}

/// One row to take.
#[derive(Debug)]
pub(crate) struct Taken<'a> {
    pub judged: &'a Judged,
    pub entry: Option<&'a Entry>,
    pub decision: Decision,
}

/// Rows to write.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    people: Vec<person::ActiveModel>,
    added: Vec<participation::ActiveModel>,
    filled: Vec<participation::ActiveModel>,
    certificates: Vec<certificate::ActiveModel>,
    unchanged: usize,
    /// One for each row that was given, in their order.
    outcomes: Vec<Outcome>,
}

impl Plan {
    /// Works out what to write.
    pub fn make(ctx: &Ctx, edition: EditionId, source: Source, rows: &[Taken<'_>], known: &Known) -> Self {
        let mut plan = Self::default();
        let mut pen = Pen { ctx, edition, source, plan: &mut plan };
        // Two rows that were said to be one person get one participation.
        let mut linked: HashMap<PersonId, ()> = HashMap::new();
        for row in rows {
            let outcome = match row.entry {
                Some(entry) => pen.take(row, entry, known, &mut linked),
                None => Outcome::default(),
            };
            pen.plan.outcomes.push(outcome);
        }
        plan
    }

    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty() && self.added.is_empty() && self.filled.is_empty() && self.certificates.is_empty()
    }

    pub fn report(&self, edition: &str, rows: usize, dry_run: bool) -> RosterReport {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        RosterReport {
            edition: edition.to_owned(),
            rows: count(rows),
            added: count(self.added.len()),
            filled: count(self.filled.len()),
            unchanged: count(self.unchanged),
            new_people: count(self.people.len()),
            certificates: count(self.certificates.len()),
            dry_run,
        }
    }

    /// Writes, and tells what each row made.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn write<C: ConnectionTrait>(self, tx: &C) -> Result<Vec<Outcome>> {
        insert_all(tx, self.people).await?;
        insert_all(tx, self.added).await?;
        for change in self.filled {
            participation::Entity::update(change).exec(tx).await?;
        }
        // One of participation gives way; should the completion be taken back, the next closing issues it again.
        let completed: Vec<ParticipationId> =
            self.certificates.iter().filter_map(|row| row.participation_id.clone().take()).collect();
        crate::certificate::store::give_way(tx, &completed).await?;
        insert_all::<certificate::ActiveModel, C>(tx, self.certificates).await?;
        let mut outcomes = self.outcomes;
        let touched = |outcome: &Outcome| outcome.participation.or(outcome.before.as_ref().map(|before| before.id));
        let ids: Vec<ParticipationId> = outcomes.iter().filter_map(touched).collect();
        // Read back: a database keeps less of a second than the clock tells.
        let mut now = snapshot::load(tx, &ids).await?;
        for outcome in &mut outcomes {
            outcome.after = touched(outcome).and_then(|id| now.remove(&id));
        }
        Ok(outcomes)
    }
}

/// Writes one plan.
struct Pen<'a> {
    ctx: &'a Ctx,
    edition: EditionId,
    source: Source,
    plan: &'a mut Plan,
}

impl Pen<'_> {
    fn take(&mut self, row: &Taken<'_>, entry: &Entry, known: &Known, linked: &mut HashMap<PersonId, ()>) -> Outcome {
        let mut outcome = Outcome::default();
        match row.judged.fate {
            Fate::Flawed => {}
            Fate::There => self.plan.unchanged += 1,
            Fate::Fill => {
                let person = row.judged.record.map(|record| known.person(record));
                self.fill(person, entry, known, &mut outcome);
            }
            Fate::Match => {
                if let Some(record) = row.judged.record {
                    self.add(record, entry, &mut outcome);
                }
            }
            Fate::New | Fate::Duplicate => {
                // Only somebody who was offered can be chosen.
                let to = match row.decision {
                    Decision::Link(person) if row.judged.candidates.contains(&person) => Some(person),
                    Decision::Link(_) | Decision::Apart => None,
                };
                let record = self.add_person(entry, to, &mut outcome);
                match to {
                    Some(person) if linked.insert(person, ()).is_some() => {}
                    Some(person) if known.participations.contains_key(&person) => {
                        self.fill(Some(person), entry, known, &mut outcome);
                    }
                    _ => self.add(record, entry, &mut outcome),
                }
            }
        }
        outcome
    }

    /// A person without an account. What the row declares belongs to the participation and is not made the person's profile:
    /// that is for the person to say.
    fn add_person(&mut self, entry: &Entry, linked_to: Option<PersonId>, outcome: &mut Outcome) -> PersonId {
        let id = PersonId(self.ctx.new_id());
        self.plan.people.push(person::ActiveModel {
            id: Set(id),
            given_name: Set(entry.given_name.clone()),
            family_name: Set(entry.family_name.clone()),
            email: Set((!entry.email.is_empty()).then(|| entry.email.clone())),
            sex: Set(None),
            country: Set(None),
            personnel_kind: Set(None),
            institution: Set(None),
            linked_to: Set(linked_to),
            created_at: Set(self.ctx.now()),
        });
        outcome.person = Some(id);
        outcome.linked_to = linked_to;
        id
    }

    fn add(&mut self, person: PersonId, entry: &Entry, outcome: &mut Outcome) {
        let id = ParticipationId(self.ctx.new_id());
        let now = self.ctx.now();
        let declared = entry.declared.clone();
        self.plan.added.push(participation::ActiveModel {
            id: Set(id),
            person_id: Set(person),
            edition_id: Set(self.edition),
            source: Set(self.source),
            language: Set(entry.language),
            sex: Set(declared.sex),
            country: Set(declared.country),
            personnel_kind: Set(declared.personnel_kind),
            institution: Set(declared.institution),
            enrolled_at: Set(entry.enrolled_at),
            first_activity_at: Set(entry.first_activity_at),
            first_activity_recorded_at: Set(entry.first_activity_at.map(|_| now)),
            last_activity_at: Set(entry.completed_at.or(entry.first_activity_at)),
            last_activity_key: Set(None),
            completed_at: Set(entry.completed_at),
            completion_recorded_at: Set(entry.completed_at.map(|_| now)),
            created_at: Set(now),
            ..Default::default()
        });
        outcome.participation = Some(id);
        if entry.completed_at.is_some() {
            self.certify(id, entry, outcome);
        }
    }

    /// Fills what is empty; a row that contradicts what is recorded changes nothing.
    fn fill(&mut self, person: Option<PersonId>, entry: &Entry, known: &Known, outcome: &mut Outcome) {
        let Some(row) = person.and_then(|person| known.participations.get(&person)) else { return };
        match fill(row, entry, self.ctx.now()) {
            Ok((change, fills)) if !fills.is_empty() => {
                self.plan.filled.push(change);
                outcome.before = Some(Snapshot::from(row));
                if row.completed_at.is_none() && entry.completed_at.is_some() {
                    self.certify(row.id, entry, outcome);
                }
            }
            Ok(_) | Err(_) => self.plan.unchanged += 1,
        }
    }

    fn certify(&mut self, participation: ParticipationId, entry: &Entry, outcome: &mut Outcome) {
        let mut random = [0_u8; 12];
        self.ctx.random.fill(&mut random);
        let code = domain::certificate::code(random);
        self.plan.certificates.push(certificate::ActiveModel {
            code: Set(code.clone()),
            participation_id: Set(participation),
            language: Set(entry.language),
            issued_at: Set(self.ctx.now()),
            kind: Set(CertificateKind::Completion),
        });
        outcome.certificate = Some(code);
    }
}
