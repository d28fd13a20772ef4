//! Check-in: an instructor opens it for some hours, people in the room sign it on their phones, and each counts once.
//!
//! Signing is a learning act (attendance signed): whoever does it is a participant from that moment.

mod qr;
mod sign;
mod store;

use chrono::Duration;
use domain::checkin::{CheckinView, HOURS, HereView, OpenCheckin, code, tidy};
use domain::error::{Code, Refusal};
use domain::id::{CheckinId, MeetingId};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

use crate::account::Attempt;
use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::edition::{taught, to_change};
use crate::entity::{checkin, edition};
use crate::error::Result;
use crate::roster::lock_edition;

pub use sign::sign;

/// An edition's check-in, for whoever projects it.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`.
pub async fn view(ctx: &Ctx, edition_code: &str) -> Result<CheckinView> {
    let edition = taught(ctx, edition_code).await?;
    let db = ctx.db.read();
    let open = match store::find_open(db, edition.id, ctx.now()).await? {
        Some(open) => Some(open_view(db, ctx, open).await?),
        None => None,
    };
    let meetings = store::list_meetings(db, edition.id).await?;
    let meetings =
        meetings.into_iter().map(|meeting| (meeting.id.to_string(), meeting.title, meeting.starts_at)).collect();
    let signed_before = store::count_signed(db, edition.id).await?;
    let edition = crate::edition::cards(db, ctx, vec![edition]).await?.into_iter().next().ok_or(Code::NotFound)?;
    Ok(CheckinView { edition, open, meetings, signed_before })
}

async fn open_view<C: ConnectionTrait>(db: &C, ctx: &Ctx, open: checkin::Model) -> Result<OpenCheckin> {
    let address = format!("{}/{}/here/{}", ctx.settings.public_url, ctx.language, open.code);
    let (qr_size, qr_path) = qr::draw(&address)?;
    let meeting = match open.meeting_id {
        Some(meeting) => store::find_meeting(db, meeting).await?.map(|meeting| meeting.title),
        None => None,
    };
    let signed = store::count(db, open.id).await?;
    Ok(OpenCheckin { code: open.code, address, qr_size, qr_path, closes_at: open.closes_at, signed, meeting })
}

/// Opens a check-in for some hours. One that is open stays as it is: its code is on the wall.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`; `Invalid` naming `hours` or `meeting`.
pub async fn open(ctx: &Ctx, edition_code: &str, hours: &str, meeting: &str) -> Result<()> {
    let edition = to_change(ctx, edition_code).await?;
    let hours = hours.trim().parse::<u32>().ok().filter(|hours| HOURS.contains(hours));
    let hours = hours.ok_or_else(|| Refusal::field("hours", Code::ChoiceUnknown))?;
    let tx = ctx.db.begin_write().await?;
    lock_edition(&tx, ctx, edition.id).await?;
    if store::find_open(&tx, edition.id, ctx.now()).await?.is_some() {
        return Ok(());
    }
    let meeting_id = match meeting.trim() {
        "" => None,
        text => Some(meeting_of(&tx, &edition, text).await?),
    };
    let mut random = [0_u8; 6];
    ctx.random.fill(&mut random);
    let row = checkin::ActiveModel {
        id: Set(CheckinId(ctx.new_id())),
        edition_id: Set(edition.id),
        meeting_id: Set(meeting_id),
        code: Set(code(random)),
        opened_at: Set(ctx.now()),
        closes_at: Set(ctx.now() + Duration::hours(i64::from(hours))),
        ended_at: Set(None),
        opened_by: Set(ctx.person().ok().map(|person| person.account)),
    };
    let id = row.id.clone().take().map(|id| id.to_string()).unwrap_or_default();
    checkin::Entity::insert(row).exec_without_returning(&tx).await?;
    audit::record(&tx, ctx, &edition.code, Entry::CheckinOpened { edition: &edition.code, checkin: id }).await?;
    tx.commit().await?;
    Ok(())
}

async fn meeting_of<C: ConnectionTrait>(db: &C, edition: &edition::Model, text: &str) -> Result<MeetingId> {
    let wrong = || Refusal::field("meeting", Code::ChoiceUnknown);
    let id: MeetingId = text.parse().map_err(|_| wrong())?;
    let found = store::find_meeting(db, id).await?.filter(|meeting| meeting.edition_id == edition.id);
    Ok(found.ok_or_else(wrong)?.id)
}

/// Ends the open check-in of an edition; nothing when there is none.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`.
pub async fn end(ctx: &Ctx, edition_code: &str) -> Result<()> {
    let edition = taught(ctx, edition_code).await?;
    let tx = ctx.db.begin_write().await?;
    let Some(open) = store::find_open(&tx, edition.id, ctx.now()).await? else { return Ok(()) };
    let row = checkin::ActiveModel { id: Set(open.id), ended_at: Set(Some(ctx.now())), ..Default::default() };
    checkin::Entity::update(row).exec(&tx).await?;
    let entry = Entry::CheckinEnded { edition: &edition.code, checkin: open.id.to_string() };
    audit::record(&tx, ctx, &edition.code, entry).await?;
    tx.commit().await?;
    Ok(())
}

/// What a code opens, for the world.
///
/// # Errors
/// `CheckinUnknown`, `CheckinEnded`; `TooMany` for a caller who tries many wrong codes.
pub async fn here(ctx: &Ctx, typed: &str) -> Result<HereView> {
    let (checkin, edition) = find(ctx, typed).await?;
    let db = ctx.db.read();
    let kinds = crate::person::list_kinds(db, ctx.language).await?;
    let edition = crate::edition::cards(db, ctx, vec![edition]).await?.into_iter().next().ok_or(Code::NotFound)?;
    Ok(HereView { code: checkin.code, edition, kinds })
}

/// The check-in that is open under a code.
async fn find(ctx: &Ctx, typed: &str) -> Result<(checkin::Model, edition::Model)> {
    let code = tidy(typed);
    let Some(found) = store::find_by_code(ctx.db.read(), &code).await? else {
        // Only wrong codes are counted: a room of forty shares one address.
        ctx.limits.check(Attempt::CheckinCode, ctx, &code)?;
        return Err(Code::CheckinUnknown.into());
    };
    if found.ended_at.is_some() || found.closes_at <= ctx.now() {
        return Err(Code::CheckinEnded.into());
    }
    let edition = crate::edition::store::get(ctx.db.read(), found.edition_id).await?;
    edition.state.check_changes().map_err(|_| Code::CheckinEnded)?;
    Ok((found, edition))
}
