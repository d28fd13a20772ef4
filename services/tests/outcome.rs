//! How participations end without a completion: withdrawn, never came, failed, each taken back; and completions by hand. On both
//! databases.
#![cfg(test)]

mod classroom;
mod support;

use std::sync::Arc;

use chrono::Duration;
use classroom::{RUNNING, at, complete, edition, learner, teaches};
use domain::enrolment::{Acted, Outcome, RosterAct, RosterFilter, RosterOrder, RosterQuery, RosterRow};
use domain::error::Code;
use domain::message::MessageForm;
use services::enrolment::{self, RosterForm, act, leave, roster};
use services::{Campus, Ctx};
use support::refusals::{code, fields};
use support::{clock, mails, on_both};

async fn rows(teacher: &Ctx, filter: RosterFilter) -> Vec<RosterRow> {
    let query = RosterQuery { search: String::new(), filter, order: RosterOrder::Name, page: 1 };
    roster(teacher, "e", query).await.unwrap().page.rows
}

async fn names(teacher: &Ctx, filter: RosterFilter) -> Vec<String> {
    rows(teacher, filter).await.into_iter().map(|row| row.name.replace(" Demo", "")).collect()
}

async fn form(teacher: &Ctx, who: &[&str]) -> RosterForm {
    let mut all = rows(teacher, RosterFilter::All).await;
    all.extend(rows(teacher, RosterFilter::Left).await);
    let ids = all.iter().filter(|row| who.iter().any(|name| row.name.starts_with(name)));
    let ids = ids.map(|row| row.participation.to_string()).collect();
    RosterForm { edition: "e".into(), ids, reason: "She wrote".into(), ..RosterForm::default() }
}

/// Ana did not begin, Eva is under way, Iris completed.
async fn school(campus: &Arc<Campus>, seats: Option<i32>) -> (Ctx, [Ctx; 3]) {
    clock(campus).set(at(RUNNING));
    let e = edition(campus, "e", seats).await;
    let teacher = learner(campus, "teacher").await;
    teaches(&teacher, e).await;
    let people = [learner(campus, "ana").await, learner(campus, "eva").await, learner(campus, "iris").await];
    for who in &people {
        enrolment::enrol(who, "e").await.unwrap();
    }
    services::learning::finish_lesson(&people[1], "e", "lesson-1").await.unwrap();
    complete(&people[2], "e").await;
    (teacher, people)
}

#[tokio::test]
async fn whoever_leaves_frees_the_seat_and_sees_the_edition_no_more() {
    on_both(|campus| async move {
        let (teacher, [_, eva, _]) = school(&campus, Some(3)).await;
        let rosa = learner(&campus, "rosa").await;
        assert_eq!(code(enrolment::enrol(&rosa, "e").await), Some(Code::EditionFull));
        let done = act(&teacher, &form(&teacher, &["eva", "iris"]).await, RosterAct::Withdraw).await.unwrap();
        assert_eq!(done, Acted { done: 1, passed_over: 1 }, "a completion is not taken away");
        let left = rows(&teacher, RosterFilter::Left).await;
        let (outcome, _, reason) = left[0].outcome.clone().unwrap();
        assert_eq!((outcome, reason.as_str()), (Outcome::Withdrawn, "She wrote"));
        assert_eq!(names(&teacher, RosterFilter::All).await, ["ana", "iris"]);
        assert_eq!(code(services::learning::finish_lesson(&eva, "e", "lesson-2").await), Some(Code::NotEnrolled));
        assert!(enrolment::home(&eva).await.unwrap().editions.is_empty());
        let message = MessageForm {
            edition: "e".into(),
            segment: "all".into(),
            subject: "S".into(),
            body: "B".into(),
            ..MessageForm::default()
        };
        assert_eq!(services::message::preview(&teacher, &message).await.unwrap().count, 2, "nor is she written to");
        enrolment::enrol(&rosa, "e").await.unwrap();
        // Without a seat nobody comes back; with one she goes on with what she did.
        let back = form(&teacher, &["eva"]).await;
        assert_eq!(act(&teacher, &back, RosterAct::Reinstate).await.unwrap(), Acted { done: 0, passed_over: 1 });
        leave(&rosa, "e").await.unwrap();
        assert_eq!(act(&teacher, &back, RosterAct::Reinstate).await.unwrap(), Acted { done: 1, passed_over: 0 });
        let row = rows(&teacher, RosterFilter::UnderWay).await.remove(0);
        assert!(row.name.starts_with("eva") && row.percent > 0 && row.outcome.is_none());
    })
    .await;
}

#[tokio::test]
async fn a_freed_seat_goes_to_whoever_waits_for_it() {
    on_both(|campus| async move {
        use domain::application::{ApplicationFilter, ApplicationsQuery, Decision, WaysForm};
        let (teacher, [_, eva, _]) = school(&campus, Some(3)).await;
        let found = services::edition::store::get_by_code(campus.db.read(), "e").await.unwrap();
        let row = services::entity::edition::ActiveModel {
            id: sea_orm::ActiveValue::Set(found.id),
            enrolment: sea_orm::ActiveValue::Set(domain::edition::EnrolmentMode::Application),
            ..Default::default()
        };
        sea_orm::EntityTrait::update::<services::entity::edition::ActiveModel>(row)
            .exec(campus.db.writer())
            .await
            .unwrap();
        let ways = WaysForm { edition: "e".into(), waiting: "first-come".into(), ..WaysForm::default() };
        services::application::save_ways(&teacher, &ways).await.unwrap();
        let rosa = learner(&campus, "rosa").await;
        services::application::apply(&rosa, "e", &std::collections::BTreeMap::default()).await.unwrap();
        let query = ApplicationsQuery { search: String::new(), filter: ApplicationFilter::All, page: 1 };
        let id = services::application::list(&teacher, "e", &query).await.unwrap().page.rows[0].id.to_string();
        services::application::decide(&teacher, "e", &[id], Decision::Accept, "", false).await.unwrap();
        assert!(enrolment::my_codes(&rosa).await.unwrap().is_empty(), "she waits");
        leave(&eva, "e").await.unwrap();
        assert_eq!(enrolment::my_codes(&rosa).await.unwrap(), ["e"]);
    })
    .await;
}

#[tokio::test]
async fn never_came_and_failed_are_told_apart_and_taken_back() {
    on_both(|campus| async move {
        let (teacher, [ana, eva, iris]) = school(&campus, None).await;
        let both = form(&teacher, &["ana", "eva"]).await;
        assert_eq!(
            act(&teacher, &both, RosterAct::NoShow).await.unwrap(),
            Acted { done: 1, passed_over: 1 },
            "eva was there"
        );
        assert_eq!(act(&teacher, &both, RosterAct::Fail).await.unwrap(), Acted { done: 2, passed_over: 0 });
        assert_eq!(names(&teacher, RosterFilter::Failed).await, ["ana", "eva"]);
        assert_eq!(names(&teacher, RosterFilter::All).await, ["ana", "eva", "iris"], "who failed keeps the seat");
        // Who failed and meets the rule after all has completed.
        complete(&eva, "e").await;
        assert_eq!(names(&teacher, RosterFilter::Completed).await, ["eva", "iris"]);
        assert_eq!(names(&teacher, RosterFilter::Failed).await, ["ana"]);
        act(&teacher, &both, RosterAct::Reinstate).await.unwrap();
        assert_eq!(names(&teacher, RosterFilter::NotStarted).await, ["ana"]);
        assert_eq!(code(leave(&iris, "e").await), Some(Code::StepImpossible), "whoever completed has nothing to leave");
        leave(&ana, "e").await.unwrap();
        enrolment::enrol(&ana, "e").await.unwrap();
        assert_eq!(names(&teacher, RosterFilter::NotStarted).await, ["ana"], "and may come again");
        let stranger = learner(&campus, "stranger").await;
        assert_eq!(code(act(&stranger, &both, RosterAct::Fail).await), Some(Code::NotForYou));
        assert_eq!(code(leave(&stranger, "e").await), Some(Code::NotEnrolled));
        let nobody = RosterForm { ids: Vec::new(), ..both };
        assert_eq!(code(act(&teacher, &nobody, RosterAct::Fail).await), Some(Code::NothingChosen));
    })
    .await;
}

#[tokio::test]
async fn a_completion_by_hand_has_its_reason_its_day_and_a_certificate() {
    on_both(|campus| async move {
        let (teacher, [_, eva, _]) = school(&campus, None).await;
        let one = form(&teacher, &["eva"]).await;
        let lacking = RosterForm { reason: String::new(), day: "2199-01-01".into(), ..one.clone() };
        let wrong = [("reason", Code::ReasonMissing), ("evidence", Code::Required), ("day", Code::DateOutside)];
        assert_eq!(
            fields(act(&teacher, &lacking, RosterAct::Complete).await),
            wrong.map(|(field, code)| (field.to_owned(), code))
        );
        let today = campus.now().date_naive().to_string();
        let whole = RosterForm { evidence: "Minutes 12".into(), day: today, ..one };
        assert_eq!(act(&teacher, &whole, RosterAct::Complete).await.unwrap(), Acted { done: 1, passed_over: 0 });
        assert_eq!(
            act(&teacher, &whole, RosterAct::Complete).await.unwrap(),
            Acted { done: 0, passed_over: 1 },
            "once"
        );
        let row =
            rows(&teacher, RosterFilter::Completed).await.into_iter().find(|row| row.name.starts_with("eva")).unwrap();
        assert!(row.completed_at.unwrap() <= campus.now());
        let page = services::learning::person_progress(&teacher, "e", row.participation).await.unwrap();
        assert_eq!(page.by_hand, Some(("She wrote".to_owned(), "Minutes 12".to_owned())));
        let home = enrolment::home(&eva).await.unwrap();
        assert!(home.editions[0].certificate.is_some());
        assert!(
            mails(&campus).await.iter().any(|mail| mail.contains("eva@example.org") && mail.contains("certificate"))
        );
        let counted = services::report::report(&teacher, "e").await.unwrap();
        assert_eq!(counted.numbers.all.completed.woman, 2, "it counts like every other");
    })
    .await;
}

#[tokio::test]
async fn the_quiet_are_at_risk_and_can_be_written_to() {
    on_both(|campus| async move {
        let (teacher, _) = school(&campus, None).await;
        assert_eq!(names(&teacher, RosterFilter::AtRisk).await, ["ana"], "a third of the days, and nothing done");
        clock(&campus).advance(Duration::days(16));
        assert_eq!(names(&teacher, RosterFilter::AtRisk).await, ["ana", "eva"]);
        let chosen = form(&teacher, &["ana", "eva"]).await.ids.join(",");
        let message = MessageForm {
            edition: "e".into(),
            segment: format!("chosen:{chosen}"),
            subject: "S".into(),
            body: "B".into(),
            ..MessageForm::default()
        };
        assert_eq!(services::message::preview(&teacher, &message).await.unwrap().names, ["ana Demo", "eva Demo"]);
        let forged = MessageForm { segment: "chosen:x".into(), ..message };
        assert_eq!(
            fields(services::message::preview(&teacher, &forged).await),
            [("segment".to_owned(), Code::ChoiceUnknown)]
        );
    })
    .await;
}

#[tokio::test]
async fn at_the_closing_those_who_took_part_are_certified_that_and_nothing_more() {
    on_both(|campus| async move {
        let (teacher, [ana, eva, iris]) = school(&campus, None).await;
        let settings = services::edition::settings(&teacher, "e").await.unwrap().form;
        assert_eq!(settings.certificates, "completion");
        let form = domain::edition::EditionForm { certificates: "both".into(), ..settings };
        services::edition::save_settings(&teacher, &form).await.unwrap();
        for (from, to) in [("open", "grading"), ("grading", "closed")] {
            services::edition::change_state(&teacher, "e", from, to, "").await.unwrap();
        }
        let mail = mails(&campus)
            .await
            .into_iter()
            .find(|mail| mail.contains("eva@example.org") && mail.contains("participation"));
        let mail = mail.unwrap();
        let code = mail.split("/verify/").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
        let shown = services::certificate::verify(&eva, &code).await.unwrap().unwrap();
        assert_eq!(shown.kind, domain::certificate::CertificateKind::Participation);
        let home = async |ctx: &Ctx| enrolment::home(ctx).await.unwrap().editions.remove(0);
        assert_eq!(home(&eva).await.certificate.as_deref(), Some(code.as_str()));
        assert!(home(&ana).await.certificate.is_none(), "she did nothing");
        let of_iris = home(&iris).await.certificate.unwrap();
        let shown = services::certificate::verify(&iris, &of_iris).await.unwrap().unwrap();
        assert_eq!(shown.kind, domain::certificate::CertificateKind::Completion);
        assert_eq!(
            services::report::report(&teacher, "e").await.unwrap().numbers.all.completed.woman,
            1,
            "nobody is trained by it"
        );
        // Opened again and completed: the same code, and more than before.
        let boss = support::staff(&campus).await;
        services::edition::change_state(&boss, "e", "closed", "grading", "Late work").await.unwrap();
        let one = RosterForm { evidence: "Minutes".into(), ..self::form(&teacher, &["eva"]).await };
        act(&boss, &one, RosterAct::Complete).await.unwrap();
        let shown = services::certificate::verify(&eva, &code).await.unwrap().unwrap();
        assert_eq!(shown.kind, domain::certificate::CertificateKind::Completion);
    })
    .await;
}
