//! How texts of a draft will look, as they are written.

use std::collections::BTreeMap;

use domain::draft::{Field, Flaw, Input, Part, PartKind, TextPreview};
use domain::error::Code;
use domain::language::Language;

use super::frame::Frame;
use super::item::{Item, frame_of};
use super::store::{self, Draft};
use crate::course::files::Source;
use crate::course::{Kept, TextKind, in_language, look, media};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::policy;

/// Every Markdown field of the part, by its name in the form, as HTML.
pub(super) async fn all(
    ctx: &Ctx,
    draft: &Draft,
    frame: &Frame,
    item: &Item,
    kind: PartKind,
    part: &Part,
) -> Result<Vec<(String, String)>> {
    let fields: Vec<&Field> =
        kind.shape().texts.iter().filter(|field| matches!(field.input, Input::Prose(_))).collect();
    let texts: Vec<(Language, &str, &str)> = frame
        .languages
        .iter()
        .flat_map(|language| fields.iter().map(move |field| (*language, field.name, part.text(*language, field.name))))
        .filter(|(_, _, text)| !text.is_empty())
        .collect();
    if texts.is_empty() {
        return Ok(Vec::new());
    }
    let joined: String = texts.iter().map(|(_, _, text)| *text).collect();
    let source = source(ctx, draft, &joined).await?;
    let look = |(language, name, text): (Language, &str, &str)| {
        let (html, _) = look(&source, language, &item.path(language), text, text_kind(kind));
        (format!("t.{language}.{name}"), html)
    };
    Ok(texts.into_iter().map(look).collect())
}

fn text_kind(kind: PartKind) -> TextKind {
    match kind {
        PartKind::About => TextKind::Description,
        PartKind::Lesson | PartKind::Worksheet | PartKind::Assignment => TextKind::Lesson,
        _ => TextKind::Question,
    }
}

/// The draft's texts, and of its media those that `shown` names.
async fn source(ctx: &Ctx, draft: &Draft, shown: &str) -> Result<Source> {
    let mut files = BTreeMap::new();
    for (path, kept) in &draft.files {
        match kept {
            Kept::Text { content, .. } => {
                files.insert(path.clone(), content.clone().into_bytes());
            }
            Kept::Medium { .. } => {
                let stem = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(stem, _)| stem);
                if shown.contains(stem) {
                    files.insert(path.clone(), bytes(ctx, kept).await?);
                }
            }
        }
    }
    Ok(Source::from_files(&draft.slug, files))
}

/// All of a draft, as it would be read from a folder.
pub(super) async fn whole(ctx: &Ctx, draft: &Draft) -> Result<Source> {
    let mut files = BTreeMap::new();
    for (path, kept) in &draft.files {
        files.insert(path.clone(), bytes(ctx, kept).await?);
    }
    Ok(Source::from_files(&draft.slug, files))
}

/// What is in a file.
pub(super) async fn bytes(ctx: &Ctx, kept: &Kept) -> Result<Vec<u8>> {
    match kept {
        Kept::Text { content, .. } => Ok(content.clone().into_bytes()),
        Kept::Medium { name, .. } => {
            let stored = media::get(&ctx.campus, name).await?;
            let all = 0..stored.bytes;
            Ok(stored.read(&ctx.campus, all).await?.into_owned())
        }
    }
}

/// How a text would look in this item (or its part), and what is wrong with it. Nothing is saved.
///
/// # Errors
/// `NotFound`, `FileUnreadable`, `SignInFirst`, `NotForYou`; `TooLong`.
pub async fn preview(
    ctx: &Ctx,
    slug: &str,
    key: &str,
    part: bool,
    language: Language,
    text: &str,
) -> Result<TextPreview> {
    policy::may_staff(ctx)?;
    if text.len() > 200_000 {
        return Err(Code::TooLong.into());
    }
    let draft = store::load(ctx, ctx.db.read(), slug, false).await?;
    let frame = frame_of(&draft.files)?;
    let item = Item::get(&frame, &draft.files, key)?;
    let kind = if part { item.kind.shape().child.unwrap_or(item.kind) } else { item.kind };
    let source = source(ctx, &draft, text).await?;
    let (html, mistakes) = look(&source, language, &item.path(language), text, text_kind(kind));
    let flaws = mistakes.into_parts().into_iter().map(|(file, line, text)| Flaw {
        file,
        line: u32::try_from(line).unwrap_or(1),
        text: in_language(ctx.language, &text),
        item: None,
    });
    Ok(TextPreview { html, flaws: flaws.collect() })
}
