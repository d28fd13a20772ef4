//! Drafts: a course is written in the browser, field by field and in two languages, and comes out as files and as a version.
//! On both databases.
#![cfg(test)]

mod support;

use std::collections::HashMap;

use domain::course::{ActivityKind, Change};
use domain::draft::{NewCourse, PartKind};
use domain::error::Code;
use domain::language::Language;
use domain::quiz::QuestionKind;
use services::draft::{self, Brought, Edit};
use services::{Ctx, Error};
use support::{code, fields, on_both, signed_in, staff, system};

const BOTH: [Language; 2] = [Language::Es, Language::En];

fn titles(es: &str, en: &str) -> Vec<(Language, String)> {
    vec![(Language::Es, es.to_owned()), (Language::En, en.to_owned())]
}

fn form(pairs: &[(&str, &str)]) -> HashMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// Saves as the page does: what is seen now, and the form.
async fn save(ctx: &Ctx, item: &str, part: &str, pairs: &[(&str, &str)]) -> Result<String, Error> {
    let seen = draft::item(ctx, "water", item, (!part.is_empty()).then_some(part)).await?.seen;
    let edit = Edit { slug: "water".into(), item: item.into(), part: part.into(), seen, minor: false };
    draft::save(ctx, &edit, &form(pairs)).await
}

async fn begin(ctx: &Ctx) {
    let new = NewCourse {
        slug: "water".into(),
        title_es: "Agua y género".into(),
        title_en: "Water and gender".into(),
        learning_hours: "1".into(),
        languages: "es,en".into(),
    };
    assert_eq!(draft::create(ctx, &new).await.unwrap(), "water");
}

/// A whole course of one module in two languages, ready to be published.
async fn write_course(ctx: &Ctx) {
    begin(ctx).await;
    assert_eq!(
        draft::add_module(ctx, "water", &titles("Quién carga el agua", "Who carries water")).await.unwrap(),
        "quien-carga-el-agua"
    );
    let about = [
        ("t.es.title", "Agua y género"),
        ("t.es.short_title", "Agua"),
        ("t.es.summary", "Quién la busca."),
        ("t.es.audience", "Personal público."),
        ("t.es.objectives", "Reconocer la carga\r\n"),
        ("t.es.body", "Un curso **breve**."),
        ("t.en.title", "Water and gender"),
        ("t.en.short_title", "Water"),
        ("t.en.summary", "Who fetches it: the burden."),
        ("t.en.audience", "Public staff."),
        ("t.en.objectives", "Recognise the burden"),
        ("t.en.body", "A **short** course."),
        ("p0.s.key", "quien-carga-el-agua"),
        ("p0.t.es.title", "Quién carga el agua"),
        ("p0.t.en.title", "Who carries water"),
    ];
    save(ctx, "about", "", &about).await.unwrap();
    let lesson =
        draft::add_activity(ctx, "water", "quien-carga-el-agua", PartKind::Lesson, &titles("El camino", "The way"))
            .await
            .unwrap();
    assert_eq!(lesson, "el-camino");
    let text = [
        ("s.minutes", "50"),
        ("t.es.title", "El camino"),
        ("t.es.body", "## Lejos\n\nUna hora."),
        ("t.en.title", "The way"),
        ("t.en.body", "## Far\n\nOne hour."),
    ];
    save(ctx, &lesson, "", &text).await.unwrap();
    draft::change_outline(ctx, "water", "add:final-test").await.unwrap();
    draft::change_outline(ctx, "water", "add:quien-carga-el-agua-check").await.unwrap();
    for (item, number) in [("final-test", 3), ("quien-carga-el-agua-check", 2)] {
        for number in 0..number {
            let es = format!("¿Quién va? ({item} {number})");
            let question = [
                ("s.kind", "single"),
                ("s.objective", "1"),
                ("t.es.text", es.as_str()),
                ("t.en.text", "Who goes?"),
                ("p0.s.right", "1"),
                ("p0.t.es.text", "Ellas"),
                ("p0.t.en.text", "They do"),
                ("p0.t.es.feedback", "Así es."),
                ("p0.t.en.feedback", "That is so."),
                ("p1.t.es.text", "Nadie"),
                ("p1.t.en.text", "Nobody"),
                ("p1.t.es.feedback", "No."),
                ("p1.t.en.feedback", "No."),
                ("p2.t.es.text", ""),
            ];
            save(ctx, item, "new", &question).await.unwrap();
        }
    }
}

async fn publish(ctx: &Ctx) -> services::course::Imported {
    let view = draft::publish_view(ctx, "water").await.unwrap();
    assert!(view.flaws.is_empty(), "{:#?}", view.flaws);
    draft::publish(ctx, "water", &view.seen).await.unwrap()
}

async fn newest(ctx: &Ctx) -> std::sync::Arc<domain::course::CourseContent> {
    let latest = services::course::store::find_latest(ctx.db.read(), "water").await.unwrap().unwrap();
    ctx.contents.get(ctx.db.read(), latest.version).await.unwrap()
}

#[tokio::test]
async fn a_course_is_written_from_nothing_in_two_languages_and_published() {
    on_both(|campus| async move {
        let ctx = staff(&campus).await;
        write_course(&ctx).await;
        let listed = draft::list(&ctx, "agua", 1).await.unwrap();
        assert_eq!((listed.rows.len(), listed.rows[0].version, listed.rows[0].changed_at.is_some()), (1, None, true));
        let imported = publish(&ctx).await;
        assert_eq!((imported.number, imported.new), (1, true));
        let content = newest(&ctx).await;
        assert_eq!(content.title.get(Language::En), "Water and gender");
        let kinds: Vec<_> = content.activities().map(|(_, activity)| (activity.kind, activity.minutes)).collect();
        assert_eq!(kinds, [(ActivityKind::Lesson, 50), (ActivityKind::Check, 4), (ActivityKind::FinalTest, 6)]);
        let question = &content.find_activity("final-test").unwrap().quiz().unwrap().questions[0];
        assert_eq!((question.kind, question.options[0].right), (QuestionKind::Single, true));
        assert_eq!(question.options[1].html.get(Language::En), "Nobody");
        // The draft is gone; the next one begins with the same files.
        let view = draft::outline(&ctx, "water").await.unwrap();
        assert_eq!((view.version, view.changed, view.modules[0].items.len()), (Some(1), false, 1));
        assert!(draft::publish_view(&ctx, "water").await.unwrap().changes.is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_is_named_with_its_place_and_nothing_is_published() {
    on_both(|campus| async move {
        let ctx = staff(&campus).await;
        begin(&ctx).await;
        draft::add_module(&ctx, "water", &titles("Uno", "")).await.unwrap();
        draft::add_activity(&ctx, "water", "uno", PartKind::Assignment, &titles("Un plan", "")).await.unwrap();
        let view = draft::publish_view(&ctx, "water").await.unwrap();
        assert!(
            view.flaws.iter().any(|flaw| flaw.item.as_deref() == Some("un-plan") && flaw.file == "es/uno/un-plan.md")
        );
        assert!(view.flaws.iter().any(|flaw| flaw.file == "en/uno/un-plan.md" && flaw.text.starts_with("falta")));
        assert_eq!(code(draft::publish(&ctx, "water", &view.seen).await), Some(Code::Flawed));
        let outline = draft::outline(&ctx, "water").await.unwrap();
        assert_eq!(outline.modules[0].items[0].missing, [Language::En]);
        assert_eq!(outline.modules[0].title, "Uno");
        let wrong =
            save(&ctx, "un-plan", "", &[("s.minutes", "long"), ("s.pass", "60"), ("t.es.title", "Un plan")]).await;
        assert_eq!(fields(wrong), [("s.minutes".to_owned(), Code::NumberInvalid)]);
    })
    .await;
}

#[tokio::test]
async fn only_staff_work_on_courses_and_no_address_is_taken_twice() {
    on_both(|campus| async move {
        let ctx = staff(&campus).await;
        begin(&ctx).await;
        let learner = signed_in(&campus, "ana@example.org").await;
        assert_eq!(code(draft::outline(&learner, "water").await), Some(Code::NotForYou));
        assert_eq!(code(draft::change_outline(&learner, "water", "add:survey").await), Some(Code::NotForYou));
        assert_eq!(code(draft::export(&learner, "water").await), Some(Code::NotForYou));
        assert_eq!(code(draft::outline(&ctx, "nowhere").await), Some(Code::NotFound));
        let again =
            NewCourse { title_es: "X".into(), languages: "es".into(), slug: "water".into(), ..NewCourse::default() };
        let wrong = fields(draft::create(&ctx, &again).await);
        assert_eq!(wrong, [("learning_hours".to_owned(), Code::NumberInvalid), ("slug".to_owned(), Code::CodeTaken)]);
    })
    .await;
}

#[tokio::test]
async fn a_text_changed_in_one_language_marks_the_other_until_it_caught_up() {
    on_both(|campus| async move {
        let ctx = staff(&campus).await;
        write_course(&ctx).await;
        let text = |es: &'static str, en: &'static str| {
            [
                ("s.minutes", "50"),
                ("t.es.title", "El camino"),
                ("t.es.body", es),
                ("t.en.title", "The way"),
                ("t.en.body", en),
            ]
        };
        let stale = async || draft::item(&ctx, "water", "el-camino", None).await.unwrap().stale;
        assert!(stale().await.is_empty(), "both were written at once");
        save(&ctx, "el-camino", "", &text("Dos horas.", "## Far\n\nOne hour.")).await.unwrap();
        assert_eq!(stale().await, [Language::En]);
        publish(&ctx).await;
        assert_eq!(stale().await, [Language::En], "a version does not make it current");
        save(&ctx, "el-camino", "", &text("Dos horas.", "Two hours.")).await.unwrap();
        assert!(stale().await.is_empty(), "it caught up, and Spanish is not behind by that");
        // A slip is no change of what it says, and a button says the same afterwards.
        let seen = draft::item(&ctx, "water", "el-camino", None).await.unwrap().seen;
        let edit = Edit { slug: "water".into(), item: "el-camino".into(), seen, minor: true, ..Edit::default() };
        draft::save(&ctx, &edit, &form(&text("Dos horas", "Two hours."))).await.unwrap();
        assert!(stale().await.is_empty());
        save(&ctx, "el-camino", "", &text("Tres horas", "Two hours.")).await.unwrap();
        draft::change_part(&ctx, "water", "el-camino", ".", "fresh").await.unwrap();
        assert!(stale().await.is_empty());
        // Of a test, each question by itself.
        let rows = draft::item(&ctx, "water", "final-test", None).await.unwrap().rows;
        let part = draft::item(&ctx, "water", "final-test", Some(&rows[1].key)).await.unwrap().part;
        let mut pairs: Vec<(String, String)> =
            vec![("s.kind".into(), "single".into()), ("s.objective".into(), "1".into())];
        for language in BOTH {
            pairs.push((format!("t.{language}.text"), format!("{}?", part.text(language, "text"))));
            for (place, option) in part.parts.iter().enumerate() {
                pairs.push((format!("p{place}.s.right"), option.shared("right").into()));
                for name in ["text", "feedback"] {
                    pairs.push((format!("p{place}.t.{language}.{name}"), option.text(language, name).into()));
                }
            }
        }
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let only_es: Vec<_> = pairs
            .iter()
            .map(
                |(name, value)| {
                    if *name == "t.en.text" { (*name, part.text(Language::En, "text")) } else { (*name, *value) }
                },
            )
            .collect();
        save(&ctx, "final-test", &rows[1].key, &only_es).await.unwrap();
        let rows = draft::item(&ctx, "water", "final-test", None).await.unwrap().rows;
        assert_eq!(rows.iter().map(|row| row.stale.len()).collect::<Vec<_>>(), [0, 1, 0]);
        let view = draft::publish_view(&ctx, "water").await.unwrap();
        assert_eq!(view.stale.iter().map(|row| row.key.as_str()).collect::<Vec<_>>(), ["final-test"]);
        assert_eq!(
            view.changes,
            [("El camino".to_owned(), Change::Changed), ("Prueba final".to_owned(), Change::Changed)]
        );
    })
    .await;
}

#[tokio::test]
async fn two_authors_never_overwrite_each_other_unknowingly() {
    on_both(|campus| async move {
        let ctx = staff(&campus).await;
        write_course(&ctx).await;
        let seen = draft::item(&ctx, "water", "el-camino", None).await.unwrap().seen;
        save(&ctx, "el-camino", "", &[("s.minutes", "50"), ("t.es.title", "El camino"), ("t.es.body", "Otra.")])
            .await
            .unwrap();
        let edit = Edit { slug: "water".into(), item: "el-camino".into(), seen, ..Edit::default() };
        let late = draft::save(&ctx, &edit, &form(&[("t.es.title", "Mío")])).await;
        assert_eq!(code(late), Some(Code::ChangedMeanwhile));
        // Two questions of one test at once are no conflict.
        let keys: Vec<String> =
            draft::item(&ctx, "water", "final-test", None).await.unwrap().rows.into_iter().map(|row| row.key).collect();
        let one = draft::item(&ctx, "water", "final-test", Some(&keys[0])).await.unwrap().seen;
        save(&ctx, "final-test", &keys[1], &[("s.kind", "short"), ("t.es.text", "¿Quién?"), ("p0.t.es.text", "ellas")])
            .await
            .unwrap();
        let edit =
            Edit { slug: "water".into(), item: "final-test".into(), part: keys[0].clone(), seen: one, minor: false };
        draft::save(&ctx, &edit, &form(&[("s.kind", "single"), ("t.es.text", "¿Y?")])).await.unwrap();
        let view = draft::publish_view(&ctx, "water").await.unwrap();
        draft::change_outline(&ctx, "water", "add:survey").await.unwrap();
        assert_eq!(
            code(draft::publish(&ctx, "water", &view.seen).await),
            Some(Code::ChangedMeanwhile),
            "as it was looked at"
        );
    })
    .await;
}

#[tokio::test]
async fn the_outline_is_put_in_order_and_files_follow() {
    on_both(|campus| async move {
        let ctx = staff(&campus).await;
        write_course(&ctx).await;
        let other = draft::add_module(&ctx, "water", &titles("Después", "Later")).await.unwrap();
        let second = draft::add_activity(
            &ctx,
            "water",
            "quien-carga-el-agua",
            PartKind::Worksheet,
            &titles("Mi mapa", "My map"),
        )
        .await
        .unwrap();
        let order = async || -> Vec<Vec<String>> {
            let view = draft::outline(&ctx, "water").await.unwrap();
            view.modules.iter().map(|module| module.items.iter().map(|item| item.key.clone()).collect()).collect()
        };
        draft::change_outline(&ctx, "water", "down:mi-mapa").await.unwrap();
        assert_eq!(order().await, [vec!["el-camino".to_owned()], vec![second.clone()]], "over the edge");
        assert!(draft::raw(&ctx, "water", "en/despues/mi-mapa.md").await.unwrap().text.contains("kind: worksheet"));
        draft::change_outline(&ctx, "water", &format!("place:el-camino:{other}:0")).await.unwrap();
        draft::change_outline(&ctx, "water", "up:mi-mapa").await.unwrap();
        assert_eq!(order().await, [vec![], vec![second, "el-camino".to_owned()]]);
        draft::change_outline(&ctx, "water", "module-up:despues").await.unwrap();
        draft::change_outline(&ctx, "water", "remove:el-camino").await.unwrap();
        draft::change_outline(&ctx, "water", "module-remove:quien-carga-el-agua").await.unwrap();
        let files = draft::list_files(&ctx, "water").await.unwrap().files;
        assert_eq!(
            files,
            [
                "course.yaml",
                "en/course.md",
                "en/despues/mi-mapa.md",
                "en/final-test.md",
                "es/course.md",
                "es/despues/mi-mapa.md",
                "es/final-test.md"
            ]
        );
        assert!(!draft::raw(&ctx, "water", "es/course.md").await.unwrap().text.contains("quien-carga"));
        for bad in ["", "up", "up:nothing", "place:mi-mapa:nowhere:0", "remove:about", "fly:away"] {
            assert!(code(draft::change_outline(&ctx, "water", bad).await).is_some(), "{bad}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_built_in_courses_come_out_as_the_folder_that_they_are_and_back() {
    on_both(|campus| async move {
        let ctx = staff(&campus).await;
        services::course::import_embedded(&system(&campus)).await.unwrap();
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../courses/pga");
        let files = draft::export_files(&ctx, "pga").await.unwrap();
        assert!(files.len() > 60);
        for (path, bytes) in &files {
            assert_eq!(&std::fs::read(root.join(path)).unwrap(), bytes, "{path}");
        }
        // A campus that kept no files yet finds them in the program.
        let latest = services::course::store::find_latest(ctx.db.read(), "pga").await.unwrap().unwrap();
        let kept = format!("sources/{}.json", latest.digest.split_once(':').unwrap().1);
        campus.objects.delete(&kept).await.unwrap();
        assert_eq!(draft::export_files(&ctx, "pga").await.unwrap(), files);
        // A zip of it, brought back, is the same draft; and it is the same version.
        let zip = draft::export(&ctx, "pga").await.unwrap();
        assert_eq!(draft::import(&ctx, "", zip.clone()).await.unwrap(), "pga");
        assert_eq!(draft::export_files(&ctx, "pga").await.unwrap(), files);
        assert_eq!(draft::import(&ctx, "pga-copy", zip).await.unwrap(), "pga-copy");
        let view = draft::publish_view(&ctx, "pga-copy").await.unwrap();
        assert!(view.flaws.is_empty() && view.number == 1, "{:?}", view.flaws);
        for (bad, said) in [(b"no zip".to_vec(), Code::FileKindWrong), (empty_zip(), Code::NoCourse)] {
            assert_eq!(fields(draft::import(&ctx, "", bad).await), [("file".to_owned(), said)]);
        }
    })
    .await;
}

fn empty_zip() -> Vec<u8> {
    use std::io::Write as _;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("../escape.md", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(b"x").unwrap();
    zip.finish().unwrap().into_inner()
}

#[tokio::test]
async fn media_are_checked_shown_and_taken_away_with_their_captions() {
    on_both(|campus| async move {
        let ctx = staff(&campus).await;
        write_course(&ctx).await;
        let svg = Brought {
            name: "Mi Mapa.SVG".into(),
            bytes: b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9\"/></svg>".to_vec(),
        };
        let path = draft::add_medium(&ctx, "water", Some(Language::Es), svg, None, "").await.unwrap();
        assert_eq!(path, "es/media/mi-mapa.svg");
        let html = draft::preview(
            &ctx,
            "water",
            "el-camino",
            false,
            Language::Es,
            "![Un mapa](../media/mi-mapa.svg \"Mapa\")",
        )
        .await
        .unwrap();
        assert!(html.html.contains("<img") && html.flaws.is_empty(), "{html:?}");
        let broken = draft::preview(&ctx, "water", "el-camino", false, Language::Es, "Uno\n\n![x](../media/no.svg)")
            .await
            .unwrap();
        assert_eq!(broken.flaws[0].line, 3);
        let film = Brought { name: "film.mp4".into(), bytes: b"\0\0\0\x18ftypisom....".to_vec() };
        let wrong = draft::add_medium(&ctx, "water", None, film.clone(), None, "x").await;
        assert_eq!(fields(wrong), [("captions".to_owned(), Code::Required)]);
        let captions = Brought { name: "c.vtt".into(), bytes: b"WEBVTT\n\n00:00.000 --> 00:01.000\nHola".to_vec() };
        draft::add_medium(&ctx, "water", None, film, Some(captions), "Hola.").await.unwrap();
        let alone = Brought { name: "notes.md".into(), bytes: b"# Notes".to_vec() };
        assert_eq!(
            fields(draft::add_medium(&ctx, "water", None, alone, None, "").await),
            [("file".to_owned(), Code::FileKindWrong)]
        );
        let disguised = Brought { name: "photo.png".into(), bytes: b"MZ".to_vec() };
        assert_eq!(
            fields(draft::add_medium(&ctx, "water", None, disguised, None, "").await),
            [("file".to_owned(), Code::FileKindWrong)]
        );
        let scripted = Brought { name: "x.svg".into(), bytes: b"<svg viewBox=\"0 0 1 1\"><script/></svg>".to_vec() };
        assert_eq!(
            fields(draft::add_medium(&ctx, "water", None, scripted, None, "").await),
            [("file".to_owned(), Code::FileKindWrong)]
        );
        let media = draft::list_media(&ctx, "water").await.unwrap().media;
        assert_eq!(
            media.iter().map(|one| one.path.as_str()).collect::<Vec<_>>(),
            ["es/media/mi-mapa.svg", "media/film.mp4", "media/film.vtt"]
        );
        draft::remove_medium(&ctx, "water", "media/film.mp4").await.unwrap();
        assert_eq!(draft::list_media(&ctx, "water").await.unwrap().media.len(), 1);
        assert_eq!(code(draft::raw(&ctx, "water", "media/film.md").await), Some(Code::NotFound));
    })
    .await;
}

#[tokio::test]
async fn a_file_of_another_form_is_mended_as_a_text() {
    on_both(|campus| async move {
        let ctx = staff(&campus).await;
        write_course(&ctx).await;
        let path = "es/quien-carga-el-agua/el-camino.md";
        let seen = draft::raw(&ctx, "water", path).await.unwrap().seen;
        draft::save_raw(&ctx, "water", path, &seen, "---\r\ntitle: [\r\n---\r\n").await.unwrap();
        assert_eq!(code(draft::item(&ctx, "water", "el-camino", None).await), Some(Code::FileUnreadable));
        assert_eq!(code(draft::save_raw(&ctx, "water", path, &seen, "x").await), Some(Code::ChangedMeanwhile));
        assert!(draft::outline(&ctx, "water").await.is_ok(), "the outline is shown all the same");
        let flaws = draft::publish_view(&ctx, "water").await.unwrap().flaws;
        assert!(flaws.iter().any(|flaw| flaw.file == path), "{flaws:?}");
        draft::discard(&ctx, "water").await.unwrap();
        assert_eq!(code(draft::outline(&ctx, "water").await), Some(Code::NotFound), "it had no version");
    })
    .await;
}
