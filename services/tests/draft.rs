//! Drafts: a course is written in the browser, field by field and in two languages, and becomes a version. On both databases.
#![cfg(test)]

mod support;
mod writing;

use domain::course::{ActivityKind, Change};
use domain::draft::{NewCourse, PartKind};
use domain::error::Code;
use domain::language::Language;
use domain::quiz::QuestionKind;
use services::draft::{self, Edit};
use support::refusals::{code, fields};
use support::{on_both, signed_in, staff};
use writing::{begin, form, newest, publish, save, titles, write_course};

const BOTH: [Language; 2] = [Language::Es, Language::En];

#[tokio::test]
async fn questions_of_every_kind_are_typed_and_published() {
    on_both(|campus| async move {
        let ctx = staff(&campus).await;
        write_course(&ctx).await;
        let both =
            |name: &str, text: &str| BOTH.map(|language| (name.replace("LANG", language.as_str()), text.to_owned()));
        for kind in QuestionKind::ALL {
            let mut pairs = vec![("s.kind".to_owned(), kind.to_string()), ("s.objective".to_owned(), "1".to_owned())];
            pairs.extend(both("t.LANG.text", &format!("Of the kind {kind}")));
            pairs.extend(both("t.LANG.other", "Look again."));
            let lines = match kind {
                QuestionKind::TrueFalse => 2,
                QuestionKind::Numeric | QuestionKind::Short => 1,
                _ => 3,
            };
            for place in 0..lines {
                let text =
                    if *kind == QuestionKind::Numeric { "12.5 +- 0.5".to_owned() } else { format!("Line {place}") };
                pairs.extend(both(&format!("p{place}.t.LANG.text"), &text));
                pairs.extend(both(&format!("p{place}.t.LANG.with"), &format!("Goes with {place}")));
                pairs.extend(both(&format!("p{place}.t.LANG.feedback"), "So it is."));
                let right = place == 0 || (*kind == QuestionKind::Multiple && place == 1);
                pairs.push((format!("p{place}.s.right"), if right { "1" } else { "" }.to_owned()));
            }
            let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            save(&ctx, "final-test", "new", &pairs).await.unwrap();
        }
        // Seven questions more take fourteen minutes.
        draft::save_frame(&ctx, "water", "1", "full").await.unwrap();
        let text = [
            ("s.minutes", "36"),
            ("t.es.title", "El camino"),
            ("t.es.body", "Lejos."),
            ("t.en.title", "The way"),
            ("t.en.body", "Far."),
        ];
        save(&ctx, "el-camino", "", &text).await.unwrap();
        publish(&ctx).await;
        let content = newest(&ctx).await;
        let questions = &content.find_activity("final-test").unwrap().quiz().unwrap().questions;
        let kinds: Vec<QuestionKind> = questions.iter().skip(3).map(|question| question.kind).collect();
        assert_eq!(kinds, QuestionKind::ALL);
        let of = |kind| questions.iter().find(|question| question.kind == kind).unwrap();
        assert_eq!(of(QuestionKind::Multiple).options.iter().filter(|option| option.right).count(), 2);
        assert_eq!(of(QuestionKind::Matching).targets.len(), 3);
        assert!(of(QuestionKind::Ordering).options.iter().all(|option| option.target.is_some()));
        assert_eq!(of(QuestionKind::Numeric).number.unwrap().tolerance, 500_000);
        assert_eq!(of(QuestionKind::Short).accepted, ["line 0"]);
    })
    .await;
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
