//! A module on paper: its lessons, worksheets and assignments on one page.

use domain::course::{Activity, Task};
use domain::error::Code;
use domain::language::Language;
use domain::learning::{PackPart, PackView};

use super::enter;
use crate::ctx::Ctx;
use crate::error::Result;

/// The module with this key, to print.
///
/// # Errors
/// `SignInFirst`, `NotFound` or `NotEnrolled`.
pub async fn pack(ctx: &Ctx, code: &str, module: &str) -> Result<PackView> {
    let (place, _) = enter(ctx, code).await?;
    let (language, modules) = (place.language, &place.content.modules);
    let at = modules.iter().position(|known| known.key == module).ok_or(Code::NotFound)?;
    let named = |at: Option<usize>| {
        let module = modules.get(at?)?;
        Some((module.key.clone(), module.title.get(language).to_owned()))
    };
    let module = modules.get(at).ok_or(Code::NotFound)?;
    let read: Vec<&Activity> =
        module.activities.iter().filter(|one| one.kind.is_lesson() || one.assignment().is_some()).collect();
    let here: Vec<&str> = read.iter().map(|activity| activity.key.as_str()).collect();
    Ok(PackView {
        edition: place.card(ctx),
        number: u32::try_from(at + 1).unwrap_or(u32::MAX),
        title: module.title.get(language).to_owned(),
        parts: read.iter().map(|activity| part(activity, &here, language)).collect(),
        previous: named(at.checked_sub(1)),
        next: named(Some(at + 1)),
    })
}

fn part(activity: &Activity, here: &[&str], language: Language) -> PackPart {
    let (mut fields, mut rubric) = (Vec::new(), Vec::new());
    match &activity.task {
        Task::Worksheet(of) => {
            let text = |words: &domain::language::Words| words.get(language).to_owned();
            fields = of.iter().map(|field| (text(&field.label), text(&field.hint), field.rows)).collect();
        }
        Task::Assignment(assignment) => {
            rubric = assignment
                .rubric
                .iter()
                .map(|criterion| {
                    let levels = criterion.levels.iter();
                    let levels = levels.map(|level| (level.points, level.text.get(language).to_owned()));
                    (criterion.title.get(language).to_owned(), levels.collect())
                })
                .collect();
        }
        _ => {}
    }
    PackPart {
        key: activity.key.clone(),
        kind: activity.kind,
        title: activity.title.get(language).to_owned(),
        language: activity.html.nearest(language),
        minutes: activity.minutes,
        html: among_others(activity.html.get(language), activity, here, language),
        fields,
        rubric,
    }
}

/// A text for a page that holds several: its ids carry the activity's key, and its links lead inside the page where they
/// can, else out of the pack's folder.
fn among_others(html: &str, activity: &Activity, here: &[&str], language: Language) -> String {
    let title = crate::course::media::escape(activity.title.get(language));
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        let (text, tag) = rest.split_at(open);
        out.push_str(text);
        let end = end_of_tag(tag);
        let (tag, after) = tag.split_at(end);
        out.push_str(&tag_among_others(tag, &activity.key, &title, here));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The place behind the `>` that closes a tag: one inside an attribute does not.
fn end_of_tag(tag: &str) -> usize {
    let mut quoted = false;
    for (place, byte) in tag.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return place + 1,
            _ => {}
        }
    }
    tag.len()
}

fn tag_among_others(tag: &str, key: &str, title: &str, here: &[&str]) -> String {
    let mut tag = tag.replace(" id=\"", &format!(" id=\"{key}--"));
    // A table that scrolls has a name, and "Table 1" would be that of several.
    if tag.starts_with("<div class=\"table-wrap\"") {
        tag = tag.replace("aria-label=\"", &format!("aria-label=\"{title}: "));
    }
    let Some((before, after)) = tag.split_once(" href=\"") else { return tag };
    let Some((address, after)) = after.split_once('"') else { return tag };
    let (target, anchor) = address.split_once('#').map_or((address, None), |(target, anchor)| (target, Some(anchor)));
    let led = if target.contains(':') || target.starts_with('/') {
        address.to_owned()
    } else if target.is_empty() {
        format!("#{key}--{}", anchor.unwrap_or_default())
    } else if here.contains(&target) {
        anchor.map_or_else(|| format!("#{target}"), |anchor| format!("#{target}--{anchor}"))
    } else {
        format!("../{address}")
    };
    format!("{before} href=\"{led}\"{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_texts_on_one_page_keep_their_ids_and_links_apart() {
        let html = "<h2 id=\"h-one\">One</h2><a href=\"#h-one\">a</a><a href=\"two#h-x\">b</a><a href=\"two\">c</a>\
                    <a href=\"far\">d</a><a href=\"glossary#term-x\">e</a><a href=\"https://a.b/#c\">f</a>\
                    <a class=\"document\" href=\"/media/x.pdf\">g</a><p>no id=\"x\" here</p><img alt=\"a > b\">";
        let expected = "<h2 id=\"one--h-one\">One</h2><a href=\"#one--h-one\">a</a><a href=\"#two--h-x\">b</a><a href=\"#two\">c</a>\
                        <a href=\"../far\">d</a><a href=\"../glossary#term-x\">e</a><a href=\"https://a.b/#c\">f</a>\
                        <a class=\"document\" href=\"/media/x.pdf\">g</a><p>no id=\"x\" here</p><img alt=\"a > b\">";
        assert_eq!(among_others(html, &lesson(), &["one", "two"], Language::Es), expected);
    }

    fn lesson() -> Activity {
        Activity {
            key: "one".into(),
            kind: domain::course::ActivityKind::Lesson,
            title: domain::language::Words::es_en("A & B", "A & B"),
            minutes: 1,
            html: domain::language::Words::default(),
            week: None,
            weight: 1,
            task: Task::Read,
        }
    }

    #[test]
    fn tables_of_several_lessons_have_names_of_their_own() {
        let html = "<div class=\"table-wrap\" tabindex=\"0\" role=\"region\" aria-label=\"Tabla 1\">";
        assert!(among_others(html, &lesson(), &[], Language::Es).contains("aria-label=\"A &amp; B: Tabla 1\""));
    }
}
