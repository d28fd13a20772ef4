//! Rows written past the use cases, for tests that are not about how they come to be.

use domain::completion::Rule;
use domain::edition::{EditionState, EnrolmentMode, Modality};
use domain::enrolment::Source;
use domain::id::{CourseId, CourseVersionId, EditionId, ParticipationId, PersonId};
use domain::language::Language;
use sea_orm::{ActiveValue::Set, EntityTrait};
use services::Campus;
use services::entity::{course, course_version, edition, participation};

/// An edition to take part in, of a course without content. Tests of learning make theirs by the use cases.
pub async fn bare_edition(campus: &Campus) -> EditionId {
    let (db, now, id) = (campus.db.writer(), campus.now(), campus.new_id());
    let row = course::Model { id: CourseId(id), slug: format!("course-{id}"), created_at: now };
    course::Entity::insert(course::ActiveModel::from(row)).exec_without_returning(db).await.unwrap();
    let row = course_version::Model {
        id: CourseVersionId(id),
        course_id: CourseId(id),
        number: 1,
        digest: String::new(),
        content: "{}".into(),
        imported_at: now,
    };
    course_version::Entity::insert(course_version::ActiveModel::from(row)).exec_without_returning(db).await.unwrap();
    let row = edition::Model {
        id: EditionId(id),
        course_id: CourseId(id),
        course_version_id: CourseVersionId(id),
        code: format!("edition-{id}"),
        title_es: "Un curso".into(),
        title_en: "A course".into(),
        modality: Modality::Workshop,
        languages: "es,en".into(),
        starts_on: now.date_naive(),
        ends_on: now.date_naive(),
        zone: "UTC".into(),
        seats: None,
        enrolment: EnrolmentMode::Open,
        state: EditionState::Open,
        place: None,
        link: None,
        questions: "[]".into(),
        waiting_rule: r#"{"by":"team"}"#.into(),
        join_code: None,
        certificates: domain::certificate::Certificates::Completion,
        completion: Rule::Recorded,
        country: None,
        personnel_kind: None,
        created_at: now,
    };
    edition::Entity::insert(edition::ActiveModel::from(row)).exec_without_returning(db).await.unwrap();
    EditionId(id)
}

/// A participation with blank cells that a roster recorded: enrolled, nothing done yet.
pub async fn participation(campus: &Campus, person: PersonId, edition: EditionId) -> ParticipationId {
    let id = ParticipationId(campus.new_id());
    let row = participation::ActiveModel {
        id: Set(id),
        person_id: Set(person),
        edition_id: Set(edition),
        source: Set(Source::Roster),
        language: Set(Language::Es),
        enrolled_at: Set(campus.now()),
        created_at: Set(campus.now()),
        ..Default::default()
    };
    participation::Entity::insert(row).exec_without_returning(campus.db.writer()).await.unwrap();
    id
}
