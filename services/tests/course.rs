//! Courses: versions are immutable, the catalogue and a course's page show the latest.
#![cfg(test)]

mod files;
mod support;

use domain::course::ActivityKind;
use domain::error::Code;
use domain::language::Language;
use domain::quiz::QuestionKind;
use domain::quiz::{Answer, Number};
use files::{BROKEN, Edited, SOUND, copy};
use services::course::{self, import_dir, import_embedded};
use services::{Ctx, Error};
use std::path::Path;
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
        let card = own.join("es/course.md");
        let text = std::fs::read_to_string(&card).unwrap() + "\n\nUna línea de más.\n";
        std::fs::write(&card, text).unwrap();
        assert_eq!(import_dir(&ctx, &own).await.unwrap()[0].number, 2);

        import_embedded(&ctx).await.unwrap();
        let shown = latest(&ctx, "pga").await.description.get(Language::Es).to_owned();
        assert!(shown.contains("Una línea de más"), "the next start must not bring the old files back");
    })
    .await;
}

async fn whole_format(campus: &std::sync::Arc<services::Campus>) -> std::sync::Arc<domain::course::CourseContent> {
    let ctx = system(campus);
    import_dir(&ctx, &Path::new(SOUND).join("whole-format")).await.unwrap();
    latest(&ctx, "whole-format").await
}

#[tokio::test]
async fn every_kind_of_activity_and_question_comes_in() {
    on_both(|campus| async move {
        let content = whole_format(&campus).await;
        let keys: Vec<_> = content.activities().map(|(_, one)| (one.key.as_str(), one.kind, one.minutes, one.week)).collect();
        assert_eq!(
            keys,
            [
                ("pre-test", ActivityKind::PreTest, 2, Some(1)),
                ("reading", ActivityKind::Lesson, 10, None),
                ("sheet", ActivityKind::Worksheet, 5, None),
                ("plan", ActivityKind::Assignment, 5, Some(3)),
                ("annex", ActivityKind::Lesson, 4, None),
                ("only-check", ActivityKind::Check, 14, Some(2)),
                ("final-test", ActivityKind::FinalTest, 4, None),
                ("post-test", ActivityKind::PostTest, 2, None),
                ("survey", ActivityKind::Survey, 10, Some(4)),
            ]
        );
        let stored: domain::completion::Rule =
            "{\"all\":[\"lessons\",\"checks\",{\"quiz\":{\"key\":\"final-test\",\"grade\":80}},{\"some\":{\"least\":1,\"of\":\
             [{\"assignment\":{\"key\":\"plan\"}},{\"final-grade\":70},{\"attendance\":2}]}}]}"
                .parse()
                .unwrap();
        assert_eq!(content.completion, stored);
        let find = |key: &str| content.find_activity(key).unwrap();
        let check = find("only-check").quiz().unwrap();
        assert_eq!(
            (check.pass, check.attempts, check.wait, check.minutes, check.shuffle, find("only-check").weight),
            (60, Some(3), Some(10), Some(20), true, 2)
        );
        assert_eq!((check.method.as_str(), check.feedback.as_str()), ("average", "after-due"));
        assert_eq!(check.questions.iter().map(|question| question.objective).collect::<Vec<_>>()[..4], [Some(1), Some(1), Some(1), Some(2)]);
        for question in &check.questions {
            assert!(question.is_right(&question.right_answer()), "{}", question.key);
        }
        // Three lines, of which two go with the same: two targets.
        let matching = check.find("c-4").unwrap();
        assert_eq!((matching.options.len(), matching.targets.len()), (3, 2));
        let ordering = check.find("c-5").unwrap();
        let mut places: Vec<_> = ordering.options.iter().map(|option| option.target.unwrap()).collect();
        assert_ne!(places, [0, 1, 2], "the shown order must not be the right one");
        places.sort_unstable();
        assert_eq!(places, [0, 1, 2]);
        let short = check.find("c-6").unwrap();
        assert_eq!(short.accepted, ["brecha de genero", "brecha", "gender gap", "gap"]);
        assert!(short.is_right(&Answer(vec!["  GENDER gap ".into()])) && !short.is_right(&Answer(vec!["other".into()])));
        assert_eq!((short.shown.get(Language::Es), short.said_other.get(Language::En)), ("Brecha de género", "It is something else."));
        let numeric = check.find("c-7").unwrap();
        assert_eq!(numeric.number, Some(Number { value: 12_500_000, tolerance: 500_000 }));
        assert_eq!(numeric.shown.get(Language::Es), "12,5");

        let fields = find("sheet").worksheet().unwrap();
        assert_eq!(fields.iter().map(|field| (field.key.as_str(), field.rows)).collect::<Vec<_>>(), [("problem", 2), ("people", 3)]);
        let plan = find("plan").assignment().unwrap();
        assert_eq!((plan.pass, plan.most_points(), plan.files.as_ref().unwrap().most), (60, 4, 2));
        assert_eq!(find("survey").survey().unwrap().questions[1].options[1].get(Language::En), "Practice");
        assert_eq!(content.glossary[0].title.get(Language::En), "Gap");
        assert!(find("annex").is_in(Language::Es) && !find("annex").is_in(Language::En));
    })
    .await;
}

#[tokio::test]
async fn media_are_shown_with_words_and_stored_once_under_their_digest() {
    on_both(|campus| async move {
        let content = whole_format(&campus).await;
        let html = content.find_activity("reading").unwrap().html.get(Language::Es).to_owned();
        let picture = "alt=\"Un &quot;ciclo&quot; &lt;redondo&gt;\" width=\"40\" height=\"20\" loading=\"lazy\"";
        for expected in [
            picture,
            "<figcaption>Pie</figcaption></figure>",
            "width=\"12\" height=\"8\"",
            "<video controls preload=\"none\" aria-label=\"Una película\">",
            "<track kind=\"captions\"",
            "<summary>Transcripción</summary><p>Se oye: <em>hola</em>.</p></details>",
            "download=\"plan.docx\"",
            "<span class=\"document-size\">(DOCX, 1 KB)</span>",
            "<a class=\"term\" id=\"from-gap\" href=\"#term-gap\"",
            "<a class=\"term\" href=\"#term-gap\"",
            "<dt>Brecha</dt><dd><p>Una diferencia, medida con una <a href=\"glossary#term-rate\"",
            "href=\"sheet\"",
        ] {
            assert!(html.contains(expected), "{expected}\n{html}");
        }
        let name = html.split("src=\"/media/").nth(1).unwrap().split('"').next().unwrap();
        let stored = course::media::get(&campus, name).await.unwrap();
        let whole = stored.bytes;
        assert!(stored.read(&campus, 0..whole).await.unwrap().starts_with(b"<svg"));
        assert_eq!(course::media::get(&campus, "nothing.svg").await.unwrap_err().code(), Some(Code::NotFound));
        let unknown = format!("{}.svg", "0".repeat(64));
        assert_eq!(course::media::get(&campus, &unknown).await.unwrap_err().code(), Some(Code::NotFound));
        // A second import stores nothing anew and changes nothing.
        assert!(!import_dir(&system(&campus), &Path::new(SOUND).join("whole-format")).await.unwrap()[0].new);
    })
    .await;
}
