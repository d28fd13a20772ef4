//! One person's progress as their instructors see it, and what they may grant: more time, attempts or days.

use domain::completion::percent;
use domain::course::Activity;
use domain::error::{Code, Refusal};
use domain::id::ParticipationId;
use domain::learning::{PersonActivity, PersonView};
use domain::quiz::{ExtensionForm, Grade, closes_at, standing};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel as _,
    QueryFilter,
};

use super::place::Place;
use super::{remaining_views, store};
use crate::audit::{self, Entry};
use crate::ctx::{Actor, Ctx};
use crate::enrolment::store::{self as enrolments, Trace};
use crate::entity::{extension, participation, person};
use crate::error::Result;
use crate::policy;

/// An edition that the person who asks may teach, and a participation in it.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, or `NotFound`, also for a participation in another edition.
async fn taught(ctx: &Ctx, code: &str, id: ParticipationId) -> Result<(Place, participation::Model)> {
    if ctx.actor == Actor::Visitor {
        return Err(Code::SignInFirst.into());
    }
    let place = Place::by_code(ctx, code).await?;
    let _permit = policy::may_teach(ctx.db.read(), ctx, place.edition.id).await?;
    let found = participation::Entity::find_by_id(id)
        .filter(participation::Column::EditionId.eq(place.edition.id))
        .one(ctx.db.read())
        .await?;
    Ok((place, found.ok_or(Code::NotFound)?))
}

/// What one person has done in an edition, activity by activity. Neither sex nor anything else that the person declared is in it.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, or `NotFound`, also for a participation in another edition.
pub async fn person_progress(ctx: &Ctx, code: &str, id: ParticipationId) -> Result<PersonView> {
    let (place, of) = taught(ctx, code, id).await?;
    let db = ctx.db.read();
    let person = person::Entity::find_by_id(of.person_id).one(db).await?.ok_or(Code::NotFound)?;
    let email = crate::enrolment::address(db, of.person_id).await?.unwrap_or_default();
    let trace = enrolments::trace(db, of.id).await?;
    let extensions = store::list_extensions(db, of.id).await?;
    let progress = trace.progress(&place.content, of.completed_at.is_some());
    let dates = crate::edition::dates(&place.edition);
    let activities = place.content.activities().map(|(_, activity)| {
        let extension = extensions.iter().find(|row| row.activity == activity.key);
        let granted = extension.map(store::granted).unwrap_or_default();
        PersonActivity {
            key: activity.key.clone(),
            kind: activity.kind,
            title: activity.title.get(place.language).to_owned(),
            done: progress.is_done(&activity.key),
            grade: grade(activity, &trace),
            attempts: trace.scores.get(&activity.key).map_or(0, |all| u16::try_from(all.len()).unwrap_or(u16::MAX)),
            most_attempts: activity
                .quiz()
                .and_then(|quiz| quiz.attempts)
                .map(|most| most.saturating_add(granted.attempts)),
            due_at: granted.due(dates.due(activity.week)),
            extension: granted,
            reason: extension.map(|row| row.reason.clone()).unwrap_or_default(),
        }
    });
    Ok(PersonView {
        participation: of.id,
        name: format!("{} {}", person.given_name, person.family_name).trim().to_owned(),
        email,
        percent: percent(&place.content, &progress),
        enrolled_at: of.enrolled_at,
        last_activity_at: of.last_activity_at,
        completed_at: of.completed_at,
        by_hand: of.completion_reason.clone().zip(of.completion_evidence.clone()),
        outcome: crate::enrolment::outcome_of(&of),
        remaining: remaining_views(&place.content, &place.edition.completion, &progress, place.language),
        activities: activities.collect(),
        edition: place.card(ctx),
    })
}

fn grade(activity: &Activity, trace: &Trace) -> Option<Grade> {
    match activity.quiz() {
        Some(quiz) => standing(quiz.method, trace.scores.get(&activity.key)?),
        None => trace.graded.get(&activity.key).copied(),
    }
}

/// Grants one person more time, attempts or days in one activity; what was granted there before is replaced. An attempt that is
/// open now closes accordingly later.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`, `EditionEnded`, or `Invalid` naming each wrong field.
pub async fn grant_extension(ctx: &Ctx, code: &str, id: ParticipationId, form: ExtensionForm) -> Result<()> {
    let (place, of) = taught(ctx, code, id).await?;
    place.edition.state.check_changes()?;
    let dates = crate::edition::dates(&place.edition);
    if dates.phase(ctx.now()) == domain::edition::Phase::Ended {
        return Err(Code::EditionEnded.into());
    }
    let (granted, reason) = form.checked(&dates)?;
    let activity =
        place.content.find_activity(&form.activity).filter(|activity| PersonActivity::extends(activity.kind));
    let activity = activity.ok_or_else(|| Refusal::field("activity", Code::ChoiceUnknown))?;
    let tx = ctx.db.begin_write().await?;
    let of = enrolments::lock(&tx, of.id).await?;
    let row = extension::ActiveModel {
        id: Set(ctx.new_id()),
        participation_id: Set(of.id),
        activity: Set(activity.key.clone()),
        extra_minutes: Set(i32::from(granted.minutes)),
        extra_attempts: Set(i32::from(granted.attempts)),
        due_at: Set(granted.due_at),
        reason: Set(reason),
        granted_by: Set(ctx.person().ok().map(|person| person.account)),
        granted_at: Set(ctx.now()),
    };
    use extension::Column;
    let replaced = [
        Column::ExtraMinutes,
        Column::ExtraAttempts,
        Column::DueAt,
        Column::Reason,
        Column::GrantedBy,
        Column::GrantedAt,
    ];
    let once = OnConflict::columns([Column::ParticipationId, Column::Activity]).update_columns(replaced).to_owned();
    extension::Entity::insert(row).on_conflict(once).exec_without_returning(&tx).await?;
    move_end(&tx, &place, activity, of.id, granted.minutes).await?;
    let entry = Entry::ExtensionGranted {
        edition: &place.edition.code,
        activity: &activity.key,
        minutes: granted.minutes,
        attempts: granted.attempts,
        due_at: granted.due_at,
    };
    audit::record(&tx, ctx, &of.id.to_string(), entry).await?;
    tx.commit().await?;
    Ok(())
}

/// Moves the end of an attempt that is open.
async fn move_end<C: ConnectionTrait>(
    tx: &C,
    place: &Place,
    activity: &Activity,
    of: ParticipationId,
    extra_minutes: u16,
) -> Result<()> {
    let Some(quiz) = activity.quiz() else { return Ok(()) };
    let tried = store::list_attempts(tx, of, &activity.key).await?;
    let Some(open) = tried.into_iter().find(|attempt| attempt.submitted_at.is_none()) else { return Ok(()) };
    let ends = crate::edition::dates(&place.edition).due(None);
    let closes = closes_at(quiz, open.started_at, extra_minutes).map(|closes| closes.min(ends));
    let mut row = open.into_active_model();
    row.closes_at = Set(closes);
    row.update(tx).await?;
    Ok(())
}
