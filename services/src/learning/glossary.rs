//! The glossary of a course, for whoever learns in an edition.

use domain::learning::{GlossaryView, TermView};

use super::enter;
use crate::course::search;
use crate::ctx::Ctx;
use crate::error::Result;

/// The terms whose title or definition holds every word of `search`, by title.
///
/// # Errors
/// `SignInFirst`, `NotFound` or `NotEnrolled`.
pub async fn glossary(ctx: &Ctx, code: &str, search: &str) -> Result<GlossaryView> {
    let (place, _) = enter(ctx, code).await?;
    let language = place.language;
    let mut terms: Vec<TermView> = place
        .content
        .glossary
        .iter()
        .map(|term| TermView {
            key: term.key.clone(),
            title: term.title.get(language).to_owned(),
            html: term.html.get(language).to_owned(),
            language: term.html.nearest(language),
        })
        .filter(|term| search::matches(search, &[&term.title, &words(&term.html)]))
        .collect();
    terms.sort_by_cached_key(|term| search::fold(&term.title));
    Ok(GlossaryView {
        edition: place.card(ctx),
        all: u32::try_from(place.content.glossary.len()).unwrap_or(u32::MAX),
        terms,
    })
}

/// What stands between the tags, so that nobody finds the name of one.
fn words(html: &str) -> String {
    let mut inside = false;
    html.chars()
        .filter(|c| {
            let tag = inside || *c == '<';
            inside = tag && *c != '>';
            !tag
        })
        .collect()
}
