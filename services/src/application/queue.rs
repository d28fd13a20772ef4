//! The team's queue of applications, and its decisions: one by one or in bulk, with mail, and undone again.

use domain::application::{
    Answer, ApplicationFilter, ApplicationRow, ApplicationState, ApplicationsQuery, ApplicationsView, Decided, Decision,
};
use domain::error::{Code, Refusal};
use domain::id::ApplicationId;
use domain::page::Page;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{seats, store};
use crate::audit::{self, Entry};
use crate::counting;
use crate::course::search;
use crate::ctx::Ctx;
use crate::edition::{card_of, lock, taught, title, to_change};
use crate::enrolment::{address, store as enrolments};
use crate::entity::{application, edition, participation};
use crate::error::Result;
use crate::jobs::{self, Mail};

/// Most characters of a reason.
const REASON_MOST: usize = 1_000;

/// The applications of an edition. A constant number of queries, however many there are.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotForYou`, or when the database fails.
pub async fn list(ctx: &Ctx, code: &str, query: &ApplicationsQuery) -> Result<ApplicationsView> {
    let edition = taught(ctx, code).await?;
    let mut all = store::list(ctx.db.read(), edition.id).await?;
    let mut addresses = store::addresses(ctx.db.read(), edition.id).await?;
    for one in &mut all {
        one.email = addresses.remove(&one.application.person_id).or(one.email.take());
    }
    all.retain(|one| {
        let email = one.email.as_deref().unwrap_or_default();
        search::matches(&query.search, &[&one.given_name, &one.family_name, email])
    });
    let counts = ApplicationFilter::ALL
        .iter()
        .map(|filter| {
            let count = all.iter().filter(|one| filter.shows(one.application.state)).count();
            (*filter, u32::try_from(count).unwrap_or(u32::MAX))
        })
        .collect();
    all.retain(|one| query.filter.shows(one.application.state));
    let cut = Page::cut(all, query.page);
    let mut rows = Vec::with_capacity(cut.rows.len());
    for one in cut.rows {
        let answers: Vec<Answer> = serde_json::from_str(&one.application.answers)?;
        let read =
            |answer: &Answer| (answer.question.get(ctx.language).to_owned(), answer.text.get(ctx.language).to_owned());
        rows.push(ApplicationRow {
            id: one.application.id,
            name: format!("{} {}", one.given_name, one.family_name).trim().to_owned(),
            email: one.email.unwrap_or_default(),
            institution: one.institution,
            state: one.application.state,
            applied_at: one.application.applied_at,
            reason: one.application.reason,
            answers: answers.iter().map(read).collect(),
        });
    }
    let page = Page { rows, total: cut.total, number: cut.number };
    Ok(ApplicationsView { edition: card_of(ctx, edition).await?, counts, page })
}

/// Decides about applications, in the order of applying. Who is accepted and finds no seat waits. Each is told by mail, if
/// `tell` says so; of an undone decision nobody is told.
///
/// # Errors
/// `Invalid` naming `reason` when a refusal has none or it is too long, or `ids` when nothing is chosen; those of `to_change`.
pub async fn decide(
    ctx: &Ctx,
    code: &str,
    ids: &[String],
    decision: Decision,
    reason: &str,
    tell: bool,
) -> Result<Decided> {
    let edition = to_change(ctx, code).await?;
    let reason = reason.trim();
    if decision == Decision::Decline && reason.is_empty() {
        return Err(Refusal::field("reason", Code::ReasonMissing).into());
    }
    if reason.chars().count() > REASON_MOST {
        return Err(Refusal::field("reason", Code::TooLong).into());
    }
    let ids: Vec<ApplicationId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    if ids.is_empty() {
        return Err(Refusal::field("ids", Code::NothingChosen).into());
    }
    let tx = ctx.db.begin_write().await?;
    let edition = lock(&tx, edition.id).await?;
    edition.state.check_changes()?;
    let mut decided = Decided::default();
    for one in store::list_by_ids(&tx, edition.id, &ids).await? {
        let Ok(to) = one.state.decide(decision) else {
            decided.passed_over += 1;
            continue;
        };
        let was = one.state;
        let to = if to == ApplicationState::Accepted && !seats::is_free(&tx, &edition).await? {
            decided.waiting += 1;
            ApplicationState::Waiting
        } else if decision == Decision::Undo
            && was == ApplicationState::Accepted
            && !give_up(&tx, &edition, &one).await?
        {
            decided.passed_over += 1;
            continue;
        } else {
            decided.done += 1;
            to
        };
        if to == ApplicationState::Accepted {
            seats::give(&tx, ctx, &edition, &one).await?;
        }
        write(&tx, ctx, &one, to, reason).await?;
        if tell && was != to {
            tell_of(&tx, ctx, &edition, &one, to, reason).await?;
        }
    }
    if decision == Decision::Undo {
        seats::seat_freed(&tx, ctx, edition.id).await?;
    }
    let entry = Entry::ApplicationsDecided {
        edition: &edition.code,
        decision: decision.as_str(),
        done: decided.done,
        waiting: decided.waiting,
        reason,
    };
    audit::record(&tx, ctx, &edition.code, entry).await?;
    counting::bump(&tx, &[edition.id]).await?;
    tx.commit().await?;
    Ok(decided)
}

async fn write<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    one: &application::Model,
    to: ApplicationState,
    reason: &str,
) -> Result<()> {
    let undone = to == ApplicationState::Applied;
    let row = application::ActiveModel {
        id: Set(one.id),
        state: Set(to),
        decided_at: Set((!undone).then(|| ctx.now())),
        decided_by: Set(ctx.person().ok().filter(|_| !undone).map(|person| person.account)),
        reason: Set((!undone && !reason.is_empty()).then(|| reason.to_owned())),
        ..Default::default()
    };
    application::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// Takes the seat of an accepted application back; false when something was already done in it.
async fn give_up<C: ConnectionTrait>(tx: &C, edition: &edition::Model, one: &application::Model) -> Result<bool> {
    let Some(mine) = enrolments::find_mine(tx, one.person_id, edition.id).await? else { return Ok(true) };
    let seat = mine.participation;
    if seat.first_activity_at.is_some() || seat.completed_at.is_some() {
        return Ok(false);
    }
    if crate::import::in_use(tx, seat.id).await? {
        return Ok(false);
    }
    participation::Entity::delete_many().filter(participation::Column::Id.eq(seat.id)).exec(tx).await?;
    Ok(true)
}

async fn tell_of<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    edition: &edition::Model,
    one: &application::Model,
    to: ApplicationState,
    reason: &str,
) -> Result<()> {
    let name = title(edition, one.language).to_owned();
    let mail = match to {
        ApplicationState::Waiting => Mail::ApplicationWaits { edition: name },
        ApplicationState::Declined => Mail::ApplicationDeclined { edition: name, reason: reason.to_owned() },
        // Whoever is accepted gets the welcome that goes with the seat.
        ApplicationState::Accepted | ApplicationState::Applied | ApplicationState::Withdrawn => return Ok(()),
    };
    if let Some(to) = address(tx, one.person_id).await? {
        jobs::enqueue(tx, ctx, &to, one.language, mail).await?;
    }
    Ok(())
}
