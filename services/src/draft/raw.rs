//! The files as they are: whatever the fields cannot show is mended here.

use domain::draft::{FilesView, RawView};
use domain::error::Code;

use super::item::{Item, frame_of};
use super::store::{self, put, text};
use super::title;
use crate::course::Kept;
use crate::ctx::{Ctx, digest};
use crate::error::Result;
use crate::policy;

/// Most bytes of a text.
const TEXT_MAX: usize = 400_000;

/// The files of a draft.
///
/// # Errors
/// `NotFound`, `FilesMissing`, `SignInFirst`, `NotForYou`.
pub async fn list_files(ctx: &Ctx, slug: &str) -> Result<FilesView> {
    policy::may_staff(ctx)?;
    let draft = store::load(ctx, ctx.db.read(), slug, false).await?;
    let texts = draft.files.iter().filter(|(_, kept)| matches!(kept, Kept::Text { .. }));
    let files = texts.map(|(path, _)| path.clone()).collect();
    Ok(FilesView { slug: slug.to_owned(), course: course(ctx, &draft), files })
}

fn course(ctx: &Ctx, draft: &store::Draft) -> String {
    let about = frame_of(&draft.files)
        .and_then(|mut frame| Item::get(&frame, &draft.files, "about")?.read(&mut frame, &draft.files));
    title(&about.unwrap_or_default(), ctx.language, &draft.slug)
}

/// One file.
///
/// # Errors
/// `NotFound`; and what `list_files` refuses.
pub async fn raw(ctx: &Ctx, slug: &str, path: &str) -> Result<RawView> {
    policy::may_staff(ctx)?;
    let draft = store::load(ctx, ctx.db.read(), slug, false).await?;
    let text = text(&draft.files, path).ok_or(Code::NotFound)?.to_owned();
    let course = course(ctx, &draft);
    Ok(RawView { slug: slug.to_owned(), course, path: path.to_owned(), seen: digest(&text), text })
}

/// Saves one file as it is.
///
/// # Errors
/// `ChangedMeanwhile` when it is not what `seen` stands for; `TooLong`; and what `raw` refuses.
pub async fn save_raw(ctx: &Ctx, slug: &str, path: &str, seen: &str, new: &str) -> Result<()> {
    policy::may_staff(ctx)?;
    if new.len() > TEXT_MAX {
        return Err(Code::TooLong.into());
    }
    store::change(ctx, slug, |files| {
        let old = text(files, path).ok_or(Code::NotFound)?;
        if digest(old) != seen {
            return Err(Code::ChangedMeanwhile.into());
        }
        put(files, path.to_owned(), new.replace("\r\n", "\n"));
        Ok(())
    })
    .await
}
