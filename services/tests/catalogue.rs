//! The catalogue and a course's page: what is found, and which edition is offered. On both databases.
#![cfg(test)]

mod support;

use domain::edition::EditionForm;
use domain::error::Code;
use domain::language::Language;
use services::Ctx;
use services::course::{self, import_embedded};
use support::{on_both, system, visitor};

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
        let keys: Vec<_> = all.iter().map(|card| (card.outline, course::search::fold(&card.title))).collect();
        assert!(keys.len() == 3 && keys.is_sorted(), "{keys:?}");
        let next = |slug: &str| all.iter().find(|card| card.slug == slug).unwrap().next_edition.clone();
        assert_eq!(next("sisdehm").unwrap().code, "sisdehm-now");
        assert!(next("pga").is_none());
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
        assert!(page.modules.iter().map(|module| module.activities.len()).sum::<usize>() > 18 + 9);
        assert_eq!(course::course(&ctx, "nothing").await.unwrap_err().code(), Some(Code::NotFound));
    })
    .await;
}
