//! XML as a tree, as much of it as files of questions need.

use quick_xml::Reader;
use quick_xml::events::Event;

/// Deeper than any file of questions goes.
const DEEPEST: usize = 24;

/// An element.
#[derive(Debug, Default)]
pub(super) struct Node {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    /// Its own text, without that of elements in it.
    pub text: String,
    pub children: Vec<Node>,
    /// The line in which it begins, from 1.
    pub line: usize,
}

impl Node {
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }

    pub fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }
}

/// The outermost element; None for what is no XML. Entities beyond XML's own are left out: none is ever fetched.
pub(super) fn read(text: &str) -> Option<Node> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Node> = vec![Node::default()];
    loop {
        let at = usize::try_from(reader.buffer_position()).ok()?;
        let line =
            || 1 + text.as_bytes().get(..at).map_or(0, |before| before.iter().filter(|byte| **byte == b'\n').count());
        match reader.read_event().ok()? {
            Event::Start(start) => {
                if open.len() > DEEPEST {
                    return None;
                }
                open.push(Node { line: line(), ..element(&start)? });
            }
            Event::Empty(start) => {
                let node = Node { line: line(), ..element(&start)? };
                open.last_mut()?.children.push(node);
            }
            Event::End(_) => {
                let done = open.pop()?;
                open.last_mut()?.children.push(done);
            }
            Event::Text(said) => open.last_mut()?.text.push_str(&said.decode().ok()?),
            Event::CData(said) => open.last_mut()?.text.push_str(&said.decode().ok()?),
            Event::GeneralRef(name) => {
                let name = name.decode().ok()?;
                open.last_mut()?.text.push_str(&entity(&name));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let mut root = open.pop().filter(|_| open.is_empty())?;
    (root.children.len() == 1).then(|| root.children.pop()).flatten()
}

fn entity(name: &str) -> String {
    let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => number.parse().ok(),
    });
    match (number.and_then(char::from_u32), name) {
        (Some(c), _) => c.to_string(),
        (_, "lt") => "<".to_owned(),
        (_, "gt") => ">".to_owned(),
        (_, "amp") => "&".to_owned(),
        (_, "quot") => "\"".to_owned(),
        (_, "apos") => "'".to_owned(),
        (_, "nbsp") => " ".to_owned(),
        _ => String::new(),
    }
}

fn element(start: &quick_xml::events::BytesStart<'_>) -> Option<Node> {
    let name = String::from_utf8(start.name().as_ref().to_vec()).ok()?;
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.ok()?;
        let key = String::from_utf8(attribute.key.as_ref().to_vec()).ok()?;
        attributes.push((key, String::from_utf8_lossy(&attribute.value).into_owned()));
    }
    Some(Node { name, attributes, ..Node::default() })
}
