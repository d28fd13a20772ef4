//! Learning: the outline, the lessons, and the acts that count. Only participants come in here.
//!
//! To add a kind of act: check `Place::open`, lock the participation, write what was done, and end with `record_act`.

mod extension;
mod glossary;
mod pack;
pub(crate) mod place;
mod quizzes;
mod store;

use domain::completion::{Progress, RemainingView, Rule, percent};
use domain::course::{Activity, ActivityKind, CourseContent};
use domain::error::Code;
use domain::language::Language;
use domain::learning::{ActivityView, OutlineItem, OutlineModule, OutlineView};
use sea_orm::{ActiveModelTrait as _, ActiveValue::Set, ConnectionTrait, IntoActiveModel as _};

pub use extension::{grant_extension, person_progress};
pub use glossary::glossary;
pub use pack::pack;
pub use place::language_for;
pub use quizzes::{check_answer, close_expired, save_answers, save_attempt, start_attempt, submit_attempt};

use crate::ctx::Ctx;
use crate::enrolment::store::{self as enrolments, Mine};
use crate::entity::participation;
use crate::error::Result;
use crate::policy;
use place::Place;

/// What the rule still asks, with the activities' titles. Learner and instructor read this same list.
#[must_use]
pub fn remaining_views(
    content: &CourseContent,
    rule: &Rule,
    progress: &Progress,
    language: Language,
) -> Vec<RemainingView> {
    RemainingView::all(content, rule, progress, language)
}

/// Where to go on: the last activity touched if it is not done, else the next undone one after it, else the first undone.
pub(crate) fn resume(
    content: &CourseContent,
    progress: &Progress,
    last: Option<&str>,
    language: Language,
) -> Option<(String, String)> {
    let all: Vec<&Activity> = content.activities().map(|(_, activity)| activity).collect();
    let from = all.iter().position(|activity| Some(activity.key.as_str()) == last).unwrap_or(0);
    let (before, after) = all.split_at(from);
    after
        .iter()
        .chain(before)
        .find(|activity| !progress.is_done(&activity.key))
        .map(|activity| named(activity, language))
}

fn named(activity: &Activity, language: Language) -> (String, String) {
    (activity.key.clone(), activity.title.get(language).to_owned())
}

/// The learner's place in an edition.
///
/// # Errors
/// `SignInFirst`, `NotFound` or `NotEnrolled`.
pub(crate) async fn enter(ctx: &Ctx, code: &str) -> Result<(Place, Mine)> {
    let permit = policy::may_act(ctx)?;
    let place = Place::by_code(ctx, code).await?;
    let mine = enrolments::find_mine(ctx.db.read(), permit.person().person, place.edition.id).await?;
    Ok((place, mine.ok_or(Code::NotEnrolled)?))
}

/// What the learner has done.
async fn done_so_far(ctx: &Ctx, content: &CourseContent, of: &participation::Model) -> Result<Progress> {
    let db = ctx.db.read();
    let progress = enrolments::trace(db, of.id).await?.progress(content, of.completed_at.is_some());
    Ok(progress)
}

/// An edition's outline with the learner's check marks and what remains.
///
/// # Errors
/// `SignInFirst`, `NotFound` or `NotEnrolled`.
pub async fn outline(ctx: &Ctx, code: &str) -> Result<OutlineView> {
    let (place, mine) = enter(ctx, code).await?;
    let progress = done_so_far(ctx, &place.content, &mine.participation).await?;
    Ok(outline_view(ctx, &place, mine, &progress))
}

fn outline_view(ctx: &Ctx, place: &Place, mine: Mine, progress: &Progress) -> OutlineView {
    let language = place.language;
    let item = |activity: &Activity| OutlineItem {
        key: activity.key.clone(),
        kind: activity.kind,
        title: activity.title.get(language).to_owned(),
        language: activity.title.nearest(language),
        minutes: activity.minutes,
        done: progress.is_done(&activity.key),
    };
    OutlineView {
        edition: place.card(ctx),
        modules: place
            .content
            .modules
            .iter()
            .map(|module| OutlineModule {
                key: module.key.clone(),
                title: module.title.get(language).to_owned(),
                items: module.activities.iter().map(item).collect(),
            })
            .collect(),
        percent: percent(&place.content, progress),
        remaining: remaining_views(&place.content, &place.edition.completion, progress, language),
        completed_at: mine.participation.completed_at,
        resume: resume(&place.content, progress, mine.participation.last_activity_key.as_deref(), language),
        fresh: mine.participation.first_activity_at.is_none() && progress.done.is_empty(),
        glossary: !place.content.glossary.is_empty(),
        certificate: mine.certificate_code,
    }
}

/// One activity, open for its learner. This is the page that is read most: few queries.
///
/// # Errors
/// `SignInFirst`, `NotFound` or `NotEnrolled`.
pub async fn activity(ctx: &Ctx, code: &str, key: &str) -> Result<ActivityView> {
    review(ctx, code, key, None).await
}

/// The same; of a quiz, with the attempt of this number.
///
/// # Errors
/// `SignInFirst`, `NotFound` or `NotEnrolled`.
pub async fn review(ctx: &Ctx, code: &str, key: &str, attempt: Option<i32>) -> Result<ActivityView> {
    let (place, mine) = enter(ctx, code).await?;
    let activity = place.activity(key)?;
    let progress = done_so_far(ctx, &place.content, &mine.participation).await?;
    let done = progress.is_done(key);
    let quiz = quizzes::view(ctx, &place, activity, &mine.participation, done, attempt).await?;
    let of = &mine.participation;
    let assignment = crate::submission::view(ctx, &place, activity, of, &progress).await?;
    let worksheet = crate::worksheet::view(ctx, &place, activity, of).await?;
    let survey = crate::survey::view(ctx, &place, activity, done);
    let (previous, next) = place.content.neighbours(key);
    Ok(ActivityView {
        key: activity.key.clone(),
        kind: activity.kind,
        title: activity.title.get(place.language).to_owned(),
        language: activity.title.nearest(place.language),
        minutes: activity.minutes,
        html: activity.html.get(place.language).to_owned(),
        done,
        quiz,
        assignment,
        worksheet,
        survey,
        previous: previous.map(|other| named(other, place.language)),
        next: next.map(|other| named(other, place.language)),
        outline: outline_view(ctx, &place, mine, &progress),
    })
}

/// Finishes a lesson, for the first time or again, and gives the next activity's key.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotEnrolled`, `EditionNotStarted`, `EditionEnded`, or `BadRequest` for what is no lesson.
pub async fn finish_lesson(ctx: &Ctx, code: &str, key: &str) -> Result<Option<String>> {
    let (place, mine) = enter(ctx, code).await?;
    // A worksheet is done when it is saved so.
    if place.activity(key)?.kind != ActivityKind::Lesson {
        return Err(Code::BadRequest.into());
    }
    place.open(ctx)?;
    let tx = ctx.db.begin_write().await?;
    let participation = enrolments::lock(&tx, mine.participation.id).await?;
    enrolments::mark_done(&tx, ctx, participation.id, key).await?;
    record_act(&tx, ctx, &place, participation, key).await?;
    tx.commit().await?;
    let (_, next) = place.content.neighbours(key);
    Ok(next.map(|activity| activity.key.clone()))
}

/// The end of every learning act: its dates, the completion that it may bring, and the counting revision. Last in its
/// transaction.
pub(crate) async fn record_act<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    place: &Place,
    of: participation::Model,
    key: &str,
) -> Result<()> {
    let (of, first) = note_act(tx, ctx, of, key).await?;
    let completed =
        crate::enrolment::complete_if_met(tx, ctx, &place.edition, &place.content, &of, place.language).await?;
    if first && !completed {
        crate::counting::bump(tx, &[place.edition.id]).await?;
    }
    Ok(())
}

/// The dates of a learning act that completes nothing by itself. Says whether it was the first, which makes a participant: the
/// caller then raises the counting revision.
async fn note_act<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    of: participation::Model,
    key: &str,
) -> Result<(participation::Model, bool)> {
    let now = Some(ctx.now());
    let first = of.first_activity_at.is_none();
    let mut act = of.into_active_model();
    act.last_activity_at = Set(now);
    act.last_activity_key = Set(Some(key.to_owned()));
    if first {
        act.first_activity_at = Set(now);
        act.first_activity_recorded_at = Set(now);
    }
    Ok((act.update(tx).await?, first))
}
