//! The files of a draft: rows of their own once somebody changed something, and until then those of the newest version.

use std::collections::BTreeMap;

use domain::error::Code;
use domain::id::DraftId;
use sea_orm::sea_query::LockType;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, SqlErr};

use crate::course::import::of_files;
use crate::course::store::{self as courses, Latest};
use crate::course::{Kept, Sources};
use crate::ctx::{Actor, Ctx};
use crate::entity::{course, draft, draft_file};
use crate::error::{Error, Result};
use crate::roster::insert_all;

/// A course's files by path.
pub(super) type Files = BTreeMap<String, Kept>;

/// A course to work on.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub slug: String,
    /// None as long as nothing was changed since the newest version.
    pub row: Option<draft::Model>,
    pub latest: Option<Latest>,
    pub files: Files,
}

impl Draft {
    /// Whether a version was imported since it was begun.
    pub(super) fn overtaken(&self) -> bool {
        self.row.as_ref().is_some_and(|row| row.base_version_id != self.latest.as_ref().map(|latest| latest.version))
    }
}

pub(super) fn text<'a>(files: &'a Files, path: &str) -> Option<&'a str> {
    match files.get(path) {
        Some(Kept::Text { content, .. }) => Some(content),
        _ => None,
    }
}

/// The parts in which the file may be behind another language.
pub(super) fn stale<'a>(files: &'a Files, path: &str) -> &'a [String] {
    match files.get(path) {
        Some(Kept::Text { stale, .. }) => stale,
        _ => &[],
    }
}

/// Writes a text, and leaves what is known of it.
pub(super) fn put(files: &mut Files, path: String, text: String) {
    let text = text.replace('\0', "");
    match files.get_mut(&path) {
        Some(Kept::Text { content, .. }) => *content = text,
        _ => {
            files.insert(path, Kept::Text { content: text, stale: Vec::new() });
        }
    }
}

/// # Errors
/// `NotFound`; `FilesMissing` when the newest version's files were never kept.
pub(super) async fn load<C: ConnectionTrait>(ctx: &Ctx, db: &C, slug: &str, lock: bool) -> Result<Draft> {
    if lock {
        // Before the first change there is no row to lock but the course's.
        course::Entity::find().filter(course::Column::Slug.eq(slug)).lock(LockType::Update).one(db).await?;
    }
    let latest = courses::find_latest(db, slug).await?;
    let mut found = draft::Entity::find().filter(draft::Column::Slug.eq(slug));
    if lock {
        found = found.lock(LockType::Update);
    }
    if let Some(row) = found.one(db).await? {
        let rows = draft_file::Entity::find().filter(draft_file::Column::DraftId.eq(row.id)).all(db).await?;
        let files = rows.into_iter().filter_map(|row| Some((row.path.clone(), kept(row)?))).collect();
        return Ok(Draft { slug: slug.to_owned(), row: Some(row), latest, files });
    }
    let Some(newest) = &latest else { return Err(Code::NotFound.into()) };
    let digest = of_files(&newest.digest);
    let sources = match Sources::find(ctx, digest).await? {
        Some(sources) => sources,
        // A campus that is older than this: what the program brings itself is here all the same.
        None => Sources::embedded(slug, digest).ok_or(Code::FilesMissing)?,
    };
    Ok(Draft { slug: slug.to_owned(), row: None, latest, files: sources.0 })
}

fn kept(row: draft_file::Model) -> Option<Kept> {
    if let Some(content) = row.content {
        let stale = row.stale.split_whitespace().map(ToOwned::to_owned).collect();
        return Some(Kept::Text { content, stale });
    }
    Some(Kept::Medium { name: row.medium?, bytes: u64::try_from(row.bytes).ok()? })
}

/// Changes the files of a draft in one transaction; the first change begins it.
///
/// # Errors
/// What `load` refuses, and what `change` does.
pub(super) async fn change<T>(ctx: &Ctx, slug: &str, change: impl FnOnce(&mut Files) -> Result<T>) -> Result<T> {
    let tx = ctx.db.begin_write().await?;
    let draft = load(ctx, &tx, slug, true).await?;
    let mut files = draft.files.clone();
    let done = change(&mut files)?;
    save(ctx, &tx, draft, files).await?;
    tx.commit().await?;
    Ok(done)
}

/// A draft of files that nothing was changed from.
pub(super) async fn save_new<C: ConnectionTrait>(
    ctx: &Ctx,
    tx: &C,
    slug: &str,
    latest: Option<Latest>,
    files: Files,
) -> Result<()> {
    let draft = Draft { slug: slug.to_owned(), row: None, latest, files: Files::new() };
    save(ctx, tx, draft, files).await
}

/// Makes `files` the draft's.
pub(super) async fn save<C: ConnectionTrait>(ctx: &Ctx, tx: &C, draft: Draft, files: Files) -> Result<()> {
    if files == draft.files {
        return Ok(());
    }
    let changed_by = match &ctx.actor {
        Actor::Person(person) => Some(person.account),
        _ => None,
    };
    let (id, known) = match draft.row {
        Some(row) => {
            let changed = draft::ActiveModel {
                id: Set(row.id),
                revision: Set(row.revision + 1),
                changed_by: Set(changed_by),
                changed_at: Set(ctx.now()),
                ..Default::default()
            };
            draft::Entity::update(changed).exec(tx).await?;
            (row.id, draft.files)
        }
        None => (begin(ctx, tx, &draft.slug, draft.latest.as_ref()).await?, Files::new()),
    };
    let gone: Vec<&String> =
        known.iter().filter(|(path, kept)| files.get(*path) != Some(*kept)).map(|(path, _)| path).collect();
    if !gone.is_empty() {
        draft_file::Entity::delete_many()
            .filter(draft_file::Column::DraftId.eq(id))
            .filter(draft_file::Column::Path.is_in(gone))
            .exec(tx)
            .await?;
    }
    let rows = files
        .iter()
        .filter(|(path, kept)| known.get(*path) != Some(*kept))
        .map(|(path, kept)| row(ctx, id, path, kept));
    insert_all(tx, rows.collect()).await
}

/// A draft's own row.
///
/// # Errors
/// `ChangedMeanwhile` when somebody else began it at the same moment.
async fn begin<C: ConnectionTrait>(ctx: &Ctx, tx: &C, slug: &str, latest: Option<&Latest>) -> Result<DraftId> {
    let id = DraftId(ctx.new_id());
    let row = draft::ActiveModel {
        id: Set(id),
        slug: Set(slug.to_owned()),
        base_version_id: Set(latest.map(|latest| latest.version)),
        revision: Set(1),
        changed_by: Set(None),
        created_at: Set(ctx.now()),
        changed_at: Set(ctx.now()),
    };
    match draft::Entity::insert(row).exec_without_returning(tx).await {
        Ok(_) => Ok(id),
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
            Err(Code::ChangedMeanwhile.into())
        }
        Err(error) => Err(Error::Database(error)),
    }
}

fn row(ctx: &Ctx, draft: DraftId, path: &str, kept: &Kept) -> draft_file::ActiveModel {
    let (content, medium, bytes, stale) = match kept {
        Kept::Text { content, stale } => (Some(content.clone()), None, content.len() as u64, stale.join(" ")),
        Kept::Medium { name, bytes } => (None, Some(name.clone()), *bytes, String::new()),
    };
    draft_file::ActiveModel {
        id: Set(ctx.new_id()),
        draft_id: Set(draft),
        path: Set(path.to_owned()),
        content: Set(content),
        medium: Set(medium),
        bytes: Set(i64::try_from(bytes).unwrap_or(i64::MAX)),
        stale: Set(stale),
    }
}

/// Takes the draft away; the newest version stays.
pub(super) async fn drop<C: ConnectionTrait>(tx: &C, draft: &Draft) -> Result<()> {
    if let Some(row) = &draft.row {
        draft_file::Entity::delete_many().filter(draft_file::Column::DraftId.eq(row.id)).exec(tx).await?;
        draft::Entity::delete_by_id(row.id).exec(tx).await?;
    }
    Ok(())
}
