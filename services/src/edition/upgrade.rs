//! Going over to the newest content version: looked at before it is done, and taking nothing away.

use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use domain::completion::percent;
use domain::course::{Change, CourseContent, changes};
use domain::edition::{Effect, Obstacle, UpgradeView, effect};
use domain::error::Code;
use domain::id::CourseVersionId;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
    QueryTrait,
};

use super::rule::lock_participations;
use super::{card_of, dates, languages, lock, taught, to_change};
use crate::audit::{self, Entry};
use crate::counting;
use crate::course::store as courses;
use crate::ctx::Ctx;
use crate::enrolment::{complete_all_met, store as enrolments};
use crate::entity::{attempt, edition, participation};
use crate::error::Result;

/// How long ago somebody who sits at an attempt without a limit gave the last answer, at most.
const LATELY: Duration = Duration::hours(2);

struct Newest {
    id: CourseVersionId,
    number: i32,
    content: Arc<CourseContent>,
}

async fn newest<C: ConnectionTrait>(ctx: &Ctx, db: &C, edition: &edition::Model) -> Result<Newest> {
    let version = courses::newest(db, edition.course_id).await?.ok_or(Code::NotFound)?;
    Ok(Newest { id: version.id, number: version.number, content: ctx.contents.get(db, version.id).await? })
}

/// What the newest version would change in an edition, and what it would do to whom. A constant number of queries.
///
/// # Errors
/// Those of `taught`.
pub async fn upgrade_view(ctx: &Ctx, code: &str) -> Result<UpgradeView> {
    let edition = taught(ctx, code).await?;
    let db = ctx.db.read();
    let old = ctx.contents.get(db, edition.course_version_id).await?;
    let new = newest(ctx, db, &edition).await?;
    let language = crate::learning::language_for(ctx, &edition);
    let mut counts = vec![0_u32; Effect::ALL.len()];
    if new.id != edition.course_version_id {
        let mut traces = enrolments::traces_of_edition(db, edition.id).await?;
        for who in enrolments::list_enrolled(db, edition.id).await? {
            let trace = traces.remove(&who.participation.id).unwrap_or_default();
            let completed = who.participation.completed_at.is_some();
            let (before, after) = (trace.progress(&old, completed), trace.progress(&new.content, completed));
            let meets = edition.completion.is_met(&new.content, &after);
            let found = effect(completed, meets, percent(&old, &before), percent(&new.content, &after));
            let place = Effect::ALL.iter().position(|known| *known == found);
            if let Some(count) = place.and_then(|place| counts.get_mut(place)) {
                *count += 1;
            }
        }
    }
    let told =
        changes(Some(&old), &new.content).into_iter().map(|one| (one.title.get(language).to_owned(), one.change));
    Ok(UpgradeView {
        open: edition.state.check_changes().is_ok(),
        number: courses::version_number(db, edition.course_version_id).await?,
        newest: new.number,
        changes: told.collect(),
        effects: Effect::ALL.iter().copied().zip(counts).collect(),
        obstacles: obstacles(ctx, db, &edition, &old, &new.content).await?,
        edition: card_of(ctx, edition).await?,
    })
}

async fn obstacles<C: ConnectionTrait>(
    ctx: &Ctx,
    db: &C,
    edition: &edition::Model,
    old: &CourseContent,
    new: &CourseContent,
) -> Result<Vec<Obstacle>> {
    let mut found = Vec::new();
    if !edition.completion.fits(new) {
        found.push(Obstacle::RuleUnfit);
    }
    if languages(edition).iter().any(|language| !new.languages.contains(language)) {
        found.push(Obstacle::LanguageMissing);
    }
    let quizzes: Vec<String> = changes(Some(old), new)
        .into_iter()
        .filter(|one| matches!(one.change, Change::Changed | Change::Removed))
        .map(|one| one.key)
        .collect();
    let of = participation::Entity::find()
        .select_only()
        .column(participation::Column::Id)
        .filter(participation::Column::EditionId.eq(edition.id));
    let sitting = attempt::Entity::find()
        .filter(attempt::Column::ParticipationId.in_subquery(of.into_query()))
        .filter(attempt::Column::Activity.is_in(quizzes))
        .filter(attempt::Column::SubmittedAt.is_null())
        .filter(sits_now(ctx.now()))
        .count(db)
        .await?;
    // Once the edition's days are over nobody sits any more.
    if sitting > 0 && dates(edition).open_for_learning(ctx.now()).is_ok() {
        found.push(Obstacle::OpenAttempts);
    }
    Ok(found)
}

/// Whether somebody sits at an attempt: its time is not over, or, where it has no limit, it was touched lately. One that was
/// left lying keeps nobody waiting.
fn sits_now(now: DateTime<Utc>) -> Condition {
    let lately = now - LATELY;
    let touched = Condition::any().add(attempt::Column::SavedAt.gt(lately)).add(attempt::Column::StartedAt.gt(lately));
    Condition::any()
        .add(attempt::Column::ClosesAt.gt(now))
        .add(Condition::all().add(attempt::Column::ClosesAt.is_null()).add(touched))
}

/// Takes an edition over to the version that its page showed, the newest one. Whoever meets the rule with it completes; who has
/// completed keeps it. Gives how many completed.
///
/// # Errors
/// `ChangedMeanwhile` when another one is the newest by now; `StepImpossible` as long as something stands in the way; those of
/// `to_change`.
pub async fn upgrade(ctx: &Ctx, code: &str, to: &str) -> Result<u32> {
    let id = to_change(ctx, code).await?.id;
    let tx = ctx.db.begin_write().await?;
    // In the order in which learning acts take their locks.
    lock_participations(&tx, id).await?;
    let edition = lock(&tx, id).await?;
    edition.state.check_changes()?;
    let old = ctx.contents.get(&tx, edition.course_version_id).await?;
    let from = courses::version_number(&tx, edition.course_version_id).await?;
    let new = newest(ctx, &tx, &edition).await?;
    if new.number.to_string() != to {
        return Err(Code::ChangedMeanwhile.into());
    }
    if new.id == edition.course_version_id {
        return Ok(0);
    }
    if !obstacles(ctx, &tx, &edition, &old, &new.content).await?.is_empty() {
        return Err(Code::StepImpossible.into());
    }
    let row = edition::ActiveModel { id: Set(id), course_version_id: Set(new.id), ..Default::default() };
    edition::Entity::update(row).exec(&tx).await?;
    let changed = edition::Model { course_version_id: new.id, ..edition };
    let completed = complete_all_met(&tx, ctx, &changed, &new.content).await?;
    let entry = Entry::ContentUpgraded { edition: code, from, to: new.number, completed };
    audit::record(&tx, ctx, code, entry).await?;
    counting::bump(&tx, &[id]).await?;
    tx.commit().await?;
    Ok(completed)
}
