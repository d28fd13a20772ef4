//! Sessions: instructors plan them and note who came; learners see when and where. Attendance counts at once.

mod reminder;
mod sheet;
pub mod store;

use domain::error::Code;
use domain::meeting::{AttendanceState, MeetingForm, MeetingRow, MeetingView, MeetingsView, MyMeetings};
use std::collections::{BTreeMap, HashMap};

pub use reminder::remind;
pub use sheet::{mark, sheet};

use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::edition::{card_of, taught, to_change};
use crate::enrolment::store as enrolments;
use crate::entity::meeting;
use crate::error::Result;
use crate::policy;

fn row(ctx: &Ctx, meeting: meeting::Model, counts: Option<&BTreeMap<AttendanceState, u32>>) -> MeetingRow {
    let count = |state: &AttendanceState| (*state, counts.and_then(|all| all.get(state)).copied().unwrap_or(0));
    MeetingRow {
        id: meeting.id,
        title: meeting.title,
        open: AttendanceState::Present.may_note(meeting.starts_at, ctx.now()).is_ok(),
        starts_at: meeting.starts_at,
        ends_at: meeting.ends_at,
        place: meeting.place,
        link: meeting.link,
        counts: AttendanceState::ALL.iter().map(count).collect(),
    }
}

/// The sessions of an edition, with how many came to each.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`, or when the database fails.
pub async fn list(ctx: &Ctx, code: &str) -> Result<MeetingsView> {
    let edition = taught(ctx, code).await?;
    let db = ctx.db.read();
    let enrolled = enrolments::taken(db, edition.id).await?;
    let counts = store::counts(db, edition.id).await?;
    let meetings = store::list_of(db, &[edition.id]).await?;
    let meetings = meetings
        .into_iter()
        .map(|one| {
            let id = one.id;
            row(ctx, one, counts.get(&id))
        })
        .collect();
    Ok(MeetingsView {
        enrolled: u32::try_from(enrolled).unwrap_or_default(),
        meetings,
        edition: card_of(ctx, edition).await?,
    })
}

/// Adds a session, or changes the one that the form names.
///
/// # Errors
/// `Invalid` naming each wrong field; `SignInFirst`, `NotForYou`, `NotFound`.
pub async fn save(ctx: &Ctx, form: &MeetingForm) -> Result<()> {
    let edition = to_change(ctx, &form.edition).await?;
    let new = form.checked(crate::edition::dates(&edition).zone)?;
    let tx = ctx.db.begin_write().await?;
    if form.meeting.is_empty() {
        let id = store::insert(&tx, ctx, edition.id, new).await?;
        audit::record(&tx, ctx, &edition.code, Entry::MeetingMade { meeting: id.to_string() }).await?;
    } else {
        let old = store::get_of(&tx, edition.id, &form.meeting).await?;
        let entry = Entry::MeetingChanged { meeting: old.id.to_string() };
        store::update(&tx, ctx, old, new).await?;
        audit::record(&tx, ctx, &edition.code, entry).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Removes a session with what was noted of it. Completions that were reached stay.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`, or when the database fails.
pub async fn remove(ctx: &Ctx, code: &str, id: &str) -> Result<()> {
    let edition = to_change(ctx, code).await?;
    let tx = ctx.db.begin_write().await?;
    let meeting = store::get_of(&tx, edition.id, id).await?;
    let marks = store::remove(&tx, meeting.id).await?;
    audit::record(&tx, ctx, &edition.code, Entry::MeetingRemoved { meeting: meeting.id.to_string(), marks }).await?;
    tx.commit().await?;
    Ok(())
}

/// The sessions of an edition for somebody who takes part in it.
///
/// # Errors
/// `SignInFirst`, `NotFound` or `NotEnrolled`.
pub async fn mine(ctx: &Ctx, code: &str) -> Result<MyMeetings> {
    let permit = policy::may_act(ctx)?;
    let db = ctx.db.read();
    let edition = crate::edition::store::get_by_code(db, code).await?;
    let mine = enrolments::find_mine(db, permit.person().person, edition.id).await?.ok_or(Code::NotEnrolled)?;
    let meetings = store::list_of(db, &[edition.id]).await?;
    let marks = store::marks_of(db, &[mine.participation.id]).await?;
    Ok(MyMeetings { zone: edition.zone, meetings: views(ctx, meetings, &marks) })
}

/// Sessions with one person's marks.
pub(crate) fn views(
    ctx: &Ctx,
    meetings: Vec<meeting::Model>,
    marks: &HashMap<domain::id::MeetingId, AttendanceState>,
) -> Vec<MeetingView> {
    let now = ctx.now();
    meetings
        .into_iter()
        .map(|one| MeetingView {
            attendance: marks.get(&one.id).copied(),
            over: one.ends_at <= now,
            id: one.id,
            title: one.title,
            starts_at: one.starts_at,
            ends_at: one.ends_at,
            place: one.place,
            link: one.link,
        })
        .collect()
}
