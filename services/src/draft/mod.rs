//! Drafts: a course's files while somebody works on them in the browser, and the way to a new version.
//!
//! A draft begins with the files of the newest version and is rows of its own from the first change on (`store`). `frame` is
//! `course.yaml`, `part` reads and writes the other files field by field, `item` knows which file is what; `outline`, `steps`,
//! `edit`, `media` and `raw` change them, `look` shows how they will look, `publish` checks them and makes the version, `archive`
//! takes them away and brings them back, `questions` reads those of other platforms.

mod archive;
mod edit;
mod frame;
mod item;
mod look;
mod media;
mod outline;
mod part;
mod publish;
mod questions;
mod raw;
mod steps;
mod store;
mod yaml;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::draft::{CourseRow, NewCourse, Part, PartKind, key_of};
use domain::error::{Code, Wrong};
use domain::language::{Language, Words};
use domain::page::Page;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

pub use archive::{ZIP_MAX, export, export_files, import};
pub use edit::{Edit, change_part, item, save};
pub use look::preview;
pub use media::{Brought, FILE_MAX, add_medium, list_media, remove_medium};
pub use outline::{add_activity, add_module, outline, save_frame};
pub use publish::{discard, publish, publish_view};
pub use questions::{QUESTIONS_MAX, add_questions, read as read_questions};
pub use raw::{list_files, raw, save_raw};
pub use steps::change_outline;

use crate::course::{search, store as courses};
use crate::ctx::Ctx;
use crate::entity::{draft, draft_file};
use crate::error::Result;
use crate::policy;
use frame::{FILE, Frame};
use store::{Files, put};

/// The longest title.
const TITLE_MAX: usize = 160;

/// The courses with their newest version and their draft, by title.
///
/// # Errors
/// `SignInFirst`, `NotForYou`.
pub async fn list(ctx: &Ctx, wanted: &str, number: u32) -> Result<Page<CourseRow>> {
    policy::may_staff(ctx)?;
    let db = ctx.db.read();
    let latest = courses::list_latest(db).await?;
    let versions: Vec<_> = latest.iter().map(|latest| latest.version).collect();
    let contents = ctx.contents.get_all(db, &versions).await?;
    let drafts = draft::Entity::find().all(db).await?;
    let mut changed: HashMap<String, (draft::Model, DateTime<Utc>)> =
        drafts.into_iter().map(|row| (row.slug.clone(), (row.clone(), row.changed_at))).collect();
    let mut rows: Vec<CourseRow> = Vec::new();
    for latest in latest {
        let Some(content) = contents.get(&latest.version) else { continue };
        rows.push(CourseRow {
            title: content.title.get(ctx.language).to_owned(),
            languages: content.languages.clone(),
            version: Some(latest.number),
            changed_at: changed.remove(&latest.course.slug).map(|(_, at)| at),
            slug: latest.course.slug,
        });
    }
    // What has no version yet says its title in its draft.
    let ids: Vec<_> = changed.values().map(|(row, _)| row.id).collect();
    let abouts = draft_file::Entity::find()
        .filter(draft_file::Column::DraftId.is_in(ids))
        .filter(draft_file::Column::Path.ends_with("/course.md"))
        .all(db)
        .await?;
    for (slug, (row, at)) in changed {
        let mut titles = Words::default();
        for file in abouts.iter().filter(|file| file.draft_id == row.id) {
            let language = file.path.split('/').next().and_then(|word| word.parse::<Language>().ok());
            if let Some((language, text)) = language.zip(file.content.as_deref())
                && let Some(part) = part::read(PartKind::About, language, text)
            {
                titles.0.insert(language, part.text(language, "title").to_owned());
            }
        }
        let title = [titles.get(ctx.language), &slug]
            .into_iter()
            .find(|title| !title.is_empty())
            .unwrap_or_default()
            .to_owned();
        rows.push(CourseRow {
            title,
            languages: titles.0.keys().copied().collect(),
            version: None,
            changed_at: Some(at),
            slug,
        });
    }
    rows.retain(|row| search::matches(wanted, &[&row.title, &row.slug]));
    rows.sort_by_key(|row| search::fold(&row.title));
    Ok(Page::cut(rows, number))
}

/// Begins a course of which there is nothing yet; gives its address.
///
/// # Errors
/// `Invalid` with what is wrong; `SignInFirst`, `NotForYou`.
pub async fn create(ctx: &Ctx, new: &NewCourse) -> Result<String> {
    policy::may_staff(ctx)?;
    let mut wrong = Wrong::default();
    let languages: Vec<Language> = new.languages.split(',').filter_map(|word| word.trim().parse().ok()).collect();
    if languages.is_empty() {
        wrong.note("languages", Code::Required);
    }
    let mut about = Part::default();
    for language in &languages {
        let (field, text) = match language {
            Language::Es => ("title_es", &new.title_es),
            Language::En => ("title_en", &new.title_en),
        };
        let title = wrong.text(field, text, TITLE_MAX);
        about.say(*language, "title", &title);
        about.say(*language, "short_title", &title);
    }
    let hours: u16 = new.learning_hours.trim().parse().unwrap_or(0);
    if hours == 0 {
        wrong.note("learning_hours", Code::NumberInvalid);
    }
    let slug = match new.slug.trim() {
        "" => key_of(about.first_text("title"), "course", |_| false),
        slug => slug.to_owned(),
    };
    if !crate::course::yaml::is_key(&slug) || slug == "new" {
        wrong.note("slug", Code::CodeInvalid);
    }
    let tx = ctx.db.begin_write().await?;
    let drafts = draft::Entity::find().filter(draft::Column::Slug.eq(slug.as_str())).one(&tx).await?;
    if drafts.is_some() || courses::find_by_slug(&tx, &slug).await?.is_some() {
        wrong.note("slug", Code::CodeTaken);
    }
    wrong.done()?;
    let frame = Frame {
        hours: Some(hours.into()),
        languages: languages.clone(),
        completion: Some("full".into()),
        ..Frame::default()
    };
    let mut files = Files::new();
    put(&mut files, FILE.to_owned(), frame.write());
    for language in languages {
        put(&mut files, format!("{language}/course.md"), part::write(PartKind::About, language, &about));
    }
    store::save_new(ctx, &tx, &slug, None, files).await?;
    tx.commit().await?;
    Ok(slug)
}

/// The course's title, or its address as long as it has none.
fn title(about: &Part, language: Language, slug: &str) -> String {
    let titles = [about.text(language, "title"), about.first_text("title"), slug];
    titles.into_iter().find(|title| !title.is_empty()).unwrap_or_default().to_owned()
}
