//! Links: to other activities, to headings, to terms, to documents; and pictures, which are links to files as well.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use comrak::nodes::{AstNode, NodeLink, NodeValue};
use comrak::{Arena, Node};

use super::super::files::Source;
use super::super::media::{self, Around, Class, Medium};
use super::super::mistakes::Mistakes;
use super::{Kind, PREFIX, Place, Rendered, render};

/// What the links of one language can lead to.
#[derive(Debug)]
pub(in super::super) struct Shelf<'a> {
    pub source: &'a Source,
    /// Every Markdown file of the language (below the course's folder) → its activity's key.
    pub targets: BTreeMap<String, String>,
    pub terms: BTreeMap<String, ShelfTerm>,
}

/// A term of the glossary.
#[derive(Debug)]
pub(in super::super) struct ShelfTerm {
    pub title: String,
    pub html: String,
}

/// Files in folders `media` that texts show.
pub(in super::super) type Used = RefCell<BTreeSet<String>>;

/// A link to a heading of another file, checked once all files are read.
#[derive(Debug)]
pub(in super::super) struct Pending {
    pub file: String,
    pub line: usize,
    pub target: String,
    pub anchor: String,
}

/// Where a link leads.
enum Way {
    Address(String),
    Term(String),
    Document(Medium, String),
}

/// Makes a link or a picture lead where it should, and notes what is wrong with it.
pub(super) fn link<'a>(
    arena: &'a Arena<'a>,
    node: Node<'a>,
    place: Place<'_>,
    rendered: &mut Rendered,
    mistakes: &mut Mistakes,
) {
    let (url, image) = match &node.data().value {
        NodeValue::Link(link) => (link.url.clone(), None),
        NodeValue::Image(image) => (image.url.clone(), Some(image.title.clone())),
        _ => return,
    };
    if let Some(caption) = image {
        let token = match show(node, &url, &caption, place, mistakes) {
            Ok(block) => rendered.keep(block),
            Err(wrong) => {
                mistakes.note(place.file, place.line, wrong);
                String::new()
            }
        };
        let children: Vec<Node<'_>> = node.children().collect();
        children.iter().for_each(|child| child.detach());
        node.data_mut().value = NodeValue::Text(token.into());
        return;
    }
    let way = follow(&url, place, rendered, mistakes);
    let address = match way {
        Ok(Way::Address(address)) => address,
        Ok(Way::Term(key)) => {
            rendered.terms.push(key.clone());
            format!("#{}{key}", super::terms::TERM)
        }
        Ok(Way::Document(medium, name)) => {
            let token = rendered.keep(media::size_words(&medium, place.language));
            node.insert_after(arena.alloc(AstNode::from(NodeValue::Text(token.into()))));
            rendered.documents.insert(medium.address.clone(), name);
            medium.address
        }
        Err(wrong) => {
            mistakes.note(place.file, place.line, wrong);
            return;
        }
    };
    if let NodeValue::Link(link) = &mut node.data_mut().value {
        **link = NodeLink { url: address, title: String::new() };
    }
}

/// The HTML of a picture, a film or a sound.
fn show(node: Node<'_>, url: &str, caption: &str, place: Place<'_>, mistakes: &mut Mistakes) -> Result<String, String> {
    let alone = node.parent().is_some_and(|parent| matches!(parent.data().value, NodeValue::Paragraph))
        && node.previous_sibling().is_none()
        && node.next_sibling().is_none();
    if !alone {
        return Err("a picture, a film or a sound stands in a paragraph of its own".to_owned());
    }
    let alt = node.collect_text();
    let alt = alt.trim();
    if alt.is_empty() {
        return Err("no words for those who do not see it; write `![What it shows](…)`".to_owned());
    }
    let path = resolve(place.file, url).ok_or_else(|| format!("`{url}` leads out of the course's folder"))?;
    let medium = take(&path, place, mistakes)?;
    let around = match medium.class {
        Class::Picture => Around { alt, caption, captions: "", transcript: "" },
        Class::Film | Class::Sound => {
            let (captions, transcript) = beside(&path, place, mistakes)?;
            return Ok(media::figure(
                &medium,
                &Around { alt, caption, captions: &captions, transcript: &transcript },
                place.language,
            ));
        }
        Class::Document | Class::Captions => {
            return Err(format!("`{url}` is nothing to show; link to it: `[{alt}]({url})`"));
        }
    };
    Ok(media::figure(&medium, &around, place.language))
}

fn take(path: &str, place: Place<'_>, mistakes: &mut Mistakes) -> Result<Medium, String> {
    let medium = media::find(place.shelf.source, path, mistakes)?;
    place.used.borrow_mut().insert(path.to_owned());
    Ok(medium)
}

/// The captions' address and the transcript of a film or a sound.
fn beside(path: &str, place: Place<'_>, mistakes: &mut Mistakes) -> Result<(String, String), String> {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let (captions, transcript) = (format!("{stem}.vtt"), format!("{stem}.md"));
    let source = place.shelf.source;
    let Some(text) = source.files.get(&transcript).filter(|text| !text.trim().is_empty()) else {
        return Err(format!("{path} has no transcript; write {transcript} beside it"));
    };
    if !source.media.contains_key(&captions) {
        return Err(format!("{path} has no captions; write {captions} (WebVTT) beside it"));
    }
    let captions = take(&captions, place, mistakes)?;
    place.used.borrow_mut().insert(transcript.clone());
    let here = Place { file: &transcript, line: 1, kind: Kind::Question, ..place };
    Ok((captions.address, render(text, here, mistakes).html))
}

/// Where a link leads, or what is wrong with it.
fn follow(url: &str, place: Place<'_>, rendered: &mut Rendered, mistakes: &mut Mistakes) -> Result<Way, String> {
    if ["https://", "http://", "mailto:"].iter().any(|scheme| url.starts_with(scheme)) {
        return Ok(Way::Address(url.to_owned()));
    }
    if let Some(key) = url.strip_prefix("glossary:") {
        return term(key, place);
    }
    if let Some(anchor) = url.strip_prefix('#') {
        return if rendered.anchors.iter().any(|known| known == anchor) {
            Ok(Way::Address(format!("#{PREFIX}{anchor}")))
        } else {
            Err(format!("broken link: this text has no heading `#{anchor}`{}", choices(&rendered.anchors)))
        };
    }
    let (path, anchor) = url.split_once('#').map_or((url, None), |(path, anchor)| (path, Some(anchor)));
    if path.contains(':') || path.starts_with('/') || path.is_empty() {
        return Err(format!(
            "broken link `{url}`: link to a file of the course by its path from here, or to https://…"
        ));
    }
    let target = resolve(place.file, path);
    if let Some(path) = target.as_ref().filter(|path| media::in_media(path)) {
        return document(url, path, place, mistakes);
    }
    if place.kind == Kind::Description {
        return Err(format!("link `{url}`: the description is read outside any edition and cannot link to lessons"));
    }
    let Some((target, key)) = target.and_then(|target| place.shelf.targets.get_key_value(&target)) else {
        return Err(format!("broken link `{url}`: there is no such lesson in this language"));
    };
    let Some(anchor) = anchor else { return Ok(Way::Address(key.clone())) };
    rendered.pending.push(Pending {
        file: place.file.to_owned(),
        line: place.line,
        target: target.clone(),
        anchor: anchor.to_owned(),
    });
    Ok(Way::Address(format!("{key}#{PREFIX}{anchor}")))
}

/// A term: in a lesson its sheet, elsewhere its place in the glossary's page.
fn term(key: &str, place: Place<'_>) -> Result<Way, String> {
    if !place.shelf.terms.contains_key(key) {
        return Err(format!("the glossary of this language has no term `{key}`; write it there or mend the key"));
    }
    match place.kind {
        Kind::Lesson => Ok(Way::Term(key.to_owned())),
        Kind::Question => Ok(Way::Address(format!("glossary#{}{key}", super::terms::TERM))),
        Kind::Description => {
            Err("the description is read outside any edition and cannot link to the glossary".to_owned())
        }
    }
}

fn document(url: &str, path: &str, place: Place<'_>, mistakes: &mut Mistakes) -> Result<Way, String> {
    let medium = take(path, place, mistakes)?;
    if medium.class != Class::Document {
        return Err(format!("`{url}` is no document; show it: `![What it shows]({url})`"));
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    Ok(Way::Document(medium, media::escape(name)))
}

/// Says which anchors there are, for a message.
pub(in super::super) fn choices(anchors: &[String]) -> String {
    if anchors.is_empty() { String::new() } else { format!("; there are #{}", anchors.join(", #")) }
}

/// The path from the course's folder of a path that is relative to `file`.
fn resolve(file: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
