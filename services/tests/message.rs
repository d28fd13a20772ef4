//! Messages: who gets one is whom the preview named, once, also at its time; and each person's delivery is told. On both databases.
#![cfg(test)]

mod classroom;
mod support;

use chrono::Duration;
use classroom::{RUNNING, at, complete, edition, learner, teaches};
use domain::error::Code;
use domain::message::{DeliveryState, MessageForm};
use sea_orm::{ActiveValue::Set, EntityTrait};
use services::entity::person;
use services::message::{announcements, cancel, list, preview, send_due, view, write};
use services::{Ctx, enrolment};
use support::{clock, code, fields, mails, on_both, participation};

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

        // Somebody begins between the preview and the button.
        services::learning::finish_lesson(&ana, "e", "lesson-1").await.unwrap();
        let stale = MessageForm { previewed: "1".into(), ..form("not-started") };
        assert_eq!(code(write(&teacher, &stale).await), Some(Code::ChangedMeanwhile));
        assert!(announcements(&ana, "e").await.unwrap().is_empty());
        let id = write(&teacher, &MessageForm { previewed: "3".into(), ..form("all") }).await.unwrap().to_string();
        let waits = view(&teacher, "e", &id).await.unwrap();
        assert!(waits.people.iter().all(|(_, state)| *state == DeliveryState::Waiting));
        let sent = mails(&campus).await.into_iter().filter(|mail| mail.contains("Subject: Hello there")).count();
        assert_eq!(sent, 3);
        let told = view(&teacher, "e", &id).await.unwrap();
        assert_eq!(told.row.counts[0], (DeliveryState::Delivered, 3));
        assert_eq!(list(&teacher, "e").await.unwrap().rows[0].counts, told.row.counts);
        assert_eq!(code(view(&stranger, "other", &id).await), Some(Code::NotFound), "of another edition");
        assert_eq!(announcements(&eva, "e").await.unwrap()[0].subject, "Hello there");
        assert_eq!(code(announcements(&stranger, "e").await), Some(Code::NotEnrolled));
        let some = write(&teacher, &MessageForm { previewed: "2".into(), ..form("under-way") }).await.unwrap();
        assert_eq!(announcements(&eva, "e").await.unwrap().len(), 1, "a message to some is no announcement");
        assert_eq!(code(cancel(&teacher, "e", &some.to_string()).await), Some(Code::StepImpossible));
    })
    .await;
}

#[tokio::test]
async fn at_its_time_a_message_goes_out_once_and_until_then_it_can_be_called_off() {
    on_both(|campus| async move {
        let (teacher, _, _) = school(&campus).await;
        let later = MessageForm { send_at: "2026-03-11T09:00".into(), previewed: "3".into(), ..form("all") };
        let id = write(&teacher, &later).await.unwrap().to_string();
        let off = write(&teacher, &MessageForm { subject: "Never".into(), ..later }).await.unwrap().to_string();
        send_due(&campus).await.unwrap();
        assert!(!view(&teacher, "e", &id).await.unwrap().row.sent);
        cancel(&teacher, "e", &off).await.unwrap();
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
