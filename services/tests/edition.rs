//! Editions: the form says everything that is wrong with it; lists count seats and people in bulk.
#![cfg(test)]

mod support;

use domain::completion::Rule;
use domain::edition::{EditionForm, Phase};
use domain::enrolment::Source;
use domain::error::Code;
use domain::id::{ParticipationId, PersonId};
use domain::language::Language;
use sea_orm::{ActiveValue::Set, EntityTrait, PaginatorTrait};
use services::course::import_embedded;
use services::entity::{audit, edition_instructor, participation, person};
use services::{Ctx, Error, edition};
use support::{on_both, signed_in, staff, system, visitor};

fn form(code: &str) -> EditionForm {
    let text = str::to_owned;
    EditionForm {
        course: text("sisdehm"),
        code: text(code),
        title_es: text("Edición de prueba"),
        starts_on: text("2026-02-01"),
        ends_on: text("2026-04-30"),
        languages: vec![text("es"), text("en")],
        modality: text("virtual-course"),
        seats: text("2"),
        ..EditionForm::default()
    }
}

fn fields(error: Error) -> Vec<(String, Code)> {
    let Error::Refused(refusal) = error else { panic!("a refusal: {error}") };
    refusal.fields
}

/// Somebody from a roster takes a seat.
async fn seat(ctx: &Ctx, code: &str, completed: bool) {
    let edition = edition::store::get_by_code(ctx.db.read(), code).await.unwrap();
    let person_id = PersonId(ctx.new_id());
    let row = person::ActiveModel {
        id: Set(person_id),
        given_name: Set("Rosa".to_owned()),
        family_name: Set("Example".to_owned()),
        created_at: Set(ctx.now()),
        ..Default::default()
    };
    person::Entity::insert(row).exec_without_returning(ctx.db.writer()).await.unwrap();
    let row = participation::ActiveModel {
        id: Set(ParticipationId(ctx.new_id())),
        person_id: Set(person_id),
        edition_id: Set(edition.id),
        source: Set(Source::Roster),
        language: Set(Language::Es),
        enrolled_at: Set(ctx.now()),
        completed_at: Set(completed.then(|| ctx.now())),
        created_at: Set(ctx.now()),
        ..Default::default()
    };
    participation::Entity::insert(row).exec_without_returning(ctx.db.writer()).await.unwrap();
}

#[tokio::test]
async fn an_edition_pins_the_latest_content_and_takes_the_courses_words() {
    on_both(|campus| async move {
        import_embedded(&system(&campus)).await.unwrap();
        let staff = staff(&campus).await;
        let teacher = signed_in(&campus, "teacher@example.org").await;
        let filled = EditionForm {
            instructors: "Teacher@example.org".to_owned(),
            code: "SISDEHM-2026-ES".to_owned(),
            ..form("")
        };
        assert_eq!(edition::create(&staff, filled).await.unwrap(), "sisdehm-2026-es");
        let made = edition::store::get_by_code(campus.db.read(), "sisdehm-2026-es").await.unwrap();
        let latest = services::course::store::latest(campus.db.read(), "sisdehm").await.unwrap().unwrap();
        assert_eq!(made.course_version_id, latest.id);
        assert_eq!(
            (made.completion.clone(), made.seats, made.zone.as_str()),
            (Rule::full(), Some(2), "America/New_York")
        );
        assert_eq!(edition::languages(&made), [Language::Es, Language::En]);
        assert_eq!(edition::title(&made, Language::Es), "Edición de prueba");
        assert!(edition::title(&made, Language::En).contains("SISDEHM"));
        assert_eq!(edition::dates(&made).phase(campus.now()), Phase::Running);
        let taught = edition_instructor::Entity::find().one(campus.db.read()).await.unwrap().unwrap();
        assert_eq!((taught.edition_id, taught.account_id), (made.id, teacher.person().unwrap().account));
        let trail = audit::Entity::find().all(campus.db.read()).await.unwrap();
        assert!(trail.iter().any(|entry| entry.action == "edition-made" && entry.subject == "sisdehm-2026-es"));
    })
    .await;
}

#[tokio::test]
async fn every_wrong_field_is_named_and_nothing_is_made() {
    on_both(|campus| async move {
        import_embedded(&system(&campus)).await.unwrap();
        let staff = system(&campus);
        let wrong = EditionForm {
            code: "á b".to_owned(),
            ends_on: "2026-01-01".to_owned(),
            languages: vec!["fr".to_owned()],
            seats: "0".to_owned(),
            modality: "séance".to_owned(),
            ..form("")
        };
        let named: Vec<_> =
            fields(edition::create(&staff, wrong).await.unwrap_err()).into_iter().map(|(field, _)| field).collect();
        assert_eq!(named, ["code", "modality", "languages", "ends_on", "seats"]);
        let unknown = EditionForm { course: "astronomy".to_owned(), ..form("x") };
        assert_eq!(
            fields(edition::create(&staff, unknown).await.unwrap_err()),
            [("course".to_owned(), Code::ChoiceUnknown)]
        );
        let stranger = EditionForm { instructors: "nobody@example.org".to_owned(), ..form("x") };
        assert_eq!(
            fields(edition::create(&staff, stranger).await.unwrap_err()),
            [("instructors".to_owned(), Code::ChoiceUnknown)]
        );
        let named = r#"{"assignment":{"key":"nowhere"}}"#.to_owned();
        let impossible = EditionForm { completion: named, ..form("x") };
        assert_eq!(
            fields(edition::create(&staff, impossible).await.unwrap_err()),
            [("completion".to_owned(), Code::RuleImpossible)]
        );
        assert_eq!(edition::list(&staff, "", 1).await.unwrap().total, 0);
    })
    .await;
}

#[tokio::test]
async fn a_code_is_taken_once() {
    on_both(|campus| async move {
        import_embedded(&system(&campus)).await.unwrap();
        let ctx = system(&campus);
        edition::create(&ctx, form("same")).await.unwrap();
        let refused = edition::create(&ctx, form("SAME")).await.unwrap_err();
        assert_eq!(refused.code(), Some(Code::CodeTaken));
        assert_eq!(fields(refused), [("code".to_owned(), Code::CodeTaken)]);
        assert_eq!(services::entity::edition::Entity::find().count(campus.db.read()).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn only_staff_see_the_register() {
    on_both(|campus| async move {
        let learner = signed_in(&campus, "ana@example.org").await;
        for (ctx, code) in [(visitor(&campus), Code::SignInFirst), (learner, Code::NotForYou)] {
            assert_eq!(edition::list(&ctx, "", 1).await.unwrap_err().code(), Some(code));
            assert_eq!(edition::choices(&ctx).await.unwrap_err().code(), Some(code));
            assert_eq!(edition::create(&ctx, form("x")).await.unwrap_err().code(), Some(code));
        }
    })
    .await;
}

#[tokio::test]
async fn the_register_counts_people_and_seats_and_is_searched() {
    on_both(|campus| async move {
        import_embedded(&system(&campus)).await.unwrap();
        let ctx = system(&campus);
        edition::create(&ctx, form("first")).await.unwrap();
        let open = EditionForm {
            seats: String::new(),
            starts_on: "2026-03-20".to_owned(),
            title_es: "Otra".to_owned(),
            ..form("second")
        };
        edition::create(&ctx, open).await.unwrap();
        seat(&ctx, "first", true).await;
        seat(&ctx, "first", false).await;
        seat(&ctx, "first", false).await;
        seat(&ctx, "second", false).await;
        let page = edition::list(&ctx, "", 1).await.unwrap();
        let rows: Vec<_> = page
            .rows
            .iter()
            .map(|row| (row.card.code.as_str(), row.enrolled, row.completed, row.card.seats_left))
            .collect();
        assert_eq!(rows, [("second", 1, 0, None), ("first", 3, 1, Some(0))]);
        assert!(!page.rows[1].card.can_join() && page.rows[0].card.can_join());
        assert_eq!((page.rows[0].card.phase, page.rows[0].card.course.as_str()), (Phase::Upcoming, "sisdehm"));
        assert_eq!(edition::list(&ctx, "edicion", 1).await.unwrap().rows[0].card.code, "first");
        let choices = edition::choices(&ctx).await.unwrap();
        assert_eq!(choices.courses.len(), 3);
    })
    .await;
}
