//! Doing what a dry run showed.

use std::collections::HashMap;

use domain::enrolment::Source;
use domain::error::Code;
use domain::id::ImportId;
use domain::import::{Decision, ImportState, choice_row};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, SqlErr};

use super::store::Row;
use super::{may_complete, prepare, store};
use crate::audit::{self, Entry};
use crate::counting;
use crate::ctx::Ctx;
use crate::edition::to_change;
use crate::entity::{edition, import};
use crate::error::{Error, Result};
use crate::roster::{Judged, Line, Plan, Taken, insert_all, judge_all, lock_edition};

/// Remembers what somebody chose for possible duplicates: `apart`, or the id of the person that it is, by the row's id.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`; `ImportOver` once it was confirmed.
pub async fn decide(ctx: &Ctx, code: &str, id: ImportId, choices: &HashMap<String, String>) -> Result<()> {
    let edition = to_change(ctx, code).await?;
    let tx = ctx.db.begin_write().await?;
    let import = store::find_locked(&tx, id).await?.filter(|import| import.edition_id == edition.id);
    if import.ok_or(Code::NotFound)?.state != ImportState::Prepared {
        return Err(Code::ImportOver.into());
    }
    for (row, choice) in choices {
        if let Ok(row) = choice_row(row).parse() {
            store::decide(&tx, id, row, Decision::read(choice)).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

/// Takes the rows of a dry run that can be taken, in one transaction. Confirming twice does it once.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`; `ImportOver` when it was undone or could not be read; `ChangedMeanwhile` when a
/// row's fate is another one now: nothing is done, and the dry run shows it as it is now.
pub async fn confirm(ctx: &Ctx, code: &str, id: ImportId) -> Result<()> {
    let edition = to_change(ctx, code).await?;
    match take(ctx, &edition, id).await {
        // A person of one of these addresses came to be in another edition at the same moment.
        Err(Error::Database(error)) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
            Err(Code::ChangedMeanwhile.into())
        }
        other => other,
    }
}

async fn take(ctx: &Ctx, edition: &edition::Model, id: ImportId) -> Result<()> {
    let tx = ctx.db.begin_write().await?;
    lock_edition(&tx, ctx, edition.id).await?;
    let import = store::find_locked(&tx, id).await?.filter(|import| import.edition_id == edition.id);
    let import = import.ok_or(Code::NotFound)?;
    if import.state == ImportState::Done {
        return Ok(());
    }
    let rows = store::list_rows(&tx, id).await?;
    if import.state == ImportState::Undone || rows.is_empty() {
        return Err(Code::ImportOver.into());
    }
    let lines: Vec<Line> = rows.iter().map(|row| row.line.clone()).collect();
    let known = prepare::known(&tx, ctx, edition, &lines).await?;
    let judged = judge_all(&lines, &known);
    if !may_complete(ctx, edition)
        && lines.iter().filter_map(|line| line.entry.as_ref()).any(|e| e.completed_at.is_some())
    {
        return Err(Code::NotForYou.into());
    }
    if rows.iter().zip(&judged).any(|(row, now)| row.judged != *now) {
        show_again(&tx, ctx, &import, &rows, &judged).await?;
        tx.commit().await?;
        return Err(Code::ChangedMeanwhile.into());
    }
    let taken: Vec<Taken<'_>> = rows
        .iter()
        .map(|row| Taken { judged: &row.judged, entry: row.line.entry.as_ref(), decision: row.decision })
        .collect();
    let plan = Plan::make(ctx, edition.id, Source::Roster, &taken, &known);
    let report = plan.report(&edition.code, rows.len(), false);
    let changes = !plan.is_empty();
    let outcomes = plan.write(&tx).await?;
    store::delete_rows(&tx, id).await?;
    let done = rows.into_iter().zip(&outcomes).map(|(row, outcome)| store::taken(row.model, outcome));
    insert_all(&tx, done.collect::<Result<Vec<_>>>()?).await?;
    let row = import::ActiveModel {
        state: Set(ImportState::Done),
        confirmed_at: Set(Some(ctx.now())),
        flawed: Set(import.flawed),
        made_at: Set(import.made_at),
        made_by: Set(import.made_by),
        name: Set(import.name),
        presence: Set(import.presence),
        day: Set(import.day),
        columns: Set(import.columns),
        problems: Set(import.problems),
        ..prepare::blank(ctx, edition, id, &report)
    };
    import::Entity::update(row).exec(&tx).await?;
    let (rows, added, changed) = (report.rows as usize, report.added as usize, report.filled as usize);
    let entry = Entry::RosterImported { edition: &edition.code, rows, added, changed };
    audit::record(&tx, ctx, &edition.code, entry).await?;
    if changes {
        counting::bump(&tx, &[edition.id]).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Stores the fates of now. A choice stays where the chosen person is still offered.
async fn show_again<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    import: &import::Model,
    rows: &[Row],
    judged: &[Judged],
) -> Result<()> {
    store::delete_rows(tx, import.id).await?;
    let again = rows.iter().zip(judged).map(|(row, judged)| {
        let offered = matches!(row.decision, Decision::Link(person) if judged.candidates.contains(&person));
        let decision = row.model.decision.clone().filter(|_| offered);
        let mut again = store::row(ctx, import.id, &row.line, judged)?;
        again.decision = Set(decision);
        Ok(again)
    });
    insert_all(tx, again.collect::<Result<Vec<_>>>()?).await?;
    let flawed = judged.iter().filter(|one| !one.mistakes.is_empty()).count();
    let row = import::ActiveModel {
        id: Set(import.id),
        flawed: Set(i32::try_from(flawed).unwrap_or(i32::MAX)),
        ..Default::default()
    };
    import::Entity::update(row).exec(tx).await?;
    Ok(())
}
