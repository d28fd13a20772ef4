//! An edition goes over to the newest content version: shown before, nothing lost, refused where something stands in the way.
//! On both databases.
#![cfg(test)]

mod classroom;
mod support;

use std::sync::Arc;

use classroom::{RUNNING, at, complete, content, edition, learner, teaches};
use domain::course::{Change, CourseContent};
use domain::edition::{Effect, Obstacle};
use domain::error::Code;
use domain::id::CourseVersionId;
use sea_orm::{ActiveValue::Set, EntityTrait};
use services::edition::{upgrade, upgrade_view};
use services::entity::course_version;
use services::{Campus, Ctx, enrolment};
use support::refusals::code;
use support::{clock, on_both};

/// A newer version of the classroom's course.
async fn publish(campus: &Campus, number: i32, change: impl FnOnce(&mut CourseContent)) {
    let found = services::edition::store::get_by_code(campus.db.read(), "e").await.unwrap();
    let mut new = content();
    change(&mut new);
    let row = course_version::ActiveModel {
        id: Set(CourseVersionId(campus.new_id())),
        course_id: Set(found.course_id),
        number: Set(number),
        digest: Set(format!("v{number}")),
        content: Set(serde_json::to_string(&new).unwrap()),
        imported_at: Set(campus.now()),
    };
    course_version::Entity::insert(row).exec_without_returning(campus.db.writer()).await.unwrap();
}

fn remove(content: &mut CourseContent, key: &str) {
    for module in &mut content.modules {
        module.activities.retain(|activity| activity.key != key);
    }
}

async fn school(campus: &Arc<Campus>) -> (Ctx, [Ctx; 3]) {
    clock(campus).set(at(RUNNING));
    let e = edition(campus, "e", None).await;
    let teacher = learner(campus, "teacher").await;
    teaches(&teacher, e).await;
    let people = [learner(campus, "ana").await, learner(campus, "eva").await, learner(campus, "iris").await];
    for who in &people {
        enrolment::enrol(who, "e").await.unwrap();
    }
    // Eva has done everything but the second lesson; Iris completed.
    services::learning::finish_lesson(&people[1], "e", "lesson-1").await.unwrap();
    for quiz in ["check", "final-test"] {
        let attempt = classroom::attempt(&people[1], "e", quiz).await;
        services::learning::submit_attempt(&people[1], attempt.id, classroom::right(&attempt)).await.unwrap();
    }
    complete(&people[2], "e").await;
    (teacher, people)
}

fn count(view: &domain::edition::UpgradeView, wanted: Effect) -> u32 {
    view.effects.iter().find(|(effect, _)| *effect == wanted).unwrap().1
}

#[tokio::test]
async fn what_changes_and_for_whom_is_shown_and_then_done() {
    on_both(|campus| async move {
        let (teacher, [ana, eva, iris]) = school(&campus).await;
        let before = upgrade_view(&teacher, "e").await.unwrap();
        assert_eq!(before.number, before.newest);
        assert!(before.changes.is_empty());
        publish(&campus, before.number + 1, |content| remove(content, "lesson-2")).await;
        let view = upgrade_view(&teacher, "e").await.unwrap();
        assert_eq!(view.changes.iter().map(|(_, change)| *change).collect::<Vec<_>>(), [Change::Removed]);
        assert_eq!(
            (count(&view, Effect::Completes), count(&view, Effect::Keeps), count(&view, Effect::Same)),
            (1, 1, 1)
        );
        assert!(view.obstacles.is_empty());
        assert_eq!(code(upgrade(&ana, "e", &view.newest.to_string()).await), Some(Code::NotForYou));
        assert_eq!(code(upgrade(&teacher, "e", &view.number.to_string()).await), Some(Code::ChangedMeanwhile));
        let dated = enrolment::home(&iris).await.unwrap().editions[0].completed_at;
        assert_eq!(upgrade(&teacher, "e", &view.newest.to_string()).await.unwrap(), 1);
        assert_eq!(
            enrolment::home(&iris).await.unwrap().editions[0].completed_at,
            dated,
            "a completion is never re-dated"
        );
        assert!(enrolment::home(&eva).await.unwrap().editions[0].certificate.is_some());
        assert_eq!(code(services::learning::finish_lesson(&ana, "e", "lesson-2").await), Some(Code::NotFound));
        services::learning::finish_lesson(&ana, "e", "lesson-1").await.unwrap();
        assert_eq!(upgrade(&teacher, "e", &view.newest.to_string()).await.unwrap(), 0, "twice is once");
    })
    .await;
}

#[tokio::test]
async fn an_open_attempt_and_a_rule_that_does_not_fit_stand_in_the_way() {
    on_both(|campus| async move {
        let (teacher, [ana, ..]) = school(&campus).await;
        let open = classroom::attempt(&ana, "e", "check").await;
        publish(&campus, 2, |content| remove(content, "check")).await;
        let view = upgrade_view(&teacher, "e").await.unwrap();
        assert_eq!(view.obstacles, [Obstacle::OpenAttempts]);
        assert_eq!(code(upgrade(&teacher, "e", "2").await), Some(Code::StepImpossible));
        clock(&campus).advance(chrono::Duration::hours(3));
        assert!(upgrade_view(&teacher, "e").await.unwrap().obstacles.is_empty(), "it was left lying");
        services::learning::submit_attempt(&ana, open.id, classroom::right(&open)).await.unwrap();
        assert!(upgrade_view(&teacher, "e").await.unwrap().obstacles.is_empty());
        publish(&campus, 3, |content| {
            content.modules.clear();
            content.languages.retain(|language| *language == domain::language::Language::Es);
        })
        .await;
        let view = upgrade_view(&teacher, "e").await.unwrap();
        assert!(view.obstacles.contains(&Obstacle::RuleUnfit), "{:?}", view.obstacles);
        assert_eq!(code(upgrade(&teacher, "e", "3").await), Some(Code::StepImpossible));
    })
    .await;
}
