//! Pictures, films, sounds and documents of a draft.

use domain::draft::{DraftMedium, MediaView, key_of};
use domain::error::{Code, Refusal};
use domain::language::Language;

use super::item::{Item, frame_of};
use super::publish::items;
use super::store::{self, Files, put};
use super::title;
use crate::course::{Kept, media};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::policy;

/// Most bytes of one file.
pub const FILE_MAX: u64 = media::LARGEST;

/// A file that somebody brings.
#[derive(Debug, Clone, Default)]
pub struct Brought {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The media of a draft.
///
/// # Errors
/// `NotFound`, `FileUnreadable`, `SignInFirst`, `NotForYou`.
pub async fn list_media(ctx: &Ctx, slug: &str) -> Result<MediaView> {
    policy::may_staff(ctx)?;
    let draft = store::load(ctx, ctx.db.read(), slug, false).await?;
    let mut frame = frame_of(&draft.files)?;
    let about = Item::get(&frame, &draft.files, "about")?.read(&mut frame, &draft.files).unwrap_or_default();
    let all = items(&frame, &draft.files);
    let mut found = Vec::new();
    for (path, kept) in &draft.files {
        let Kept::Medium { name, bytes } = kept else { continue };
        let file = path.rsplit('/').next().unwrap_or(path);
        // Captions are shown with their film.
        let named = if media::is_captions(file) { file.trim_end_matches("vtt") } else { file };
        let shows = |item: &&Item| {
            frame.languages.iter().any(|language| {
                store::text(&draft.files, &item.path(*language)).is_some_and(|text| text.contains(named))
            })
        };
        let shown_by = all.iter().filter(shows).map(|item| item.key.clone()).collect();
        found.push(DraftMedium {
            address: format!("/media/{name}"),
            picture: media::is_picture(file),
            markdown: markdown(path, file),
            path: path.clone(),
            bytes: *bytes,
            shown_by,
        });
    }
    Ok(MediaView {
        slug: slug.to_owned(),
        course: title(&about, ctx.language, slug),
        languages: frame.languages,
        media: found,
    })
}

/// What a lesson writes; captions are shown with their film.
fn markdown(path: &str, file: &str) -> String {
    let from = if path.matches('/').count() == 1 { "../../media" } else { "../media" };
    if media::is_captions(file) {
        String::new()
    } else if media::is_document(file) {
        format!("[…]({from}/{file})")
    } else {
        format!("![…]({from}/{file} \"…\")")
    }
}

/// Keeps a file, with the captions and the transcript that belong to it; in one language's folder, or for all without one.
/// Gives its path. A file of the same name is replaced.
///
/// # Errors
/// `Invalid` with what is wrong; `NotFound`, `SignInFirst`, `NotForYou`.
pub async fn add_medium(
    ctx: &Ctx,
    slug: &str,
    language: Option<Language>,
    file: Brought,
    captions: Option<Brought>,
    transcript: &str,
) -> Result<String> {
    policy::may_staff(ctx)?;
    let wrong = |field: &str, code| Err(Refusal::field(field, code).into());
    let Some((stem, ending)) = file.name.rsplit_once('.') else { return wrong("file", Code::FileKindWrong) };
    let ending = ending.to_lowercase();
    let stem = key_of(stem, "file", |_| false);
    let name = format!("{stem}.{ending}");
    // Captions and transcripts come with their film.
    if media::is_captions(&name) {
        return wrong("file", Code::FileKindWrong);
    }
    if let Err(code) = media::sound(&name, &file.bytes) {
        return wrong("file", code);
    }
    let moving = media::is_film_or_sound(&name);
    if moving && (captions.is_none() || transcript.trim().is_empty()) {
        return wrong(if captions.is_none() { "captions" } else { "transcript" }, Code::Required);
    }
    if let Some(captions) = captions.as_ref().filter(|_| moving)
        && let Err(code) = media::sound("captions.vtt", &captions.bytes)
    {
        return wrong("captions", code);
    }
    let folder = language.map_or_else(|| "media".to_owned(), |language| format!("{language}/media"));
    let mut kept = vec![(format!("{folder}/{stem}.{ending}"), file.bytes)];
    kept.extend(captions.filter(|_| moving).map(|captions| (format!("{folder}/{stem}.vtt"), captions.bytes)));
    // Before the transaction: a file that nobody names does no harm.
    let mut rows = Vec::new();
    for (path, bytes) in kept {
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_owned();
        let name = media::name_of(&bytes, &ending);
        media::keep(ctx, &name, &bytes).await?;
        rows.push((path, Kept::Medium { name, bytes: bytes.len() as u64 }));
    }
    let path = format!("{folder}/{stem}.{ending}");
    let transcript =
        moving.then(|| (format!("{folder}/{stem}.md"), format!("{}\n", transcript.replace("\r\n", "\n").trim())));
    store::change(ctx, slug, |files| {
        files.extend(rows);
        if let Some((path, text)) = transcript {
            put(files, path, text);
        }
        Ok(())
    })
    .await?;
    Ok(path)
}

/// Takes a file away, with its captions and transcript.
///
/// # Errors
/// `NotFound`, `SignInFirst`, `NotForYou`.
pub async fn remove_medium(ctx: &Ctx, slug: &str, path: &str) -> Result<()> {
    policy::may_staff(ctx)?;
    store::change(ctx, slug, |files: &mut Files| {
        if !matches!(files.remove(path), Some(Kept::Medium { .. })) {
            return Err(Code::NotFound.into());
        }
        if media::is_film_or_sound(path)
            && let Some((stem, _)) = path.rsplit_once('.')
        {
            files.remove(&format!("{stem}.vtt"));
            files.remove(&format!("{stem}.md"));
        }
        Ok(())
    })
    .await
}
