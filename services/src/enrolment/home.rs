//! A learner's home: their editions, and one list of what is to be done across all of them, in order of time.
//!
//! As many queries for one edition as for fifty: everything is read by person, and put together here.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::completion::{Progress, percent, steps};
use domain::course::{Activity, ActivityKind, CourseContent};
use domain::edition::{EditionCard, Phase};
use domain::enrolment::{HomeView, MyEdition, Todo, TodoKind};
use domain::id::{EditionId, MeetingId};
use domain::language::Language;
use domain::meeting::AttendanceState;
use domain::zone::near;

use super::store::{self, Extension, Mine};
use super::{place, shown};
use crate::ctx::Ctx;
use crate::entity::{edition, meeting};
use crate::error::Result;
use crate::learning::{language_for, resume};
use crate::policy;

/// One of a person's editions, with everything that its rows are made of.
struct Part {
    mine: Mine,
    edition: edition::Model,
    card: EditionCard,
    content: Arc<CourseContent>,
    progress: Progress,
    language: Language,
    resume: Option<(String, String)>,
}

/// The home of the person who asks.
///
/// # Errors
/// `SignInFirst`, or when the database fails.
pub async fn home(ctx: &Ctx) -> Result<HomeView> {
    let permit = policy::may_act(ctx)?;
    let (db, me) = (ctx.db.read(), permit.person().person);
    let parts = parts(ctx, me).await?;
    let extensions = store::extensions_of_person(db, me).await?;
    let ids: Vec<EditionId> = parts.iter().map(|part| part.edition.id).collect();
    let meetings = crate::meeting::store::list_of(db, &ids).await?;
    let participations: Vec<_> = parts.iter().map(|part| part.mine.participation.id).collect();
    let marks = crate::meeting::store::marks_of(db, &participations).await?;
    let calendar = crate::calendar::link(ctx).await?;
    let mut todo: Vec<Todo> = Vec::new();
    for part in &parts {
        let own: Vec<&Extension> =
            extensions.iter().filter(|one| one.participation_id == part.mine.participation.id).collect();
        todo.extend(tasks(ctx, part, &own));
        todo.extend(sessions(ctx, part, &meetings, &marks));
    }
    todo.sort_by(|a, b| (a.at, &a.edition, rank(&a.what)).cmp(&(b.at, &b.edition, rank(&b.what))));
    let mut editions: Vec<MyEdition> = parts.into_iter().map(row).collect();
    editions.sort_by_key(|row| {
        (place(row.edition.phase), row.completed_at.is_some(), std::cmp::Reverse(row.edition.starts_on))
    });
    Ok(HomeView { editions, todo, calendar })
}

/// Among things of one date, what comes next in the course stands first.
const fn rank(what: &TodoKind) -> u8 {
    match what {
        TodoKind::Meeting { .. } => 0,
        TodoKind::Next => 1,
        TodoKind::Checks { .. } => 2,
        TodoKind::Due { .. } => 3,
        TodoKind::Waiting => 4,
    }
}

async fn parts(ctx: &Ctx, me: domain::id::PersonId) -> Result<Vec<Part>> {
    let db = ctx.db.read();
    let mine = store::list_mine(db, me).await?;
    let mut editions = shown(ctx, mine.iter().map(|row| row.participation.edition_id).collect()).await?;
    let versions: Vec<_> = editions.values().map(|(edition, _)| edition.course_version_id).collect();
    let contents = ctx.contents.get_all(db, &versions).await?;
    let mut traces = store::traces_of_person(db, me).await?;
    let mut parts = Vec::with_capacity(mine.len());
    for mine in mine {
        let Some((edition, card)) = editions.remove(&mine.participation.edition_id) else { continue };
        let Some(content) = contents.get(&edition.course_version_id).cloned() else { continue };
        let trace = traces.remove(&mine.participation.id).unwrap_or_default();
        let progress = trace.progress(&content, mine.participation.completed_at.is_some());
        let language = language_for(ctx, &edition);
        let resume = resume(&content, &progress, mine.participation.last_activity_key.as_deref(), language);
        parts.push(Part { mine, edition, card, content, progress, language, resume });
    }
    Ok(parts)
}

fn row(part: Part) -> MyEdition {
    let remaining = part.edition.completion.remaining(&part.content, &part.progress);
    MyEdition {
        edition: part.card,
        percent: percent(&part.content, &part.progress),
        remaining: steps(&remaining),
        completed_at: part.mine.participation.completed_at,
        certificate: part.mine.certificate_code,
        resume: part.resume,
        last_activity_at: part.mine.participation.last_activity_at,
    }
}

/// What is to be done in one edition while it runs: by when each thing is due, and what waits for a grade.
fn tasks(ctx: &Ctx, part: &Part, own: &[&Extension]) -> Vec<Todo> {
    if part.card.phase != Phase::Running || part.edition.completion.is_recorded() {
        return waiting(ctx, part);
    }
    let mut todo = waiting(ctx, part);
    let dates = crate::edition::dates(&part.edition);
    let completed = part.mine.participation.completed_at.is_some();
    let extended = |activity: &Activity| own.iter().find(|one| one.activity == activity.key).and_then(|one| one.due_at);
    let due = |activity: &Activity| extended(activity).unwrap_or_else(|| dates.due(activity.week));
    let next = part.resume.as_ref().and_then(|(key, _)| part.content.find_activity(key)).filter(|_| !completed);
    let mut checks = 0_u32;
    for (_, activity) in part.content.activities() {
        let settled = part.progress.is_done(&activity.key) || part.progress.handed_in.contains(&activity.key);
        if activity.kind.is_lesson() || settled {
            continue;
        }
        // Who has completed is still asked what they thought and what they learnt, and for nothing else.
        let asked_after = matches!(activity.kind, ActivityKind::Survey | ActivityKind::PostTest);
        if completed && !asked_after {
            continue;
        }
        let own_date = activity.week.is_some() || extended(activity).is_some();
        if activity.kind == ActivityKind::Check && !own_date {
            checks += 1;
        } else {
            let what = TodoKind::Due { kind: activity.kind };
            todo.push(item(ctx, part, what, activity, due(activity)));
        }
    }
    if let Some(next) = next.filter(|next| !todo.iter().any(|one| one.key == next.key)) {
        todo.push(item(ctx, part, TodoKind::Next, next, due(next)));
    }
    if checks > 0 {
        todo.push(bare(ctx, part, TodoKind::Checks { count: checks }, String::new(), dates.due(None)));
    }
    todo
}

/// What was handed in and has no grade yet, after the edition's end too.
fn waiting(ctx: &Ctx, part: &Part) -> Vec<Todo> {
    let end = crate::edition::dates(&part.edition).due(None);
    let waits =
        |activity: &&Activity| part.progress.handed_in.contains(&activity.key) && !part.progress.is_done(&activity.key);
    let all = part.content.activities().map(|(_, activity)| activity).filter(waits);
    all.map(|activity| item(ctx, part, TodoKind::Waiting, activity, end)).collect()
}

fn item(ctx: &Ctx, part: &Part, what: TodoKind, activity: &Activity, at: DateTime<Utc>) -> Todo {
    let mut todo = bare(ctx, part, what, activity.title.get(part.language).to_owned(), at);
    todo.key.clone_from(&activity.key);
    todo
}

fn bare(ctx: &Ctx, part: &Part, what: TodoKind, title: String, at: DateTime<Utc>) -> Todo {
    Todo {
        what,
        edition: part.card.code.clone(),
        edition_title: part.card.title.clone(),
        zone: part.edition.zone.clone(),
        key: String::new(),
        title,
        at,
        near: near(at, ctx.now(), crate::edition::dates(&part.edition).zone),
    }
}

/// Sessions to come, unless the learner is excused.
fn sessions(
    ctx: &Ctx,
    part: &Part,
    meetings: &[meeting::Model],
    marks: &HashMap<MeetingId, AttendanceState>,
) -> Vec<Todo> {
    let excused = |id: &MeetingId| marks.get(id) == Some(&AttendanceState::Excused);
    meetings
        .iter()
        .filter(|one| one.edition_id == part.edition.id && one.ends_at > ctx.now() && !excused(&one.id))
        .map(|one| {
            let what = TodoKind::Meeting { ends_at: one.ends_at, place: one.place.clone(), link: one.link.clone() };
            let mut todo = bare(ctx, part, what, one.title.clone(), one.starts_at);
            // A session that has begun is today's, not past.
            todo.near = near(
                one.ends_at.min(one.starts_at.max(ctx.now() + chrono::Duration::seconds(1))),
                ctx.now(),
                crate::edition::dates(&part.edition).zone,
            );
            todo
        })
        .collect()
}
