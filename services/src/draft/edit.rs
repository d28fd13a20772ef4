//! Editing an item or one of its parts, in every language at once.

use std::collections::HashMap;

use domain::draft::{ItemView, Part, PartKind, PartRow, key_of, wrong};
use domain::error::{Code, Refusal};
use domain::language::Language;

use super::frame::{FILE, Frame};
use super::item::{Item, WHOLE, frame_of, mark};
use super::store::{self, Files, put};
use super::{look, title};
use crate::ctx::{Ctx, digest};
use crate::error::Result;
use crate::policy;

/// The word of a part that is not there yet.
const NEW: &str = "new";
/// What no part is called, being other pages' addresses.
const RESERVED: [&str; 2] = [NEW, "import"];
/// How many characters of a question stand in the list.
const SHOWN: usize = 90;

/// An item to edit, or its part of this key; `new` is a part that is not there yet.
///
/// # Errors
/// `NotFound`; `FileUnreadable` when it has a form that the fields cannot show; `SignInFirst`, `NotForYou`.
pub async fn item(ctx: &Ctx, slug: &str, key: &str, part_key: Option<&str>) -> Result<ItemView> {
    policy::may_staff(ctx)?;
    let draft = store::load(ctx, ctx.db.read(), slug, false).await?;
    let mut frame = frame_of(&draft.files)?;
    let item = Item::get(&frame, &draft.files, key)?;
    let whole = item.read(&mut frame, &draft.files)?;
    let rows = if part_key.is_none() && item.kind.shape().paged {
        rows(ctx, &item, &frame, &draft.files, &whole)
    } else {
        Vec::new()
    };
    let (kind, part) = match part_key {
        None => (
            item.kind,
            Part { parts: if item.kind.shape().paged { Vec::new() } else { whole.parts.clone() }, ..whole.clone() },
        ),
        Some(part_key) => (child(item.kind)?, find(&whole, part_key)?),
    };
    let looks = look::all(ctx, &draft, &frame, &item, kind, &part).await?;
    let about = Item::get(&frame, &draft.files, "about")?.read(&mut frame, &draft.files).unwrap_or_default();
    let objectives = [about.text(ctx.language, "objectives"), about.first_text("objectives")]
        .into_iter()
        .find(|text| !text.is_empty())
        .map(|text| text.lines().map(ToOwned::to_owned).collect());
    Ok(ItemView {
        slug: slug.to_owned(),
        course: title(&about, ctx.language, slug),
        item_title: item.row(&mut frame, &draft.files, ctx.language).title,
        stale: item.stale(&frame, &draft.files, Some(part_key.unwrap_or(WHOLE))),
        languages: frame.languages,
        key: item.key,
        part_key: part_key.map(ToOwned::to_owned),
        kind,
        seen: seen(&part)?,
        part,
        looks,
        rows,
        objectives: objectives.unwrap_or_default(),
    })
}

fn child(kind: PartKind) -> Result<PartKind> {
    let shape = kind.shape();
    Ok(shape.child.filter(|_| shape.paged).ok_or(Code::NotFound)?)
}

fn find(whole: &Part, key: &str) -> Result<Part> {
    if key == NEW {
        return Ok(Part::default());
    }
    let found = whole.parts.iter().find(|part| part.shared("key") == key);
    Ok(found.cloned().ok_or(Code::NotFound)?)
}

fn rows(ctx: &Ctx, item: &Item, frame: &Frame, files: &Files, whole: &Part) -> Vec<PartRow> {
    let name = item.kind.shape().child.map_or("title", PartKind::named_by);
    let row = |part: &Part| {
        let key = part.shared("key").to_owned();
        let said = [part.text(ctx.language, name), part.first_text(name)].into_iter().find(|text| !text.is_empty());
        let said = said.unwrap_or_default();
        let mut title: String = said.chars().take(SHOWN).collect();
        if title.len() < said.len() {
            title.push('…');
        }
        PartRow {
            kind: part.shared("kind").to_owned(),
            title,
            missing: frame.languages.iter().copied().filter(|language| part.text(*language, name).is_empty()).collect(),
            stale: item.stale(frame, files, Some(&key)),
            key,
        }
    };
    whole.parts.iter().map(row).collect()
}

/// Stands for a part as somebody saw it.
fn seen(part: &Part) -> Result<String> {
    Ok(digest(&serde_json::to_string(part)?))
}

/// What is saved where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edit {
    pub slug: String,
    pub item: String,
    /// Empty for the item itself, `new` for a part that is not there yet.
    pub part: String,
    /// `ItemView::seen` of what was edited.
    pub seen: String,
    /// Only a slip was mended: the other languages stay right.
    pub minor: bool,
}

/// Saves what a form says, and gives the part's key (empty for the item itself). A language whose text stays while another's
/// changes is marked as behind, unless that one was catching up.
///
/// # Errors
/// `Invalid` with the form's fields; `ChangedMeanwhile` when somebody else changed the same in between; and what `item` refuses.
pub async fn save(ctx: &Ctx, edit: &Edit, form: &HashMap<String, String>) -> Result<String> {
    policy::may_staff(ctx)?;
    store::change(ctx, &edit.slug, |files| {
        let mut frame = frame_of(files)?;
        let item = Item::get(&frame, files, &edit.item)?;
        let mut whole = item.read(&mut frame, files)?;
        let before = whole.clone();
        let key = if edit.part.is_empty() {
            save_item(&item, &mut whole, edit, form)?
        } else {
            save_part(&item, &mut whole, edit, form)?
        };
        item.write(&mut frame, files, &whole);
        write_frame(files, &frame);
        let place = if key.is_empty() { WHOLE } else { &key };
        if edit.part != NEW {
            let of =
                |whole: &Part| if key.is_empty() { own(&item, whole) } else { find(whole, &key).unwrap_or_default() };
            follow(files, &frame, &item, place, [&of(&before), &of(&whole)], edit.minor);
        }
        Ok(key)
    })
    .await
}

/// The item without what has pages of its own.
fn own(item: &Item, whole: &Part) -> Part {
    let parts = if item.kind.shape().paged { Vec::new() } else { whole.parts.clone() };
    Part { parts, ..whole.clone() }
}

fn save_item(item: &Item, whole: &mut Part, edit: &Edit, form: &HashMap<String, String>) -> Result<String> {
    if seen(&own(item, whole))? != edit.seen {
        return Err(Code::ChangedMeanwhile.into());
    }
    let mut said = read_form(item.kind, form)?;
    if item.kind.shape().paged {
        said.parts = std::mem::take(&mut whole.parts);
    }
    *whole = said;
    Ok(String::new())
}

fn save_part(item: &Item, whole: &mut Part, edit: &Edit, form: &HashMap<String, String>) -> Result<String> {
    let kind = child(item.kind)?;
    let old = find(whole, &edit.part)?;
    if seen(&old)? != edit.seen {
        return Err(Code::ChangedMeanwhile.into());
    }
    let mut said = read_form(kind, form)?;
    if said.is_blank() {
        return Err(Refusal::field("part", Code::Required).into());
    }
    if edit.part == NEW {
        let made = key_of(said.first_text(kind.named_by()), kind.as_str(), |key| {
            RESERVED.contains(&key) || whole.parts.iter().any(|part| part.shared("key") == key)
        });
        said.share("key", &made);
        whole.parts.push(said);
        return Ok(made);
    }
    said.share("key", &edit.part);
    if let Some(place) = whole.parts.iter_mut().find(|part| part.shared("key") == edit.part) {
        *place = said;
    }
    Ok(edit.part.clone())
}

fn read_form(kind: PartKind, form: &HashMap<String, String>) -> Result<Part> {
    let part = Part::from_form(kind, form);
    let fields = wrong(kind, &part);
    if fields.is_empty() { Ok(part.tidy(kind)) } else { Err(Refusal { code: Code::Invalid, fields }.into()) }
}

pub(super) fn write_frame(files: &mut Files, frame: &Frame) {
    let same = store::text(files, FILE).and_then(Frame::read).as_ref() == Some(frame);
    if !same {
        put(files, FILE.to_owned(), frame.write());
    }
}

/// Marks who fell behind, and who caught up.
fn follow(files: &mut Files, frame: &Frame, item: &Item, place: &str, [before, after]: [&Part; 2], minor: bool) {
    let changed = |language: &Language| before.in_language(*language) != after.in_language(*language);
    let (moved, stayed): (Vec<Language>, Vec<Language>) = frame.languages.iter().copied().partition(changed);
    let catching_up = moved.iter().any(|language| item.stale(frame, files, Some(place)).contains(language));
    for language in &moved {
        mark(files, &item.path(*language), place, false);
    }
    if !moved.is_empty() && !minor && !catching_up {
        for language in stayed {
            mark(files, &item.path(language), place, true);
        }
    }
}

/// Moves a part up or down in its list, takes it away, or says of a language that it is up to date: `up`, `down`, `remove`,
/// `fresh`; `part` is its key, or `.` for the item itself.
///
/// # Errors
/// `NotFound`, `BadRequest`, `FileUnreadable`, `SignInFirst`, `NotForYou`.
pub async fn change_part(ctx: &Ctx, slug: &str, key: &str, part: &str, act: &str) -> Result<()> {
    policy::may_staff(ctx)?;
    store::change(ctx, slug, |files| {
        let mut frame = frame_of(files)?;
        let item = Item::get(&frame, files, key)?;
        if act == "fresh" {
            for language in &frame.languages {
                mark(files, &item.path(*language), part, false);
            }
            return Ok(());
        }
        let mut whole = item.read(&mut frame, files)?;
        let place = whole.parts.iter().position(|known| known.shared("key") == part).ok_or(Code::NotFound)?;
        match act {
            "up" if place > 0 => whole.parts.swap(place, place - 1),
            "down" if place + 1 < whole.parts.len() => whole.parts.swap(place, place + 1),
            "up" | "down" => {}
            "remove" => {
                whole.parts.remove(place);
            }
            _ => return Err(Code::BadRequest.into()),
        }
        item.write(&mut frame, files, &whole);
        for language in frame.languages.iter().filter(|_| act == "remove") {
            mark(files, &item.path(*language), part, false);
        }
        Ok(())
    })
    .await
}

/// Puts parts that were read elsewhere at the end of an item's; gives how many.
///
/// # Errors
/// As `item`.
pub(super) fn append(files: &mut Files, key: &str, parts: Vec<Part>) -> Result<usize> {
    let mut frame = frame_of(files)?;
    let item = Item::get(&frame, files, key)?;
    let kind = child(item.kind)?;
    let mut whole = item.read(&mut frame, files)?;
    let count = parts.len();
    for mut part in parts {
        let made = key_of(part.first_text(kind.named_by()), kind.as_str(), |key| {
            RESERVED.contains(&key) || whole.parts.iter().any(|part| part.shared("key") == key)
        });
        part.share("key", &made);
        whole.parts.push(part);
    }
    item.write(&mut frame, files, &whole);
    Ok(count)
}
