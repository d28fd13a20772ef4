//! Messages of an edition's team: written with a preview, sent now or at a time, and followed to each person.

mod send;
mod store;

use domain::course::ActivityKind;
use domain::edition::EditionState;
use domain::error::{Code, Refusal};
use domain::id::MessageId;
use domain::message::{
    Announcement, DeliveryState, MessageForm, MessagePreview, MessageRow, MessageView, MessagesView, NAMED, Segment,
};
use sea_orm::EntityTrait;

pub use send::send_due;

use crate::audit::{self, Entry};
use crate::ctx::{Ctx, digest};
use crate::edition::{card_of, dates, lock, taught, to_change};
use crate::entity::{edition, message};
use crate::error::Result;
use crate::forum::rendered;
use crate::learning::place::Place;
use crate::policy;
use store::Reader;

/// How many announcements an edition's page shows.
const SHOWN: usize = 3;

/// The messages of an edition.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotForYou`, or when the database fails.
pub async fn list(ctx: &Ctx, code: &str) -> Result<MessagesView> {
    let edition = taught(ctx, code).await?;
    let place = Place::by_code(ctx, code).await?;
    let db = ctx.db.read();
    let messages = store::list(db, edition.id).await?;
    let counts = store::counts(db, edition.id).await?;
    let mut rows = Vec::with_capacity(messages.len());
    for one in &messages {
        let of = counts.get(&one.id);
        let count = |state: &DeliveryState| (*state, of.and_then(|all| all.get(state)).copied().unwrap_or(0));
        rows.push(row(one, DeliveryState::ALL.iter().map(count).collect())?);
    }
    let assignments = place.content.of_kind(ActivityKind::Assignment);
    let assignments = assignments.map(|one| (one.key.clone(), one.title.get(place.language).to_owned())).collect();
    Ok(MessagesView { rows, assignments, edition: card_of(ctx, edition).await? })
}

fn row(one: &message::Model, counts: Vec<(DeliveryState, u32)>) -> Result<MessageRow> {
    Ok(MessageRow {
        id: one.id,
        segment: one.segment.parse()?,
        subject: one.subject.clone(),
        send_at: one.send_at,
        sent: one.sent_at.is_some(),
        cancelled: one.cancelled_at.is_some(),
        counts,
    })
}

/// Who would get a message now, and how it looks. Nothing is written.
///
/// # Errors
/// `Invalid` naming each wrong field; `SignInFirst`, `NotFound`, `NotForYou`, `EditionClosed`.
pub async fn preview(ctx: &Ctx, form: &MessageForm) -> Result<MessagePreview> {
    let edition = to_change(ctx, &form.edition).await?;
    let new = checked(ctx, &edition, form).await?;
    let people = store::people(ctx.db.read(), edition.id, &new.segment).await?;
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Ok(MessagePreview {
        token: format!("{}.{}", ctx.new_id(), whom(&people)),
        count: count(people.len()),
        without_address: count(people.iter().filter(|one| one.address.is_none()).count()),
        names: people.into_iter().map(|one| one.name).take(NAMED).collect(),
        html: rendered(&new.body),
    })
}

/// Stands for exactly these people.
fn whom(people: &[Reader]) -> String {
    let mut ids: Vec<String> = people.iter().map(|one| one.person.to_string()).collect();
    ids.sort();
    digest(&ids.join(" "))
}

async fn checked(ctx: &Ctx, edition: &edition::Model, form: &MessageForm) -> Result<domain::message::NewMessage> {
    let new = form.checked(dates(edition).zone, ctx.now())?;
    if let Segment::Missing(key) = &new.segment {
        let content = ctx.contents.get(ctx.db.read(), edition.course_version_id).await?;
        let known = content.find_activity(key).is_some_and(|one| one.kind == ActivityKind::Assignment);
        known.then_some(()).ok_or_else(|| Refusal::field("segment", Code::ChoiceUnknown))?;
    }
    Ok(new)
}

/// Sends a message, or keeps it until its time. The same form twice is one message.
///
/// # Errors
/// `Preview` as long as nobody has looked at who gets it; `ChangedMeanwhile` when those are others by now; `BadRequest` for
/// what no preview gave; and what [`preview`] refuses.
pub async fn write(ctx: &Ctx, form: &MessageForm) -> Result<MessageId> {
    let edition = to_change(ctx, &form.edition).await?;
    let new = checked(ctx, &edition, form).await?;
    if form.previewed.is_empty() {
        return Err(Code::Preview.into());
    }
    let (id, seen) = form.previewed.split_once('.').ok_or(Code::BadRequest)?;
    let id: MessageId = id.parse().map_err(|_| Code::BadRequest)?;
    let tx = ctx.db.begin_write().await?;
    let edition = lock(&tx, edition.id).await?;
    edition.state.check_changes()?;
    if let Some(there) = message::Entity::find_by_id(id).one(&tx).await? {
        return if there.edition_id == edition.id { Ok(id) } else { Err(Code::BadRequest.into()) };
    }
    let people = store::people(&tx, edition.id, &new.segment).await?;
    if whom(&people) != seen {
        return Err(Code::ChangedMeanwhile.into());
    }
    let now = new.send_at <= ctx.now();
    let one = message::Model {
        id,
        edition_id: edition.id,
        segment: new.segment.to_string(),
        subject: new.subject,
        body: new.body,
        send_at: new.send_at,
        sent_at: None,
        cancelled_at: None,
        created_by: ctx.person().ok().map(|person| person.account),
        created_at: ctx.now(),
    };
    message::Entity::insert(message::ActiveModel::from(one.clone())).exec_without_returning(&tx).await?;
    if now {
        send::send(&tx, ctx, &edition, &one, people).await?;
    }
    audit::record(&tx, ctx, &edition.code, Entry::MessageWritten { edition: &edition.code, message: id.to_string() })
        .await?;
    tx.commit().await?;
    Ok(id)
}

/// Calls off a message that was not sent yet.
///
/// # Errors
/// `StepImpossible` once it was sent; `SignInFirst`, `NotFound`, also of a message of another edition, `NotForYou`.
pub async fn cancel(ctx: &Ctx, code: &str, id: &str) -> Result<()> {
    let edition = taught(ctx, code).await?;
    let tx = ctx.db.begin_write().await?;
    let one = store::get_of(&tx, edition.id, id).await?;
    if !send::call_off(&tx, ctx, one.id).await? {
        return Err(Code::StepImpossible.into());
    }
    tx.commit().await?;
    Ok(())
}

/// One message, with who got it, who waits and with whom it failed.
///
/// # Errors
/// `SignInFirst`, `NotFound`, also of a message of another edition, `NotForYou`.
pub async fn view(ctx: &Ctx, code: &str, id: &str) -> Result<MessageView> {
    let edition = taught(ctx, code).await?;
    let db = ctx.db.read();
    let one = store::get_of(db, edition.id, id).await?;
    let people = store::deliveries(db, one.id).await?;
    let count = |state: &DeliveryState| {
        let found = people.iter().filter(|(_, of)| of == state).count();
        (*state, u32::try_from(found).unwrap_or(u32::MAX))
    };
    let row = row(&one, DeliveryState::ALL.iter().map(count).collect())?;
    Ok(MessageView { row, html: rendered(&one.body), people, edition: card_of(ctx, edition).await? })
}

/// The newest announcements of an edition, for those who take part in it.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotEnrolled`.
pub async fn announcements(ctx: &Ctx, code: &str) -> Result<Vec<Announcement>> {
    let permit = policy::may_act(ctx)?;
    let db = ctx.db.read();
    let edition = crate::edition::store::get_by_code(db, code).await?;
    let me = crate::enrolment::store::find_mine(db, permit.person().person, edition.id).await?;
    if me.is_none() || edition.state == EditionState::Draft {
        return Err(Code::NotEnrolled.into());
    }
    let sent = store::announced(db, edition.id).await?.into_iter().take(SHOWN);
    Ok(sent
        .map(|one| Announcement {
            html: rendered(&one.body),
            subject: one.subject,
            at: one.sent_at.unwrap_or(one.send_at),
        })
        .collect())
}
