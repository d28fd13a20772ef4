//! A learner's home: one list in order of time, by as many queries for many editions as for one. On both databases.
#![cfg(test)]

mod classroom;
mod support;

use std::sync::Arc;

use classroom::{RUNNING, at, edition, learner, teaches};
use domain::course::ActivityKind;
use domain::enrolment::TodoKind;
use domain::meeting::MeetingForm;
use domain::zone::Near;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use services::entity::{extension, participation};
use services::{Campus, Ctx, enrolment};
use support::{on_both, statements};

async fn session(teacher: &Ctx, code: &str, day: &str) {
    let form = MeetingForm {
        edition: code.into(),
        title: format!("Session of {code}"),
        day: day.into(),
        from: "15:00".into(),
        to: "16:00".into(),
        ..MeetingForm::default()
    };
    services::meeting::save(teacher, &form).await.unwrap();
}

/// Enrols `ctx` in a new edition with a session on that day.
async fn join(campus: &Arc<Campus>, ctx: &Ctx, teacher: &Ctx, code: &str, day: &str) {
    let id = edition(campus, code, None).await;
    teaches(teacher, id).await;
    session(teacher, code, day).await;
    enrolment::enrol(ctx, code).await.unwrap();
}

async fn extend(ctx: &Ctx, activity: &str, due: &str) {
    let me = ctx.person().unwrap().person;
    let part = participation::Entity::find().filter(participation::Column::PersonId.eq(me));
    let row = extension::ActiveModel {
        id: Set(ctx.new_id()),
        participation_id: Set(part.one(ctx.db.read()).await.unwrap().unwrap().id),
        activity: Set(activity.to_owned()),
        extra_minutes: Set(0),
        extra_attempts: Set(0),
        due_at: Set(Some(at(due))),
        reason: Set(String::new()),
        granted_by: Set(None),
        granted_at: Set(ctx.now()),
    };
    extension::Entity::insert(row).exec_without_returning(ctx.db.writer()).await.unwrap();
}

#[tokio::test]
async fn what_is_to_be_done_comes_in_order_of_time_with_each_persons_own_dates() {
    on_both(|campus| async move {
        support::clock(&campus).set(at(RUNNING));
        let (ana, teacher) = (learner(&campus, "ana").await, learner(&campus, "teacher").await);
        assert!(enrolment::home(&ana).await.unwrap().editions.is_empty(), "an empty home");
        join(&campus, &ana, &teacher, "e", "2026-03-11").await;
        extend(&ana, "check", "2026-03-13T00:00:00Z").await;
        let home = enrolment::home(&ana).await.unwrap();
        let seen: Vec<_> = home.todo.iter().map(|one| (one.key.as_str(), one.near)).collect();
        let end = Near::InDays { days: 21 };
        assert_eq!(
            seen,
            [("", Near::Tomorrow), ("check", Near::InDays { days: 2 }), ("lesson-1", end), ("final-test", end)]
        );
        assert!(matches!(home.todo[0].what, TodoKind::Meeting { .. }));
        assert_eq!(home.todo[1].what, TodoKind::Due { kind: ActivityKind::Check });
        assert_eq!(home.todo[2].what, TodoKind::Next);
        assert_eq!(home.todo[3].at, at("2026-04-01T00:00:00Z"), "the edition's last day is included");
        support::clock(&campus).set(at("2026-03-14T12:00:00Z"));
        let later = enrolment::home(&ana).await.unwrap();
        assert_eq!(
            (later.todo[0].key.as_str(), later.todo[0].near),
            ("check", Near::Past),
            "overdue stays on the list"
        );
        assert!(
            later.todo.iter().all(|one| !matches!(one.what, TodoKind::Meeting { .. })),
            "a session that is over does not"
        );
        classroom::complete(&ana, "e").await;
        let done = enrolment::home(&ana).await.unwrap();
        assert!(done.todo.is_empty() && done.editions[0].certificate.is_some());
        assert_eq!(done.editions[0].remaining, 0);
        support::clock(&campus).set(at("2026-05-01T12:00:00Z"));
        assert!(enrolment::home(&ana).await.unwrap().todo.is_empty());
    })
    .await;
}

#[tokio::test]
async fn checks_without_a_date_of_their_own_are_one_row() {
    on_both(|campus| async move {
        support::clock(&campus).set(at(RUNNING));
        let (ana, teacher) = (learner(&campus, "ana").await, learner(&campus, "teacher").await);
        join(&campus, &ana, &teacher, "e", "2026-03-09").await;
        let home = enrolment::home(&ana).await.unwrap();
        assert!(home.todo.iter().any(|one| one.what == TodoKind::Checks { count: 1 }), "{:?}", home.todo);
        assert!(home.todo.iter().all(|one| one.key != "check"));
    })
    .await;
}

#[tokio::test]
async fn the_number_of_statements_does_not_grow_with_the_editions() {
    on_both(|campus| async move {
        support::clock(&campus).set(at(RUNNING));
        let home = async |ctx: Ctx| drop(enrolment::home(&ctx).await.unwrap());
        let (ana, teacher) = (learner(&campus, "ana").await, learner(&campus, "teacher").await);
        join(&campus, &ana, &teacher, "e0", "2026-03-12").await;
        let one = statements(&campus, &ana, home).await;
        for number in 1..9 {
            join(&campus, &ana, &teacher, &format!("e{number}"), "2026-03-12").await;
        }
        let nine = statements(&campus, &ana, home).await;
        assert_eq!(one, nine, "as many for nine editions as for one");
        assert!(one <= 18, "{one} statements");
    })
    .await;
}
