//! From a draft to a version: what is wrong with it, what it changes, and the one act that makes it the newest.

use domain::course::changes;
use domain::draft::{DraftItem, Flaw, PublishView};
use domain::error::Code;

use super::frame::Frame;
use super::item::{Item, frame_of};
use super::store::{self, Draft, Files};
use super::{look, title};
use crate::audit::{self, Entry};
use crate::course::build::{Built, checked};
use crate::course::import::{Imported, blocking, keep_files, store_one};
use crate::course::mistakes::Mistakes;
use crate::course::{Sources, in_language};
use crate::ctx::{Ctx, digest};
use crate::error::Result;
use crate::policy;

/// Stands for the files as they are.
fn seen(files: &Files) -> Result<String> {
    Ok(digest(&serde_json::to_string(&Sources(files.clone()))?))
}

async fn check(ctx: &Ctx, draft: &Draft) -> Result<std::result::Result<Built, Vec<Flaw>>> {
    let source = look::whole(ctx, draft).await?;
    let built = blocking(move || Ok(checked(source))).await?;
    Ok(built.map_err(|mistakes| flaws(ctx, &draft.files, mistakes)))
}

pub(super) fn flaws(ctx: &Ctx, files: &Files, mistakes: Mistakes) -> Vec<Flaw> {
    let frame = frame_of(files).unwrap_or_default();
    let flaw = |(file, line, text): (String, usize, String)| Flaw {
        item: item_of(&frame, files, &file),
        line: u32::try_from(line).unwrap_or(u32::MAX),
        file,
        text: in_language(ctx.language, &text),
    };
    mistakes.into_parts().into_iter().map(flaw).collect()
}

/// The item that a file belongs to.
pub(super) fn item_of(frame: &Frame, files: &Files, path: &str) -> Option<String> {
    let (_, name) = path.split_once('/')?;
    items(frame, files).into_iter().find(|item| item.name == name).map(|item| item.key)
}

/// Every item of the outline.
pub(super) fn items(frame: &Frame, files: &Files) -> Vec<Item> {
    let mut keys: Vec<String> = ["about", "glossary", "pre-test"].map(str::to_owned).to_vec();
    for module in &frame.modules {
        keys.extend(module.activities.iter().cloned());
        keys.push(format!("{}-check", module.key));
    }
    keys.extend(["final-test", "post-test", "survey"].map(str::to_owned));
    keys.iter().filter_map(|key| Item::find(frame, files, key)).collect()
}

/// A draft before it is published: its mistakes, or what it would change.
///
/// # Errors
/// `NotFound`, `FilesMissing`, `SignInFirst`, `NotForYou`.
pub async fn publish_view(ctx: &Ctx, slug: &str) -> Result<PublishView> {
    policy::may_staff(ctx)?;
    let db = ctx.db.read();
    let draft = store::load(ctx, db, slug, false).await?;
    let mut frame = frame_of(&draft.files).unwrap_or_default();
    let stale: Vec<DraftItem> = items(&frame, &draft.files)
        .into_iter()
        .map(|item| item.row(&mut frame, &draft.files, ctx.language))
        .filter(|row| !row.stale.is_empty())
        .collect();
    let about = Item::get(&frame, &draft.files, "about")?.read(&mut frame, &draft.files).unwrap_or_default();
    let checked = check(ctx, &draft).await?;
    let mut view = PublishView {
        slug: slug.to_owned(),
        course: title(&about, ctx.language, slug),
        flaws: Vec::new(),
        changes: Vec::new(),
        stale,
        number: draft.latest.as_ref().map_or(0, |latest| latest.number) + 1,
        changed: draft.row.is_some(),
        overtaken: draft.overtaken(),
        seen: seen(&draft.files)?,
    };
    match checked {
        Err(flaws) => view.flaws = flaws,
        Ok(built) => {
            let old = match &draft.latest {
                Some(latest) => Some(ctx.contents.get(db, latest.version).await?),
                None => None,
            };
            let changed = changes(old.as_deref(), &built.content).into_iter();
            view.changes = changed.map(|one| (one.title.get(ctx.language).to_owned(), one.change)).collect();
        }
    }
    Ok(view)
}

/// Makes the draft the newest version of its course. Editions keep the version that they have.
///
/// # Errors
/// `ChangedMeanwhile` when its files are not those that `seen` stands for; `Flawed` when something is wrong with them; and
/// what `publish_view` refuses.
pub async fn publish(ctx: &Ctx, slug: &str, as_seen: &str) -> Result<Imported> {
    policy::may_staff(ctx)?;
    let draft = store::load(ctx, ctx.db.read(), slug, false).await?;
    if seen(&draft.files)? != as_seen {
        return Err(Code::ChangedMeanwhile.into());
    }
    let mut built = check(ctx, &draft).await?.map_err(|_| Code::Flawed)?;
    // With the marks of what is behind, which the next draft goes on with.
    built.sources = Sources(draft.files.clone());
    keep_files(ctx, &mut built).await?;
    let tx = ctx.db.begin_write().await?;
    let now = store::load(ctx, &tx, slug, true).await?;
    if now.files != draft.files
        || now.latest.as_ref().map(|latest| latest.number) != draft.latest.as_ref().map(|latest| latest.number)
    {
        return Err(Code::ChangedMeanwhile.into());
    }
    let imported = store_one(&tx, ctx, built).await?;
    store::drop(&tx, &now).await?;
    audit::record(&tx, ctx, slug, Entry::CoursePublished { course: slug, number: imported.number }).await?;
    tx.commit().await?;
    Ok(imported)
}

/// Gives up what was changed since the newest version. A course without a version is gone by that.
///
/// # Errors
/// `NotFound`, `SignInFirst`, `NotForYou`.
pub async fn discard(ctx: &Ctx, slug: &str) -> Result<()> {
    policy::may_staff(ctx)?;
    let tx = ctx.db.begin_write().await?;
    let draft = store::load(ctx, &tx, slug, true).await?;
    store::drop(&tx, &draft).await?;
    audit::record(&tx, ctx, slug, Entry::DraftDiscarded { course: slug }).await?;
    tx.commit().await?;
    Ok(())
}
