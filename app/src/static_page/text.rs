//! The texts of the static pages, made into HTML once, on the server.

/// A text, ready to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Text {
    pub title: String,
    pub summary: String,
    pub html: String,
}

#[cfg(feature = "ssr")]
mod pressed {
    use std::sync::LazyLock;

    use domain::language::Language;

    use super::Text;

    macro_rules! sources {
        ($($name:literal),+ $(,)?) => {
            &[$(
                (Language::Es, $name, include_str!(concat!("../../pages/es/", $name, ".md"))),
                (Language::En, $name, include_str!(concat!("../../pages/en/", $name, ".md"))),
            )+]
        };
    }

    const SOURCES: &[(Language, &str, &str)] =
        sources!["about", "privacy", "accessibility", "help-visitor", "help-learner", "help-instructor", "help-staff"];

    static TEXTS: LazyLock<Vec<(Language, &str, Text)>> =
        LazyLock::new(|| SOURCES.iter().map(|(language, name, source)| (*language, *name, press(source))).collect());

    /// The text of that name.
    pub fn find(language: Language, name: &str) -> Option<&'static Text> {
        TEXTS
            .iter()
            .find(|(its_language, its_name, _)| *its_language == language && *its_name == name)
            .map(|(_, _, text)| text)
    }

    /// A Markdown file with `title: …` and `summary: …` between its first two `---` lines.
    fn press(source: &str) -> Text {
        let (head, body) = source.trim_start_matches("---\n").split_once("\n---\n").unwrap_or(("", source));
        let fact = |name: &str| {
            let line = head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
            line.unwrap_or_default().trim().trim_matches('"').to_owned()
        };
        let mut options = comrak::Options::default();
        options.extension.table = true;
        Text { title: fact("title"), summary: fact("summary"), html: comrak::markdown_to_html(body, &options) }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn every_text_has_a_title_a_summary_and_a_body() {
            for (language, name, _) in SOURCES {
                let text = find(*language, name).unwrap();
                assert!(!text.title.is_empty() && !text.summary.is_empty(), "{language} {name}");
                assert!(text.html.contains("<h2>"), "{language} {name}");
            }
        }
    }
}

#[cfg(feature = "ssr")]
pub(super) use pressed::find;

/// In a browser no page is rendered, so no text is needed.
#[cfg(not(feature = "ssr"))]
pub(super) fn find(_: domain::language::Language, _: &str) -> Option<&'static Text> {
    None
}
