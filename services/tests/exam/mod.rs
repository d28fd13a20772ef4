//! An edition whose final test is a quiz, and Ana who takes it.
#![allow(dead_code, clippy::allow_attributes, reason = "each file of tests uses some of these sentences")]

use std::sync::Arc;

use domain::completion::Rule;
use domain::course::{ActivityKind, CourseContent};
use domain::id::{AttemptId, EditionId};
use domain::quiz::{Answer, Answers, Number, QuestionKind, Quiz};
use sea_orm::EntityTrait;
use services::entity::{attempt as attempts, participation};
use services::learning::activity;
use services::{Campus, Ctx, enrolment};

use crate::classroom::{RUNNING, at, content_of, edition_of, learner, question, quiz, quiz_activity};
use crate::support;

/// A test of three single choices (option 0 is right) and a number (12.5, give or take 0.5), passed at 60.
pub fn test_quiz() -> Quiz {
    let mut questions: Vec<_> =
        (1..=3).map(|n| question(&format!("q{n}"), QuestionKind::Single, &[true, false, false, false])).collect();
    let mut number = question("n1", QuestionKind::Numeric, &[]);
    number.number = Some(Number { value: 12_500_000, tolerance: 500_000 });
    questions.push(number);
    quiz(60, None, questions)
}

/// A campus in March with the edition `e`, whose final test is this quiz, and Ana in it.
pub async fn ana(campus: &Arc<Campus>, quiz: Quiz) -> (Ctx, EditionId) {
    let test = quiz_activity("test", ActivityKind::FinalTest, quiz);
    set(campus, content_of(vec![test]), Rule::FinalTest).await
}

pub async fn set(campus: &Arc<Campus>, content: CourseContent, rule: Rule) -> (Ctx, EditionId) {
    support::clock(campus).set(at(RUNNING));
    let edition = edition_of(campus, "e", "course-e", None, &content, rule).await;
    let ana = learner(campus, "ana").await;
    enrolment::enrol(&ana, "e").await.unwrap();
    (ana, edition)
}

pub fn given(pairs: &[(&str, &str)]) -> Answers {
    pairs.iter().map(|(key, text)| ((*key).to_owned(), Answer(vec![(*text).to_owned()]))).collect()
}

pub fn all_right() -> Answers {
    given(&[("q1", "0"), ("q2", "0"), ("q3", "0"), ("n1", "12,7")])
}

pub async fn only(campus: &Campus) -> participation::Model {
    participation::Entity::find().one(campus.db.read()).await.unwrap().unwrap()
}

pub async fn row(campus: &Campus, id: AttemptId) -> attempts::Model {
    attempts::Entity::find_by_id(id).one(campus.db.read()).await.unwrap().unwrap()
}

pub async fn view(ctx: &Ctx) -> domain::quiz::QuizView {
    activity(ctx, "e", "test").await.unwrap().quiz.unwrap()
}
