//! What people write, as HTML: less than a lesson may hold. HTML is shown as the text that it is, images are links, headings
//! stand below the page's own, links are not recommendations, and nothing but a short list of tags comes through.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use comrak::nodes::NodeValue;
use comrak::{Arena, Options};
use domain::forum::show_mentions;
use domain::id::AccountId;

/// How far headings are lowered: the page's title and the post's heading come before.
const LOWERED: u8 = 2;

/// Renders a post. `name` gives the name of somebody whom the post mentions.
pub(super) fn render(text: &str, name: impl Fn(AccountId) -> Option<String>) -> String {
    let arena = Arena::new();
    let options = options();
    let root = comrak::parse_document(&arena, text, &options);
    for node in root.descendants() {
        let mut data = node.data_mut();
        match &mut data.value {
            NodeValue::Heading(heading) => heading.level = heading.level.saturating_add(LOWERED).min(6),
            NodeValue::Image(image) => {
                let link = std::mem::take(image);
                data.value = NodeValue::Link(link);
            }
            _ => {}
        }
    }
    let mut html = String::new();
    if comrak::format_html(root, &options, &mut html).is_err() {
        return String::new();
    }
    // After the cleaning, which lets no class through: these marks are ours.
    let mark = |id| name(id).map(|name| format!("<span class=\"mention\">@{}</span>", escaped(&name)));
    show_mentions(CLEANER.clean(&html).to_string().trim(), mark)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.render.hardbreaks = true;
    options.render.escape = true;
    options
}

static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let tags = [
        "p",
        "br",
        "strong",
        "em",
        "del",
        "a",
        "ul",
        "ol",
        "li",
        "blockquote",
        "code",
        "pre",
        "hr",
        "h3",
        "h4",
        "h5",
        "h6",
    ];
    let attributes = HashMap::from([("a", HashSet::from(["href"])), ("ol", HashSet::from(["start"]))]);
    let mut cleaner = ammonia::Builder::empty();
    cleaner
        .tags(HashSet::from(tags))
        .tag_attributes(attributes)
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("nofollow ugc noopener noreferrer"));
    cleaner
});

/// The first `most` characters of a post, as a mail or a list quotes them.
pub(super) fn excerpt(text: &str, most: usize, name: impl Fn(AccountId) -> Option<String>) -> String {
    let shown = show_mentions(text, |id| name(id).map(|name| format!("@{name}")));
    let mut out: String = shown.chars().take(most).collect();
    if out.len() < shown.len() {
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn html(text: &str) -> String {
        render(text, |_| None)
    }

    #[test]
    fn a_script_is_inert_and_shown_as_text() {
        let shown = html("<script>alert(1)</script>\n\nHola <b onclick=\"x()\">a todas</b>");
        assert!(!shown.contains("<script") && !shown.contains("<b"), "{shown}");
        assert!(shown.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{shown}");
        for text in ["[x](javascript:alert(1))", "<javascript:alert(1)>", "![x](data:text/html,x)", "[x](/es/home)"] {
            assert!(!html(text).contains("href"), "{text}: {}", html(text));
        }
    }

    #[test]
    fn links_are_no_recommendation_and_images_are_links() {
        let link = html("véase https://example.org/a");
        assert!(link.contains("href=\"https://example.org/a\" rel=\"nofollow ugc noopener noreferrer\""), "{link}");
        let image = html("![una foto](https://example.org/f.png)");
        assert!(!image.contains("<img") && image.contains(">una foto</a>"), "{image}");
    }

    #[test]
    fn headings_are_lowered_and_lines_kept() {
        assert_eq!(html("# Uno"), "<h3>Uno</h3>");
        assert_eq!(html("###### Seis"), "<h6>Seis</h6>");
        assert_eq!(html("uno\ndos"), "<p>uno<br>\ndos</p>");
    }

    #[test]
    fn a_mention_is_a_mark_with_the_name_of_today() {
        let ana = AccountId(uuid::Uuid::from_u128(7));
        let text = format!("Gracias, @{{{ana}}}");
        let name = |id| (id == ana).then(|| "Ana <i>".to_owned());
        assert_eq!(render(&text, name), "<p>Gracias, <span class=\"mention\">@Ana &lt;i&gt;</span></p>");
        assert_eq!(excerpt(&text, 12, name), "Gracias, @An…");
        assert!(!html(&text).contains("span"));
    }

    proptest! {
        #[test]
        fn nothing_but_the_listed_tags_comes_through(text in "[<>a-z/=\"' !\\[\\]()#*@{}:&;\\n-]{0,80}") {
            let shown = html(&text);
            for tag in ["<script", "<img", "<iframe", "<style", "<svg", "<span", "javascript:", " on"] {
                let inside = shown.split('<').skip(1).any(|piece| {
                    format!("<{}", piece.split('>').next().unwrap_or_default()).contains(tag)
                });
                prop_assert!(!inside, "{tag} in {shown}");
            }
        }
    }
}
