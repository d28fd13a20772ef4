//! Messages: who gets one is whom the preview named, once, also at its time; and each person's delivery is told. On both databases.
#![cfg(test)]

mod classroom;
mod support;

use chrono::Duration;
use classroom::{RUNNING, at, complete, edition, learner, teaches};
use domain::error::Code;
use domain::message::{DeliveryState, MessageForm};
use sea_orm::{ActiveValue::Set, EntityTrait};
use services::entity::{message, person};
use services::message::{announcements, cancel, list, preview, send_due, view, write};
use services::{Ctx, enrolment};
use support::refusals::{code, fields};
use support::rows::participation;
use support::{clock, mails, on_both, statements};

fn form(segment: &str) -> MessageForm {
    MessageForm {
        edition: "e".into(),
        segment: segment.into(),
        subject: "Hello there".into(),
        body: "Come **on** <script>alert(1)</script>".into(),
        ..MessageForm::default()
    }
}

/// Edition `e`: Ana has not started, Eva is under way, Iris completed; and an instructor of another edition.
async fn school(campus: &std::sync::Arc<services::Campus>) -> (Ctx, Ctx, [Ctx; 3]) {
    clock(campus).set(at(RUNNING));
    let (e, other) = (edition(campus, "e", None).await, edition(campus, "other", None).await);
    let (teacher, stranger) = (learner(campus, "teacher").await, learner(campus, "stranger").await);
    teaches(&teacher, e).await;
    teaches(&stranger, other).await;
    let people = [learner(campus, "ana").await, learner(campus, "eva").await, learner(campus, "iris").await];
    for who in &people {
        enrolment::enrol(who, "e").await.unwrap();
    }
    services::learning::finish_lesson(&people[1], "e", "lesson-1").await.unwrap();
    complete(&people[2], "e").await;
    (teacher, stranger, people)
}

#[tokio::test]
async fn a_message_goes_to_whom_its_preview_named_and_each_delivery_is_told() {
    on_both(|campus| async move {
        let (teacher, stranger, [ana, eva, _]) = school(&campus).await;
        for (segment, who) in [("not-started", "ana Demo"), ("under-way", "eva Demo"), ("completed", "iris Demo")] {
            let seen = preview(&teacher, &form(segment)).await.unwrap();
            assert_eq!((seen.count, seen.names), (1, vec![who.to_owned()]), "{segment}");
        }
        let seen = preview(&teacher, &form("all")).await.unwrap();
        assert_eq!(seen.count, 3);
        assert!(seen.html.contains("<strong>on</strong>") && !seen.html.contains("<script>"), "{}", seen.html);
        assert_eq!(code(preview(&stranger, &form("all")).await), Some(Code::NotForYou));
        assert_eq!(code(write(&stranger, &form("all")).await), Some(Code::NotForYou));
        assert_eq!(code(list(&stranger, "e").await), Some(Code::NotForYou));
        assert_eq!(code(write(&teacher, &form("all")).await), Some(Code::Preview), "nothing is sent unseen");
        let empty = MessageForm { subject: " ".into(), body: String::new(), ..form("nobody") };
        let wrong = [("segment", Code::ChoiceUnknown), ("subject", Code::Required), ("body", Code::Required)];
        let wrong = wrong.map(|(field, code)| (field.to_owned(), code));
        assert_eq!(fields(write(&teacher, &empty).await), wrong);
        let missing = form("missing:no-such-thing");
        assert_eq!(fields(preview(&teacher, &missing).await), [("segment".to_owned(), Code::ChoiceUnknown)]);

        // Somebody begins between the preview and the button, and somebody joins.
        let before = preview(&teacher, &form("not-started")).await.unwrap();
        services::learning::finish_lesson(&ana, "e", "lesson-1").await.unwrap();
        let stale = MessageForm { previewed: before.token, ..form("not-started") };
        let rosa = learner(&campus, "rosa").await;
        enrolment::enrol(&rosa, "e").await.unwrap();
        assert_eq!(code(write(&teacher, &stale).await), Some(Code::ChangedMeanwhile), "as many, but somebody else");
        assert!(announcements(&ana, "e").await.unwrap().is_empty());
        let seen = preview(&teacher, &form("all")).await.unwrap();
        let sure = MessageForm { previewed: seen.token, ..form("all") };
        let id = write(&teacher, &sure).await.unwrap().to_string();
        assert_eq!(write(&teacher, &sure).await.unwrap().to_string(), id, "the button pressed twice");
        assert_eq!(list(&teacher, "e").await.unwrap().rows.len(), 1);
        for forged in ["3", "3.3", &format!("{}.x", uuid::Uuid::nil())] {
            let forged = MessageForm { previewed: forged.into(), ..form("all") };
            assert!(matches!(code(write(&teacher, &forged).await), Some(Code::BadRequest | Code::ChangedMeanwhile)));
        }
        let waits = view(&teacher, "e", &id).await.unwrap();
        assert!(waits.people.iter().all(|(_, state)| *state == DeliveryState::Waiting));
        let sent = mails(&campus).await.into_iter().filter(|mail| mail.contains("Subject: Hello there")).count();
        assert_eq!(sent, 4);
        let told = view(&teacher, "e", &id).await.unwrap();
        assert_eq!(told.row.counts[0], (DeliveryState::Delivered, 4));
        assert_eq!(list(&teacher, "e").await.unwrap().rows[0].counts, told.row.counts);
        assert_eq!(code(view(&stranger, "other", &id).await), Some(Code::NotFound), "of another edition");
        assert_eq!(announcements(&eva, "e").await.unwrap()[0].subject, "Hello there");
        assert_eq!(code(announcements(&stranger, "e").await), Some(Code::NotEnrolled));
        let seen = preview(&teacher, &form("under-way")).await.unwrap();
        let some = write(&teacher, &MessageForm { previewed: seen.token, ..form("under-way") }).await.unwrap();
        assert_eq!(announcements(&eva, "e").await.unwrap().len(), 1, "a message to some is no announcement");
        assert_eq!(code(cancel(&teacher, "e", &some.to_string()).await), Some(Code::StepImpossible));
    })
    .await;
}

#[tokio::test]
async fn at_its_time_a_message_goes_out_once_and_until_then_it_can_be_called_off() {
    on_both(|campus| async move {
        let (teacher, _, _) = school(&campus).await;
        let kept = async |subject: &str| {
            let later = MessageForm { send_at: "2026-03-11T09:00".into(), subject: subject.into(), ..form("all") };
            let token = preview(&teacher, &later).await.unwrap().token;
            write(&teacher, &MessageForm { previewed: token, ..later }).await.unwrap().to_string()
        };
        let (id, off) = (kept("Hello there").await, kept("Never").await);
        send_due(&campus).await.unwrap();
        assert!(!view(&teacher, "e", &id).await.unwrap().row.sent);
        cancel(&teacher, "e", &off).await.unwrap();
        assert_eq!(code(cancel(&teacher, "e", &off).await), Some(Code::StepImpossible));
        // Somebody without an account joins in the meantime.
        let found = services::edition::store::get_by_code(campus.db.read(), "e").await.unwrap();
        let person = person::ActiveModel {
            id: Set(domain::id::PersonId(campus.new_id())),
            given_name: Set("Rosa".into()),
            family_name: Set("Demo".into()),
            created_at: Set(campus.now()),
            ..Default::default()
        };
        let rosa = person.id.clone().unwrap();
        person::Entity::insert(person).exec_without_returning(campus.db.writer()).await.unwrap();
        participation(&campus, rosa, found.id).await;
        clock(&campus).advance(Duration::days(1));
        let (one, other) = tokio::join!(send_due(&campus), send_due(&campus));
        one.unwrap();
        other.unwrap();
        let sent = mails(&campus).await;
        let of = |subject: &str| sent.iter().filter(|mail| mail.contains(&format!("Subject: {subject}"))).count();
        assert_eq!((of("Hello there"), of("Never")), (3, 0));
        let told = view(&teacher, "e", &id).await.unwrap();
        assert!(told.people.contains(&("Rosa Demo".to_owned(), DeliveryState::NoAddress)));
    })
    .await;
}

#[tokio::test]
async fn calling_off_and_sending_at_one_moment_are_one_of_the_two() {
    on_both(|campus| async move {
        let (teacher, _, _) = school(&campus).await;
        for round in 0..8 {
            let at = (campus.now() + Duration::minutes(5)).format("%Y-%m-%dT%H:%M").to_string();
            let later = MessageForm { send_at: at, subject: format!("Round {round}"), ..form("all") };
            let token = preview(&teacher, &later).await.unwrap().token;
            let id = write(&teacher, &MessageForm { previewed: token, ..later }).await.unwrap().to_string();
            clock(&campus).advance(Duration::minutes(10));
            let (called_off, sent) = tokio::join!(cancel(&teacher, "e", &id), send_due(&campus));
            sent.unwrap();
            let row = view(&teacher, "e", &id).await.unwrap().row;
            assert_eq!((row.sent, row.cancelled), (called_off.is_err(), called_off.is_ok()));
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_leaves_a_closed_edition_nor_for_a_segment_that_cannot_be_read() {
    on_both(|campus| async move {
        let (teacher, _, _) = school(&campus).await;
        for (number, closes) in [(0, false), (1, true)] {
            let later = MessageForm { send_at: format!("2026-03-1{}T09:00", number + 1), ..form("all") };
            let token = preview(&teacher, &later).await.unwrap().token;
            let id = write(&teacher, &MessageForm { previewed: token, ..later }).await.unwrap();
            if closes {
                for (from, to) in [("open", "grading"), ("grading", "closed")] {
                    services::edition::change_state(&teacher, "e", from, to, "").await.unwrap();
                }
            } else {
                let row =
                    message::ActiveModel { id: Set(id), segment: Set("those of old".into()), ..Default::default() };
                message::Entity::update(row).exec(campus.db.writer()).await.unwrap();
            }
            clock(&campus).advance(Duration::days(1));
            send_due(&campus).await.unwrap();
            let row = message::Entity::find_by_id(id).one(campus.db.read()).await.unwrap().unwrap();
            assert!(row.sent_at.is_none() && row.cancelled_at.is_some());
            if !closes {
                let row = message::ActiveModel { id: Set(id), segment: Set("all".into()), ..Default::default() };
                message::Entity::update(row).exec(campus.db.writer()).await.unwrap();
            }
        }
        assert!(!mails(&campus).await.iter().any(|mail| mail.contains("Hello there")));
    })
    .await;
}

#[tokio::test]
async fn the_list_asks_as_much_for_thirty_people_and_ten_messages_as_for_few() {
    on_both(|campus| async move {
        let (teacher, _, _) = school(&campus).await;
        let say = async || {
            let token = preview(&teacher, &form("all")).await.unwrap().token;
            write(&teacher, &MessageForm { previewed: token, ..form("all") }).await.unwrap().to_string()
        };
        let id = say().await;
        let read = async |ctx: Ctx| {
            list(&ctx, "e").await.unwrap();
            view(&ctx, "e", &id).await.unwrap();
        };
        let few = statements(&campus, &teacher, read).await;
        for number in 0..30 {
            enrolment::enrol(&learner(&campus, &format!("p{number}")).await, "e").await.unwrap();
        }
        for _ in 0..9 {
            say().await;
        }
        assert_eq!(statements(&campus, &teacher, read).await, few);
    })
    .await;
}
