//! Checking a course's files and storing them as a new content version.

use std::collections::HashMap;
use std::path::Path;

use domain::id::{CourseId, CourseVersionId};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait};

use super::build::{Built, build};
use super::files::{self, Source};
use super::media;
use super::store::{self, Latest};
use crate::ctx::{Ctx, digest};
use crate::entity::{course, course_version};
use crate::error::{Error, Result};
use crate::policy;

/// What became of one course's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    pub slug: String,
    /// The version that now holds this content, from 1.
    pub number: i32,
    /// Whether this import made it; false when the latest version was the same already.
    pub new: bool,
}

/// Every mistake in a course's folder, or in a folder of courses, as `file:line: what is wrong and how to mend it`.
/// Reads files; it belongs on a thread that may block.
#[must_use]
pub fn check_dir(dir: &Path) -> Vec<String> {
    match files::from_dir(dir) {
        Ok(sources) => sources.into_iter().filter_map(|source| build(source).err()).flatten().collect(),
        Err(lines) => lines,
    }
}

/// Stores the courses of a folder (of one course or of several), each as a new version unless its content is the
/// latest one's. One mistake in any file, and nothing is stored.
///
/// # Errors
/// `SignInFirst` or `NotForYou`; `Files` with every mistake.
pub async fn import_dir(ctx: &Ctx, dir: &Path) -> Result<Vec<Imported>> {
    policy::may_staff(ctx)?;
    let dir = dir.to_owned();
    let built = blocking(move || build_all(files::from_dir(&dir).map_err(Error::Files)?)).await?;
    store_all(ctx, built).await
}

/// Stores the courses inside the program, as `import_dir` does. When the program brings the files that the latest
/// versions were made from, nothing is parsed: this runs at every start.
///
/// # Errors
/// As `import_dir`.
pub async fn import_embedded(ctx: &Ctx) -> Result<Vec<Imported>> {
    policy::may_staff(ctx)?;
    let latest: HashMap<_, _> = store::list_latest(ctx.db.read())
        .await?
        .into_iter()
        .map(|latest| (latest.course.slug.clone(), latest))
        .collect();
    let mut imported = Vec::new();
    let mut changed = Vec::new();
    for source in files::embedded() {
        match latest.get(&source.slug).filter(|latest| of_files(&latest.digest) == source.digest) {
            Some(latest) => imported.push(Imported { slug: source.slug, number: latest.number, new: false }),
            // Built-in files that were stored once stay history: somebody imported a newer version since.
            None if store::was_read(ctx.db.read(), &source.slug, &source.digest).await? => {}
            None => changed.push(source),
        }
    }
    if !changed.is_empty() {
        let built = blocking(move || build_all(changed)).await?;
        imported.extend(store_all(ctx, built).await?);
        imported.sort_by(|one, other| one.slug.cmp(&other.slug));
    }
    Ok(imported)
}

pub(crate) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|error| Error::other("reading the courses", error))?
}

fn build_all(sources: Vec<Source>) -> Result<Vec<Built>> {
    let mut built = Vec::new();
    let mut mistakes = Vec::new();
    for source in sources {
        match build(source) {
            Ok(course) => built.push(course),
            Err(lines) => mistakes.extend(lines),
        }
    }
    if mistakes.is_empty() { Ok(built) } else { Err(Error::Files(mistakes)) }
}

/// A version's digest is that of its content, and after a colon that of the files it was last read from.
fn of_content(stored: &str) -> &str {
    stored.split(':').next().unwrap_or_default()
}

pub(crate) fn of_files(stored: &str) -> &str {
    stored.split_once(':').map_or("", |(_, files)| files)
}

async fn store_all(ctx: &Ctx, mut courses: Vec<Built>) -> Result<Vec<Imported>> {
    for course in &mut courses {
        keep_files(ctx, course).await?;
    }
    let tx = ctx.db.begin_write().await?;
    let mut imported = Vec::new();
    for course in courses {
        imported.push(store_one(&tx, ctx, course).await?);
    }
    tx.commit().await?;
    Ok(imported)
}

/// Keeps a course's media and its files themselves. Before the transaction: a file that no version names does no harm, and
/// another instance stores the same bytes.
pub(crate) async fn keep_files(ctx: &Ctx, built: &mut Built) -> Result<()> {
    for (name, bytes) in std::mem::take(&mut built.media) {
        media::keep(ctx, &name, &bytes).await?;
    }
    built.sources.keep(ctx, &built.files).await
}

pub(crate) async fn store_one<C: ConnectionTrait>(tx: &C, ctx: &Ctx, built: Built) -> Result<Imported> {
    let content = serde_json::to_string(&built.content)?;
    let content_digest = digest(&content);
    let both = format!("{content_digest}:{}", built.files);
    let latest = store::find_latest(tx, &built.slug).await?;
    if let Some(latest) = latest.as_ref().filter(|latest| of_content(&latest.digest) == content_digest) {
        remember_files(tx, latest, both).await?;
        return Ok(Imported { slug: built.slug, number: latest.number, new: false });
    }
    let number = latest.as_ref().map_or(0, |latest| latest.number) + 1;
    let course_id = match latest {
        Some(latest) => latest.course.id,
        None => course_id(tx, ctx, &built.slug).await?,
    };
    let row = course_version::ActiveModel {
        id: Set(CourseVersionId(ctx.new_id())),
        course_id: Set(course_id),
        number: Set(number),
        digest: Set(both),
        content: Set(content),
        imported_at: Set(ctx.now()),
    };
    course_version::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(Imported { slug: built.slug, number, new: true })
}

/// Other files gave the same content (a comment, say): the short-cut learns them, the content stays.
async fn remember_files<C: ConnectionTrait>(tx: &C, latest: &Latest, both: String) -> Result<()> {
    if latest.digest != both {
        course_version::ActiveModel { id: Set(latest.version), digest: Set(both), ..Default::default() }
            .update(tx)
            .await?;
    }
    Ok(())
}

async fn course_id<C: ConnectionTrait>(tx: &C, ctx: &Ctx, slug: &str) -> Result<CourseId> {
    if let Some(course) = store::find_by_slug(tx, slug).await? {
        return Ok(course.id);
    }
    let id = CourseId(ctx.new_id());
    let row = course::ActiveModel { id: Set(id), slug: Set(slug.to_owned()), created_at: Set(ctx.now()) };
    course::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(id)
}
