//! Editions in the hands of their team: states, settings, clones. On both databases.
#![cfg(test)]

mod classroom;
mod support;

use std::sync::Arc;

use classroom::{RUNNING, at, edition, learner, teaches};
use domain::edition::{CloneForm, EditionForm, EditionState};
use domain::error::Code;
use domain::meeting::MeetingForm;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::edition::{change_state, clone, overview, preview_clone, save_settings, settings, store};
use services::entity::{audit, meeting};
use services::{Campus, Ctx, enrolment};
use support::refusals::{code, fields};
use support::{clock, on_both, staff};

/// Edition `e` with its instructor; `other` has one of its own.
async fn school(campus: &Arc<Campus>) -> (Ctx, Ctx) {
    clock(campus).set(at(RUNNING));
    let (e, other) = (edition(campus, "e", Some(3)).await, edition(campus, "other", None).await);
    let (teacher, stranger) = (learner(campus, "teacher").await, learner(campus, "stranger").await);
    teaches(&teacher, e).await;
    teaches(&stranger, other).await;
    (teacher, stranger)
}

async fn stands(ctx: &Ctx, code: &str) -> EditionState {
    store::get_by_code(ctx.db.read(), code).await.unwrap().state
}

#[tokio::test]
async fn each_state_lets_in_and_counts_what_it_says() {
    on_both(|campus| async move {
        let (teacher, stranger) = school(&campus).await;
        let (ana, eva) = (learner(&campus, "ana").await, learner(&campus, "eva").await);
        assert_eq!(code(change_state(&stranger, "e", "open", "draft", "").await), Some(Code::NotForYou));
        change_state(&teacher, "e", "open", "draft", "").await.unwrap();
        assert_eq!(code(enrolment::enrol(&ana, "e").await), Some(Code::EnrolmentClosed));
        assert_eq!(code(change_state(&teacher, "e", "open", "running", "").await), Some(Code::ChangedMeanwhile));
        assert_eq!(code(change_state(&teacher, "e", "draft", "closed", "").await), Some(Code::StepImpossible));
        change_state(&teacher, "e", "draft", "open", "").await.unwrap();
        enrolment::enrol(&ana, "e").await.unwrap();
        assert_eq!(code(change_state(&teacher, "e", "open", "draft", "").await), Some(Code::EditionHasPeople));
        change_state(&teacher, "e", "open", "running", "").await.unwrap();
        assert_eq!(code(enrolment::enrol(&eva, "e").await), Some(Code::EnrolmentClosed));
        change_state(&teacher, "e", "running", "grading", "").await.unwrap();
        let lesson = services::learning::finish_lesson(&ana, "e", "lesson-1").await;
        assert_eq!(code(lesson.map(|_| ())), Some(Code::EditionEnded));
        change_state(&teacher, "e", "grading", "closed", "").await.unwrap();
        let meeting = MeetingForm { edition: "e".into(), ..MeetingForm::default() };
        assert_eq!(code(services::meeting::save(&teacher, &meeting).await), Some(Code::EditionClosed));
        assert_eq!(code(services::import::may_import(&teacher, "e").await), Some(Code::EditionClosed));
        assert_eq!(code(change_state(&teacher, "e", "closed", "grading", "why").await), Some(Code::NotForYou));
        let staff = staff(&campus).await;
        assert_eq!(
            fields(change_state(&staff, "e", "closed", "grading", " ").await),
            [("reason".to_owned(), Code::ReasonMissing)]
        );
        change_state(&staff, "e", "closed", "grading", "A grade was forgotten").await.unwrap();
        assert_eq!(stands(&staff, "e").await, EditionState::Grading);
        let trail = audit::Entity::find().filter(audit::Column::Action.eq("edition-moved")).all(campus.db.read()).await;
        assert!(trail.unwrap().iter().any(|entry| entry.detail.contains("A grade was forgotten")));
    })
    .await;
}

#[tokio::test]
async fn settings_are_changed_by_its_team_and_the_team_by_staff() {
    on_both(|campus| async move {
        let (teacher, stranger) = school(&campus).await;
        let shown = settings(&teacher, "e").await.unwrap().form;
        assert_eq!((shown.seats.as_str(), shown.starts_on.as_str()), ("3", "2026-03-01"));
        assert_eq!(code(settings(&stranger, "e").await.map(|_| ())), Some(Code::NotForYou));
        let changed = EditionForm {
            title_en: "A better title".into(),
            seats: "5".into(),
            place: "Lima".into(),
            instructors: "stranger@example.org".into(),
            ..shown.clone()
        };
        assert_eq!(code(save_settings(&stranger, &changed).await), Some(Code::NotForYou));
        save_settings(&teacher, &changed).await.unwrap();
        let saved = store::get_by_code(campus.db.read(), "e").await.unwrap();
        assert_eq!(
            (saved.title_en.as_str(), saved.seats, saved.place.as_deref()),
            ("A better title", Some(5), Some("Lima"))
        );
        assert!(overview(&teacher, "e").await.is_ok(), "an instructor does not give the edition away");
        save_settings(&staff(&campus).await, &changed).await.unwrap();
        assert_eq!(code(overview(&teacher, "e").await.map(|_| ())), Some(Code::NotForYou));
        overview(&stranger, "e").await.unwrap();
        let wrong = EditionForm { ends_on: "2026-02-01".into(), link: "http://x".into(), seats: "0".into(), ..shown };
        assert_eq!(
            fields(save_settings(&staff(&campus).await, &wrong).await),
            [
                ("ends_on".to_owned(), Code::DatesReversed),
                ("link".to_owned(), Code::LinkInvalid),
                ("seats".to_owned(), Code::NumberInvalid),
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn a_clone_is_a_draft_weeks_later_with_the_team_and_the_sessions_and_nobody_in_it() {
    on_both(|campus| async move {
        let (teacher, stranger) = school(&campus).await;
        enrolment::enrol(&learner(&campus, "ana").await, "e").await.unwrap();
        let session = MeetingForm {
            edition: "e".into(),
            title: "Welcome".into(),
            day: "2026-03-12".into(),
            from: "15:00".into(),
            to: "16:30".into(),
            ..MeetingForm::default()
        };
        services::meeting::save(&teacher, &session).await.unwrap();
        let form = CloneForm { edition: "e".into(), code: "e-2".into(), weeks: "20".into(), newest: None };
        assert_eq!(code(preview_clone(&stranger, form.clone()).await.map(|_| ())), Some(Code::NotForYou));
        assert_eq!(code(clone(&stranger, &form).await.map(|_| ())), Some(Code::NotForYou));
        let shown = preview_clone(&teacher, form.clone()).await.unwrap();
        assert_eq!((shown.starts_on.to_string().as_str(), shown.wrong.len()), ("2026-07-19", 0));
        assert_eq!(shown.sessions[0].will_be, at("2026-07-30T15:00:00Z"));
        assert!(store::find_by_code(campus.db.read(), "e-2").await.unwrap().is_none(), "looking makes nothing");
        assert_eq!(clone(&teacher, &form).await.unwrap(), "e-2");
        let made = overview(&teacher, "e-2").await.unwrap();
        assert_eq!((made.edition.state, made.enrolled, made.edition.seats), (EditionState::Draft, 0, Some(3)));
        let copy = store::get_by_code(campus.db.read(), "e-2").await.unwrap();
        let sessions =
            meeting::Entity::find().filter(meeting::Column::EditionId.eq(copy.id)).all(campus.db.read()).await;
        assert_eq!(sessions.unwrap()[0].ends_at, at("2026-07-30T16:30:00Z"));
        assert_eq!(fields(clone(&teacher, &form).await.map(|_| ())), [("code".to_owned(), Code::CodeTaken)]);
        let again = preview_clone(&teacher, form).await.unwrap();
        assert_eq!(again.wrong, [("code".to_owned(), Code::CodeTaken)]);
    })
    .await;
}
