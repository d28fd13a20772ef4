//! A small course of tasks, made by hand: a lesson, a worksheet, an assignment with files, a survey.
#![cfg(test)]
#![allow(dead_code, clippy::allow_attributes, reason = "each file of tests uses some of these")]

use std::collections::BTreeMap;

use domain::completion::Rule;
use domain::course::{
    Activity, ActivityKind, Assignment, CourseContent, Criterion, FileKind, FileRules, Level, Module, Survey,
    SurveyKind, SurveyQuestion, Task, WorksheetField,
};
use domain::id::{EditionId, SubmissionId};
use domain::language::Words;
use domain::submission::{AssignmentView, GradeView, Queue};
use sea_orm::{ActiveValue::Set, EntityTrait};
use services::entity::{course_version, edition};
use services::submission::{GradeForm, Upload, Written};
use services::{Campus, Ctx};

use crate::classroom;

fn both(text: &str) -> Words {
    Words::es_en(format!("{text} (es)"), format!("{text} (en)"))
}

fn activity(key: &str, kind: ActivityKind, task: Task) -> Activity {
    Activity { key: key.into(), kind, title: both(key), minutes: 5, html: both("text"), week: None, weight: 1, task }
}

/// Two criteria of 0, 2, 4 points; 60 percent passes; two files of 1 MB, PDF or Word, due at the end of the second week.
fn plan() -> Activity {
    let level = |points| Level { points, text: both(&format!("level {points}")) };
    let criterion = |key: &str| Criterion { key: key.into(), title: both(key), levels: [0, 2, 4].map(level).to_vec() };
    let files = FileRules { most: 2, megabytes: 1, kinds: vec![FileKind::Pdf, FileKind::Docx] };
    let assignment =
        Assignment { pass: 60, files: Some(files), rubric: vec![criterion("diagnosis"), criterion("actions")] };
    Activity { week: Some(2), ..activity("plan", ActivityKind::Assignment, Task::Assignment(assignment)) }
}

fn content() -> CourseContent {
    let field = |key: &str| WorksheetField { key: key.into(), label: both(key), hint: both("hint"), rows: 3 };
    let question = |key: &str, kind, options: usize| SurveyQuestion {
        key: key.into(),
        kind,
        html: both(key),
        options: (0..options).map(|place| both(&format!("option {place}"))).collect(),
    };
    let survey = Survey {
        questions: vec![
            question("clear", SurveyKind::Scale, 0),
            question("best", SurveyKind::Choice, 2),
            question("better", SurveyKind::Text, 0),
            question("next", SurveyKind::Text, 0),
        ],
    };
    let worksheet = Task::Worksheet(vec![field("problem"), field("causes")]);
    let activities = vec![
        activity("lesson", ActivityKind::Lesson, Task::Read),
        activity("sheet", ActivityKind::Worksheet, worksheet),
        plan(),
        activity("survey", ActivityKind::Survey, Task::Survey(survey)),
    ];
    CourseContent {
        modules: vec![Module { key: "one".into(), title: both("one"), activities }],
        ..classroom::content()
    }
}

/// An edition of it in March 2026, with this rule.
pub async fn edition(campus: &Campus, code: &str, rule: Rule) -> EditionId {
    let id = classroom::edition(campus, code, None).await;
    let made = edition::Entity::find_by_id(id).one(campus.db.read()).await.unwrap().unwrap();
    let version = course_version::ActiveModel {
        id: Set(made.course_version_id),
        content: Set(serde_json::to_string(&content()).unwrap()),
        ..Default::default()
    };
    course_version::Entity::update(version).exec(campus.db.writer()).await.unwrap();
    let row = edition::ActiveModel { id: Set(id), completion: Set(rule), ..Default::default() };
    edition::Entity::update(row).exec(campus.db.writer()).await.unwrap();
    id
}

/// The assignment, graded at its mark.
pub fn graded() -> Rule {
    Rule::Assignment { key: "plan".into(), grade: None }
}

pub async fn shown(ctx: &Ctx, code: &str) -> AssignmentView {
    services::learning::activity(ctx, code, "plan").await.unwrap().assignment.unwrap()
}

/// A draft that goes on from what is there.
pub async fn draft(ctx: &Ctx, code: &str, text: &str) -> Written {
    let current = shown(ctx, code).await.current;
    Written {
        text: text.into(),
        revision: current.filter(|one| one.state.as_str() == "draft").map_or(0, |one| one.revision),
        ..Written::default()
    }
}

/// Hands a text in and gives its id.
pub async fn hand_in(ctx: &Ctx, code: &str, text: &str) -> SubmissionId {
    let written = Written { hand_in: true, ..draft(ctx, code, text).await };
    services::submission::write(ctx, code, "plan", written).await.unwrap();
    shown(ctx, code).await.current.unwrap().id
}

pub fn pdf(name: &str, bytes: usize) -> Upload {
    let mut content = b"%PDF-1.7\n".to_vec();
    content.resize(bytes.max(content.len()), b' ');
    Upload { name: name.into(), bytes: content }
}

/// A grader's form with these points for both criteria, made from what is there.
pub fn form(view: &GradeView, diagnosis: u16, actions: u16) -> GradeForm {
    GradeForm {
        points: BTreeMap::from([
            ("diagnosis".to_owned(), diagnosis.to_string()),
            ("actions".to_owned(), actions.to_string()),
        ]),
        comments: BTreeMap::from([("actions".to_owned(), "Who does it?".to_owned())]),
        comment: "A good beginning.".into(),
        reason: "Corrected".into(),
        revision: view.submission.revision,
        ..GradeForm::default()
    }
}

/// Grades it and gives the next one that waits.
pub async fn grade(ctx: &Ctx, code: &str, id: SubmissionId, diagnosis: u16, actions: u16) -> Option<SubmissionId> {
    let view = services::submission::work(ctx, code, id, &Queue::default()).await.unwrap();
    services::submission::grade(ctx, code, id, form(&view, diagnosis, actions)).await.unwrap()
}
