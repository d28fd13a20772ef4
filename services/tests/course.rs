//! Courses: versions are immutable, the catalogue and a course's page show the latest.
#![cfg(test)]

mod files;
mod support;

use std::path::Path;

use domain::course::ActivityKind;
use domain::edition::EditionForm;
use domain::error::Code;
use domain::language::Language;
use domain::quiz::QuestionKind;
use files::{BROKEN, Edited, SOUND, copy};
use services::course::{self, import_dir, import_embedded};
use services::{Ctx, Error};
use support::{on_both, signed_in, system, visitor};

async fn latest(ctx: &Ctx, slug: &str) -> std::sync::Arc<domain::course::CourseContent> {
    let version = course::store::latest(ctx.db.read(), slug).await.unwrap().unwrap();
    ctx.contents.get(ctx.db.read(), version.id).await.unwrap()
}

#[tokio::test]
async fn files_become_a_content_version_with_every_language() {
    on_both(|campus| async move {
        let ctx = system(&campus);
        let imported = import_dir(&ctx, &Path::new(SOUND).join("reading-data")).await.unwrap();
        assert_eq!((imported[0].slug.as_str(), imported[0].number, imported[0].new), ("reading-data", 1, true));
        let content = latest(&ctx, "reading-data").await;
        let keys: Vec<_> = content
            .activities()
            .map(|(place, activity)| (place, activity.key.as_str(), activity.kind, activity.minutes))
            .collect();
        assert_eq!(
            keys,
            [
                (0, "what-data-say", ActivityKind::Lesson, 65),
                (0, "what-they-hide", ActivityKind::Lesson, 65),
                (0, "first-check", ActivityKind::Check, 4),
                (1, "telling", ActivityKind::Lesson, 42),
                (1, "final-test", ActivityKind::FinalTest, 4),
            ]
        );
        let lesson = content.find_activity("what-data-say").unwrap();
        let es = lesson.html.get(Language::Es);
        assert!(es.contains("href=\"what-they-hide#h-que-falta\""), "{es}");
        assert!(es.contains("<h2 id=\"h-una-tabla\">Una tabla</h2>") && es.contains("href=\"#h-una-tabla\""), "{es}");
        assert!(
            es.contains("<div class=\"table-wrap\" tabindex=\"0\" role=\"region\" aria-label=\"Tabla 1\"><table>"),
            "{es}"
        );
        assert!(
            es.contains("<th scope=\"col\">País</th>") && es.contains("<th scope=\"col\" class=\"num\">Mujeres</th>"),
            "{es}"
        );
        assert!(
            es.contains("<td class=\"num\">12</td>") && es.contains("aria-label=\"Volver a la referencia 1\""),
            "{es}"
        );
        assert!(lesson.html.get(Language::En).contains("aria-label=\"Table 1\""));
        let quiz = content.find_activity("first-check").unwrap().quiz().unwrap();
        assert_eq!((quiz.pass, quiz.draw, quiz.questions.len()), (60, None, 2));
        let question = &quiz.questions[1];
        assert_eq!(question.kind, QuestionKind::Multiple);
        assert_eq!(question.options.iter().map(|option| option.right).collect::<Vec<_>>(), [true, false, true]);
        assert_eq!(question.options[0].html.get(Language::En), "What <em>nobody</em> asked");
        assert_eq!(question.options[1].feedback.get(Language::Es), "Siempre falta algo.");
    })
    .await;
}

#[tokio::test]
async fn the_same_files_make_no_version_and_a_change_never_touches_the_old_one() {
    on_both(|campus| async move {
        let ctx = system(&campus);
        import_dir(&ctx, Path::new(SOUND)).await.unwrap();
        let first = course::store::latest(ctx.db.read(), "reading-data").await.unwrap().unwrap();

        let commented = Edited::new("course.yaml", "hours: 3", "hours: 3   # honest");
        let again = import_dir(&ctx, commented.folder()).await.unwrap();
        assert_eq!((again[0].number, again[0].new), (1, false));

        let changed = Edited::new("es/second/telling.md", "Diga lo que sabe", "Diga todo lo que sabe");
        let changed = import_dir(&ctx, changed.folder()).await.unwrap();
        assert_eq!((changed[0].number, changed[0].new), (2, true));
        let old = course::store::get_version(ctx.db.read(), first.id).await.unwrap();
        assert_eq!(old.content, first.content);
        assert!(
            latest(&ctx, "reading-data")
                .await
                .find_activity("telling")
                .unwrap()
                .html
                .get(Language::Es)
                .contains("Diga todo")
        );
    })
    .await;
}

#[tokio::test]
async fn a_bad_import_changes_nothing_and_says_everything() {
    on_both(|campus| async move {
        let ctx = system(&campus);
        let both = tempfile::tempdir().unwrap();
        copy(&Path::new(SOUND).join("reading-data"), &both.path().join("a-good-one"));
        copy(&Path::new(BROKEN).join("reading-data"), &both.path().join("reading-data"));
        let Error::Files(lines) = import_dir(&ctx, both.path()).await.unwrap_err() else {
            panic!("files were at fault")
        };
        assert!(lines.len() > 20, "{lines:#?}");
        assert!(course::store::list_latest(ctx.db.read()).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn only_staff_import() {
    on_both(|campus| async move {
        let learner = signed_in(&campus, "ana@example.org").await;
        for (ctx, code) in [(visitor(&campus), Code::SignInFirst), (learner, Code::NotForYou)] {
            assert_eq!(import_dir(&ctx, Path::new(SOUND)).await.unwrap_err().code(), Some(code));
            assert_eq!(import_embedded(&ctx).await.unwrap_err().code(), Some(code));
        }
    })
    .await;
}

#[tokio::test]
async fn the_program_brings_its_courses_once() {
    on_both(|campus| async move {
        let ctx = system(&campus);
        let first = import_embedded(&ctx).await.unwrap();
        let slugs: Vec<_> = first.iter().map(|imported| imported.slug.as_str()).collect();
        assert_eq!(slugs, ["gender-equality", "pga", "sisdehm"]);
        assert!(first.iter().all(|imported| imported.new && imported.number == 1));
        assert!(import_embedded(&ctx).await.unwrap().iter().all(|imported| !imported.new && imported.number == 1));
        // The folder and the copy inside the program are one and the same.
        assert!(import_dir(&ctx, Path::new("../courses")).await.unwrap().iter().all(|imported| !imported.new));
        let sisdehm = latest(&ctx, "sisdehm").await;
        assert_eq!(sisdehm.languages, [Language::Es, Language::En]);
        assert!(sisdehm.modules.len() >= 8);
        assert!(sisdehm.find_activity("final-test").unwrap().quiz().unwrap().questions.len() >= 30);
    })
    .await;
}

#[tokio::test]
async fn a_newer_version_of_a_built_in_course_stays_the_newest() {
    on_both(|campus| async move {
        let ctx = system(&campus);
        import_embedded(&ctx).await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("pga");
        copy(Path::new("../courses/pga"), &own);
        let card = own.join("course.yaml");
        let text = std::fs::read_to_string(&card).unwrap().replace("hours: 30", "hours: 31");
        std::fs::write(&card, text).unwrap();
        assert_eq!(import_dir(&ctx, &own).await.unwrap()[0].number, 2);

        import_embedded(&ctx).await.unwrap();
        assert_eq!(latest(&ctx, "pga").await.hours, 31, "the next start must not bring the old files back");
    })
    .await;
}

async fn open_edition(ctx: &Ctx, course: &str, code: &str, from: &str, to: &str) {
    let text = str::to_owned;
    let form = EditionForm {
        course: text(course),
        code: text(code),
        starts_on: text(from),
        ends_on: text(to),
        languages: vec![text("es"), text("en")],
        modality: text("virtual-course"),
        ..EditionForm::default()
    };
    services::edition::create(ctx, form).await.unwrap();
}

#[tokio::test]
async fn the_catalogue_is_searched_without_accents_and_names_the_edition_to_join() {
    on_both(|campus| async move {
        import_embedded(&system(&campus)).await.unwrap();
        let staff = system(&campus);
        open_edition(&staff, "sisdehm", "sisdehm-past", "2025-03-01", "2025-04-01").await;
        open_edition(&staff, "sisdehm", "sisdehm-next", "2026-06-01", "2026-07-01").await;
        open_edition(&staff, "sisdehm", "sisdehm-now", "2026-02-01", "2026-04-01").await;
        let ctx = visitor(&campus);
        let all = course::catalogue(&ctx, "", None).await.unwrap();
        assert_eq!(
            all.iter().map(|card| card.slug.as_str()).collect::<Vec<_>>(),
            ["sisdehm", "pga", "gender-equality"]
        );
        assert_eq!(all[0].next_edition.as_ref().unwrap().code, "sisdehm-now");
        assert!(all[1].outline && all[1].next_edition.is_none());
        let found = course::catalogue(&ctx, "DIAGNOSTICO participativo", Some(Language::En)).await.unwrap();
        assert_eq!(found.iter().map(|card| card.slug.as_str()).collect::<Vec<_>>(), ["pga"]);
        assert!(course::catalogue(&ctx, "astronomía", None).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_courses_page_shows_what_runs_first_and_what_ended_last() {
    on_both(|campus| async move {
        let staff = system(&campus);
        import_embedded(&staff).await.unwrap();
        open_edition(&staff, "sisdehm", "sisdehm-past", "2025-03-01", "2025-04-01").await;
        open_edition(&staff, "sisdehm", "sisdehm-next", "2026-06-01", "2026-07-01").await;
        open_edition(&staff, "sisdehm", "sisdehm-now", "2026-02-01", "2026-04-01").await;
        let ctx = Ctx { language: Language::En, ..visitor(&campus) };
        let page = course::course(&ctx, "sisdehm").await.unwrap();
        assert_eq!(
            page.editions.iter().map(|card| card.code.as_str()).collect::<Vec<_>>(),
            ["sisdehm-now", "sisdehm-next", "sisdehm-past"]
        );
        assert!(page.title.contains("Indicators"), "{}", page.title);
        assert!(page.description_html.starts_with("<p>") && page.objectives.len() >= 5);
        assert_eq!(page.modules.iter().map(|module| module.activities.len()).sum::<usize>(), 18 + 9 + 1);
        assert_eq!(course::course(&ctx, "nothing").await.unwrap_err().code(), Some(Code::NotFound));
    })
    .await;
}
