//! Enrolment, rosters and certificates, on both databases.
#![cfg(test)]

mod classroom;
mod support;

use std::sync::Arc;

use chrono::Duration;
use classroom::{RUNNING, at, complete, edition, learner, teaches, visitor};
use domain::enrolment::{RosterFilter, RosterOrder, RosterQuery, Source};
use domain::error::Code;
use domain::id::{ParticipationId, PersonId};
use domain::person::Sex;
use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel, PaginatorTrait};
use services::entity::{job, participation, person};
use services::{Campus, Ctx, certificate, enrolment, learning};

async fn participations(campus: &Campus) -> Vec<participation::Model> {
    participation::Entity::find().all(campus.db.read()).await.unwrap()
}

fn code_of<T: std::fmt::Debug>(result: services::Result<T>) -> Option<Code> {
    result.unwrap_err().code()
}

fn everybody() -> RosterQuery {
    RosterQuery { search: String::new(), filter: RosterFilter::All, order: RosterOrder::Name, page: 1 }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_people_at_once_take_five_seats() {
    support::on_both(|campus| async move {
        support::clock(&campus).set(at(RUNNING));
        edition(&campus, "small", Some(5)).await;
        let mut people = Vec::new();
        for n in 0..50 {
            people.push(learner(&campus, &format!("person{n}")).await);
        }
        let tasks: Vec<_> =
            people.into_iter().map(|ctx| tokio::spawn(async move { enrolment::enrol(&ctx, "small").await })).collect();
        let (mut seated, mut full) = (0, 0);
        for task in tasks {
            match task.await.unwrap() {
                Ok(()) => seated += 1,
                Err(error) if error.code() == Some(Code::EditionFull) => full += 1,
                Err(error) => panic!("{error}"),
            }
        }
        assert_eq!((seated, full), (5, 45));
        assert_eq!(participations(&campus).await.len(), 5);
        assert_eq!(job::Entity::find().count(campus.db.read()).await.unwrap(), 5, "one welcome each");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn enrolling_twice_is_once_and_keeps_what_was_declared() {
    support::on_both(|campus| async move {
        support::clock(&campus).set(at(RUNNING));
        edition(&campus, "e", Some(1)).await;
        let ana = learner(&campus, "ana").await;
        let twice: Vec<_> = (0..2)
            .map(|_| {
                let ana = ana.clone();
                tokio::spawn(async move { enrolment::enrol(&ana, "e").await })
            })
            .collect();
        for task in twice {
            task.await.unwrap().unwrap();
        }
        enrolment::enrol(&ana, "e").await.unwrap();
        let rows = participations(&campus).await;
        assert_eq!(rows.len(), 1);
        assert_eq!(
            (rows[0].sex, rows[0].country.as_deref(), rows[0].source),
            (Some(Sex::Woman), Some("PE"), Source::Own)
        );
        assert!(enrolment::is_enrolled(&ana, "e").await.unwrap());
        assert!(!enrolment::is_enrolled(&visitor(&campus), "e").await.unwrap());
        assert_eq!(job::Entity::find().count(campus.db.read()).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn no_seat_without_a_name_after_the_end_or_in_what_does_not_exist() {
    support::on_both(|campus| async move {
        support::clock(&campus).set(at(RUNNING));
        edition(&campus, "e", None).await;
        let ana = learner(&campus, "ana").await;
        assert_eq!(code_of(enrolment::enrol(&visitor(&campus), "e").await), Some(Code::SignInFirst));
        assert_eq!(code_of(enrolment::enrol(&ana, "nowhere").await), Some(Code::NotFound));
        support::clock(&campus).set(at("2026-04-01T00:00:00Z"));
        assert_eq!(code_of(enrolment::enrol(&ana, "e").await), Some(Code::EditionEnded));
        assert!(participations(&campus).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_remains_is_the_same_for_learner_and_roster() {
    support::on_both(|campus| async move {
        support::clock(&campus).set(at(RUNNING));
        let e = edition(&campus, "e", None).await;
        let (ana, eva, sol) =
            (learner(&campus, "ana").await, learner(&campus, "eva").await, learner(&campus, "sol").await);
        for ctx in [&ana, &eva, &sol] {
            enrolment::enrol(ctx, "e").await.unwrap();
        }
        learning::finish_lesson(&ana, "e", "lesson-1").await.unwrap();
        let half = classroom::attempt(&ana, "e", "check").await;
        let one = classroom::right(&half).into_iter().filter(|(key, _)| key == "c1").collect();
        learning::submit_attempt(&ana, half.id, one).await.unwrap();
        complete(&sol, "e").await;

        let teacher = learner(&campus, "teacher").await;
        assert_eq!(code_of(enrolment::roster(&teacher, "e", everybody()).await), Some(Code::NotForYou));
        assert_eq!(code_of(enrolment::roster(&ana, "e", everybody()).await), Some(Code::NotForYou));
        assert_eq!(code_of(enrolment::roster(&visitor(&campus), "e", everybody()).await), Some(Code::SignInFirst));
        teaches(&teacher, e).await;
        let roster = enrolment::roster(&teacher, "e", everybody()).await.unwrap();
        assert_eq!(
            roster.counts,
            [
                (RosterFilter::All, 3),
                (RosterFilter::NotStarted, 1),
                (RosterFilter::UnderWay, 1),
                (RosterFilter::AtRisk, 1),
                (RosterFilter::Completed, 1),
                (RosterFilter::Failed, 0),
                (RosterFilter::Left, 0)
            ]
        );
        for (ctx, row) in [&ana, &eva, &sol].into_iter().zip(&roster.page.rows) {
            let own = learning::outline(ctx, "e").await.unwrap();
            assert_eq!(own.remaining, row.remaining, "{}", row.name);
            assert_eq!((own.percent, own.completed_at), (row.percent, row.completed_at), "{}", row.name);
        }
        assert_eq!(roster.page.rows[0].email, "ana@example.org");
        assert_eq!(roster.page.rows[0].percent, 25);
        let found = RosterQuery { search: "EVA".into(), filter: RosterFilter::NotStarted, ..everybody() };
        let found = enrolment::roster(&teacher, "e", found).await.unwrap();
        assert_eq!(found.page.rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["eva Demo"]);
        let first = RosterQuery { order: RosterOrder::Progress, ..everybody() };
        assert_eq!(enrolment::roster(&teacher, "e", first).await.unwrap().page.rows[0].name, "sol Demo");

        let taught = enrolment::taught(&teacher).await.unwrap();
        assert_eq!(taught.len(), 1);
        assert_eq!((taught[0].enrolled, taught[0].not_started, taught[0].completed), (3, 1, 1));
    })
    .await;
}

#[tokio::test]
async fn a_learners_home_shows_progress_and_the_next_step() {
    support::on_both(|campus| async move {
        support::clock(&campus).set(at(RUNNING));
        edition(&campus, "one", None).await;
        edition(&campus, "two", None).await;
        let ana = learner(&campus, "ana").await;
        for code in ["one", "two"] {
            enrolment::enrol(&ana, code).await.unwrap();
        }
        learning::finish_lesson(&ana, "one", "lesson-1").await.unwrap();
        complete(&ana, "two").await;
        let mine = enrolment::home(&ana).await.unwrap().editions;
        assert_eq!(
            mine.iter().map(|row| (row.edition.code.as_str(), row.percent, row.remaining)).collect::<Vec<_>>(),
            [("one", 25, 3), ("two", 100, 0)]
        );
        assert_eq!(mine[0].resume, Some(("lesson-2".to_owned(), "lesson-2 (en)".to_owned())));
        assert_eq!((mine[1].resume.as_ref(), mine[1].certificate.is_some()), (None, true));
    })
    .await;
}

#[tokio::test]
async fn a_certificate_is_its_holders_and_its_code_is_the_worlds() {
    support::on_both(|campus| async move {
        support::clock(&campus).set(at(RUNNING));
        edition(&campus, "e", None).await;
        let (ana, eva) = (learner(&campus, "ana").await, learner(&campus, "eva").await);
        enrolment::enrol(&ana, "e").await.unwrap();
        complete(&ana, "e").await;
        let code = learning::outline(&ana, "e").await.unwrap().certificate.unwrap();
        let own = certificate::certificate(&ana, &code).await.unwrap();
        assert_eq!(
            (own.name.as_str(), own.hours, own.edition_code.as_str(), own.completed_at),
            ("ana Demo", 8, "e", at(RUNNING))
        );
        assert_eq!(own.objectives, ["read a diagnosis"]);
        assert_eq!(code_of(certificate::certificate(&eva, &code).await), Some(Code::NotForYou));
        assert_eq!(code_of(certificate::certificate(&visitor(&campus), &code).await), Some(Code::SignInFirst));
        let typed = code.to_lowercase().replace('-', " ");
        assert_eq!(certificate::verify(&visitor(&campus), &typed).await.unwrap(), Some(own));
        assert_eq!(certificate::verify(&visitor(&campus), "AAAA-BBBB-CCCC").await.unwrap(), None);
    })
    .await;
}

/// A person known from a roster, found to be `me`.
async fn linked(me: &Ctx, campus: &Arc<Campus>) -> PersonId {
    let id = PersonId(campus.new_id());
    let row = person::ActiveModel {
        id: Set(id),
        given_name: Set("A.".into()),
        family_name: Set("Demo".into()),
        linked_to: Set(Some(me.person().unwrap().person)),
        created_at: Set(campus.now()),
        ..Default::default()
    };
    person::Entity::insert(row).exec_without_returning(campus.db.writer()).await.unwrap();
    id
}

#[tokio::test]
async fn a_rosters_record_of_the_same_person_is_their_own_seat() {
    support::on_both(|campus| async move {
        support::clock(&campus).set(at(RUNNING));
        let e = edition(&campus, "e", Some(1)).await;
        let ana = learner(&campus, "ana").await;
        let row = participation::Model {
            id: ParticipationId(campus.new_id()),
            person_id: linked(&ana, &campus).await,
            edition_id: e,
            source: Source::Roster,
            language: domain::language::Language::Es,
            sex: None,
            country: None,
            personnel_kind: None,
            institution: None,
            enrolled_at: campus.now() - Duration::days(1),
            first_activity_at: None,
            first_activity_recorded_at: None,
            last_activity_at: None,
            last_activity_key: None,
            completed_at: None,
            completion_recorded_at: None,
            created_at: campus.now(),
            outcome: None,
            outcome_at: None,
            outcome_reason: None,
            outcome_by: None,
            completion_reason: None,
            completion_evidence: None,
        };
        participation::Entity::insert(row.into_active_model())
            .exec_without_returning(campus.db.writer())
            .await
            .unwrap();
        enrolment::enrol(&ana, "e").await.unwrap();
        assert_eq!(participations(&campus).await.len(), 1);
        complete(&ana, "e").await;
        let staff = Ctx::system(campus.clone());
        let roster = enrolment::roster(&staff, "e", everybody()).await.unwrap();
        assert_eq!((roster.page.rows[0].email.as_str(), roster.page.rows[0].percent), ("ana@example.org", 100));
        let code = enrolment::home(&ana).await.unwrap().editions[0].certificate.clone().unwrap();
        assert_eq!(certificate::certificate(&ana, &code).await.unwrap().name, "ana Demo");
    })
    .await;
}
