//! A small course, its edition and its learners, made by hand: two lessons, a check of two questions, a test of three.
#![cfg(test)]
#![allow(dead_code, clippy::allow_attributes, reason = "each file of tests uses some of these")]

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use domain::completion::Rule;
use domain::course::{Activity, ActivityKind, CourseContent, Module, Task};
use domain::edition::{EditionState, EnrolmentMode, Modality};
use domain::id::{AccountId, CourseId, CourseVersionId, EditionId, PersonId};
use domain::language::{Language, Words};
use domain::person::Sex;
use domain::quiz::{
    Answer, AnswerOption, Answers, AttemptView, FeedbackTime, GradeMethod, Question, QuestionKind, Quiz,
};
use domain::role::Reach;
use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel};
use services::entity::{account, course, course_version, edition, edition_instructor, person};
use services::{Actor, Campus, Ctx, SignedIn};

/// A moment while every edition made here runs.
pub const RUNNING: &str = "2026-03-10T12:00:00Z";

pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub fn both(text: &str) -> Words {
    Words::es_en(format!("{text} (es)"), format!("{text} (en)"))
}

pub fn question(key: &str, kind: QuestionKind, right: &[bool]) -> Question {
    let option = |(place, right): (usize, &bool)| AnswerOption {
        html: both(&format!("option {place}")),
        feedback: both(&format!("feedback {place}")),
        right: *right,
        target: None,
    };
    Question {
        key: key.into(),
        kind,
        objective: None,
        html: both(key),
        options: right.iter().enumerate().map(option).collect(),
        targets: Vec::new(),
        accepted: Vec::new(),
        number: None,
        shown: Words::default(),
        said_right: Words::default(),
        said_other: Words::default(),
    }
}

pub fn quiz(pass: u8, draw: Option<u16>, questions: Vec<Question>) -> Quiz {
    Quiz {
        pass,
        draw,
        attempts: None,
        wait: None,
        minutes: None,
        shuffle: false,
        method: GradeMethod::Best,
        feedback: FeedbackTime::AtOnce,
        questions,
    }
}

/// Option 0 is right everywhere; in `c2` option 2 is right as well.
pub fn content() -> CourseContent {
    let activity = |key: &str, kind, quiz: Option<Quiz>| Activity {
        key: key.into(),
        kind,
        title: both(key),
        minutes: 5,
        html: both("text"),
        week: None,
        weight: 1,
        task: quiz.map_or(Task::Read, Task::Quiz),
    };
    let check = quiz(
        100,
        None,
        vec![
            question("c1", QuestionKind::Single, &[true, false]),
            question("c2", QuestionKind::Multiple, &[true, false, true]),
        ],
    );
    let bank = (1..=6).map(|n| question(&format!("t{n}"), QuestionKind::Single, &[true, false, false])).collect();
    let test = quiz(60, Some(3), bank);
    let module = |key: &str, activities| Module { key: key.into(), title: both(key), activities };
    CourseContent {
        hours: 8,
        languages: vec![Language::Es, Language::En],
        completion: Rule::full(),
        title: both("course"),
        short_title: both("course"),
        summary: both("summary"),
        audience: both("audience"),
        description: both("description"),
        objectives: BTreeMap::from([(Language::En, vec!["read a diagnosis".to_owned()])]),
        modules: vec![
            module(
                "one",
                vec![
                    activity("lesson-1", ActivityKind::Lesson, None),
                    activity("lesson-2", ActivityKind::Lesson, None),
                    activity("check", ActivityKind::Check, Some(check)),
                ],
            ),
            module("two", vec![activity("final-test", ActivityKind::FinalTest, Some(test))]),
        ],
        glossary: Vec::new(),
    }
}

/// A quiz as an activity of a course.
pub fn quiz_activity(key: &str, kind: ActivityKind, quiz: Quiz) -> Activity {
    Activity {
        key: key.into(),
        kind,
        title: both(key),
        minutes: 5,
        html: Words::default(),
        week: None,
        weight: 1,
        task: Task::Quiz(quiz),
    }
}

/// The small course with these activities in place of its own.
pub fn content_of(activities: Vec<Activity>) -> CourseContent {
    CourseContent { modules: vec![Module { key: "one".into(), title: both("one"), activities }], ..content() }
}

/// An edition in March 2026, open to `seats` people.
pub async fn edition(campus: &Campus, code: &str, seats: Option<i32>) -> EditionId {
    edition_of(campus, code, &format!("course-{code}"), seats, &content(), Rule::full()).await
}

/// An edition in March 2026 of a course with this address and content.
pub async fn edition_of(
    campus: &Campus,
    code: &str,
    slug: &str,
    seats: Option<i32>,
    content: &CourseContent,
    rule: Rule,
) -> EditionId {
    let content = serde_json::to_string(content).unwrap();
    let course = CourseId(campus.new_id());
    let row = course::Model { id: course, slug: slug.to_owned(), created_at: campus.now() };
    course::Entity::insert(row.into_active_model()).exec_without_returning(campus.db.writer()).await.unwrap();
    let version = course_version::Model {
        id: CourseVersionId(campus.new_id()),
        course_id: course,
        number: 1,
        digest: services::ctx::digest(&content),
        content,
        imported_at: campus.now(),
    };
    let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    let row = edition::Model {
        id: EditionId(campus.new_id()),
        course_id: course,
        course_version_id: version.id,
        code: code.to_owned(),
        title_es: "Edición".to_owned(),
        title_en: "Edition".to_owned(),
        modality: Modality::VirtualCourse,
        languages: "es,en".to_owned(),
        starts_on: day(1),
        ends_on: day(31),
        zone: "UTC".to_owned(),
        seats,
        enrolment: EnrolmentMode::Open,
        state: EditionState::Open,
        place: None,
        link: None,
        questions: "[]".into(),
        waiting_rule: r#"{"by":"team"}"#.into(),
        join_code: None,
        certificates: domain::certificate::Certificates::Completion,
        completion: rule,
        country: None,
        personnel_kind: None,
        created_at: campus.now(),
    };
    let id = row.id;
    course_version::Entity::insert(version.into_active_model())
        .exec_without_returning(campus.db.writer())
        .await
        .unwrap();
    edition::Entity::insert(row.into_active_model()).exec_without_returning(campus.db.writer()).await.unwrap();
    id
}

/// A signed-in woman from Peru who reads English.
pub async fn learner(campus: &Arc<Campus>, name: &str) -> Ctx {
    let id = PersonId(campus.new_id());
    let email = format!("{name}@example.org");
    let row = person::Model {
        id,
        given_name: name.to_owned(),
        family_name: "Demo".to_owned(),
        email: Some(email.clone()),
        sex: Some(Sex::Woman),
        country: Some("PE".to_owned()),
        personnel_kind: None,
        institution: None,
        linked_to: None,
        created_at: campus.now(),
    };
    person::Entity::insert(row.into_active_model()).exec_without_returning(campus.db.writer()).await.unwrap();
    let account = AccountId(campus.new_id());
    let row = account::Model {
        id: account,
        person_id: id,
        email,
        email_verified_at: Some(campus.now()),
        password_hash: String::new(),
        language: Language::En,
        created_at: campus.now(),
    };
    account::Entity::insert(row.into_active_model()).exec_without_returning(campus.db.writer()).await.unwrap();
    let me = SignedIn {
        account,
        person: id,
        given_name: name.to_owned(),
        staff: false,
        administrator: false,
        names: Reach::Nobody,
        instructor: false,
    };
    Ctx { campus: campus.clone(), actor: Actor::Person(me), language: Language::En, peer: None }
}

pub fn visitor(campus: &Arc<Campus>) -> Ctx {
    Ctx { campus: campus.clone(), actor: Actor::Visitor, language: Language::En, peer: None }
}

/// Names `ctx` an instructor of the edition.
pub async fn teaches(ctx: &Ctx, edition: EditionId) {
    let row = edition_instructor::ActiveModel {
        id: Set(ctx.new_id()),
        edition_id: Set(edition),
        account_id: Set(ctx.person().unwrap().account),
    };
    edition_instructor::Entity::insert(row).exec_without_returning(ctx.db.writer()).await.unwrap();
}

/// Begins an attempt, or finds the open one.
pub async fn attempt(ctx: &Ctx, code: &str, key: &str) -> AttemptView {
    services::learning::start_attempt(ctx, code, key).await.unwrap();
    shown_attempt(ctx, code, key).await
}

pub async fn shown_attempt(ctx: &Ctx, code: &str, key: &str) -> AttemptView {
    services::learning::activity(ctx, code, key).await.unwrap().quiz.unwrap().attempt.unwrap()
}

/// These options.
pub fn answer(places: &[u8]) -> Answer {
    Answer(places.iter().map(u8::to_string).collect())
}

/// Right answers to whatever an attempt asks.
pub fn right(attempt: &AttemptView) -> Answers {
    let chosen = |key: &str| answer(if key == "c2" { &[0, 2] } else { &[0] });
    attempt.questions.iter().map(|question| (question.key.clone(), chosen(&question.key))).collect()
}

/// Does everything that the course asks.
pub async fn complete(ctx: &Ctx, code: &str) {
    for lesson in ["lesson-1", "lesson-2"] {
        services::learning::finish_lesson(ctx, code, lesson).await.unwrap();
    }
    for quiz in ["check", "final-test"] {
        let attempt = attempt(ctx, code, quiz).await;
        services::learning::submit_attempt(ctx, attempt.id, right(&attempt)).await.unwrap();
    }
}
