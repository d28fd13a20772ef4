//! What a team records of people: that they withdrew, never came or failed, that they are back, that they completed elsewhere;
//! and a learner who leaves by themselves.

use chrono::{DateTime, NaiveDate, Utc};
use domain::enrolment::{Acted, Outcome, RosterAct};
use domain::error::{Code, Refusal};
use domain::id::ParticipationId;
use domain::zone::end_of_day;
use sea_orm::sea_query::LockType;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::store;
use crate::audit::{self, Entry};
use crate::ctx::{Actor, Ctx};
use crate::edition::{dates, lock, to_change};
use crate::entity::{edition, participation};
use crate::error::Result;
use crate::{counting, policy};

/// Most characters of a reason, and of what shows a completion.
const REASON_MAX: usize = 500;
/// Most people of one act.
const MOST: usize = 500;

/// What is done with whom, and why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RosterForm {
    pub edition: String,
    pub ids: Vec<String>,
    pub reason: String,
    /// Of a completion: what shows it, and its day; the reporting zone's today when empty.
    pub evidence: String,
    pub day: String,
}

/// Does one thing with several people; of whom it cannot be said, it is not.
///
/// # Errors
/// `NothingChosen`, `Invalid` with what a reason or a day lacks; those of `edition::to_change`.
pub async fn act(ctx: &Ctx, form: &RosterForm, act: RosterAct) -> Result<Acted> {
    let edition = to_change(ctx, &form.edition).await?;
    let ids: Vec<ParticipationId> = form.ids.iter().filter_map(|id| id.parse().ok()).take(MOST).collect();
    if ids.is_empty() {
        return Err(Code::NothingChosen.into());
    }
    let checked = checked(ctx, &edition, form, act)?;
    let tx = ctx.db.begin_write().await?;
    let edition = lock(&tx, edition.id).await?;
    edition.state.check_changes()?;
    // In one order, so that two who act on the same people wait for each other and never in a circle.
    let people = participation::Entity::find()
        .filter(participation::Column::EditionId.eq(edition.id))
        .filter(participation::Column::Id.is_in(ids.iter().copied()))
        .order_by_asc(participation::Column::Id)
        .lock(LockType::NoKeyUpdate)
        .all(&tx)
        .await?;
    let mut acted = Acted::default();
    for of in people {
        let done = match (act, act.outcome()) {
            (_, Some(outcome)) => end(&tx, ctx, of, outcome, &checked.reason).await?,
            (RosterAct::Reinstate, _) => reinstate(&tx, &edition, of).await?,
            (RosterAct::Complete, _) => complete(&tx, ctx, &edition, of, &checked).await?,
            _ => return Err(Code::BadRequest.into()),
        };
        if done { acted.done += 1 } else { acted.passed_over += 1 }
    }
    if acted.done > 0 {
        if act.outcome().is_some_and(Outcome::leaves) {
            crate::application::seat_freed(&tx, ctx, edition.id).await?;
        }
        let entry = Entry::PeopleActedOn {
            edition: &edition.code,
            act: act.as_str(),
            count: acted.done,
            reason: &checked.reason,
        };
        audit::record(&tx, ctx, &edition.code, entry).await?;
        counting::bump(&tx, &[edition.id]).await?;
    }
    tx.commit().await?;
    Ok(acted)
}

struct Checked {
    reason: String,
    evidence: String,
    at: DateTime<Utc>,
}

fn checked(ctx: &Ctx, edition: &edition::Model, form: &RosterForm, act: RosterAct) -> Result<Checked> {
    let mut wrong = domain::error::Wrong::default();
    let reason = wrong.optional("reason", &form.reason, REASON_MAX).unwrap_or_default();
    let evidence = wrong.optional("evidence", &form.evidence, REASON_MAX).unwrap_or_default();
    let mut at = ctx.now();
    if act == RosterAct::Complete {
        if reason.is_empty() {
            wrong.note("reason", Code::ReasonMissing);
        }
        if evidence.is_empty() {
            wrong.note("evidence", Code::Required);
        }
        if !form.day.trim().is_empty() {
            let zone = dates(edition).zone;
            match form.day.trim().parse::<NaiveDate>() {
                Ok(day) if day < edition.starts_on || day > ctx.now().with_timezone(&zone).date_naive() => {
                    wrong.note("day", Code::DateOutside);
                }
                // The day's last moment: it counts in that day's year, wherever the edition is.
                Ok(day) => at = (end_of_day(day, zone) - chrono::Duration::seconds(1)).min(ctx.now()),
                Err(_) => wrong.note("day", Code::DateInvalid),
            }
        }
    }
    wrong.done()?;
    Ok(Checked { reason, evidence, at })
}

fn by(ctx: &Ctx) -> Option<domain::id::AccountId> {
    match &ctx.actor {
        Actor::Person(person) => Some(person.account),
        _ => None,
    }
}

/// Says how somebody ended, unless they completed or it cannot be said of them.
async fn end<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    of: participation::Model,
    outcome: Outcome,
    reason: &str,
) -> Result<bool> {
    if of.completed_at.is_some() || of.outcome == Some(outcome) || !outcome.fits(of.first_activity_at.is_some()) {
        return Ok(false);
    }
    let mut row = of.into_active_model();
    row.outcome = Set(Some(outcome));
    row.outcome_at = Set(Some(ctx.now()));
    row.outcome_reason = Set((!reason.is_empty()).then(|| reason.to_owned()));
    row.outcome_by = Set(by(ctx));
    row.update(tx).await?;
    Ok(true)
}

/// Takes it back; whoever had left needs a seat again.
async fn reinstate<C: ConnectionTrait>(tx: &C, edition: &edition::Model, of: participation::Model) -> Result<bool> {
    let Some(outcome) = of.outcome else { return Ok(false) };
    if outcome.leaves()
        && let Some(seats) = edition.seats
        && store::taken(tx, edition.id).await? >= seats
    {
        return Ok(false);
    }
    clear(tx, of).await?;
    Ok(true)
}

async fn clear<C: ConnectionTrait>(tx: &C, of: participation::Model) -> Result<()> {
    let mut row = of.into_active_model();
    row.outcome = Set(None);
    row.outcome_at = Set(None);
    row.outcome_reason = Set(None);
    row.outcome_by = Set(None);
    row.update(tx).await?;
    Ok(())
}

/// Somebody who had left, or was taken for one who never came, is there after all.
pub(crate) async fn showed_up<C: ConnectionTrait>(tx: &C, of: participation::Model) -> Result<()> {
    if of.outcome.is_some_and(Outcome::leaves) { clear(tx, of).await } else { Ok(()) }
}

/// Gives a seat back to somebody who left, whose record is there already; says whether there was one.
pub(super) async fn come_back<C: ConnectionTrait>(
    tx: &C,
    edition: domain::id::EditionId,
    person: domain::id::PersonId,
) -> Result<bool> {
    let found = participation::Entity::find()
        .filter(participation::Column::EditionId.eq(edition))
        .filter(participation::Column::PersonId.eq(person))
        .filter(participation::Column::Outcome.is_not_null())
        .one(tx)
        .await?;
    match found {
        Some(of) => clear(tx, of).await.map(|()| true),
        None => Ok(false),
    }
}

/// A completion that the campus did not see. Like every completion it is dated once, and issues a certificate.
async fn complete<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    edition: &edition::Model,
    of: participation::Model,
    checked: &Checked,
) -> Result<bool> {
    if of.completed_at.is_some() || of.outcome.is_some_and(Outcome::leaves) {
        return Ok(false);
    }
    if !super::completion::complete(tx, ctx, edition, &of, of.language, checked.at).await? {
        return Ok(false);
    }
    let row = participation::ActiveModel {
        id: Set(of.id),
        completion_reason: Set(Some(checked.reason.clone())),
        completion_evidence: Set(Some(checked.evidence.clone())),
        outcome: Set(None),
        outcome_at: Set(None),
        ..Default::default()
    };
    participation::Entity::update(row).exec(tx).await?;
    let entry = Entry::CompletedByHand { edition: &edition.code, reason: &checked.reason, evidence: &checked.evidence };
    audit::record(tx, ctx, &of.id.to_string(), entry).await?;
    Ok(true)
}

/// The person who asks leaves an edition; their seat is free again. What they did stays, and counts as it counted.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotEnrolled`; `StepImpossible` for whoever completed; `EditionClosed`.
pub async fn leave(ctx: &Ctx, code: &str) -> Result<()> {
    let permit = policy::may_act(ctx)?;
    let tx = ctx.db.begin_write().await?;
    let edition = crate::edition::lock_by_code(&tx, code).await?;
    edition.state.check_changes()?;
    let mine = store::find_mine(&tx, permit.person().person, edition.id).await?.ok_or(Code::NotEnrolled)?;
    let of = store::lock(&tx, mine.participation.id).await?;
    let id = of.id;
    if !end(&tx, ctx, of, Outcome::Withdrawn, "").await? {
        return Err(Refusal::from(Code::StepImpossible).into());
    }
    crate::application::seat_freed(&tx, ctx, edition.id).await?;
    audit::record(&tx, ctx, &id.to_string(), Entry::EditionLeft { edition: &edition.code }).await?;
    counting::bump(&tx, &[edition.id]).await?;
    tx.commit().await?;
    Ok(())
}
