//! The sheet of a session: everybody of the edition, and who came. A constant number of queries to show it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::error::Code;
use domain::id::ParticipationId;
use domain::meeting::{AttendanceState, SheetForm, SheetRow, SheetView, marked};
use domain::page::Page;
use sea_orm::sea_query::LockType;
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel as _,
    QueryFilter, QueryOrder, QuerySelect,
};

use super::{row, store};
use crate::audit::{self, Entry};
use crate::course::search;
use crate::ctx::{Actor, Ctx};
use crate::edition::card_of;
use crate::edition::{taught, to_change};
use crate::enrolment::{complete_if_met, store as enrolments};
use crate::entity::{edition, meeting, participation};
use crate::error::Result;

type Marks = HashMap<ParticipationId, AttendanceState>;

/// The sheet of a session; `page` 0 gives everybody on one page, to be printed.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`, or when the database fails.
pub async fn sheet(ctx: &Ctx, code: &str, id: &str, search_for: &str, page: u32) -> Result<SheetView> {
    let edition = taught(ctx, code).await?;
    let db = ctx.db.read();
    let meeting = store::get_of(db, edition.id, id).await?;
    let counts = store::counts(db, edition.id).await?;
    let marks = store::marks(db, meeting.id).await?;
    let traces = enrolments::traces_of_edition(db, edition.id).await?;
    let people = enrolments::list_enrolled(db, edition.id).await?;
    let enrolled = u32::try_from(people.len()).unwrap_or(u32::MAX);
    let mut rows: Vec<(String, SheetRow)> = people
        .into_iter()
        .map(|who| {
            let id = who.participation.id;
            let attended = traces.get(&id).map_or(0, |trace| u32::from(trace.attended));
            let name = format!("{} {}", who.given_name, who.family_name).trim().to_owned();
            let order = search::fold(&format!("{} {}", who.family_name, who.given_name));
            (order, SheetRow { participation: id, name, state: marks.get(&id).copied(), attended })
        })
        .filter(|(_, row)| search::matches(search_for, &[&row.name]))
        .collect();
    rows.sort_by(|(a, one), (b, other)| a.cmp(b).then(one.participation.cmp(&other.participation)));
    let rows: Vec<SheetRow> = rows.into_iter().map(|(_, row)| row).collect();
    let page = if page == 0 {
        Page { total: u32::try_from(rows.len()).unwrap_or(u32::MAX), number: 1, rows }
    } else {
        Page::cut(rows, page)
    };
    let meetings = u32::try_from(store::list_of(db, &[edition.id]).await?.len()).unwrap_or(u32::MAX);
    let counts = counts.get(&meeting.id);
    Ok(SheetView {
        meeting: row(ctx, meeting, counts),
        meetings,
        enrolled,
        page,
        edition: card_of(ctx, edition).await?,
    })
}

/// Notes who came. Whoever meets the edition's rule by it has completed at once; a mark that is corrected later takes no
/// completion away. Sent twice, it changes nothing the second time.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`; `MeetingNotStarted`; `BadRequest` for somebody who is not in the edition or a word
/// that is no state.
pub async fn mark(ctx: &Ctx, form: &SheetForm) -> Result<()> {
    let edition = to_change(ctx, &form.edition).await?;
    let wanted = wanted(form)?;
    let tx = ctx.db.begin_write().await?;
    let meeting = store::get_of(&tx, edition.id, &form.meeting).await?;
    let people = locked(&tx, &edition, &wanted).await?;
    let stood = store::marks(&tx, meeting.id).await?;
    let changed = changes(wanted, &stood);
    for state in changed.iter().filter_map(|(_, state)| *state) {
        state.may_note(meeting.starts_at, ctx.now())?;
    }
    if changed.is_empty() {
        return Ok(());
    }
    let by = match &ctx.actor {
        Actor::Person(person) => Some(person.account),
        Actor::Visitor | Actor::Token(_) | Actor::System => None,
    };
    store::set_marks(&tx, ctx, meeting.id, by, &changed).await?;
    let entry = Entry::AttendanceMarked { meeting: meeting.id.to_string(), people: changed.len() };
    audit::record(&tx, ctx, &edition.code, entry).await?;
    attend(&tx, ctx, &edition, &meeting, people, &changed).await?;
    tx.commit().await?;
    Ok(())
}

fn wanted(form: &SheetForm) -> Result<Vec<(ParticipationId, Option<AttendanceState>)>> {
    let state = |word: &str| match word {
        "" => Ok(None),
        word => word.parse::<AttendanceState>().map(Some).map_err(|_| Code::BadRequest),
    };
    let rest = state(&form.rest)?;
    let mut wanted = Vec::with_capacity(form.marks.len());
    for (key, word) in &form.marks {
        let id = marked(key).ok_or(Code::BadRequest)?;
        wanted.push((id, state(word)?.or(rest)));
    }
    Ok(wanted)
}

/// The participations that are marked, in one order, so that two who mark the same sheet wait for each other and never in a
/// circle.
async fn locked<C: ConnectionTrait>(
    tx: &C,
    edition: &edition::Model,
    wanted: &[(ParticipationId, Option<AttendanceState>)],
) -> Result<Vec<participation::Model>> {
    let people = participation::Entity::find()
        .filter(participation::Column::EditionId.eq(edition.id))
        .filter(participation::Column::Id.is_in(wanted.iter().map(|(id, _)| *id)))
        .order_by_asc(participation::Column::Id)
        .lock(LockType::NoKeyUpdate)
        .all(tx)
        .await?;
    if people.len() == wanted.len() { Ok(people) } else { Err(Code::BadRequest.into()) }
}

fn changes(
    wanted: Vec<(ParticipationId, Option<AttendanceState>)>,
    stood: &Marks,
) -> Vec<(ParticipationId, Option<AttendanceState>)> {
    wanted.into_iter().filter(|(id, state)| stood.get(id).copied() != *state).collect()
}

/// Signed attendance is a learning act: it makes a participant, on the session's day, and may complete.
async fn attend<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    edition: &edition::Model,
    meeting: &meeting::Model,
    people: Vec<participation::Model>,
    changed: &[(ParticipationId, Option<AttendanceState>)],
) -> Result<()> {
    let content = ctx.contents.get(tx, edition.course_version_id).await?;
    let came = |id: ParticipationId| {
        changed.iter().any(|(other, state)| *other == id && state.is_some_and(AttendanceState::attended))
    };
    let mut counted = false;
    for of in people.into_iter().filter(|of| came(of.id)) {
        let (of, first) = begin(tx, ctx, of, meeting.starts_at).await?;
        let language = of.language;
        let completed = complete_if_met(tx, ctx, edition, &content, &of, language).await?;
        counted |= first && !completed;
    }
    if counted {
        crate::counting::bump(tx, &[edition.id]).await?;
    }
    Ok(())
}

/// Dates the first learning act by the session, where there was none before; says whether it did.
async fn begin<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    of: participation::Model,
    at: DateTime<Utc>,
) -> Result<(participation::Model, bool)> {
    if of.first_activity_at.is_some() {
        return Ok((of, false));
    }
    let now = ctx.now();
    let mut row = of.into_active_model();
    row.first_activity_at = Set(Some(at.min(now)));
    row.first_activity_recorded_at = Set(Some(now));
    Ok((row.update(tx).await?, true))
}
