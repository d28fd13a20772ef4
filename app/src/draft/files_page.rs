//! `/staff/courses/{slug}/files` and each of them: a course as the folder that it is.

use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::words::{done, head};
use crate::form::{Doorway, area_text, form_state, summary_of};
use crate::load::load;
use crate::request::{param, to};
use crate::t;

#[component]
pub fn FilesPage() -> impl IntoView {
    load(api::draft_files(param("slug")), move |view| {
        let rows = view
            .files
            .iter()
            .map(|path| {
                let href = to(&format!("staff/courses/{}/files/{path}", view.slug));
                view! { <li><a href=href><code>{path.clone()}</code></a></li> }
            })
            .collect_view();
        view! {
            <Title text=t!("draft-files-title", course = &view.course) />
            <div class="page page--wide draft">
                {head(&view.slug, &view.course, "files")}
                <p class="lede">{t!("draft-files-lede")}</p>
                <ul class="draft-files">{rows}</ul>
            </div>
        }
    })
}

#[component]
pub fn RawPage() -> impl IntoView {
    let path = param("path");
    load(api::draft_text(param("slug"), path.clone()), move |view| {
        view! {
            <Title text=format!("{} · {}", view.path, view.course) />
            <div class="page page--wide draft">
                <nav class="breadcrumb" aria-label=t!("draft-breadcrumb")><ol>
                    <li><a href=to("staff/courses")>{t!("draft-courses")}</a></li>
                    <li><a href=to(&format!("staff/courses/{}", view.slug))>{view.course.clone()}</a></li>
                    <li><a href=to(&format!("staff/courses/{}/files", view.slug))>{t!("draft-tab-files")}</a></li>
                </ol></nav>
                {done("saved", "draft-saved")}
                <h1><code>{view.path.clone()}</code></h1>
                <RawForm slug=view.slug.clone() path=view.path.clone() text=view.text.clone() seen=view.seen.clone() />
            </div>
        }
    })
}

#[component]
fn RawForm(slug: String, path: String, text: String, seen: String) -> impl IntoView {
    provide_context(Doorway("save_draft_text"));
    let summary = summary_of(|field| (field.to_owned(), t!("draft-raw")));
    let shown = form_state().and_then(|state| state.value("text")).unwrap_or(text);
    view! {
        <form method="post" action="?do=save_draft_text" class="form draft-form" novalidate>
            {summary}
            <input type="hidden" name="slug" value=slug />
            <input type="hidden" name="path" value=path />
            <input type="hidden" name="seen" value=seen />
            <div class="field">
                <label for="text">{t!("draft-raw")}</label>
                <textarea class="input draft-raw" id="text" name="text" rows="26" spellcheck="false">{area_text(&shown)}</textarea>
            </div>
            <button class="button">{t!("draft-save")}</button>
        </form>
    }
}
