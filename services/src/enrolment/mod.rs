//! Enrolment: taking a seat, a learner's own editions, an instructor's editions and their rosters.

mod completion;
mod grades;
mod home;
mod moment;
mod outcome;
mod people;
mod progress;
mod roster;
pub mod store;

use std::collections::HashMap;

use domain::edition::{EditionCard, Phase};
use domain::enrolment::{Source, TaughtEdition, check_seat};
use domain::error::Code;
use domain::id::{EditionId, ParticipationId};
use domain::language::Language;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

pub(crate) use completion::address;
pub use completion::{complete_all_met, complete_if_met};
pub use grades::grades;
pub use home::home;
pub(crate) use outcome::showed_up;
pub use outcome::{RosterForm, act, leave};
pub(crate) use roster::outcome as outcome_of;
pub use roster::roster;

use crate::ctx::Ctx;
use crate::entity::{edition, edition_instructor, participation, person};
use crate::error::Result;
use crate::jobs::{self, Mail};
use crate::learning::language_for;
use crate::policy;

/// Takes a seat for the person who asks. Whoever has one keeps it, whatever became of the edition since.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `EnrolmentClosed`, `EditionEnded` or `EditionFull`.
pub async fn enrol(ctx: &Ctx, code: &str) -> Result<()> {
    let permit = policy::may_act(ctx)?;
    let me = permit.person().person;
    let tx = ctx.db.begin_write().await?;
    let edition = crate::edition::lock_by_code(&tx, code).await?;
    if store::find_mine(&tx, me, edition.id).await?.is_some() {
        return Ok(());
    }
    let left = match edition.seats {
        Some(seats) => Some(seats - store::taken(&tx, edition.id).await?),
        None => None,
    };
    check_seat((edition.state, edition.enrolment), &crate::edition::dates(&edition), left, ctx.now())?;
    let declared = person::Entity::find_by_id(me).one(&tx).await?.ok_or(Code::NotFound)?;
    insert(&tx, ctx, &edition, declared, (Source::Own, language_for(ctx, &edition))).await?;
    if let Some(address) = address(&tx, me).await? {
        let title = crate::edition::title(&edition, ctx.language).to_owned();
        jobs::enqueue(&tx, ctx, &address, ctx.language, Mail::Welcome { edition: title }).await?;
    }
    crate::counting::bump(&tx, &[edition.id]).await?;
    tx.commit().await?;
    Ok(())
}

/// The participation keeps what the person has declared today; later changes go through the profile's own rules.
///
/// # Errors
/// When the database fails.
pub(crate) async fn insert<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    edition: &edition::Model,
    person: person::Model,
    (source, language): (Source, Language),
) -> Result<()> {
    // Whoever left and takes a seat again goes on with what they did.
    if outcome::come_back(tx, edition.id, person.id).await? {
        return Ok(());
    }
    let now = ctx.now();
    let row = participation::ActiveModel {
        id: Set(ParticipationId(ctx.new_id())),
        person_id: Set(person.id),
        edition_id: Set(edition.id),
        source: Set(source),
        language: Set(language),
        sex: Set(person.sex),
        country: Set(person.country),
        personnel_kind: Set(person.personnel_kind),
        institution: Set(person.institution),
        enrolled_at: Set(now),
        created_at: Set(now),
        ..participation::ActiveModel::default()
    };
    participation::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Whether the person who asks has a seat. A visitor has none.
///
/// # Errors
/// When the database fails.
pub async fn is_enrolled(ctx: &Ctx, code: &str) -> Result<bool> {
    let Ok(permit) = policy::may_act(ctx) else { return Ok(false) };
    let Some(edition) = crate::edition::store::find_by_code(ctx.db.read(), code).await? else { return Ok(false) };
    Ok(store::find_mine(ctx.db.read(), permit.person().person, edition.id).await?.is_some())
}

/// The codes of the editions that the person who asks is in; none for a visitor. Two queries.
///
/// # Errors
/// When the database fails.
pub async fn my_codes(ctx: &Ctx) -> Result<Vec<String>> {
    let Ok(permit) = policy::may_act(ctx) else { return Ok(Vec::new()) };
    let db = ctx.db.read();
    let mine = store::list_mine(db, permit.person().person).await?;
    let ids: Vec<EditionId> = mine.iter().map(|row| row.participation.edition_id).collect();
    Ok(crate::edition::store::list_by_ids(db, &ids).await?.into_iter().map(|edition| edition.code).collect())
}

/// Where an edition of this phase stands in a list of one's own.
const fn place(phase: Phase) -> u8 {
    match phase {
        Phase::Running => 0,
        Phase::Upcoming => 1,
        Phase::Ended => 2,
    }
}

async fn shown(ctx: &Ctx, ids: Vec<EditionId>) -> Result<HashMap<EditionId, (edition::Model, EditionCard)>> {
    let db = ctx.db.read();
    let editions = crate::edition::store::list_by_ids(db, &ids).await?;
    let mut cards: HashMap<String, EditionCard> = crate::edition::cards(db, ctx, editions.clone())
        .await?
        .into_iter()
        .map(|card| (card.code.clone(), card))
        .collect();
    Ok(editions
        .into_iter()
        .filter_map(|edition| cards.remove(&edition.code).map(|card| (edition.id, (edition, card))))
        .collect())
}

/// The editions that the person who asks is named an instructor of.
///
/// # Errors
/// `SignInFirst`, or when the database fails.
pub async fn taught(ctx: &Ctx) -> Result<Vec<TaughtEdition>> {
    let permit = policy::may_act(ctx)?;
    let db = ctx.db.read();
    let ids: Vec<EditionId> = edition_instructor::Entity::find()
        .select_only()
        .column(edition_instructor::Column::EditionId)
        .filter(edition_instructor::Column::AccountId.eq(permit.person().account))
        .into_tuple()
        .all(db)
        .await?;
    let numbers = store::numbers(db, &ids).await?;
    let waiting = crate::submission::store::count_waiting(db, &ids).await?;
    let whole = |number: i64| u32::try_from(number).unwrap_or_default();
    let mut rows = Vec::with_capacity(ids.len());
    for (id, (_, card)) in shown(ctx, ids).await? {
        let of = numbers.iter().find(|row| row.edition_id == id);
        rows.push(TaughtEdition {
            edition: card,
            enrolled: of.map_or(0, |row| whole(row.enrolled)),
            not_started: of.map_or(0, |row| whole(row.enrolled - row.started)),
            completed: of.map_or(0, |row| whole(row.completed)),
            waiting: waiting.get(&id).copied().unwrap_or_default(),
        });
    }
    rows.sort_by_key(|row| {
        (place(row.edition.phase), std::cmp::Reverse(row.edition.starts_on), row.edition.code.clone())
    });
    Ok(rows)
}
