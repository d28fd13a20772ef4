//! A person's calendar as a feed by a secret link: sessions, what is due, and when editions begin and end.
//!
//! Whoever holds the link reads the feed, without signing in: calendar programs cannot. So it names no person and tells
//! nobody's progress, only the dates of editions. Join links stay behind the sign-in too.

mod store;

use chrono::{DateTime, Utc};
use domain::calendar::{Event, EventKind, Feed, When, is_secret};
use domain::course::{Activity, ActivityKind, CourseContent};
use domain::error::Code;
use domain::language::Language;
use domain::zone::last_instant;

use crate::ctx::{Campus, Ctx};
use crate::edition;
use crate::enrolment::store::{self as enrolments, Extension};
use crate::entity::{edition as editions, meeting};
use crate::error::Result;
use crate::policy;

/// The secret of the caller's link, if they have one.
///
/// # Errors
/// `SignInFirst`, or when the database fails.
pub async fn link(ctx: &Ctx) -> Result<Option<String>> {
    let permit = policy::may_act(ctx)?;
    store::find_secret(ctx.db.read(), permit.person().account).await
}

/// Makes a new link for the caller; the old one ends with it.
///
/// # Errors
/// `SignInFirst`, or when the database fails.
pub async fn make_link(ctx: &Ctx) -> Result<()> {
    let permit = policy::may_act(ctx)?;
    let tx = ctx.db.begin_write().await?;
    store::put_secret(&tx, ctx, permit.person().account, &ctx.secret()).await?;
    tx.commit().await?;
    Ok(())
}

/// Ends the caller's link.
///
/// # Errors
/// `SignInFirst`, or when the database fails.
pub async fn end_link(ctx: &Ctx) -> Result<()> {
    let permit = policy::may_act(ctx)?;
    let tx = ctx.db.begin_write().await?;
    store::remove_secret(&tx, permit.person().account).await?;
    tx.commit().await?;
    Ok(())
}

/// What the feed of this secret tells, in its person's language. A constant number of queries.
///
/// # Errors
/// `NotFound` for a secret that was never one, or no longer is; or when the database fails.
pub async fn feed(campus: &Campus, secret: &str) -> Result<Feed> {
    if !is_secret(secret) {
        return Err(Code::NotFound.into());
    }
    let db = campus.db.read();
    let account = store::find_by_secret(db, secret).await?.ok_or(Code::NotFound)?;
    let mine = enrolments::list_mine(db, account.person_id).await?;
    let ids: Vec<_> = mine.iter().map(|row| row.participation.edition_id).collect();
    let all = edition::store::list_by_ids(db, &ids).await?;
    let versions: Vec<_> = all.iter().map(|edition| edition.course_version_id).collect();
    let contents = campus.contents.get_all(db, &versions).await?;
    let extensions = enrolments::extensions_of_person(db, account.person_id).await?;
    let meetings = crate::meeting::store::list_of(db, &ids).await?;
    let language = account.language;
    let mut events = Vec::new();
    for edition in &all {
        let Some(part) = mine.iter().find(|row| row.participation.edition_id == edition.id) else { continue };
        let own: Vec<&Extension> =
            extensions.iter().filter(|one| one.participation_id == part.participation.id).collect();
        events.extend(edges(edition, language));
        if let Some(content) = contents.get(&edition.course_version_id) {
            events.extend(due(edition, content, &own, language));
        }
        events.extend(
            meetings.iter().filter(|one| one.edition_id == edition.id).map(|one| session(edition, one, language)),
        );
    }
    Ok(Feed { language, events })
}

fn event(edition: &editions::Model, kind: EventKind, uid: String, when: When, language: Language) -> Event {
    Event {
        uid,
        kind,
        title: String::new(),
        edition_code: edition.code.clone(),
        edition_title: edition::title(edition, language).to_owned(),
        when,
        due_at: None,
        zone: edition.zone.clone(),
        place: None,
        changed_at: edition.created_at,
    }
}

/// Its first and its last day; one event where they are the same.
fn edges(edition: &editions::Model, language: Language) -> Vec<Event> {
    let edge = |kind: EventKind, on| event(edition, kind, format!("{}-{kind}", edition.id), When::Day { on }, language);
    let mut edges = vec![edge(EventKind::Begins, edition.starts_on)];
    if edition.ends_on != edition.starts_on {
        edges.push(edge(EventKind::Ends, edition.ends_on));
    }
    edges
}

/// What is due: by a date of its own or by an extension, and at the edition's end what is large or comes there. Knowledge
/// checks without a date of their own are not told one by one.
fn due(edition: &editions::Model, content: &CourseContent, own: &[&Extension], language: Language) -> Vec<Event> {
    let dates = edition::dates(edition);
    let extended = |activity: &Activity| own.iter().find(|one| one.activity == activity.key).and_then(|one| one.due_at);
    let told = |activity: &&Activity| {
        !activity.kind.is_lesson()
            && (activity.week.is_some() || extended(activity).is_some() || activity.kind != ActivityKind::Check)
    };
    content
        .activities()
        .map(|(_, activity)| activity)
        .filter(told)
        .map(|activity| {
            let at: DateTime<Utc> = extended(activity).unwrap_or_else(|| dates.due(activity.week));
            let on = last_instant(at).with_timezone(&dates.zone).date_naive();
            let uid = format!("{}-due-{}", edition.id, activity.key);
            let mut event = event(edition, EventKind::Due, uid, When::Day { on }, language);
            event.title = activity.title.get(language).to_owned();
            event.due_at = Some(at);
            event
        })
        .collect()
}

fn session(edition: &editions::Model, meeting: &meeting::Model, language: Language) -> Event {
    let when = When::Between { from: meeting.starts_at, to: meeting.ends_at };
    let mut event = event(edition, EventKind::Meeting, format!("{}-meeting", meeting.id), when, language);
    event.title.clone_from(&meeting.title);
    event.place.clone_from(&meeting.place);
    event.changed_at = meeting.changed_at.unwrap_or(meeting.created_at);
    event
}
