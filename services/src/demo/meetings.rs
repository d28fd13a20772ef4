//! Sessions of the demo campus's open editions, and who came to those that are over.

use chrono::{Duration, NaiveTime, TimeZone as _, Utc};
use domain::id::{MeetingId, ParticipationId};
use domain::meeting::AttendanceState;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::chance::Chance;
use super::plan::{Learner, Placed, Plan};
use crate::ctx::Ctx;
use crate::entity::{attendance, meeting, participation};
use crate::error::Result;
use crate::roster::insert_all;

/// The first session of the edition that the demo learner is half-way through: always the same id, so that tests can name it.
pub const FIRST_MEETING: MeetingId = MeetingId(uuid::Uuid::from_u128(0x019e_0000_0000_7000_8000_0000_0000_0001));

/// (days from today, title)
const SESSIONS: [(i64, &str); 3] =
    [(-20, "Bienvenida / Welcome (demo)"), (3, "Preguntas / Questions (demo)"), (24, "Cierre / Closing (demo)")];

pub(super) async fn insert<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    chance: &mut Chance,
    placed: &Placed,
    plan: &Plan,
) -> Result<()> {
    if plan.learner != Learner::HalfWay {
        return Ok(());
    }
    let zone = ctx.settings.reporting_zone;
    let today = ctx.now().with_timezone(&zone).date_naive();
    let afternoon = NaiveTime::from_hms_opt(15, 0, 0).unwrap_or_default();
    let mut rows = Vec::new();
    for (place, (days, title)) in SESSIONS.into_iter().enumerate() {
        let local = (today + Duration::days(days)).and_time(afternoon);
        let starts_at = zone.from_local_datetime(&local).earliest().map_or(ctx.now(), |at| at.with_timezone(&Utc));
        rows.push(meeting::ActiveModel {
            id: Set(if place == 0 { FIRST_MEETING } else { MeetingId(chance.id()) }),
            edition_id: Set(placed.id),
            title: Set(title.to_owned()),
            starts_at: Set(starts_at),
            ends_at: Set(starts_at + Duration::minutes(90)),
            place: Set(None),
            link: Set(Some("https://example.org/demo".to_owned())),
            created_at: Set(ctx.now()),
            changed_at: Set(None),
            reminded_at: Set(None),
        });
    }
    insert_all(tx, rows).await?;
    let begun: Vec<ParticipationId> = participation::Entity::find()
        .select_only()
        .column(participation::Column::Id)
        .filter(participation::Column::EditionId.eq(placed.id))
        .filter(participation::Column::FirstActivityAt.is_not_null())
        .order_by_asc(participation::Column::Id)
        .into_tuple()
        .all(tx)
        .await?;
    let mut marks = Vec::with_capacity(begun.len());
    for id in begun {
        let state = chance.weighted(&[
            (70, AttendanceState::Present),
            (10, AttendanceState::Late),
            (14, AttendanceState::Absent),
            (6, AttendanceState::Excused),
        ]);
        marks.push(attendance::ActiveModel {
            id: Set(chance.id()),
            meeting_id: Set(FIRST_MEETING),
            participation_id: Set(id),
            state: Set(state.unwrap_or(AttendanceState::Present)),
            recorded_by: Set(None),
            recorded_at: Set(ctx.now()),
        });
    }
    insert_all(tx, marks).await
}
