//! Taking an import back: every table as it was, but for rows that somebody has used since.

use std::collections::{HashMap, HashSet};

use domain::error::Code;
use domain::id::{ImportId, PersonId};
use domain::import::{ImportState, Kept, UndoView};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::references::{count, pointers};
use super::store::Row;
use super::{of_edition, store, view};
use crate::audit::{self, Entry};
use crate::counting;
use crate::ctx::Ctx;
use crate::edition::{taught, to_change};
use crate::entity::{certificate, import, import_row, participation, person};
use crate::error::Result;
use crate::roster::{Outcome, load_snapshots, lock_edition};

/// Ids in one statement.
const IDS: usize = 500;

/// A row that made something, and why it has to stay.
struct Made {
    row: Row,
    outcome: Outcome,
    kept: Option<Kept>,
}

/// What undoing would take back, and what it would leave.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`; `ImportOver` unless the import is done.
pub async fn preview(ctx: &Ctx, code: &str, id: ImportId) -> Result<UndoView> {
    let edition = taught(ctx, code).await?;
    let tx = ctx.db.begin_read().await?;
    let import = of_edition(&tx, &edition, id).await?;
    if import.state != ImportState::Done {
        return Err(Code::ImportOver.into());
    }
    let made = list_made(&tx, id).await?;
    let summary = view::summaries(&tx, vec![import]).await?.into_iter().next().ok_or(Code::NotFound)?;
    let edition = crate::edition::cards(&tx, ctx, vec![edition]).await?.into_iter().next().ok_or(Code::NotFound)?;
    tx.commit().await?;
    let goes = |of: fn(&Outcome) -> bool| {
        let rows = made.iter().filter(|made| made.kept.is_none() && of(&made.outcome));
        u32::try_from(rows.count()).unwrap_or(u32::MAX)
    };
    Ok(UndoView {
        edition,
        summary,
        people: goes(|outcome| outcome.person.is_some()),
        participations: goes(|outcome| outcome.participation.is_some()),
        filled: goes(|outcome| outcome.before.is_some()),
        certificates: goes(|outcome| outcome.certificate.is_some()),
        kept: made
            .iter()
            .filter_map(|made| Some((made.row.line.line, made.row.model.name.clone(), made.kept?)))
            .collect(),
    })
}

/// Takes the import back. `kept` is how many rows whoever asks was told would stay.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`; `ImportOver` unless the import is done; `ChangedMeanwhile` when other rows would
/// stay than was said.
pub async fn undo(ctx: &Ctx, code: &str, id: ImportId, kept: u32) -> Result<()> {
    let edition = to_change(ctx, code).await?;
    let tx = ctx.db.begin_write().await?;
    lock_edition(&tx, ctx, edition.id).await?;
    let import = store::find_locked(&tx, id).await?.filter(|import| import.edition_id == edition.id);
    if import.ok_or(Code::NotFound)?.state != ImportState::Done {
        return Err(Code::ImportOver.into());
    }
    let made = list_made(&tx, id).await?;
    let (stay, go): (Vec<Made>, Vec<Made>) = made.into_iter().partition(|made| made.kept.is_some());
    if stay.len() != kept as usize {
        return Err(Code::ChangedMeanwhile.into());
    }
    take_back(&tx, &go).await?;
    // Of what is gone, the names go too.
    import_row::Entity::delete_many()
        .filter(import_row::Column::ImportId.eq(id))
        .filter(import_row::Column::Id.is_not_in(stay.iter().map(|made| made.row.model.id)))
        .exec(&tx)
        .await?;
    for made in &stay {
        let row = import_row::ActiveModel { id: Set(made.row.model.id), kept: Set(made.kept), ..Default::default() };
        import_row::Entity::update(row).exec(&tx).await?;
    }
    let row = import::ActiveModel {
        id: Set(id),
        state: Set(ImportState::Undone),
        undone_at: Set(Some(ctx.now())),
        undone_by: Set(ctx.account()),
        kept: Set(i32::try_from(stay.len()).unwrap_or(i32::MAX)),
        ..Default::default()
    };
    import::Entity::update(row).exec(&tx).await?;
    let entry =
        Entry::ImportUndone { edition: &edition.code, import: id.to_string(), rows: go.len(), kept: stay.len() };
    audit::record(&tx, ctx, &edition.code, entry).await?;
    counting::bump(&tx, &[edition.id]).await?;
    tx.commit().await?;
    Ok(())
}

async fn take_back<C: ConnectionTrait>(tx: &C, go: &[Made]) -> Result<()> {
    let outcomes = || go.iter().map(|made| &made.outcome);
    let codes: Vec<String> = outcomes().filter_map(|outcome| outcome.certificate.clone()).collect();
    for chunk in codes.chunks(IDS) {
        let these = certificate::Column::Code.is_in(chunk.iter().cloned());
        certificate::Entity::delete_many().filter(these).exec(tx).await?;
    }
    for before in outcomes().filter_map(|outcome| outcome.before.as_ref()) {
        participation::Entity::update(before.restore()).exec(tx).await?;
    }
    let participations: Vec<_> = outcomes().filter_map(|outcome| outcome.participation).collect();
    for chunk in participations.chunks(IDS) {
        let these = participation::Column::Id.is_in(chunk.iter().copied());
        participation::Entity::delete_many().filter(these).exec(tx).await?;
    }
    let people: Vec<_> = outcomes().filter_map(|outcome| outcome.person).collect();
    for chunk in people.chunks(IDS) {
        person::Entity::delete_many().filter(person::Column::Id.is_in(chunk.iter().copied())).exec(tx).await?;
    }
    Ok(())
}

/// The rows that made something, each with why it has to stay.
async fn list_made<C: ConnectionTrait>(db: &C, id: ImportId) -> Result<Vec<Made>> {
    let mut made = Vec::new();
    for row in store::list_rows(db, id).await? {
        if let Some(outcome) = &row.model.outcome {
            let outcome = serde_json::from_str(outcome)?;
            made.push(Made { row, outcome, kept: None });
        }
    }
    let people = people_in_use(db, &made).await?;
    let participations = participations_in_use(db, &made).await?;
    for one in &mut made {
        let person = one.outcome.person.and_then(|id| people.get(&id.0));
        let participation = one.outcome.participation.and_then(|id| participations.get(&id.0));
        let changed = one.outcome.before.as_ref().and_then(|before| participations.get(&before.id.0));
        one.kept = person.or(participation).or(changed).copied();
    }
    Ok(made)
}

/// Which of the new records are in use, and how.
async fn people_in_use<C: ConnectionTrait>(db: &C, made: &[Made]) -> Result<HashMap<Uuid, Kept>> {
    let linked: HashMap<PersonId, Option<PersonId>> =
        made.iter().filter_map(|one| Some((one.outcome.person?, one.outcome.linked_to))).collect();
    let ids: Vec<Uuid> = linked.keys().map(|person| person.0).collect();
    let own: HashSet<Uuid> = made
        .iter()
        .filter(|one| one.outcome.participation.is_some())
        .filter_map(|one| one.outcome.person)
        .map(|id| id.0)
        .collect();
    let mut used = HashMap::new();
    for pointer in pointers(db, "person").await? {
        for (person, rows) in count(db, &pointer, &ids).await? {
            let why = match pointer.table.as_str() {
                "account" => Kept::Claimed,
                // The one that the import made itself.
                "participation" if rows == 1 && own.contains(&person) => continue,
                "participation" | "person" => Kept::Elsewhere,
                _ => Kept::Active,
            };
            note(&mut used, person, why);
        }
    }
    for chunk in ids.chunks(IDS) {
        let these = person::Column::Id.is_in(chunk.iter().copied());
        for row in person::Entity::find().filter(these).all(db).await? {
            if linked.get(&row.id).is_some_and(|to| *to != row.linked_to) {
                note(&mut used, row.id.0, Kept::Claimed);
            }
        }
    }
    Ok(used)
}

/// Which of the participations that are new or were filled in have been used or changed since.
async fn participations_in_use<C: ConnectionTrait>(db: &C, made: &[Made]) -> Result<HashMap<Uuid, Kept>> {
    let mut used = HashMap::new();
    let written: Vec<_> = made.iter().filter_map(|one| one.outcome.after.as_ref()).collect();
    let now = load_snapshots(db, &written.iter().map(|after| after.id).collect::<Vec<_>>()).await?;
    for after in written {
        if now.get(&after.id) != Some(after) {
            note(&mut used, after.id.0, Kept::Changed);
        }
    }
    let own: HashSet<Uuid> = made
        .iter()
        .filter(|one| one.outcome.certificate.is_some())
        .filter_map(|one| one.outcome.participation)
        .map(|id| id.0)
        .collect();
    let ids: Vec<Uuid> = made.iter().filter_map(|one| one.outcome.participation).map(|id| id.0).collect();
    for pointer in pointers(db, "participation").await? {
        for (participation, _) in count(db, &pointer, &ids).await? {
            match pointer.table.as_str() {
                "certificate" if own.contains(&participation) => {}
                "certificate" => note(&mut used, participation, Kept::Changed),
                _ => note(&mut used, participation, Kept::Active),
            }
        }
    }
    Ok(used)
}

/// Of several reasons, the one that tells most.
fn note(used: &mut HashMap<Uuid, Kept>, id: Uuid, why: Kept) {
    let place = |kept: Kept| Kept::ALL.iter().position(|one| *one == kept);
    let known = used.entry(id).or_insert(why);
    if place(why) < place(*known) {
        *known = why;
    }
}
