//! What an import would change, worked out before anything is written.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::counting::canonical;
use domain::enrolment::Source;
use domain::id::{EditionId, ParticipationId, PersonId};
use domain::roster::{Column, Entry, Mistake, Reason, RosterReport};
use sea_orm::{ActiveValue::Set, ConnectionTrait};

use super::store;
use crate::ctx::Ctx;
use crate::entity::{certificate, participation, person};
use crate::error::Result;

/// Rows to write.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub people: Vec<person::ActiveModel>,
    pub added: Vec<participation::ActiveModel>,
    pub filled: Vec<participation::ActiveModel>,
    pub certificates: Vec<certificate::ActiveModel>,
    unchanged: usize,
}

/// What the campus knows before the import.
struct Known {
    /// By e-mail address.
    people: HashMap<String, PersonId>,
    /// Which person a linked record stands for.
    links: HashMap<PersonId, PersonId>,
    /// The edition's participations, by canonical person.
    participations: HashMap<PersonId, participation::Model>,
}

impl Plan {
    /// Works out what to write, or which rows contradict what is recorded.
    pub async fn make<C: ConnectionTrait>(
        db: &C,
        ctx: &Ctx,
        edition: EditionId,
        entries: &[Entry],
    ) -> Result<std::result::Result<Self, Vec<Mistake>>> {
        let links = crate::counting::store::load_links(db).await?;
        let people = store::list_people(db, entries).await?;
        let rows = store::list_participations(db, edition).await?;
        let participations = rows.into_iter().map(|row| (canonical(row.person_id, &links), row)).collect();
        let known = Known { people, links, participations };

        let (mut plan, mut mistakes) = (Self::default(), Vec::new());
        let mut lines: HashMap<PersonId, u32> = HashMap::with_capacity(entries.len());
        for entry in entries {
            let Some(record) = known.people.get(&entry.email) else {
                plan.add_person(ctx, edition, entry);
                continue;
            };
            let person = canonical(*record, &known.links);
            if let Some(other) = lines.insert(person, entry.line) {
                mistakes.push(mistake(entry, Column::Email, Reason::PersonTwice(other)));
                continue;
            }
            match known.participations.get(&person) {
                // It belongs to the record that the address names, so that unlinking gives it back with its record.
                None => plan.add_participation(ctx, edition, *record, entry),
                Some(row) => match plan.fill(ctx, row, entry) {
                    Ok(()) => {}
                    Err(wrong) => mistakes.push(wrong),
                },
            }
        }
        Ok(if mistakes.is_empty() { Ok(plan) } else { Err(mistakes) })
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

    /// A person without an account. What the row declares belongs to the participation and is not made the person's profile:
    /// that is for the person to say.
    fn add_person(&mut self, ctx: &Ctx, edition: EditionId, entry: &Entry) {
        let id = PersonId(ctx.new_id());
        self.people.push(person::ActiveModel {
            id: Set(id),
            given_name: Set(entry.given_name.clone()),
            family_name: Set(entry.family_name.clone()),
            email: Set(Some(entry.email.clone())),
            sex: Set(None),
            country: Set(None),
            personnel_kind: Set(None),
            institution: Set(None),
            linked_to: Set(None),
            created_at: Set(ctx.now()),
        });
        self.add_participation(ctx, edition, id, entry);
    }

    fn add_participation(&mut self, ctx: &Ctx, edition: EditionId, person: PersonId, entry: &Entry) {
        let id = ParticipationId(ctx.new_id());
        let now = ctx.now();
        let declared = entry.declared.clone();
        self.added.push(participation::ActiveModel {
            id: Set(id),
            person_id: Set(person),
            edition_id: Set(edition),
            source: Set(Source::Roster),
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
        });
        if entry.completed_at.is_some() {
            self.certify(ctx, id, entry);
        }
    }

    /// Fills what is empty in a participation that is already there; what it holds stays.
    fn fill(&mut self, ctx: &Ctx, row: &participation::Model, entry: &Entry) -> std::result::Result<(), Mistake> {
        let first = fresh(row.first_activity_at, entry.first_activity_at);
        let completed = fresh(row.completed_at, entry.completed_at);
        if let (Some(first), Some(recorded)) = (first, row.completed_at)
            && first > recorded
        {
            return Err(mistake(entry, Column::FirstActivityAt, Reason::FirstAfterRecorded));
        }
        if let (Some(completed), Some(recorded)) = (completed, row.first_activity_at)
            && completed < recorded
        {
            return Err(mistake(entry, Column::CompletedAt, Reason::CompletedBeforeRecorded));
        }
        let mut change = participation::ActiveModel { id: Set(row.id), ..Default::default() };
        let now = ctx.now();
        if first.is_some() {
            change.first_activity_at = Set(first);
            change.first_activity_recorded_at = Set(Some(now));
        }
        if completed.is_some() {
            change.completed_at = Set(completed);
            change.completion_recorded_at = Set(Some(now));
        }
        let latest = completed.or(first);
        if latest > row.last_activity_at {
            change.last_activity_at = Set(latest);
        }
        let declared = fill_declared(&mut change, row, entry);
        if first.is_none() && completed.is_none() && !declared {
            self.unchanged += 1;
            return Ok(());
        }
        self.filled.push(change);
        if completed.is_some() {
            self.certify(ctx, row.id, entry);
        }
        Ok(())
    }

    fn certify(&mut self, ctx: &Ctx, participation: ParticipationId, entry: &Entry) {
        let mut random = [0_u8; 12];
        ctx.random.fill(&mut random);
        self.certificates.push(certificate::ActiveModel {
            code: Set(domain::certificate::code(random)),
            participation_id: Set(participation),
            language: Set(entry.language),
            issued_at: Set(ctx.now()),
        });
    }
}

/// What the file brings where nothing is recorded yet.
fn fresh(recorded: Option<DateTime<Utc>>, given: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
    if recorded.is_some() { None } else { given }
}

/// A blank cell takes the first declaration, as it does when a person fills in the profile. Says whether any did.
fn fill_declared(change: &mut participation::ActiveModel, row: &participation::Model, entry: &Entry) -> bool {
    let mut filled = false;
    let declared = &entry.declared;
    if row.sex.is_none() && declared.sex.is_some() {
        change.sex = Set(declared.sex);
        filled = true;
    }
    if row.country.is_none() && declared.country.is_some() {
        change.country = Set(declared.country.clone());
        filled = true;
    }
    if row.personnel_kind.is_none() && declared.personnel_kind.is_some() {
        change.personnel_kind = Set(declared.personnel_kind.clone());
        filled = true;
    }
    if row.institution.is_none() && declared.institution.is_some() {
        change.institution = Set(declared.institution.clone());
        filled = true;
    }
    filled
}

fn mistake(entry: &Entry, column: Column, reason: Reason) -> Mistake {
    Mistake { line: entry.line, column: Some(column.as_str().to_owned()), reason }
}
