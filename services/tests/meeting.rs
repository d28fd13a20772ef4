//! Sessions and attendance: who may, what is refused, and what the learner sees. On both databases.
#![cfg(test)]

mod classroom;
mod support;

use std::sync::Arc;

use chrono::Duration;
use classroom::{RUNNING, at, edition, learner, teaches};
use domain::error::Code;
use domain::meeting::{AttendanceState, MeetingForm, REMIND, SheetForm, mark_key};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use services::entity::{attendance, audit, meeting, participation};
use services::meeting::{list, mark, mine, remind, remove, save, sheet};
use services::{Campus, Ctx, enrolment};
use support::refusals::{code, fields};
use support::{mails, on_both};

fn form(title: &str, day: &str) -> MeetingForm {
    MeetingForm {
        edition: "e".into(),
        title: title.into(),
        day: day.into(),
        from: "15:00".into(),
        to: "16:30".into(),
        link: "https://example.org/room".into(),
        ..MeetingForm::default()
    }
}

/// Editions `e` and `other`, each with its instructor, and Ana in `e`.
async fn school(campus: &Arc<Campus>) -> (Ctx, Ctx, Ctx) {
    support::clock(campus).set(at(RUNNING));
    let (e, other) = (edition(campus, "e", None).await, edition(campus, "other", None).await);
    let (teacher, stranger) = (learner(campus, "teacher").await, learner(campus, "stranger").await);
    teaches(&teacher, e).await;
    teaches(&stranger, other).await;
    let ana = learner(campus, "ana").await;
    enrolment::enrol(&ana, "e").await.unwrap();
    (teacher, stranger, ana)
}

async fn only(campus: &Campus) -> meeting::Model {
    meeting::Entity::find().one(campus.db.read()).await.unwrap().unwrap()
}

async fn part(ctx: &Ctx) -> participation::Model {
    let me = ctx.person().unwrap().person;
    let found = participation::Entity::find().filter(participation::Column::PersonId.eq(me));
    found.one(ctx.db.read()).await.unwrap().unwrap()
}

fn marks(meeting: &meeting::Model, of: &[(&participation::Model, &str)]) -> SheetForm {
    SheetForm {
        edition: "e".into(),
        meeting: meeting.id.to_string(),
        marks: of.iter().map(|(part, word)| (mark_key(part.id), (*word).to_owned())).collect(),
        ..SheetForm::default()
    }
}

#[tokio::test]
async fn a_session_is_planned_changed_and_removed_and_the_learner_sees_it() {
    on_both(|campus| async move {
        let (teacher, _, ana) = school(&campus).await;
        assert!(list(&teacher, "e").await.unwrap().meetings.is_empty());
        save(&teacher, &form("Second", "2026-03-12")).await.unwrap();
        save(&teacher, &form("First", "2026-03-09")).await.unwrap();
        let seen = mine(&ana, "e").await.unwrap();
        let titles: Vec<_> = seen.meetings.iter().map(|one| (one.title.as_str(), one.over)).collect();
        assert_eq!(titles, [("First", true), ("Second", false)]);
        let first = seen.meetings[0].id;
        let moved = MeetingForm { meeting: first.to_string(), ..form("Moved", "2026-03-20") };
        save(&teacher, &moved).await.unwrap();
        let seen = mine(&ana, "e").await.unwrap().meetings;
        assert_eq!((seen[1].title.as_str(), seen[1].starts_at), ("Moved", at("2026-03-20T15:00:00Z")));
        assert_eq!(seen[1].link.as_deref(), Some("https://example.org/room"));
        let wrong = MeetingForm { to: "14:00".into(), link: "javascript:x".into(), ..form("", "2026-03-12") };
        assert_eq!(
            fields(save(&teacher, &wrong).await),
            [
                ("title".to_owned(), Code::Required),
                ("to".to_owned(), Code::TimesReversed),
                ("link".to_owned(), Code::LinkInvalid)
            ]
        );
        remove(&teacher, "e", &first.to_string()).await.unwrap();
        assert_eq!(mine(&ana, "e").await.unwrap().meetings.len(), 1);
        assert_eq!(code(remove(&teacher, "e", &first.to_string()).await), Some(Code::NotFound));
        let trail: Vec<_> = audit::Entity::find().all(campus.db.read()).await.unwrap();
        let actions: Vec<_> = trail.iter().map(|entry| entry.action.as_str()).collect();
        assert_eq!(actions, ["meeting-made", "meeting-made", "meeting-changed", "meeting-removed"]);
    })
    .await;
}

#[tokio::test]
async fn who_came_is_noted_once_corrected_and_counted() {
    on_both(|campus| async move {
        let (teacher, _, ana) = school(&campus).await;
        let eva = learner(&campus, "eva").await;
        enrolment::enrol(&eva, "e").await.unwrap();
        save(&teacher, &form("Session", "2026-03-09")).await.unwrap();
        let (session, a, e) = (only(&campus).await, part(&ana).await, part(&eva).await);
        let both = SheetForm { rest: "absent".into(), ..marks(&session, &[(&a, "present"), (&e, "")]) };
        for _ in 0..2 {
            mark(&teacher, &both).await.unwrap();
        }
        let db = campus.db.read();
        assert_eq!(attendance::Entity::find().count(db).await.unwrap(), 2);
        let trail = audit::Entity::find().filter(audit::Column::Action.eq("attendance-marked"));
        assert_eq!(trail.count(db).await.unwrap(), 1, "the same marks again change nothing");
        let shown = sheet(&teacher, "e", &session.id.to_string(), "", 1).await.unwrap();
        let rows: Vec<_> = shown.page.rows.iter().map(|row| (row.name.as_str(), row.state, row.attended)).collect();
        assert_eq!(
            rows,
            [("ana Demo", Some(AttendanceState::Present), 1), ("eva Demo", Some(AttendanceState::Absent), 0)]
        );
        assert_eq!((shown.meeting.attended(), shown.meeting.marked(), shown.enrolled), (1, 2, 2));
        assert_eq!(sheet(&teacher, "e", &session.id.to_string(), "EVA", 1).await.unwrap().page.total, 1);
        mark(&teacher, &marks(&session, &[(&a, "")])).await.unwrap();
        assert_eq!(mine(&ana, "e").await.unwrap().meetings[0].attendance, None);
        assert_eq!(mine(&eva, "e").await.unwrap().meetings[0].attendance, Some(AttendanceState::Absent));
        let first = part(&ana).await.first_activity_at;
        assert_eq!(
            first,
            Some(at("2026-03-09T15:00:00Z")),
            "signed attendance is a learning act, on the session's day"
        );
        assert_eq!(part(&eva).await.first_activity_at, None);
        let grades = enrolment::grades(&eva, "e").await.unwrap();
        assert_eq!((grades.attended, grades.meetings.len(), grades.rows.len()), (0, 1, 2));
    })
    .await;
}

#[tokio::test]
async fn bad_marks_are_refused_and_nothing_of_them_is_kept() {
    on_both(|campus| async move {
        let (teacher, stranger, ana) = school(&campus).await;
        enrolment::enrol(&stranger, "other").await.unwrap();
        save(&teacher, &form("Past", "2026-03-09")).await.unwrap();
        let (session, a) = (only(&campus).await, part(&ana).await);
        let foreign = marks(&session, &[(&a, "present"), (&part(&stranger).await, "present")]);
        assert_eq!(code(mark(&teacher, &foreign).await), Some(Code::BadRequest));
        assert_eq!(code(mark(&teacher, &marks(&session, &[(&a, "asleep")])).await), Some(Code::BadRequest));
        let elsewhere = SheetForm { edition: "other".into(), ..marks(&session, &[(&a, "present")]) };
        assert_eq!(code(mark(&teacher, &elsewhere).await), Some(Code::NotForYou));
        assert_eq!(code(mark(&stranger, &elsewhere).await), Some(Code::NotFound), "a session of another edition");
        let mut future = form("Future", "2026-03-30");
        save(&teacher, &future).await.unwrap();
        let all = meeting::Entity::find().all(campus.db.read()).await.unwrap();
        let coming = all.iter().find(|one| one.title == "Future").unwrap();
        assert_eq!(code(mark(&teacher, &marks(coming, &[(&a, "present")])).await), Some(Code::MeetingNotStarted));
        mark(&teacher, &marks(coming, &[(&a, "excused")])).await.unwrap();
        assert_eq!(attendance::Entity::find().count(campus.db.read()).await.unwrap(), 1);
        for (ctx, why) in [
            (classroom::visitor(&campus), Code::SignInFirst),
            (ana.clone(), Code::NotForYou),
            (stranger.clone(), Code::NotForYou),
        ] {
            future.meeting = coming.id.to_string();
            assert_eq!(code(list(&ctx, "e").await), Some(why));
            assert_eq!(code(save(&ctx, &future).await), Some(why));
            assert_eq!(code(remove(&ctx, "e", &coming.id.to_string()).await), Some(why));
            assert_eq!(code(mark(&ctx, &marks(coming, &[(&a, "")])).await), Some(why));
            assert_eq!(code(sheet(&ctx, "e", &coming.id.to_string(), "", 1).await), Some(why));
        }
        assert_eq!(code(mine(&stranger, "e").await), Some(Code::NotEnrolled));
    })
    .await;
}

#[tokio::test]
async fn everybody_is_reminded_once_a_day_before_and_once_more_when_it_is_moved() {
    on_both(|campus| async move {
        let (teacher, _, ana) = school(&campus).await;
        let eva = learner(&campus, "eva").await;
        enrolment::enrol(&eva, "e").await.unwrap();
        let reminders =
            async || mails(&campus).await.into_iter().filter(|mail| mail.contains("example.org/room")).count();
        save(&teacher, &form("Soon", "2026-03-12")).await.unwrap();
        let session = only(&campus).await;
        support::clock(&campus).set(session.starts_at - REMIND - Duration::minutes(1));
        remind(&campus).await.unwrap();
        assert_eq!(reminders().await, 0);
        support::clock(&campus).set(session.starts_at - REMIND);
        // Two servers look at one moment.
        let (one, other) = tokio::join!(remind(&campus), remind(&campus));
        one.unwrap();
        other.unwrap();
        assert_eq!(reminders().await, 2);
        let changed =
            MeetingForm { meeting: session.id.to_string(), ..form("Soon, with a better title", "2026-03-12") };
        save(&teacher, &changed).await.unwrap();
        remind(&campus).await.unwrap();
        assert_eq!(reminders().await, 2, "the hour is the same");
        let moved = MeetingForm { from: "14:30".into(), ..changed };
        save(&teacher, &moved).await.unwrap();
        remind(&campus).await.unwrap();
        assert_eq!(reminders().await, 4);
        support::clock(&campus).set(session.ends_at);
        save(&teacher, &MeetingForm { meeting: session.id.to_string(), ..form("Over", "2026-03-12") }).await.unwrap();
        remind(&campus).await.unwrap();
        assert_eq!(reminders().await, 4, "nobody is reminded of what has begun");
        drop(ana);
    })
    .await;
}
