//! Courses: their files become immutable content versions; the catalogue and each course's page show the latest.
//!
//! `files` reads a folder or the program's own copy into one map of texts and one of media; `outline`, `texts` and what it
//! calls (`activities`, `questions`, `survey`, `glossary`, `markdown`, `media`) read them and note every mistake; `compare`
//! holds the languages side by side, `together` makes the content, `checks` looks at the whole; `import` stores it.

mod activities;
mod answers;
pub(crate) mod build;
mod check_words;
mod checks;
mod compare;
mod contents;
pub(crate) mod files;
mod glossary;
pub(crate) mod import;
mod markdown;
pub mod media;
pub(crate) mod mistakes;
mod outline;
mod questions;
mod rule;
pub mod search;
mod settings;
mod sources;
pub mod store;
mod survey;
mod texts;
mod together;
pub(crate) mod yaml;

use std::collections::HashMap;

use domain::course::{CourseCard, CourseContent, CourseView, ModuleCard};
use domain::edition::{EditionCard, Phase};
use domain::error::Code;
use domain::id::CourseId;
use domain::language::Language;

pub(crate) use check_words::in_language;
pub use contents::Contents;
pub use import::{Imported, check_dir, import_dir, import_embedded};
pub(crate) use markdown::Kind as TextKind;
pub(crate) use sources::{Kept, Sources};
pub(crate) use texts::look;

use crate::ctx::Ctx;
use crate::edition;
use crate::error::Result;

/// How many ended editions a course's page shows, newest first.
const ENDED_SHOWN: usize = 6;

/// The courses of the catalogue: those that can be taken before the outlines, by title. `search` looks at what is
/// said about each course in the reader's language; `language` keeps the courses that are taught in it.
///
/// # Errors
/// When the database fails.
pub async fn catalogue(ctx: &Ctx, search: &str, language: Option<Language>) -> Result<Vec<CourseCard>> {
    let db = ctx.db.read();
    let latest = store::list_latest(db).await?;
    let versions: Vec<_> = latest.iter().map(|latest| latest.version).collect();
    let contents = ctx.contents.get_all(db, &versions).await?;
    let shown: Vec<_> = latest
        .into_iter()
        .filter_map(|latest| contents.get(&latest.version).map(|content| (latest.course, content)))
        .filter(|(_, content)| language.is_none_or(|language| content.languages.contains(&language)))
        .filter(|(_, content)| found(content, search, ctx.language))
        .collect();
    let ids: Vec<CourseId> = shown.iter().map(|(course, _)| course.id).collect();
    let editions = edition::store::list_current(db, &ids, ctx.now()).await?;
    let mut next = next_editions(edition::cards(db, ctx, editions).await?);
    let mut cards: Vec<CourseCard> = shown
        .into_iter()
        .map(|(course, content)| CourseCard {
            title: content.title.get(ctx.language).to_owned(),
            summary: content.summary.get(ctx.language).to_owned(),
            hours: content.hours,
            languages: content.languages.clone(),
            outline: content.is_outline(),
            next_edition: next.remove(&course.slug),
            slug: course.slug,
        })
        .collect();
    cards.sort_by_key(|card| (card.outline, search::fold(&card.title)));
    Ok(cards)
}

fn found(content: &CourseContent, search: &str, language: Language) -> bool {
    let mut texts: Vec<&str> = [&content.title, &content.short_title, &content.summary, &content.audience]
        .map(|words| words.get(language))
        .to_vec();
    if let Some(objectives) = content.objectives.get(&language) {
        texts.extend(objectives.iter().map(String::as_str));
    }
    texts.extend(content.modules.iter().map(|module| module.title.get(language)));
    search::matches(search, &texts)
}

/// For each course, the edition that a visitor would join: one that runs (the longest to go), then the next to begin.
fn next_editions(cards: Vec<EditionCard>) -> HashMap<String, EditionCard> {
    let mut joinable: Vec<_> = cards.into_iter().filter(EditionCard::can_join).collect();
    joinable.sort_by_key(|card| match card.phase {
        Phase::Running => (0, std::cmp::Reverse(Some(card.ends_on)), None),
        _ => (1, std::cmp::Reverse(None), Some(card.starts_on)),
    });
    let mut next = HashMap::new();
    for card in joinable {
        next.entry(card.course.clone()).or_insert(card);
    }
    next
}

/// A course's own page: its latest content, and its editions (running, to come, and a few that ended).
///
/// # Errors
/// `NotFound`.
pub async fn course(ctx: &Ctx, slug: &str) -> Result<CourseView> {
    let db = ctx.db.read();
    let latest = store::find_latest(db, slug).await?.ok_or(Code::NotFound)?;
    let content = ctx.contents.get(db, latest.version).await?;
    let editions = edition::store::list_by_course(db, latest.course.id).await?;
    let cards = edition::cards(db, ctx, editions).await?;
    Ok(view(latest.course.slug, &content, in_order(cards), ctx.language))
}

fn in_order(cards: Vec<EditionCard>) -> Vec<EditionCard> {
    let (mut ended, mut current): (Vec<_>, Vec<_>) = cards.into_iter().partition(|card| card.phase == Phase::Ended);
    current.sort_by_key(|card| (card.phase != Phase::Running, card.starts_on, card.code.clone()));
    ended.sort_by_key(|card| (std::cmp::Reverse(card.ends_on), card.code.clone()));
    current.extend(ended.into_iter().take(ENDED_SHOWN));
    current
}

fn view(slug: String, content: &CourseContent, editions: Vec<EditionCard>, language: Language) -> CourseView {
    let text = |words: &domain::language::Words| words.get(language).to_owned();
    let modules = content
        .modules
        .iter()
        .map(|module| ModuleCard {
            title: text(&module.title),
            activities: module.activities.iter().map(|activity| text(&activity.title)).collect(),
            minutes: module.activities.iter().map(|activity| u32::from(activity.minutes)).sum(),
        })
        .collect();
    let objectives = content.objectives.get(&language).or_else(|| content.objectives.values().next());
    CourseView {
        slug,
        title: text(&content.title),
        short_title: text(&content.short_title),
        summary: text(&content.summary),
        audience: text(&content.audience),
        description_html: text(&content.description),
        objectives: objectives.cloned().unwrap_or_default(),
        hours: content.hours,
        languages: content.languages.clone(),
        modules,
        editions,
        outline: content.is_outline(),
    }
}

/// Slug and title of every course in the reader's language, by title.
///
/// # Errors
/// When the database fails.
pub(crate) async fn titles(ctx: &Ctx) -> Result<Vec<(String, String)>> {
    let db = ctx.db.read();
    let latest = store::list_latest(db).await?;
    let versions: Vec<_> = latest.iter().map(|latest| latest.version).collect();
    let contents = ctx.contents.get_all(db, &versions).await?;
    let title = |latest: store::Latest| {
        Some((latest.course.slug, contents.get(&latest.version)?.title.get(ctx.language).to_owned()))
    };
    let mut titles: Vec<(String, String)> = latest.into_iter().filter_map(title).collect();
    titles.sort_by_key(|(_, title)| search::fold(title));
    Ok(titles)
}
