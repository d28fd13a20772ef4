//! The survey: given once, kept without a person or a time, shown in groups of five; on both databases.
#![cfg(test)]

mod classroom;
mod support;
mod tasks;

use std::sync::Arc;

use domain::completion::Rule;
use domain::error::Code;
use domain::survey::SurveyAnswers;
use sea_orm::EntityTrait as _;
use services::entity::survey_answer;
use services::survey::{give, results};
use services::{Campus, Ctx};
use support::refusals::{code, fields};
use support::{clock, on_both};

fn said(pairs: &[(&str, &str)]) -> SurveyAnswers {
    pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
}

async fn enrolled(campus: &Arc<Campus>, name: &str) -> Ctx {
    let ctx = classroom::learner(campus, name).await;
    services::enrolment::enrol(&ctx, "e").await.unwrap();
    ctx
}

#[tokio::test]
async fn it_is_given_once_and_completes() {
    on_both(|campus| async move {
        tasks::edition(&campus, "e", Rule::Survey).await;
        let ana = enrolled(&campus, "ana").await;
        assert_eq!(code(give(&ana, "e", "survey", said(&[("better", " ")])).await), Some(Code::SurveyEmpty));
        assert_eq!(code(give(&ana, "e", "survey", said(&[("who", "me")])).await), Some(Code::AnswerForeign));
        let steps = said(&[("clear", "6"), ("best", "2")]);
        let wrong = |key: &str| (format!("answers-{key}"), Code::ChoiceUnknown);
        assert_eq!(fields(give(&ana, "e", "survey", steps).await), [wrong("best"), wrong("clear")]);
        assert_eq!(code(give(&ana, "e", "plan", said(&[])).await), Some(Code::BadRequest));
        let eva = classroom::learner(&campus, "eva").await;
        assert_eq!(code(give(&eva, "e", "survey", said(&[("clear", "4")])).await), Some(Code::NotEnrolled));

        give(&ana, "e", "survey", said(&[("clear", "4")])).await.unwrap();
        give(&ana, "e", "survey", said(&[("clear", "1")])).await.unwrap();
        let rows = survey_answer::Entity::find().all(campus.db.read()).await.unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].answers, r#"{"clear":"4"}"#);
        assert_eq!(rows[0].id.get_version_num(), 4, "an id without a time");
        let view = services::learning::activity(&ana, "e", "survey").await.unwrap();
        assert!(view.done && view.survey.unwrap().given && view.outline.certificate.is_some());
    })
    .await;
}

#[tokio::test]
async fn results_come_in_groups_of_five_and_lead_to_nobody() {
    on_both(|campus| async move {
        let edition = tasks::edition(&campus, "e", Rule::Survey).await;
        let teacher = classroom::learner(&campus, "ines").await;
        classroom::teaches(&teacher, edition).await;
        for number in 1..=9 {
            clock(&campus).advance(chrono::Duration::minutes(7));
            let who = enrolled(&campus, &format!("learner{number}")).await;
            let (step, text) = ((number % 5 + 1).to_string(), format!("text {number}"));
            let answers = said(&[("clear", &step), ("better", &text), ("next", &text)]);
            give(&who, "e", "survey", answers).await.unwrap();
            let seen = results(&teacher, "e").await.unwrap();
            let whole = number / 5 * 5;
            assert_eq!((seen.shown, seen.waiting), (whole, number - whole));
            assert_eq!(seen.missing(), 5 - (number - whole));
            assert_eq!(seen.questions.is_empty(), whole == 0, "nothing is told before five");
            if whole == 5 {
                assert_eq!(
                    (seen.questions[0].counts.as_slice(), seen.questions[0].mean),
                    (&[1, 1, 1, 1, 1][..], Some(300))
                );
                let mut texts = seen.questions[2].texts.clone();
                texts.sort();
                assert_eq!(texts, (1..=5).map(|n| format!("text {n}")).collect::<Vec<_>>(), "a sixth changes nothing");
                assert_eq!(seen.questions[1].answered(), 0);
            }
        }
        // Neither where a row lies nor what it is called tells in which order people came.
        let rows = survey_answer::Entity::find().all(campus.db.read()).await.unwrap();
        let order: Vec<&str> = rows.iter().map(|row| row.answers.as_str()).collect();
        let mut by_time = order.clone();
        by_time.sort_by_key(|answers| answers.rsplit("text ").next().map(ToOwned::to_owned));
        assert_ne!(order, by_time);

        let ana = enrolled(&campus, "ana").await;
        assert_eq!(code(results(&ana, "e").await), Some(Code::NotForYou));
        assert_eq!(code(results(&classroom::visitor(&campus), "e").await), Some(Code::SignInFirst));
    })
    .await;
}

#[tokio::test]
async fn two_tabs_give_it_once() {
    on_both(|campus| async move {
        tasks::edition(&campus, "e", Rule::Survey).await;
        let ana = enrolled(&campus, "ana").await;
        let both = tokio::join!(
            give(&ana, "e", "survey", said(&[("clear", "4")])),
            give(&ana, "e", "survey", said(&[("clear", "5")]))
        );
        assert!(both.0.is_ok() && both.1.is_ok());
        assert_eq!(survey_answer::Entity::find().all(campus.db.read()).await.unwrap().len(), 1);
    })
    .await;
}
