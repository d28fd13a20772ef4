//! Drafts as files: media, the folder taken away and brought back, and what only a text can mend. On both databases.
#![cfg(test)]

mod support;
mod writing;

use domain::error::Code;
use domain::language::Language;
use services::draft::{self, Brought};
use support::refusals::{code, fields};
use support::{on_both, staff, system};
use writing::write_course;

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
