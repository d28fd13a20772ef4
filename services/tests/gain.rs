//! Pre-test and post-test: once each, for nobody's grade; and what lies between them, for the learner and for the indicators.
#![cfg(test)]

mod classroom;
mod support;

use std::sync::Arc;

use chrono::Duration;
use classroom::{RUNNING, answer, at, attempt, content_of, edition_of, learner, question, quiz, quiz_activity};
use domain::completion::Rule;
use domain::counting::{Cells, Window};
use domain::course::ActivityKind;
use domain::error::Code;
use domain::indicator::NoValue;
use domain::person::{Declared, Sex, SexCell};
use domain::quiz::{Answers, Points, QuestionKind};
use domain::zone::REPORTING;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use services::entity::{edition, person};
use services::learning::{activity, start_attempt, submit_attempt};
use services::{Campus, Ctx, enrolment, indicator};
use support::refusals::code;

/// An edition of the workshops on parity, with four questions before and four after.
async fn workshop(campus: &Arc<Campus>, code: &str, slug: &str) {
    let questions =
        |mark: &str| (1..=4).map(|n| question(&format!("{mark}{n}"), QuestionKind::Single, &[true, false])).collect();
    let content = content_of(vec![
        quiz_activity("pre-test", ActivityKind::PreTest, quiz(0, None, questions("a"))),
        quiz_activity("post-test", ActivityKind::PostTest, quiz(0, None, questions("b"))),
    ]);
    let id = edition_of(campus, code, slug, None, &content, Rule::Recorded).await;
    let row = edition::Entity::find_by_id(id).one(campus.db.read()).await.unwrap().unwrap();
    let mut row = row.into_active_model();
    row.modality = Set(domain::edition::Modality::Workshop);
    row.update(campus.db.writer()).await.unwrap();
}

async fn somebody(campus: &Arc<Campus>, name: &str, sex: Option<Sex>, code: &str) -> Ctx {
    let ctx = learner(campus, name).await;
    support::declare(&ctx, Declared { sex, ..Declared::default() }).await;
    enrolment::enrol(&ctx, code).await.unwrap();
    ctx
}

/// Hands a test in with so many right answers of four.
async fn hand_in(ctx: &Ctx, code: &str, key: &str, right: usize) {
    let open = attempt(ctx, code, key).await;
    let answers: Answers = open
        .questions
        .iter()
        .enumerate()
        .map(|(place, question)| (question.key.clone(), answer(&[u8::from(place >= right)])))
        .collect();
    submit_attempt(ctx, open.id, answers).await.unwrap();
}

async fn both(ctx: &Ctx, code: &str, pre: usize, post: usize) {
    hand_in(ctx, code, "pre-test", pre).await;
    hand_in(ctx, code, "post-test", post).await;
}

#[tokio::test]
async fn each_test_is_taken_once_and_its_gain_is_told_honestly() {
    support::on_both(|campus| async move {
        support::clock(&campus).set(at(RUNNING));
        workshop(&campus, "w", "parity-toolkit").await;
        let ana = somebody(&campus, "ana", Some(Sex::Woman), "w").await;
        hand_in(&ana, "w", "pre-test", 1).await;
        let pre = activity(&ana, "w", "pre-test").await.unwrap();
        assert!(pre.done, "handing in is enough");
        let quiz = pre.quiz.unwrap();
        assert_eq!((quiz.attempts_left, quiz.gain), (Some(0), None));
        assert_eq!(code(start_attempt(&ana, "w", "pre-test").await), Some(Code::AttemptsUsed));
        hand_in(&ana, "w", "post-test", 3).await;
        let gain = activity(&ana, "w", "post-test").await.unwrap().quiz.unwrap().gain.unwrap();
        assert_eq!((gain.pre.percent(), gain.post.percent(), gain.points()), (25, 75, 50));
        let bea = somebody(&campus, "bea", None, "w").await;
        both(&bea, "w", 3, 2).await;
        assert_eq!(activity(&bea, "w", "post-test").await.unwrap().quiz.unwrap().gain.unwrap().points(), -25);
        let eva = somebody(&campus, "eva", None, "w").await;
        hand_in(&eva, "w", "post-test", 2).await;
        assert_eq!(activity(&eva, "w", "post-test").await.unwrap().quiz.unwrap().gain, None);
    })
    .await;
}

#[tokio::test]
async fn the_indicator_is_the_mean_by_sex_of_persons_counted_once() {
    support::on_both(|campus| async move {
        support::clock(&campus).set(at(RUNNING));
        let ctx = Ctx::system(campus.clone());
        indicator::seed(&ctx).await.unwrap();
        for (code, slug) in [("w", "parity-toolkit"), ("v", "political-violence")] {
            workshop(&campus, code, slug).await;
        }
        let count = async |code: &str, window: Window| indicator::count(&ctx, code, window).await.unwrap();
        let year = Window::year(2026, REPORTING);
        let empty = count("PARITY-AWARENESS", year).await;
        assert_eq!((empty.persons, empty.gain.unwrap().all), (Some(Cells::default()), None));

        let ana = somebody(&campus, "ana", Some(Sex::Woman), "w").await;
        both(&ana, "w", 1, 3).await; // +50
        let bea = somebody(&campus, "bea", Some(Sex::Woman), "w").await;
        both(&bea, "w", 2, 3).await; // +25
        let carlos = somebody(&campus, "carlos", Some(Sex::Man), "w").await;
        both(&carlos, "w", 3, 2).await; // −25
        let dan = somebody(&campus, "dan", Some(Sex::Declined), "w").await;
        hand_in(&dan, "w", "pre-test", 2).await; // one test only: not counted
        let other = somebody(&campus, "otra", Some(Sex::Woman), "v").await;
        both(&other, "v", 0, 4).await; // another indicator's course

        let report = count("PARITY-AWARENESS", year).await;
        let (persons, gains) = (report.persons.unwrap(), report.gain.unwrap());
        assert_eq!((persons.woman, persons.man, persons.total(), report.value), (2, 1, 3, None));
        assert_eq!(
            (gains.by_sex.woman, gains.by_sex.man, gains.by_sex.declined, gains.all),
            (Some(Points(375)), Some(Points(-250)), None, Some(Points(167)))
        );
        assert_eq!(count("POLITICAL-VIOLENCE-AWARENESS", year).await.gain.unwrap().all, Some(Points(1000)));
        assert_eq!(count("PARITY-AWARENESS", Window::year(2025, REPORTING)).await.persons.unwrap().total(), 0);

        // The record of a second participation turns out to be Ana's: she counts once, with the later one.
        support::clock(&campus).advance(Duration::days(2));
        let again = somebody(&campus, "ana-2", Some(Sex::Woman), "w").await;
        both(&again, "w", 2, 2).await; // ±0
        let link = person::ActiveModel {
            id: Set(again.person().unwrap().person),
            linked_to: Set(Some(ana.person().unwrap().person)),
            ..Default::default()
        };
        person::Entity::update(link).exec(campus.db.writer()).await.unwrap();
        let tx = campus.db.begin_write().await.unwrap();
        services::counting::bump_all(&tx).await.unwrap();
        tx.commit().await.unwrap();
        let report = count("PARITY-AWARENESS", year).await;
        assert_eq!(
            (report.persons.unwrap().woman, report.participations.unwrap().woman, report.gain.unwrap().by_sex.woman),
            (2, 3, Some(Points(125)))
        );
        shown(&ctx).await;
    })
    .await;
}

/// Page, list and file tell what the command line told.
async fn shown(ctx: &Ctx) {
    let view = indicator::indicator(ctx, "PARITY-AWARENESS", None, "", 1).await.unwrap();
    assert_eq!(
        (view.row.gain.unwrap().by_sex.woman, view.row.no_value, view.row.value),
        (Some(Points(125)), None, None)
    );
    let editions: Vec<_> = view
        .editions
        .rows
        .iter()
        .map(|one| (one.code.as_str(), one.persons.total(), one.gain.unwrap().by_sex.man))
        .collect();
    assert_eq!(editions, [("w", 3, Some(Points(-250)))]);
    assert_eq!(view.years.last().unwrap().gain, view.row.gain);
    assert_eq!(view.years.first().unwrap().year, Some(2026));
    let members = indicator::members(ctx, "PARITY-AWARENESS", None, Some(SexCell::Woman), 1).await.unwrap();
    assert_eq!(members.total, 2);
    let text = indicator::csv(ctx, Some(2026)).await.unwrap();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().unwrap().clone();
    let place = |name: &str| header.iter().position(|column| column == name).unwrap();
    let row = reader.records().map(Result::unwrap).find(|row| &row[0] == "PARITY-AWARENESS").unwrap();
    let cells = ["value", "no_value", "mean_gain_woman", "mean_gain_man", "mean_gain_declined", "persons_woman"];
    assert_eq!(cells.map(|name| row[place(name)].to_owned()), ["0.0", "", "12.5", "-25.0", "", "2"]);
    let empty = indicator::list(ctx, Some(2025)).await.unwrap();
    let empty = empty.iter().find(|row| row.code == "PARITY-AWARENESS").unwrap();
    assert_eq!(empty.no_value, Some(NoValue::NobodyTested));
}
