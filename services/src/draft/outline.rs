//! A draft's outline: modules and activities in their order, and what a course has once.

use domain::draft::{DraftItem, DraftModule, DraftView, Part, PartKind, key_of};
use domain::error::{Code, Refusal};
use domain::language::Language;
use serde_json::Value;

use super::edit::write_frame;
use super::frame::FrameModule;
use super::item::{Item, frame_of};
use super::store;
use super::{title, yaml};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::policy;

/// A draft's outline.
///
/// # Errors
/// `NotFound`, `FilesMissing`, `FileUnreadable`, `SignInFirst`, `NotForYou`.
pub async fn outline(ctx: &Ctx, slug: &str) -> Result<DraftView> {
    policy::may_staff(ctx)?;
    let draft = store::load(ctx, ctx.db.read(), slug, false).await?;
    let files = &draft.files;
    let mut frame = frame_of(files)?;
    let about = Item::get(&frame, files, "about")?.read(&mut frame, files).unwrap_or_default();
    let laid = frame.modules.clone();
    let mut row = |key: &str| -> Option<DraftItem> {
        let item = Item::find(&frame, files, key)?;
        Some(item.row(&mut frame, files, ctx.language))
    };
    let about_row = row("about").ok_or(Code::NotFound)?;
    let has_glossary = files.keys().any(|path| path.ends_with("/glossary.md"));
    let glossary = has_glossary.then(|| row("glossary")).flatten();
    let (pre_test, final_test) = (row("pre-test"), row("final-test"));
    let (post_test, survey) = (row("post-test"), row("survey"));
    let mut modules = Vec::new();
    for module in laid {
        let titles = about.parts.iter().find(|part| part.shared("key") == module.key);
        let title = titles.map(|part| [part.text(ctx.language, "title"), part.first_text("title")]).unwrap_or_default();
        modules.push(DraftModule {
            title: title.into_iter().find(|title| !title.is_empty()).unwrap_or(&module.key).to_owned(),
            items: module.activities.iter().filter_map(|key| row(key)).collect(),
            check: row(&format!("{}-check", module.key)),
            key: module.key,
        });
    }
    Ok(DraftView {
        title: title(&about, ctx.language, slug),
        slug: slug.to_owned(),
        hours: frame.hours.as_ref().map(yaml::word).unwrap_or_default(),
        completion: frame.completion.as_ref().map(yaml::flow).unwrap_or_default(),
        languages: frame.languages,
        about: about_row,
        glossary,
        pre_test,
        modules,
        final_test,
        post_test,
        survey,
        version: draft.latest.as_ref().map(|latest| latest.number),
        changed: draft.row.is_some(),
        overtaken: draft.overtaken(),
    })
}

/// Titles by language, at least one of which is needed.
pub type Titles = [(Language, String)];

fn titled(titles: &Titles) -> Result<Part> {
    let mut part = Part::default();
    for (language, title) in titles {
        part.say(*language, "title", title.split_whitespace().collect::<Vec<_>>().join(" ").as_str());
    }
    if part.is_blank() { Err(Refusal::field("title_es", Code::Required).into()) } else { Ok(part) }
}

/// Adds a module at the end; gives its key.
///
/// # Errors
/// `Invalid` without a title; and what `outline` refuses.
pub async fn add_module(ctx: &Ctx, slug: &str, titles: &Titles) -> Result<String> {
    policy::may_staff(ctx)?;
    let mut part = titled(titles)?;
    store::change(ctx, slug, |files| {
        let mut frame = frame_of(files)?;
        let key = key_of(part.first_text("title"), "module", |key| frame.takes(key));
        frame.modules.push(FrameModule { key: key.clone(), ..FrameModule::default() });
        let about = Item::get(&frame, files, "about")?;
        let mut whole = about.read(&mut frame, files)?;
        part.share("key", &key);
        if let Some(last) = whole.parts.last_mut() {
            *last = part;
        }
        about.write(&mut frame, files, &whole);
        write_frame(files, &frame);
        Ok(key)
    })
    .await
}

/// Adds a lesson, a worksheet or an assignment at the end of a module; gives its key.
///
/// # Errors
/// `Invalid` without a title; `BadRequest`, `NotFound`; and what `outline` refuses.
pub async fn add_activity(ctx: &Ctx, slug: &str, module: &str, kind: PartKind, titles: &Titles) -> Result<String> {
    policy::may_staff(ctx)?;
    let part = titled(titles)?;
    if !matches!(kind, PartKind::Lesson | PartKind::Worksheet | PartKind::Assignment) {
        return Err(Code::BadRequest.into());
    }
    store::change(ctx, slug, |files| {
        let mut frame = frame_of(files)?;
        let key = key_of(part.first_text("title"), kind.as_str(), |key| frame.takes(key));
        let found = frame.modules.iter_mut().find(|found| found.key == module).ok_or(Code::NotFound)?;
        found.activities.push(key.clone());
        let item = Item { kind, name: format!("{module}/{key}.md"), key: key.clone() };
        item.write(&mut frame, files, &part);
        write_frame(files, &frame);
        Ok(key)
    })
    .await
}

/// The hours and the rule of completion.
///
/// # Errors
/// `Invalid`; and what `outline` refuses.
pub async fn save_frame(ctx: &Ctx, slug: &str, hours: &str, completion: &str) -> Result<()> {
    policy::may_staff(ctx)?;
    let hours: u16 = hours.trim().parse().map_err(|_| Refusal::field("learning_hours", Code::NumberInvalid))?;
    let rule: Option<Value> = serde_saphyr::from_str(completion).ok().filter(|value: &Value| !value.is_null());
    let rule = rule.ok_or_else(|| Refusal::field("completion", Code::RuleUnreadable))?;
    store::change(ctx, slug, |files| {
        let mut frame = frame_of(files)?;
        frame.hours = Some(hours.into());
        frame.completion = Some(rule);
        write_frame(files, &frame);
        Ok(())
    })
    .await
}
