//! Completion with every kind of act, in any order; and a rule that is changed forward. On both databases.
#![cfg(test)]

mod classroom;
mod support;

use std::sync::Arc;

use classroom::{RUNNING, at, attempt, edition, learner, right, teaches};
use domain::completion::{PreviewFilter, PreviewQuery, Rule, RuleForm};
use domain::error::Code;
use domain::meeting::{MeetingForm, SheetForm, mark_key};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use services::edition::{change_rule, choose_rule, choose_rule_text, preview_rule};
use services::entity::{audit, certificate, counting_revision, edition as editions, meeting, participation};
use services::learning::{finish_lesson, submit_attempt};
use services::{Campus, Ctx, enrolment};
use support::refusals::{code, fields};
use support::{mails, on_both, staff};

async fn part(ctx: &Ctx) -> participation::Model {
    let me = ctx.person().unwrap().person;
    participation::Entity::find()
        .filter(participation::Column::PersonId.eq(me))
        .one(ctx.db.read())
        .await
        .unwrap()
        .unwrap()
}

async fn enrolled(campus: &Arc<Campus>, name: &str) -> Ctx {
    let ctx = learner(campus, name).await;
    enrolment::enrol(&ctx, "e").await.unwrap();
    ctx
}

/// Everything that the small course's rule may ask, by name.
async fn act(ctx: &Ctx, teacher: &Ctx, what: &str) {
    match what {
        "check" | "final-test" => {
            let attempt = attempt(ctx, "e", what).await;
            submit_attempt(ctx, attempt.id, right(&attempt)).await.unwrap();
        }
        "session" => {
            let session = meeting::Entity::find().one(ctx.db.read()).await.unwrap().unwrap();
            let marks = [(mark_key(part(ctx).await.id), "late".to_owned())].into();
            let form =
                SheetForm { edition: "e".into(), meeting: session.id.to_string(), marks, ..SheetForm::default() };
            services::meeting::mark(teacher, &form).await.unwrap();
        }
        lesson => drop(finish_lesson(ctx, "e", lesson).await.unwrap()),
    }
}

/// A running edition `e` with that rule, a session today, and somebody who teaches it.
async fn school(campus: &Arc<Campus>, rule: &Rule) -> Ctx {
    support::clock(campus).set(at(RUNNING));
    let id = edition(campus, "e", None).await;
    let teacher = learner(campus, "teacher").await;
    teaches(&teacher, id).await;
    let session = MeetingForm {
        edition: "e".into(),
        title: "Session".into(),
        day: "2026-03-10".into(),
        from: "09:00".into(),
        to: "10:00".into(),
        ..MeetingForm::default()
    };
    services::meeting::save(&teacher, &session).await.unwrap();
    let system = Ctx::system(campus.clone());
    change_rule(&system, "e", &Rule::full().to_string(), &rule.to_string()).await.unwrap();
    teacher
}

#[tokio::test]
async fn acts_in_any_order_complete_at_the_moment_of_the_last_and_never_undo_it() {
    on_both(|campus| async move {
        let rule = Rule::All(vec![Rule::Lessons, Rule::Attendance(1), Rule::FinalTest]);
        let teacher = school(&campus, &rule).await;
        let orders = [
            ["lesson-1", "lesson-2", "session", "final-test"],
            ["session", "final-test", "lesson-2", "lesson-1"],
            ["final-test", "lesson-1", "session", "lesson-2"],
            ["lesson-2", "session", "lesson-1", "final-test"],
            ["final-test", "lesson-2", "lesson-1", "session"],
        ];
        for (place, order) in orders.into_iter().enumerate() {
            let ctx = enrolled(&campus, &format!("learner-{place}")).await;
            for (step, what) in order.into_iter().enumerate() {
                support::clock(&campus).advance(chrono::Duration::minutes(7));
                act(&ctx, &teacher, what).await;
                let completed = part(&ctx).await.completed_at;
                // A session that is noted late was attended before the last lesson, which then was the last requirement.
                let moment = if what == "session" { part(&ctx).await.last_activity_at } else { Some(campus.now()) };
                let expected = moment.filter(|_| step == order.len() - 1);
                assert_eq!(completed, expected, "{order:?} after {what}");
            }
            let reached = part(&ctx).await.completed_at;
            support::clock(&campus).advance(chrono::Duration::minutes(7));
            act(&ctx, &teacher, "check").await;
            let session = meeting::Entity::find().one(campus.db.read()).await.unwrap().unwrap();
            let marks = [(mark_key(part(&ctx).await.id), "absent".to_owned())].into();
            let form =
                SheetForm { edition: "e".into(), meeting: session.id.to_string(), marks, ..SheetForm::default() };
            services::meeting::mark(&teacher, &form).await.unwrap();
            assert_eq!(part(&ctx).await.completed_at, reached, "a corrected mark takes nothing away");
        }
        assert_eq!(certificate::Entity::find().count(campus.db.read()).await.unwrap(), 5);
    })
    .await;
}

#[tokio::test]
async fn some_of_several_is_enough() {
    on_both(|campus| async move {
        let rule = Rule::Some { least: 2, of: vec![Rule::Lessons, Rule::Attendance(1), Rule::FinalTest] };
        let teacher = school(&campus, &rule).await;
        let ctx = enrolled(&campus, "ana").await;
        act(&ctx, &teacher, "session").await;
        assert!(part(&ctx).await.completed_at.is_none());
        assert_eq!(
            part(&ctx).await.first_activity_at,
            Some(at("2026-03-10T09:00:00Z")),
            "attendance is a learning act"
        );
        act(&ctx, &teacher, "final-test").await;
        assert!(part(&ctx).await.completed_at.is_some());
    })
    .await;
}

fn query(rule: &str, filter: Option<PreviewFilter>) -> PreviewQuery {
    PreviewQuery { edition: "e".into(), rule: rule.into(), filter, page: 1 }
}

async fn revision(campus: &Campus) -> i64 {
    counting_revision::Entity::find().one(campus.db.read()).await.unwrap().unwrap().revision
}

#[tokio::test]
async fn a_change_is_looked_at_first_then_completes_forward_and_takes_nothing_away() {
    on_both(|campus| async move {
        let full = Rule::full().to_string();
        let teacher = school(&campus, &Rule::full()).await;
        let (done, reader, new) =
            (enrolled(&campus, "done").await, enrolled(&campus, "reader").await, enrolled(&campus, "new").await);
        for what in ["lesson-1", "lesson-2", "check", "final-test"] {
            act(&done, &teacher, what).await;
        }
        act(&reader, &teacher, "lesson-1").await;
        act(&reader, &teacher, "lesson-2").await;
        let reached = part(&done).await.completed_at;
        support::clock(&campus).set(at("2026-03-15T12:00:00Z"));
        let staff = staff(&campus).await;

        let preview = preview_rule(&staff, &query("lessons", None)).await.unwrap();
        let count = |filter| preview.counts.iter().find(|(own, _)| *own == filter).unwrap().1;
        assert_eq!((count(PreviewFilter::Completes), count(PreviewFilter::Keeps)), (1, 1));
        assert_eq!((count(PreviewFilter::More), count(PreviewFilter::Same)), (0, 1));
        assert_eq!(preview.filter, PreviewFilter::Completes);
        assert_eq!((preview.page.rows[0].name.as_str(), preview.page.rows[0].after), ("reader Demo", 0));
        let before = revision(&campus).await;
        let stored = editions::Entity::find().one(campus.db.read()).await.unwrap().unwrap();
        assert_eq!(stored.completion, Rule::full(), "looking writes nothing");
        assert!(part(&reader).await.completed_at.is_none());

        assert_eq!(change_rule(&staff, "e", &full, "lessons").await.unwrap(), 1);
        assert!(revision(&campus).await > before, "what is counted has changed");
        assert_eq!(part(&reader).await.completed_at, Some(campus.now()), "dated now, and not by the last lesson");
        assert_eq!(part(&done).await.completed_at, reached);
        assert!(part(&new).await.completed_at.is_none());
        let mails = mails(&campus).await;
        assert!(mails.iter().any(|mail| mail.contains("To: reader@example.org") && mail.contains("/certificates/")));
        let trail = audit::Entity::find().filter(audit::Column::Action.eq("rule-changed")).all(campus.db.read()).await;
        let entry = trail.unwrap().pop().unwrap();
        let detail: serde_json::Value = serde_json::from_str(&entry.detail).unwrap();
        assert_eq!((detail["old"].as_str(), detail["new"].as_str()), (Some(full.as_str()), Some("\"lessons\"")));
        assert_eq!(detail["completed"], 1);

        // Harder again: who has completed keeps it, and the acts of the others meet the new rule.
        assert_eq!(change_rule(&staff, "e", "\"lessons\"", "{\"attendance\":1}").await.unwrap(), 0);
        assert!(part(&reader).await.completed_at.is_some() && part(&done).await.completed_at == reached);
        let preview = preview_rule(&staff, &query("full", Some(PreviewFilter::More))).await.unwrap();
        assert_eq!((preview.page.total, preview.page.rows[0].before, preview.page.rows[0].after), (1, 1, 4));
        act(&new, &teacher, "session").await;
        assert!(part(&new).await.completed_at.is_some());
        assert_eq!(certificate::Entity::find().count(campus.db.read()).await.unwrap(), 3);
    })
    .await;
}

#[tokio::test]
async fn a_rule_that_cannot_be_is_refused_beside_its_field_and_two_changes_do_not_overwrite_each_other() {
    on_both(|campus| async move {
        let teacher = school(&campus, &Rule::full()).await;
        let staff = staff(&campus).await;
        let full = Rule::full().to_string();
        let form = |parts: &[&str]| RuleForm {
            edition: "e".into(),
            parts: parts.iter().map(|&part| part.to_owned()).collect(),
            ..RuleForm::default()
        };
        assert_eq!(choose_rule(&staff, &form(&["final-test"])).await.unwrap(), "\"final-test\"");
        assert_eq!(fields(choose_rule(&staff, &form(&["survey"])).await), [("parts".to_owned(), Code::RuleImpossible)]);
        let text = |text: &'static str| choose_rule_text(&staff, "e", text);
        let yaml = "some:\n  least: 1\n  of: [lessons, { all: [checks, attendance: 2] }]";
        assert_eq!(
            text(yaml).await.unwrap(),
            r#"{"some":{"least":1,"of":["lessons",{"all":["checks",{"attendance":2}]}]}}"#
        );
        for (wrong, why) in [
            ("", Code::Required),
            ("everything", Code::RuleUnreadable),
            ("all: [lessons, stars]", Code::RuleUnreadable),
            ("quiz: { key: nowhere }", Code::RuleImpossible),
            ("some: { least: 3, of: [lessons] }", Code::RuleImpossible),
        ] {
            assert_eq!(fields(text(wrong).await), [("rule_text".to_owned(), why)], "{wrong}");
        }
        assert_eq!(code(change_rule(&staff, "e", "\"lessons\"", "final-test").await), Some(Code::ChangedMeanwhile));
        assert_eq!(code(change_rule(&staff, "e", &full, "quiz: { key: nowhere }").await), Some(Code::Invalid));
        assert_eq!(change_rule(&staff, "e", &full, &full).await.unwrap(), 0);
        for (ctx, why) in [(classroom::visitor(&campus), Code::SignInFirst), (teacher, Code::NotForYou)] {
            assert_eq!(code(change_rule(&ctx, "e", &full, "final-test").await), Some(why));
            assert_eq!(code(preview_rule(&ctx, &query("final-test", None)).await), Some(why));
            assert_eq!(code(services::edition::details(&ctx, "e").await), Some(why));
        }
        let stored = editions::Entity::find().one(campus.db.read()).await.unwrap().unwrap();
        assert_eq!(stored.completion, Rule::full());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_change_and_an_act_at_one_moment_complete_once() {
    on_both(|campus| async move {
        let teacher = school(&campus, &Rule::full()).await;
        let staff = staff(&campus).await;
        for round in 0..6 {
            let ctx = enrolled(&campus, &format!("learner-{round}")).await;
            act(&ctx, &teacher, "lesson-1").await;
            let rule = editions::Entity::find().one(campus.db.read()).await.unwrap().unwrap().completion;
            let new = if rule == Rule::full() { Rule::Lessons } else { Rule::full() };
            let (was, text) = (rule.to_string(), new.to_string());
            let (changer, actor) = (staff.clone(), ctx.clone());
            let change = tokio::spawn(async move { change_rule(&changer, "e", &was, &text).await });
            let lesson = tokio::spawn(async move { finish_lesson(&actor, "e", "lesson-2").await });
            change.await.unwrap().unwrap();
            lesson.await.unwrap().unwrap();
            if new == Rule::Lessons {
                assert!(part(&ctx).await.completed_at.is_some(), "one of the two saw the other");
            }
        }
    })
    .await;
}
