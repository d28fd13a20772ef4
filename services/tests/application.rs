//! Applications: seats never overbook, waiting lists fill themselves, decisions are undone. On both databases.
#![cfg(test)]

mod classroom;
mod support;

use std::collections::BTreeMap;
use std::sync::Arc;

use classroom::{RUNNING, at, edition, learner, teaches};
use domain::application::{
    ApplicationFilter, ApplicationState, ApplicationsQuery, Decided, Decision, QuestionForm, WaysForm,
};
use domain::edition::EditionForm;
use domain::error::Code;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use services::application::{
    accept_invitation, add_question, apply, apply_view, decide, enrol_with_code, invitation, invite, list, mine,
    remove_question, save_ways, ways, withdraw,
};
use services::entity::{application, participation, person};
use services::{Campus, Ctx, edition as editions};
use support::refusals::{code, fields};
use support::{clock, mails, on_both};

/// Edition `e`, entered by application, with `seats` and its instructor, and the instructor of another.
async fn school(campus: &Arc<Campus>, seats: Option<i32>, way: &str) -> (Ctx, Ctx) {
    clock(campus).set(at(RUNNING));
    let (e, other) = (edition(campus, "e", seats).await, edition(campus, "other", None).await);
    let (teacher, stranger) = (learner(campus, "teacher").await, learner(campus, "stranger").await);
    teaches(&teacher, e).await;
    teaches(&stranger, other).await;
    let form = editions::settings(&teacher, "e").await.unwrap().form;
    editions::save_settings(&teacher, &EditionForm { enrolment: way.into(), ..form }).await.unwrap();
    (teacher, stranger)
}

/// A new person who has applied.
async fn applicant(campus: &Arc<Campus>, name: &str) -> Ctx {
    let who = learner(campus, name).await;
    // Each a moment later than the one before: the order of applying is what waiting lists go by.
    clock(campus).set(campus.now() + chrono::Duration::seconds(1));
    apply(&who, "e", &BTreeMap::new()).await.unwrap();
    who
}

fn all() -> ApplicationsQuery {
    ApplicationsQuery { search: String::new(), filter: ApplicationFilter::All, page: 1 }
}

async fn ids(teacher: &Ctx, names: &[&str]) -> Vec<String> {
    let rows = list(teacher, "e", &all()).await.unwrap().page.rows;
    let of = |name: &&str| rows.iter().find(|row| row.name.starts_with(*name)).unwrap().id.to_string();
    names.iter().map(of).collect()
}

async fn stands(teacher: &Ctx, name: &str) -> ApplicationState {
    let rows = list(teacher, "e", &all()).await.unwrap().page.rows;
    rows.into_iter().find(|row| row.name.starts_with(name)).unwrap().state
}

async fn seats_taken(campus: &Campus) -> u64 {
    participation::Entity::find().count(campus.db.read()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_acceptances_at_one_moment_for_five_seats_give_five() {
    on_both(|campus| async move {
        let (teacher, _) = school(&campus, Some(5), "application").await;
        for number in 0..50 {
            applicant(&campus, &format!("p{number:02}")).await;
        }
        let found = application::Entity::find().all(campus.db.read()).await.unwrap();
        let at_once = found.iter().map(|one| {
            let (teacher, id) = (teacher.clone(), vec![one.id.to_string()]);
            tokio::spawn(async move { decide(&teacher, "e", &id, Decision::Accept, "", true).await.unwrap() })
        });
        let at_once: Vec<_> = at_once.collect();
        let mut sum = Decided::default();
        for one in at_once {
            let decided = one.await.unwrap();
            sum.done += decided.done;
            sum.waiting += decided.waiting;
        }
        assert_eq!((sum.done, sum.waiting), (5, 45));
        assert_eq!(seats_taken(&campus).await, 5);
        let counts = list(&teacher, "e", &all()).await.unwrap().counts;
        assert!(
            counts.contains(&(ApplicationFilter::Accepted, 5)) && counts.contains(&(ApplicationFilter::Waiting, 45))
        );
    })
    .await;
}

#[tokio::test]
async fn a_decision_is_told_and_undone_and_the_first_who_waits_gets_the_seat() {
    on_both(|campus| async move {
        let (teacher, stranger) = school(&campus, Some(1), "application").await;
        for name in ["ana", "eva", "iris"] {
            applicant(&campus, name).await;
        }
        let both = ids(&teacher, &["ana", "eva"]).await;
        assert_eq!(code(decide(&stranger, "e", &both, Decision::Accept, "", true).await), Some(Code::NotForYou));
        assert_eq!(code(list(&stranger, "e", &all()).await), Some(Code::NotForYou));
        let decided = decide(&teacher, "e", &both, Decision::Accept, "", true).await.unwrap();
        assert_eq!(decided, Decided { done: 1, waiting: 1, passed_over: 0 });
        let iris = ids(&teacher, &["iris"]).await;
        let no_reason = decide(&teacher, "e", &iris, Decision::Decline, " ", true).await;
        assert_eq!(fields(no_reason), [("reason".to_owned(), Code::ReasonMissing)]);
        assert_eq!(
            fields(decide(&teacher, "e", &[], Decision::Accept, "", true).await),
            [("ids".to_owned(), Code::NothingChosen)]
        );
        decide(&teacher, "e", &iris, Decision::Decline, "This one is for beginners.", true).await.unwrap();
        let sent = mails(&campus).await;
        let to = |name: &str| sent.iter().filter(|mail| mail.contains(&format!("To: {name}@example.org"))).count();
        assert_eq!((to("ana"), to("eva"), to("iris")), (1, 1, 1));
        assert!(sent.iter().any(|mail| mail.contains("This one is for beginners.")));

        let rule = WaysForm { edition: "e".into(), waiting: "first-come".into(), ..WaysForm::default() };
        save_ways(&teacher, &rule).await.unwrap();
        assert_eq!(stands(&teacher, "eva").await, ApplicationState::Waiting, "no seat is free");
        let ana = ids(&teacher, &["ana"]).await;
        decide(&teacher, "e", &ana, Decision::Undo, "", false).await.unwrap();
        assert_eq!(stands(&teacher, "ana").await, ApplicationState::Applied);
        assert_eq!(stands(&teacher, "eva").await, ApplicationState::Accepted, "the seat that freed");
        assert_eq!(seats_taken(&campus).await, 1);
        let again = decide(&teacher, "e", &ids(&teacher, &["iris"]).await, Decision::Accept, "", true).await.unwrap();
        assert_eq!((again.done, again.passed_over), (0, 1), "what was decided is undone first");
    })
    .await;
}

#[tokio::test]
async fn a_seat_in_which_somebody_has_begun_is_not_taken_back() {
    on_both(|campus| async move {
        let (teacher, _) = school(&campus, None, "application").await;
        let ana = applicant(&campus, "ana").await;
        let id = ids(&teacher, &["ana"]).await;
        decide(&teacher, "e", &id, Decision::Accept, "", false).await.unwrap();
        services::learning::finish_lesson(&ana, "e", "lesson-1").await.unwrap();
        let undone = decide(&teacher, "e", &id, Decision::Undo, "", false).await.unwrap();
        assert_eq!((undone.done, undone.passed_over), (0, 1));
        assert_eq!(seats_taken(&campus).await, 1);
    })
    .await;
}

#[tokio::test]
async fn more_seats_are_given_by_the_shares_of_countries() {
    on_both(|campus| async move {
        let (teacher, _) = school(&campus, Some(1), "application").await;
        for (name, country) in [("ana", "PE"), ("eva", "MX"), ("iris", "PY"), ("olga", "MX")] {
            let who = applicant(&campus, name).await;
            let row = person::ActiveModel {
                id: sea_orm::ActiveValue::Set(who.person().unwrap().person),
                country: sea_orm::ActiveValue::Set(Some(country.into())),
                ..Default::default()
            };
            person::Entity::update(row).exec(campus.db.writer()).await.unwrap();
        }
        let everybody = ids(&teacher, &["ana", "eva", "iris", "olga"]).await;
        decide(&teacher, "e", &everybody, Decision::Accept, "", false).await.unwrap();
        let rule =
            WaysForm { edition: "e".into(), waiting: "shares".into(), shares: "PY 1".into(), ..WaysForm::default() };
        save_ways(&teacher, &rule).await.unwrap();
        let form = editions::settings(&teacher, "e").await.unwrap().form;
        editions::save_settings(&teacher, &EditionForm { seats: "2".into(), ..form.clone() }).await.unwrap();
        assert_eq!(stands(&teacher, "eva").await, ApplicationState::Waiting, "the seat is kept for Paraguay");
        assert_eq!(stands(&teacher, "iris").await, ApplicationState::Accepted);
        editions::save_settings(&teacher, &EditionForm { seats: "3".into(), ..form }).await.unwrap();
        assert_eq!(stands(&teacher, "eva").await, ApplicationState::Accepted);
        assert_eq!(stands(&teacher, "olga").await, ApplicationState::Waiting);
        assert_eq!(seats_taken(&campus).await, 3);
    })
    .await;
}

#[tokio::test]
async fn the_editions_own_questions_are_answered_and_their_words_stay() {
    on_both(|campus| async move {
        let (teacher, stranger) = school(&campus, None, "application").await;
        let form = QuestionForm {
            edition: "e".into(),
            words_es: "¿Por qué?".into(),
            words_en: "Why?".into(),
            kind: "text".into(),
            required: Some("1".into()),
            ..QuestionForm::default()
        };
        assert_eq!(code(add_question(&stranger, &form).await), Some(Code::NotForYou));
        add_question(&teacher, &form).await.unwrap();
        let ana = learner(&campus, "ana").await;
        let key = apply_view(&ana, "e").await.unwrap().questions[0].key.clone();
        let empty = apply(&ana, "e", &BTreeMap::new()).await;
        assert_eq!(fields(empty), [(format!("answer:{key}"), Code::Required)]);
        apply(&ana, "e", &BTreeMap::from([(key.clone(), " To learn ".into())])).await.unwrap();
        let again = apply(&ana, "e", &BTreeMap::from([(key.clone(), "x".into())])).await;
        assert_eq!(code(again), Some(Code::AlreadyApplied));
        remove_question(&teacher, "e", &key).await.unwrap();
        let rows = list(&teacher, "e", &all()).await.unwrap().page.rows;
        assert_eq!(rows[0].answers, [("Why?".to_owned(), "To learn".to_owned())]);
        assert_eq!(mine(&ana).await.unwrap()[0].state, ApplicationState::Applied);
        withdraw(&ana, "e").await.unwrap();
        apply(&ana, "e", &BTreeMap::new()).await.unwrap();
        assert_eq!(mine(&ana).await.unwrap().len(), 1, "one application a person");
        let seat = services::enrolment::enrol(&ana, "e").await;
        assert_eq!(code(seat), Some(Code::EnrolmentClosed), "nobody goes past the queue");
    })
    .await;
}

#[tokio::test]
async fn a_code_and_an_invitation_let_in_whoever_has_them() {
    on_both(|campus| async move {
        let (teacher, stranger) = school(&campus, Some(2), "code").await;
        let no_code = WaysForm { edition: "e".into(), ..WaysForm::default() };
        assert_eq!(fields(save_ways(&teacher, &no_code).await), [("join_code".to_owned(), Code::Required)]);
        save_ways(&teacher, &WaysForm { join_code: "Telaraña 7".into(), ..no_code }).await.unwrap();
        let ana = learner(&campus, "ana").await;
        let wrong = enrol_with_code(&ana, "e", "telar").await;
        assert_eq!(fields(wrong), [("join_code".to_owned(), Code::JoinCodeWrong)]);
        enrol_with_code(&ana, "e", " telarana 7 ").await.unwrap();
        assert_eq!(seats_taken(&campus).await, 1);

        assert_eq!(code(invite(&stranger, "e", "eva@example.org").await), Some(Code::NotForYou));
        assert_eq!(fields(invite(&teacher, "e", "eva").await), [("emails".to_owned(), Code::EmailInvalid)]);
        assert_eq!(invite(&teacher, "e", "eva@example.org, iris@example.org\neva@example.org").await.unwrap(), 2);
        let sent = mails(&campus).await;
        let secret = |to: &str| {
            let mail = sent.iter().find(|mail| mail.contains(&format!("To: {to}@example.org"))).unwrap();
            mail.split("/invitation/").nth(1).unwrap().split_whitespace().next().unwrap().to_owned()
        };
        let (eva, iris) = (learner(&campus, "eva").await, learner(&campus, "iris").await);
        assert_eq!(invitation(&eva, &secret("eva")).await.unwrap().email, "eva@example.org");
        assert_eq!(accept_invitation(&eva, &secret("eva")).await.unwrap(), "e");
        assert_eq!(code(accept_invitation(&iris, &secret("eva")).await), Some(Code::LinkExpired));
        assert_eq!(code(accept_invitation(&iris, &secret("iris")).await), Some(Code::EditionFull));
        assert_eq!(seats_taken(&campus).await, 2);
        assert_eq!(ways(&teacher, "e").await.unwrap().invited.iter().filter(|(_, used)| *used).count(), 1);
        let free = participation::Entity::find().filter(participation::Column::CompletedAt.is_null());
        assert_eq!(free.count(campus.db.read()).await.unwrap(), 2);
    })
    .await;
}
