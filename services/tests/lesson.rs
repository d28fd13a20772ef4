//! What surrounds a lesson: its language, the glossary, the module on paper.
#![cfg(test)]

mod files;
mod support;

use std::path::Path;
use std::sync::Arc;

use domain::edition::EditionForm;
use domain::error::Code;
use domain::language::Language;
use files::SOUND;
use services::learning::{activity, glossary, outline, pack};
use services::{Campus, Ctx, enrolment};
use support::{on_both, signed_in, system, visitor};

/// Somebody who learns in an edition of the course that uses the whole format, and reads in this language.
async fn learner(campus: &Arc<Campus>, language: Language) -> Ctx {
    let staff = system(campus);
    services::course::import_dir(&staff, &Path::new(SOUND).join("whole-format")).await.unwrap();
    let form = EditionForm {
        course: "whole-format".into(),
        code: "e".into(),
        starts_on: "2026-02-01".into(),
        ends_on: "2026-12-01".into(),
        languages: vec!["es".into(), "en".into()],
        modality: "virtual-course".into(),
        ..EditionForm::default()
    };
    services::edition::create(&staff, form).await.unwrap();
    let ctx = Ctx { language, ..signed_in(campus, "ana@example.org").await };
    enrolment::enrol(&ctx, "e").await.unwrap();
    ctx
}

#[tokio::test]
async fn a_missing_translation_shows_the_original_and_says_so() {
    on_both(|campus| async move {
        let ctx = learner(&campus, Language::En).await;
        let annex = activity(&ctx, "e", "annex").await.unwrap();
        assert_eq!((annex.language, annex.title.as_str()), (Language::Es, "Anexo"));
        assert!(annex.html.contains("Solo en español"));
        assert_eq!(activity(&ctx, "e", "reading").await.unwrap().language, Language::En);
        let outline = outline(&ctx, "e").await.unwrap();
        let languages: Vec<_> = outline.modules[0].items.iter().map(|item| item.language).collect();
        assert_eq!(languages.iter().filter(|language| **language == Language::Es).count(), 1);
        assert!(outline.glossary && outline.modules[0].key == "only");
    })
    .await;
}

#[tokio::test]
async fn terms_are_found_by_title_and_definition() {
    on_both(|campus| async move {
        let ctx = learner(&campus, Language::Es).await;
        let keys = async |search: &str| -> Vec<String> {
            let view = glossary(&ctx, "e", search).await.unwrap();
            assert_eq!(view.all, 2);
            view.terms.into_iter().map(|term| term.key).collect()
        };
        assert_eq!(keys("").await, ["gap", "rate"]);
        assert_eq!(keys("PARTE de un").await, ["rate"]);
        assert_eq!(keys("href").await, [""; 0], "what stands in tags is nobody's text");
    })
    .await;
}

#[tokio::test]
async fn a_module_on_paper_holds_what_is_read_and_filled_in() {
    on_both(|campus| async move {
        let ctx = learner(&campus, Language::En).await;
        let view = pack(&ctx, "e", "only").await.unwrap();
        assert_eq!(
            view.parts.iter().map(|part| part.key.as_str()).collect::<Vec<_>>(),
            ["reading", "sheet", "plan", "annex"]
        );
        assert!(view.parts[0].html.contains("id=\"reading--h-uno\"") && view.parts[0].html.contains("href=\"#sheet\""));
        assert_eq!(view.parts[1].fields[0], ("The problem".to_owned(), "In a sentence".to_owned(), 2));
        assert_eq!(view.parts[2].rubric[0].1[1], (4, "All".to_owned()));
        assert_eq!(view.parts[3].language, Language::Es);
        assert_eq!(pack(&ctx, "e", "none").await.unwrap_err().code(), Some(Code::NotFound));
    })
    .await;
}

#[tokio::test]
async fn only_who_learns_there_reads_them() {
    on_both(|campus| async move {
        learner(&campus, Language::Es).await;
        let other = signed_in(&campus, "bea@example.org").await;
        for (ctx, code) in [(visitor(&campus), Code::SignInFirst), (other, Code::NotEnrolled)] {
            assert_eq!(glossary(&ctx, "e", "").await.unwrap_err().code(), Some(code));
            assert_eq!(pack(&ctx, "e", "only").await.unwrap_err().code(), Some(code));
        }
    })
    .await;
}
