//! Believable data in any amount, for tests and measurements: the same rows from the same seed, on any day.
//!
//! Everything is plainly marked as generated. Beside participations over ten years there are what counting finds hard:
//! people who come again, declare something else another time, stand in two records, never begin, complete without an end,
//! or are recorded long after.

mod editions;
mod people;

use std::collections::HashSet;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::edition::Modality;
use domain::enrolment::Source;
use domain::error::{Code, Refusal};
use domain::id::{AttemptId, ParticipationId};
use domain::quiz::{POST_TEST, PRE_TEST};
use domain::zone::{end_of_day, start_of_day};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::counting;
use crate::ctx::Ctx;
use crate::demo::Chance;
use crate::entity::{attempt, edition, participation};
use crate::error::Result;
use crate::policy;
use crate::roster::insert_all;
use editions::Generated;
use people::People;

/// Most participations of one call.
pub const MOST: u32 = 5_000_000;
/// How many people an edition has in the mean.
const EDITION: usize = 120;
/// The years that editions begin in.
const YEARS: std::ops::RangeInclusive<i32> = 2016..=2025;

/// What was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GenerateReport {
    pub participations: usize,
    pub persons: usize,
    pub editions: usize,
}

/// Generates `participations` from `seed`, two persons for five of them. `told` hears how many there are so far.
///
/// # Errors
/// `Invalid` naming `participations` when there are none or more than `MOST`; `AlreadyStarted` when this seed was used here;
/// `SignInFirst`, `NotForYou`.
pub async fn generate(ctx: &Ctx, participations: u32, seed: u64, told: impl Fn(usize)) -> Result<GenerateReport> {
    policy::may_administer(ctx)?;
    if participations == 0 || participations > MOST {
        return Err(Refusal::field("participations", Code::NumberInvalid).into());
    }
    crate::course::import_embedded(ctx).await?;
    let kinds = crate::person::kind_codes(ctx.db.read()).await?;
    let total = participations as usize;
    let mut chance = Chance::seeded(seed, start_of_day(day(*YEARS.start(), 1, 1), ctx.settings.reporting_zone));
    let tx = ctx.db.begin_write().await?;
    let prefix = format!("gen-{seed}-");
    if edition::Entity::find().filter(edition::Column::Code.starts_with(&prefix)).count(&tx).await? > 0 {
        return Err(Code::AlreadyStarted.into());
    }
    let courses = editions::courses(&tx, ctx).await?;
    let mut people = People::new(&mut chance, seed, total.saturating_mul(2).div_ceil(5), &kinds);
    people.insert(&tx).await?;
    let (mut made, mut number) = (0, 0);
    while made < total {
        number += 1;
        let size = (EDITION / 6 + chance.below(EDITION * 5 / 3)).min(total - made).min(people.len());
        let one = Generated::invent(&mut chance, &courses, &format!("{prefix}{number}"))?;
        one.insert(&tx, ctx).await?;
        let mut rows = Rows { participations: Vec::with_capacity(size), attempts: Vec::new() };
        let mut inside = HashSet::with_capacity(size);
        while inside.len() < size {
            let person = people.draw(&mut chance, total - made - inside.len());
            if inside.insert(person) {
                rows.add(ctx, &mut chance, &one, &people, person);
            }
        }
        insert_all(&tx, rows.participations).await?;
        insert_all(&tx, rows.attempts).await?;
        made += size;
        told(made);
    }
    counting::bump_all(&tx).await?;
    tx.commit().await?;
    Ok(GenerateReport { participations: made, persons: people.len(), editions: number })
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

#[derive(Debug)]
struct Rows {
    participations: Vec<participation::ActiveModel>,
    attempts: Vec<attempt::ActiveModel>,
}

impl Rows {
    fn add(&mut self, ctx: &Ctx, chance: &mut Chance, edition: &Generated, people: &People, person: usize) {
        let Some(person_id) = people.id(person) else { return };
        let id = ParticipationId(chance.id());
        let zone = ctx.settings.reporting_zone;
        let (from, to) = (start_of_day(edition.starts_on, zone), end_of_day(edition.ends_on, zone));
        let begun = chance.percent(if edition.modality == Modality::VirtualCourse { 87 } else { 95 });
        let first = begun.then(|| chance.between(from, from + (to - from) / 3));
        // Virtual courses leave some people on the way; a few complete after the end, when a work is graded late.
        let completes = chance.percent(if edition.modality == Modality::VirtualCourse { 64 } else { 88 });
        let completed = first.filter(|_| completes).map(|first| {
            let late = if chance.percent(5) { Duration::days(30) } else { Duration::zero() };
            chance.between(first, to + late)
        });
        let recorded = |at: DateTime<Utc>, chance: &mut Chance| {
            // Online it is recorded as it happens; what lists bring comes days or months later.
            let later = if edition.modality == Modality::VirtualCourse { 0 } else { 1 + chance.below(90) };
            at + Duration::days(i64::try_from(later).unwrap_or_default())
        };
        let declared = people.declared(chance, person, edition);
        let enrolled_at = from - Duration::days(i64::try_from(chance.below(40)).unwrap_or_default());
        if edition.tested && completed.is_some() && chance.percent(80) {
            self.tests(chance, id, first, completed);
        }
        self.participations.push(participation::ActiveModel {
            id: Set(id),
            person_id: Set(person_id),
            edition_id: Set(edition.id),
            source: Set(if edition.modality == Modality::VirtualCourse { Source::Own } else { Source::Roster }),
            language: Set(edition.language),
            sex: Set(declared.sex),
            country: Set(declared.country),
            personnel_kind: Set(declared.personnel_kind),
            institution: Set(declared.institution),
            enrolled_at: Set(enrolled_at),
            first_activity_at: Set(first),
            first_activity_recorded_at: Set(first.map(|at| recorded(at, chance))),
            last_activity_at: Set(completed.or(first)),
            last_activity_key: Set(None),
            completed_at: Set(completed),
            completion_recorded_at: Set(completed.map(|at| recorded(at, chance))),
            created_at: Set(enrolled_at),
            outcome: Set(None),
            outcome_at: Set(None),
            outcome_reason: Set(None),
            outcome_by: Set(None),
            completion_reason: Set(None),
            completion_evidence: Set(None),
        });
    }

    fn tests(
        &mut self,
        chance: &mut Chance,
        of: ParticipationId,
        first: Option<DateTime<Utc>>,
        completed: Option<DateTime<Utc>>,
    ) {
        let before = chance.below(7);
        let after = (before + chance.below(6)).saturating_sub(1).min(10);
        for (activity, at, right) in [(PRE_TEST, first, before), (POST_TEST, completed, after)] {
            self.attempts.push(attempt::ActiveModel {
                id: Set(AttemptId(chance.id())),
                participation_id: Set(of),
                activity: Set(activity.to_owned()),
                number: Set(1),
                drawn: Set("[]".to_owned()),
                answers: Set("{}".to_owned()),
                started_at: Set(at.unwrap_or_default()),
                closes_at: Set(None),
                saved_at: Set(at),
                submitted_at: Set(at),
                right: Set(i32::try_from(right).ok()),
                asked: Set(Some(10)),
            });
        }
    }
}
