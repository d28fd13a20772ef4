//! The steps of an outline: up, down, elsewhere, anew, away.

use domain::error::Code;
use domain::language::Language;
use serde_json::Value;

use super::edit::write_frame;
use super::frame::{Frame, Settings};
use super::item::{Item, frame_of};
use super::store::{self, Files};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::policy;

/// The percent that passes a new check, and a new test.
const PASS_CHECK: u8 = 60;
const PASS_TEST: u8 = 70;

/// One step in the outline: `up:{activity}`, `down:{activity}`, `place:{activity}:{module}:{place}`, `remove:{item}`,
/// `module-up:{module}`, `module-down:{module}`, `module-remove:{module}`, `add:{item}` for what a course has once and for checks.
///
/// # Errors
/// `BadRequest`, `NotFound`; and what `outline` refuses.
pub async fn change_outline(ctx: &Ctx, slug: &str, act: &str) -> Result<()> {
    policy::may_staff(ctx)?;
    let (act, rest) = act.split_once(':').ok_or(Code::BadRequest)?;
    store::change(ctx, slug, |files| {
        let mut frame = frame_of(files)?;
        match act {
            "up" => step(&mut frame, rest, false)?,
            "down" => step(&mut frame, rest, true)?,
            "place" => put(&mut frame, rest)?,
            "module-up" | "module-down" => {
                let place = module(&frame, rest)?;
                let other = if act == "module-up" { place.checked_sub(1) } else { Some(place + 1) };
                if let Some(other) = other.filter(|other| *other < frame.modules.len()) {
                    frame.modules.swap(place, other);
                }
            }
            "module-remove" => remove_module(&mut frame, files, rest)?,
            "add" => add(&mut frame, files, rest)?,
            "remove" => remove(&mut frame, files, rest)?,
            _ => return Err(Code::BadRequest.into()),
        }
        follow_moves(&mut frame, files);
        write_frame(files, &frame);
        Ok(())
    })
    .await
}

fn module(frame: &Frame, key: &str) -> Result<usize> {
    Ok(frame.modules.iter().position(|module| module.key == key).ok_or(Code::NotFound)?)
}

/// One place up or down, over the edge of its module into the next.
fn step(frame: &mut Frame, key: &str, down: bool) -> Result<()> {
    let (module, place) = frame.place(key).ok_or(Code::NotFound)?;
    let length = frame.modules.get(module).map_or(0, |module| module.activities.len());
    let (to, at) = match (down, place) {
        (false, 0) => match module.checked_sub(1) {
            Some(before) => (before, frame.modules.get(before).map_or(0, |module| module.activities.len())),
            None => return Ok(()),
        },
        (false, place) => (module, place - 1),
        (true, place) if place + 1 < length => (module, place + 1),
        (true, _) if module + 1 < frame.modules.len() => (module + 1, 0),
        (true, _) => return Ok(()),
    };
    lift(frame, (module, place), (to, at));
    Ok(())
}

fn lift(frame: &mut Frame, (module, place): (usize, usize), (to, at): (usize, usize)) {
    let Some(from) = frame.modules.get_mut(module) else { return };
    let key = from.activities.remove(place);
    if let Some(to) = frame.modules.get_mut(to) {
        to.activities.insert(at.min(to.activities.len()), key);
    }
}

/// `{activity}:{module}:{place}`, the place counted without the activity itself.
fn put(frame: &mut Frame, rest: &str) -> Result<()> {
    let mut words = rest.split(':');
    let (Some(key), Some(to), Some(at)) = (words.next(), words.next(), words.next()) else {
        return Err(Code::BadRequest.into());
    };
    let from = frame.place(key).ok_or(Code::NotFound)?;
    let to = module(frame, to)?;
    lift(frame, from, (to, at.parse().map_err(|_| Code::BadRequest)?));
    Ok(())
}

/// Files of activities that are in another module by now lie in its folder.
fn follow_moves(frame: &mut Frame, files: &mut Files) {
    for module in &frame.modules {
        for key in &module.activities {
            for language in &frame.languages {
                let path = format!("{language}/{}/{key}.md", module.key);
                if files.contains_key(&path) {
                    continue;
                }
                let name = format!("/{key}.md");
                let old = files.keys().find(|old| {
                    old.starts_with(&format!("{language}/"))
                        && old.ends_with(&name)
                        && old.matches('/').count() == 2
                        && !old.contains("/media/")
                });
                if let Some(old) = old.cloned()
                    && let Some(kept) = files.remove(&old)
                {
                    files.insert(path, kept);
                }
            }
        }
    }
}

fn remove_module(frame: &mut Frame, files: &mut Files, key: &str) -> Result<()> {
    let place = module(frame, key)?;
    let gone = frame.modules.remove(place);
    let folder = |path: &str| path.split('/').nth(1) == Some(key) && path.matches('/').count() == 2;
    files.retain(|path, _| !folder(path));
    for keys in frame.untranslated.values_mut() {
        keys.retain(|known| !gone.activities.contains(known));
    }
    // Its title goes with it.
    let about = Item::get(frame, files, "about")?;
    let whole = about.read(frame, files)?;
    about.write(frame, files, &whole);
    Ok(())
}

fn settings(pass: Option<u8>) -> Settings {
    pass.map(|pass| ("pass".to_owned(), Value::from(pass))).into_iter().collect()
}

fn add(frame: &mut Frame, files: &mut Files, key: &str) -> Result<()> {
    match key {
        "pre-test" => frame.pre_test.get_or_insert_with(|| settings(None)),
        "post-test" => frame.post_test.get_or_insert_with(|| settings(None)),
        "survey" => frame.survey.get_or_insert_with(|| settings(None)),
        "final-test" => frame.final_test.get_or_insert_with(|| settings(Some(PASS_TEST))),
        "glossary" => &mut settings(None),
        key => {
            let place = module(frame, key.strip_suffix("-check").ok_or(Code::BadRequest)?)?;
            let module = frame.modules.get_mut(place).ok_or(Code::NotFound)?;
            module.check.get_or_insert_with(|| settings(Some(PASS_CHECK)))
        }
    };
    let item = Item::get(frame, files, key)?;
    let mut whole = item.read(frame, files)?;
    for language in frame.languages.clone() {
        if whole.text(language, "title").is_empty() {
            whole.say(language, "title", first_title(key, language));
        }
    }
    item.write(frame, files, &whole);
    Ok(())
}

/// What these are called until somebody calls them otherwise.
fn first_title(key: &str, language: Language) -> &'static str {
    match (key, language) {
        ("pre-test", Language::Es) => "Antes de empezar",
        ("pre-test", Language::En) => "Before you begin",
        ("post-test", Language::Es) => "Lo que ha aprendido",
        ("post-test", Language::En) => "What you have learned",
        ("survey", Language::Es) => "Su opinión sobre el curso",
        ("survey", Language::En) => "What you think of the course",
        ("final-test", Language::Es) => "Prueba final",
        ("final-test", Language::En) => "Final test",
        ("glossary", Language::Es) => "Glosario",
        ("glossary", Language::En) => "Glossary",
        (_, Language::Es) => "Compruebe lo aprendido",
        (_, Language::En) => "Check what you learned",
    }
}

fn remove(frame: &mut Frame, files: &mut Files, key: &str) -> Result<()> {
    let item = Item::get(frame, files, key)?;
    match key {
        "about" => return Err(Code::BadRequest.into()),
        "pre-test" => frame.pre_test = None,
        "post-test" => frame.post_test = None,
        "survey" => frame.survey = None,
        "final-test" => frame.final_test = None,
        "glossary" => {}
        key => {
            for module in &mut frame.modules {
                module.activities.retain(|known| known != key);
                if key.strip_suffix("-check") == Some(module.key.as_str()) {
                    module.check = None;
                }
            }
        }
    }
    for keys in frame.untranslated.values_mut() {
        keys.retain(|known| known != key);
    }
    for language in &frame.languages {
        files.remove(&item.path(*language));
    }
    Ok(())
}
