//! `/staff/courses/{slug}/media`: pictures, films, sounds and documents of a draft.

use domain::draft::{DraftMedium, MediaView};
use domain::language::Language;
use leptos::prelude::*;
use leptos_meta::Title;

use super::words::{done, head, language_words};
use super::{ADD_MEDIUM, api};
use crate::form::{Doorway, area_text, error_of, form_state, refusal_notice, summary_of};
use crate::load::load;
use crate::request::{param, to};
use crate::t;

#[component]
pub fn MediaPage() -> impl IntoView {
    load(api::draft_media(param("slug")), move |view| {
        let list = if view.media.is_empty() {
            view! { <div class="empty"><h2>{t!("draft-no-media-title")}</h2><p>{t!("draft-no-media")}</p></div> }
                .into_any()
        } else {
            let rows = view.media.iter().map(|one| medium(&view, one)).collect_view();
            view! { <ul class="draft-media">{rows}</ul> }.into_any()
        };
        let refused = use_context::<crate::form::FormState>()
            .filter(|state| state.doorway == "remove_medium")
            .map(|_| refusal_notice());
        view! {
            <Title text=t!("draft-media-title", course = &view.course) />
            <div class="page page--wide draft">
                {head(&view.slug, &view.course, "media")}
                {done("added", "draft-medium-added")}
                {done("removed", "draft-medium-removed")}
                {refused}
                <div class="split">
                    <div>{list}</div>
                    <AddMedium languages=view.languages.clone() />
                </div>
            </div>
        }
    })
}

fn medium(view: &MediaView, one: &DraftMedium) -> impl IntoView + use<> {
    let picture = one.picture.then(|| view! { <img src=one.address.clone() alt="" loading="lazy" /> });
    let shown = if one.shown_by.is_empty() {
        view! { <span class="badge badge--late">{t!("draft-not-shown")}</span> }.into_any()
    } else {
        let links = one
            .shown_by
            .iter()
            .map(|key| view! { <a href=to(&format!("staff/courses/{}/text/{key}", view.slug))>{key.clone()}</a>" " })
            .collect_view();
        view! { <span>{t!("draft-shown-by")}" "{links}</span> }.into_any()
    };
    let markdown = (!one.markdown.is_empty())
        .then(|| view! { <p class="hint">{t!("draft-write")}" "<code>{one.markdown.clone()}</code></p> });
    let size = crate::format::bytes(one.bytes);
    view! {
        <li class="draft-medium">
            {picture}
            <div class="stack">
                <p><a href=one.address.clone()>{one.path.clone()}</a>" "<span class="meta">{size}</span></p>
                <p>{shown}</p>
                {markdown}
                <details class="draft-remove">
                    <summary>{t!("draft-remove")}</summary>
                    <form method="post" action="?do=remove_medium" class="cluster">
                        <input type="hidden" name="slug" value=view.slug.clone() />
                        <span>{t!("draft-remove-sure")}</span>
                        <button class="button button--quiet" name="path" value=one.path.clone()>{t!("draft-remove-yes")}</button>
                    </form>
                </details>
            </div>
        </li>
    }
}

#[component]
fn AddMedium(languages: Vec<Language>) -> impl IntoView {
    provide_context(Doorway(ADD_MEDIUM));
    let summary = summary_of(|field| (field.to_owned(), t!(&format!("draft-medium-{field}"))));
    let chosen = form_state().and_then(|state| state.value("language")).unwrap_or_default();
    let options = languages
        .into_iter()
        .map(|language| {
            let selected = chosen == language.as_str();
            view! { <option value=language.as_str() selected=selected>{t!("draft-medium-only", language = language_words(language))}</option> }
        })
        .collect_view();
    let transcript = form_state().and_then(|state| state.value("transcript")).unwrap_or_default();
    let (file, captions, said) = (error_of("file"), error_of("captions"), error_of("transcript"));
    view! {
        <section class="panel stack" aria-labelledby="add">
            <h2 id="add">{t!("draft-medium-add")}</h2>
            <form method="post" action=format!("?do={ADD_MEDIUM}") enctype="multipart/form-data" class="form" novalidate>
                {summary}
                <div class="field">
                    <label for="file">{t!("draft-medium-file")}</label>
                    <p class="hint" id="file-hint">{t!("draft-medium-hint")}</p>
                    {file}
                    <input class="input" type="file" id="file" name="file" aria-describedby="file-hint" />
                </div>
                <div class="field">
                    <label for="language">{t!("draft-medium-language")}</label>
                    <select class="input" id="language" name="language"><option value="">{t!("draft-medium-all")}</option>{options}</select>
                </div>
                <fieldset class="draft-part">
                    <legend>{t!("draft-medium-film")}</legend>
                    <div class="field">
                        <label for="captions">{t!("draft-medium-captions")}</label>
                        {captions}
                        <input class="input" type="file" id="captions" name="captions" accept=".vtt" />
                    </div>
                    <div class="field">
                        <label for="transcript">{t!("draft-medium-transcript")}</label>
                        {said}
                        <textarea class="input" id="transcript" name="transcript" rows="4">{area_text(&transcript)}</textarea>
                    </div>
                </fieldset>
                <button class="button">{t!("draft-medium-add")}</button>
            </form>
        </section>
    }
}
