//! Markdown into the HTML that pages show: links checked, headings anchored, sanitised, tables made to scroll.

mod links;
mod terms;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use comrak::adapters::{HeadingAdapter, HeadingMeta};
use comrak::nodes::{NodeValue, Sourcepos};
use comrak::{Anchorizer, Arena, Node, Options, options};
use domain::language::Language;

use super::mistakes::Mistakes;

pub(super) use links::{Pending, Shelf, ShelfTerm, Used, choices};

/// Before the ids of headings, so that a heading never takes the id of a part of the page.
const PREFIX: &str = "h-";

/// What a text is, which decides what may stand in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A lesson, a worksheet, an assignment: headings from `##`, links to other activities, terms with their sheet.
    Lesson,
    /// A question, an option, a definition, a transcript: no headings.
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
    pub shelf: &'a Shelf<'a>,
    /// Collects the media that texts show.
    pub used: &'a Used,
}

/// A rendered text.
#[derive(Debug, Default)]
pub(super) struct Rendered {
    pub html: String,
    /// The headings' anchors, as links name them.
    pub anchors: Vec<String>,
    pub pending: Vec<Pending>,
    /// Our own HTML, which takes the places of tokens once the rest is sanitised.
    blocks: Vec<String>,
    /// The terms that it names, in order.
    terms: Vec<String>,
    /// The addresses of documents, with the name that they are saved under.
    documents: BTreeMap<String, String>,
}

/// Around the number of a block: two letters of private use, which no text needs.
const TOKEN: (char, char) = ('\u{e000}', '\u{e001}');

impl Rendered {
    /// Keeps a block and gives the token that holds its place.
    fn keep(&mut self, block: String) -> String {
        self.blocks.push(block);
        format!("{}{}{}", TOKEN.0, self.blocks.len() - 1, TOKEN.1)
    }
}

/// Renders one text and notes what is wrong in it.
pub(super) fn render(text: &str, place: Place<'_>, mistakes: &mut Mistakes) -> Rendered {
    let arena = Arena::new();
    let options = options(place.kind);
    let text = text.replace([TOKEN.0, TOKEN.1], "");
    let root = comrak::parse_document(&arena, &text, &options);
    let mut rendered = Rendered { anchors: anchors(root), ..Rendered::default() };
    let nodes: Vec<Node<'_>> = root.descendants().collect();
    for node in nodes {
        let line = place.line + node.data().sourcepos.start.line.max(1) - 1;
        let place = Place { line, ..place };
        check(node, place, mistakes);
        links::link(&arena, node, place, &mut rendered, mistakes);
    }
    let headings = Headings { anchors: &rendered.anchors, next: AtomicUsize::new(0) };
    let mut plugins = options::Plugins::default();
    plugins.render.heading_adapter = Some(&headings);
    let mut html = String::new();
    if comrak::format_html_with_plugins(root, &options, &mut html, &plugins).is_err() {
        mistakes.note(place.file, place.line, "this text cannot be rendered");
    }
    let html = tables(&CLEANER.clean(&html).to_string(), place.language);
    rendered.html = terms::sheets(blocks(html, &rendered), &rendered, place).trim().to_owned();
    rendered
}

/// Puts our own HTML where its tokens stand, and says of documents that they are saved.
fn blocks(mut html: String, rendered: &Rendered) -> String {
    for (number, block) in rendered.blocks.iter().enumerate() {
        let token = format!("{}{number}{}", TOKEN.0, TOKEN.1);
        html = html.replace(&format!("<p>{token}</p>"), block).replace(&token, block);
    }
    for (address, name) in &rendered.documents {
        let plain = format!("<a href=\"{address}\"");
        html = html.replace(&plain, &format!("<a class=\"document\" download=\"{name}\" href=\"{address}\""));
    }
    html
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

fn check(node: Node<'_>, place: Place<'_>, mistakes: &mut Mistakes) {
    let text = match &node.data().value {
        NodeValue::Heading(_) if place.kind == Kind::Question => {
            "a heading inside a question or a definition; each begins with its own `## …`"
        }
        NodeValue::Heading(heading) if heading.level == 1 => {
            "a heading of the first level; the title is in the front matter, so begin at `##`"
        }
        NodeValue::HtmlBlock(_) | NodeValue::HtmlInline(_) => "HTML is left out; write Markdown",
        NodeValue::Text(text) if place.kind == Kind::Lesson && text.contains("[^") => {
            "a footnote that the file does not define; add a line `[^name]: …`"
        }
        _ => return,
    };
    mistakes.note(place.file, place.line, text);
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
        // The corner of a table heads nothing: no header cell may be empty.
        .replace("<th></th>", "<td></td>")
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
