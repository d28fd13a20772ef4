//! People who come by lists: a file is shown row by row before it is taken, one person is typed in a form, and both can be
//! taken back.

pub mod api;
mod import_page;
mod imports_page;
mod new_person_page;
mod rows;
mod undo_page;

pub use import_page::ImportPage;
pub use imports_page::ImportsPage;
pub use new_person_page::NewPersonPage;
pub use undo_page::UndoPage;

use domain::import::{ImportState, ImportSummary, Origin};
use leptos::prelude::*;

use crate::request::to;
use crate::t;

/// The name by which a form with a list is sent. A handler of the server's own takes it, since a file is no form's field.
pub const PREPARE: &str = "prepare_import";

/// Where one is: the editions, this edition, its imports.
fn breadcrumb(code: &str, title: &str, imports: bool) -> impl IntoView + use<> {
    let people = to(&format!("teach/{code}/people"));
    let of_imports =
        imports.then(|| view! { <li><a href=to(&format!("teach/{code}/import"))>{t!("imports-title")}</a></li> });
    view! {
        <nav class="breadcrumb" aria-label=t!("roster-breadcrumb")>
            <ol>
                <li><a href=to("teach")>{t!("teach-title")}</a></li>
                <li><a href=people>{title.to_owned()}</a></li>
                {of_imports}
            </ol>
        </nav>
    }
}

/// What an import is called.
fn name_of(summary: &ImportSummary) -> String {
    match (summary.origin, summary.name.is_empty()) {
        (Origin::Typed, _) => t!("imports-typed", name = &summary.name),
        (Origin::File, true) => t!("imports-unnamed"),
        (Origin::File, false) => summary.name.clone(),
    }
}

/// What an import did, or would do.
fn sums(summary: &ImportSummary) -> String {
    let sums = t!(
        "imports-sums",
        rows = summary.rows,
        added = summary.added,
        filled = summary.filled,
        unchanged = summary.unchanged,
        flawed = summary.flawed
    );
    match (summary.state, summary.kept) {
        (ImportState::Undone, 1..) => format!("{sums} {}", t!("imports-kept", count = summary.kept)),
        _ => sums,
    }
}
