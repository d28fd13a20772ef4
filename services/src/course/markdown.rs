//! Markdown into the HTML that pages show: links checked, headings anchored, sanitised, tables made to scroll.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use comrak::adapters::{HeadingAdapter, HeadingMeta};
use comrak::nodes::{NodeValue, Sourcepos};
use comrak::{Anchorizer, Arena, Node, Options, options};
use domain::language::Language;

use super::mistakes::Mistakes;

/// Before the ids of headings, so that a heading never takes the id of a part of the page.
const PREFIX: &str = "h-";

/// What a text is, which decides what may stand in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A lesson: headings from `##`, links to other lessons.
    Lesson,
    /// A question or an option: no headings.
    Question,
    /// The course's description, which is read outside any edition: no links to lessons.
    Description,
}

/// A text and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    pub file: &'a str,
    /// The text's first line in the file, from 1.
    pub line: usize,
    pub language: Language,
    pub kind: Kind,
    /// Every Markdown file of the course (below its folder) → its activity's key.
    pub targets: &'a BTreeMap<String, String>,
}

/// A link to a heading of another file, checked once all files are read.
#[derive(Debug)]
pub(super) struct Pending {
    pub file: String,
    pub line: usize,
    pub target: String,
    pub anchor: String,
}

/// A rendered text.
#[derive(Debug, Default)]
pub(super) struct Rendered {
    pub html: String,
    /// The headings' anchors, as links name them.
    pub anchors: Vec<String>,
    pub pending: Vec<Pending>,
}

/// Renders one text and notes what is wrong in it.
pub(super) fn render(text: &str, place: Place<'_>, mistakes: &mut Mistakes) -> Rendered {
    let arena = Arena::new();
    let options = options(place.kind);
    let root = comrak::parse_document(&arena, text, &options);
    let mut rendered = Rendered { anchors: anchors(root), ..Rendered::default() };
    for node in root.descendants() {
        check(node, place, &mut rendered, mistakes);
    }
    let headings = Headings { anchors: &rendered.anchors, next: AtomicUsize::new(0) };
    let mut plugins = options::Plugins::default();
    plugins.render.heading_adapter = Some(&headings);
    let mut html = String::new();
    if comrak::format_html_with_plugins(root, &options, &mut html, &plugins).is_err() {
        mistakes.note(place.file, place.line, "this text cannot be rendered");
    }
    let html = tables(&CLEANER.clean(&html).to_string(), place.language);
    rendered.html = html.trim().to_owned();
    rendered
}

/// Renders a text that stands inside a line: an option.
pub(super) fn render_line(text: &str, place: Place<'_>, mistakes: &mut Mistakes) -> String {
    let html = render(text, place, mistakes).html;
    let inner = html.strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>"));
    match inner {
        Some(inner) if !inner.contains("<p>") => inner.to_owned(),
        _ => {
            mistakes.note(place.file, place.line, "an option is a text on one line, not a list or a quotation");
            String::new()
        }
    }
}

/// The words of a Markdown text, without its marks.
pub(super) fn plain(text: &str) -> String {
    let arena = Arena::new();
    comrak::parse_document(&arena, text, &options(Kind::Question)).collect_text().trim().to_owned()
}

fn options(kind: Kind) -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.footnotes = kind == Kind::Lesson;
    options
}

fn anchors(root: Node<'_>) -> Vec<String> {
    let mut anchorizer = Anchorizer::new();
    root.descendants()
        .filter(|node| matches!(node.data().value, NodeValue::Heading(_)))
        .map(|node| anchorizer.anchorize(&node.collect_text()))
        .collect()
}

fn check(node: Node<'_>, place: Place<'_>, rendered: &mut Rendered, mistakes: &mut Mistakes) {
    let mut data = node.data_mut();
    let line = place.line + data.sourcepos.start.line.max(1) - 1;
    match &mut data.value {
        NodeValue::Heading(_) if place.kind == Kind::Question => {
            mistakes.note(place.file, line, "a heading inside a question; a question begins with `## key (kind)`");
        }
        NodeValue::Heading(heading) if heading.level == 1 => {
            mistakes.note(
                place.file,
                line,
                "a heading of the first level; the title is in the front matter, so begin at `##`",
            );
        }
        NodeValue::HtmlBlock(_) | NodeValue::HtmlInline(_) => {
            mistakes.note(place.file, line, "HTML is left out; write Markdown");
        }
        NodeValue::Image(_) => {
            mistakes.note(place.file, line, "images are not supported; describe it in words or a table")
        }
        NodeValue::Text(text) if place.kind == Kind::Lesson && text.contains("[^") => {
            mistakes.note(place.file, line, "a footnote that the file does not define; add a line `[^name]: …`");
        }
        NodeValue::Link(link) => match follow(&link.url, place, line, rendered) {
            Ok(url) => link.url = url,
            Err(wrong) => mistakes.note(place.file, line, wrong),
        },
        _ => {}
    }
}

/// The address that a page needs for a link, or what is wrong with the link.
fn follow(url: &str, place: Place<'_>, line: usize, rendered: &mut Rendered) -> Result<String, String> {
    if ["https://", "http://", "mailto:"].iter().any(|scheme| url.starts_with(scheme)) {
        return Ok(url.to_owned());
    }
    if let Some(anchor) = url.strip_prefix('#') {
        return if rendered.anchors.iter().any(|known| known == anchor) {
            Ok(format!("#{PREFIX}{anchor}"))
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
    if place.kind == Kind::Description {
        return Err(format!("link `{url}`: the description is read outside any edition and cannot link to lessons"));
    }
    let target = resolve(place.file, path);
    let Some((target, key)) = target.and_then(|target| place.targets.get_key_value(&target)) else {
        return Err(format!("broken link `{url}`: there is no such lesson in this language"));
    };
    let Some(anchor) = anchor else { return Ok(key.clone()) };
    rendered.pending.push(Pending {
        file: place.file.to_owned(),
        line,
        target: target.clone(),
        anchor: anchor.to_owned(),
    });
    Ok(format!("{key}#{PREFIX}{anchor}"))
}

/// Says which anchors there are, for a message.
pub(super) fn choices(anchors: &[String]) -> String {
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

/// Gives each heading its id; comrak's own would add an empty link with an English label.
struct Headings<'a> {
    anchors: &'a [String],
    next: AtomicUsize,
}

impl HeadingAdapter for Headings<'_> {
    fn enter(&self, output: &mut dyn fmt::Write, heading: &HeadingMeta, _: Option<Sourcepos>) -> fmt::Result {
        let place = self.next.fetch_add(1, Ordering::Relaxed);
        let anchor = self.anchors.get(place).map_or("", String::as_str);
        write!(output, "\n<h{} id=\"{PREFIX}{anchor}\">", heading.level)
    }

    fn exit(&self, output: &mut dyn fmt::Write, heading: &HeadingMeta) -> fmt::Result {
        writeln!(output, "</h{}>", heading.level)
    }
}

/// What comrak makes, and no more. `title` is not among it: no attribute may hold a text that the tables' pass could mistake.
static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = ammonia::Builder::default();
    cleaner
        .rm_tags(["img", "map", "area", "nav", "header", "footer", "article", "aside"])
        .add_tags(["section"])
        .rm_generic_attributes(["title", "lang"])
        .add_tag_attributes("a", ["aria-label"])
        .url_schemes(["http", "https", "mailto"].into());
    for tag in ["h2", "h3", "h4", "h5", "h6", "li", "a"] {
        cleaner.add_tag_attributes(tag, ["id"]);
    }
    cleaner
        .add_allowed_classes("section", ["footnotes"])
        .add_allowed_classes("sup", ["footnote-ref"])
        .add_allowed_classes("a", ["footnote-backref"]);
    cleaner
});

/// Lets wide tables scroll inside the page, by keyboard too, and puts the page's language into what comrak labelled.
fn tables(html: &str, language: Language) -> String {
    let (table, back) = match language {
        Language::Es => ("Tabla", "Volver a la referencia"),
        Language::En => ("Table", "Back to reference"),
    };
    let html = html
        .replace(" align=\"right\"", " class=\"num\"")
        .replace(" align=\"left\"", "")
        .replace("<th ", "<th scope=\"col\" ")
        .replace("<th>", "<th scope=\"col\">")
        .replace("aria-label=\"Back to reference", &format!("aria-label=\"{back}"));
    let mut pieces = html.split("<table>");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for (place, piece) in pieces.enumerate() {
        let number = place + 1;
        out.push_str(&format!(
            "<div class=\"table-wrap\" tabindex=\"0\" role=\"region\" aria-label=\"{table} {number}\"><table>"
        ));
        out.push_str(&piece.replace("</table>", "</table></div>"));
    }
    out
}
