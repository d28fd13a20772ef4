//! Parts that the pages of a draft share: the way back, languages, marks.

use domain::draft::DraftItem;
use domain::language::Language;
use leptos::prelude::*;

use crate::request::{page_request, to};
use crate::t;

/// The pages of a draft by the last segment of their address.
const PAGES: &[&str] = &["", "media", "files", "publish"];

/// The way back to the register, the course's name, and the pages of its draft.
pub(super) fn head(slug: &str, course: &str, current: &'static str) -> impl IntoView + use<> {
    let tabs = PAGES
        .iter()
        .map(|page| {
            let here = (*page == current).then_some("page");
            let (name, rest) = if page.is_empty() { ("outline", String::new()) } else { (*page, format!("/{page}")) };
            view! { <li><a href=to(&format!("staff/courses/{slug}{rest}")) aria-current=here>{t!(&format!("draft-tab-{name}"))}</a></li> }
        })
        .collect_view();
    view! {
        <nav class="breadcrumb" aria-label=t!("draft-breadcrumb")><ol><li><a href=to("staff/courses")>{t!("draft-courses")}</a></li></ol></nav>
        <p class="eyebrow">{t!("draft-draft-of")}</p>
        <h1>{course.to_owned()}</h1>
        <nav class="tabs" aria-label=t!("draft-tabs")><ul>{tabs}</ul></nav>
    }
}

/// A language's name in the reader's.
pub(super) fn language_words(language: Language) -> String {
    t!(&format!("language-{language}"))
}

pub(super) fn list(languages: &[Language]) -> String {
    languages.iter().map(|language| language_words(*language)).collect::<Vec<_>>().join(", ")
}

/// What an item's or a part's languages lack, as marks.
pub(super) fn marks(missing: &[Language], stale: &[Language]) -> impl IntoView + use<> {
    let missing = (!missing.is_empty())
        .then(|| view! { <span class="badge badge--late">{t!("draft-missing", languages = list(missing))}</span> });
    let stale = (!stale.is_empty())
        .then(|| view! { <span class="badge badge--soon">{t!("draft-stale", languages = list(stale))}</span> });
    view! { {missing}{stale} }
}

/// An item's title, or what it is where it has none.
pub(super) fn item_title(item: &DraftItem) -> String {
    if item.title.is_empty() || item.key == "about" {
        t!(&format!("draft-kind-{}", item.kind))
    } else {
        item.title.clone()
    }
}

/// A sentence that something was done, where the address says so.
pub(super) fn done(name: &str, key: &str) -> Option<impl IntoView + use<>> {
    let value = crate::request::query(name);
    let words = t!(key, value = &value);
    (!value.is_empty()).then(|| view! { <div class="notice notice--success" role="status"><p>{words}</p></div> })
}

/// The script of these pages: how a text will look while it is written, and the outline by drag. Nothing needs it.
pub(super) fn script() -> Option<impl IntoView> {
    let address = page_request().assets.draft;
    (!address.is_empty()).then(|| view! { <script type="module" src=address></script> })
}
