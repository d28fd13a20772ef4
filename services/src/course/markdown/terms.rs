//! The terms that a lesson names: their definitions stand at its end, and a tap shows one as a sheet, by CSS alone.

use std::collections::BTreeSet;

use domain::language::Language;

use super::super::media::escape;
use super::{Place, Rendered};

/// Before the ids of definitions, in lessons and in the glossary's page.
pub(super) const TERM: &str = "term-";
/// Before the ids of the links to definitions, where closing a sheet leads back to.
const FROM: &str = "from-";

/// Marks the links to terms and puts the definitions at the end.
pub(super) fn sheets(html: String, rendered: &Rendered, place: Place<'_>) -> String {
    let mut html = html;
    let mut seen = BTreeSet::new();
    let named: Vec<&String> = rendered.terms.iter().filter(|key| seen.insert(*key)).collect();
    if named.is_empty() {
        return html;
    }
    let (heading, close) = match place.language {
        Language::Es => ("Términos de esta lección", "Cerrar"),
        Language::En => ("Terms in this lesson", "Close"),
    };
    let mut list = String::new();
    for key in named {
        let plain = format!("<a href=\"#{TERM}{key}\"");
        let marked = format!("<a class=\"term\" href=\"#{TERM}{key}\"");
        let first = format!("<a class=\"term\" id=\"{FROM}{key}\" href=\"#{TERM}{key}\"");
        html = html.replacen(&plain, &first, 1).replace(&plain, &marked);
        let Some(term) = place.shelf.terms.get(key) else { continue };
        list.push_str(&format!(
            "<div class=\"term-sheet\" id=\"{TERM}{key}\"><dt>{}</dt><dd>{}<p class=\"term-close\">\
             <a href=\"#{FROM}{key}\">{close}</a></p></dd></div>",
            escape(&term.title),
            term.html
        ));
    }
    html.push_str(&format!("<section class=\"terms\"><h2>{heading}</h2><dl>{list}</dl></section>"));
    html
}
