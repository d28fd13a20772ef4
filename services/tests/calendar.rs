//! The calendar feed by a secret link, on both databases.
#![cfg(test)]

mod classroom;
mod support;

use classroom::{RUNNING, at, edition, learner, teaches, visitor};
use domain::calendar::{EventKind, When};
use domain::error::Code;
use domain::meeting::MeetingForm;
use services::calendar::{end_link, feed, link, make_link};
use services::enrolment;
use support::on_both;
use support::refusals::code;

#[tokio::test]
async fn the_feed_tells_dates_and_nobodys_name() {
    on_both(|campus| async move {
        support::clock(&campus).set(at(RUNNING));
        let id = edition(&campus, "e", None).await;
        let (ana, teacher) = (learner(&campus, "ana").await, learner(&campus, "teacher").await);
        teaches(&teacher, id).await;
        enrolment::enrol(&ana, "e").await.unwrap();
        let form = MeetingForm {
            edition: "e".into(),
            title: "Questions".into(),
            day: "2026-03-12".into(),
            from: "15:00".into(),
            to: "16:00".into(),
            link: "https://example.org/secret-room".into(),
            ..MeetingForm::default()
        };
        services::meeting::save(&teacher, &form).await.unwrap();
        assert_eq!(link(&ana).await.unwrap(), None);
        make_link(&ana).await.unwrap();
        let secret = link(&ana).await.unwrap().unwrap();
        let told = feed(&campus, &secret).await.unwrap();
        let kinds: Vec<_> = told.events.iter().map(|event| event.kind).collect();
        assert_eq!(kinds, [EventKind::Begins, EventKind::Ends, EventKind::Due, EventKind::Meeting]);
        assert_eq!(
            told.events[3].when,
            When::Between { from: at("2026-03-12T15:00:00Z"), to: at("2026-03-12T16:00:00Z") }
        );
        assert_eq!(told.events[2].title, "final-test (en)", "in the person's language");
        let text = serde_json::to_string(&told).unwrap();
        for private in ["ana", "Demo", "example.org"] {
            assert!(!text.contains(private), "{private} in {text}");
        }

        // Moved, it is still the same event.
        let uid = told.events[3].uid.clone();
        support::clock(&campus).set(at("2026-03-11T12:00:00Z"));
        let meeting = services::meeting::list(&teacher, "e").await.unwrap().meetings[0].id.to_string();
        services::meeting::save(&teacher, &MeetingForm { meeting, day: "2026-03-13".into(), ..form }).await.unwrap();
        let moved = feed(&campus, &secret).await.unwrap();
        assert_eq!((moved.events[3].uid.as_str(), moved.events[3].changed_at), (uid.as_str(), campus.now()));
        classroom::complete(&ana, "e").await;
        assert_eq!(feed(&campus, &secret).await.unwrap(), moved, "progress is nobody's business");
    })
    .await;
}

#[tokio::test]
async fn a_new_link_ends_the_old_one_and_made_up_ones_find_nothing() {
    on_both(|campus| async move {
        let ana = learner(&campus, "ana").await;
        make_link(&ana).await.unwrap();
        let old = link(&ana).await.unwrap().unwrap();
        make_link(&ana).await.unwrap();
        let new = link(&ana).await.unwrap().unwrap();
        assert!(old != new && feed(&campus, &new).await.unwrap().events.is_empty());
        for none in [old.as_str(), "", "x", &"0".repeat(64), &new.to_uppercase()] {
            assert_eq!(code(feed(&campus, none).await), Some(Code::NotFound), "{none}");
        }
        end_link(&ana).await.unwrap();
        assert_eq!(code(feed(&campus, &new).await), Some(Code::NotFound));
        assert_eq!(code(make_link(&visitor(&campus)).await), Some(Code::SignInFirst));
        assert_eq!(code(link(&visitor(&campus)).await), Some(Code::SignInFirst));
    })
    .await;
}
