//! `/staff/courses/{slug}`: the outline of a draft; everything in it is moved, added and taken away here.

use domain::draft::{DraftItem, DraftView};
use domain::language::Language;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::new_course_page::BringForm;
use super::outline_rows::{ItemRow, Modules, act, removal};
use super::words::{done, head, language_words, script};
use crate::form::{Form, TextField, error_of, form_state, refusal_notice};
use crate::load::load;
use crate::request::{param, to};
use crate::t;

#[component]
pub fn DraftPage() -> impl IntoView {
    load(api::draft_outline(param("slug")), move |view| {
        view! {
            <Title text=t!("draft-title", course = &view.title) />
            <div class="page page--wide draft">
                {head(&view.slug, &view.title, "")}
                {done("made", "draft-made")}
                {done("saved", "draft-saved")}
                {done("published", "draft-published")}
                {refusal_notice()}
                {state(&view)}
                <div class="split">
                    <div class="stack">
                        {once(&view, view.about.clone().into(), "about", false)}
                        {once(&view, view.glossary.clone(), "glossary", true)}
                        {once(&view, view.pre_test.clone(), "pre-test", true)}
                        <Modules view=view.clone() />
                        <AddModule slug=view.slug.clone() languages=view.languages.clone() />
                        {once(&view, view.final_test.clone(), "final-test", true)}
                        {once(&view, view.post_test.clone(), "post-test", true)}
                        {once(&view, view.survey.clone(), "survey", true)}
                    </div>
                    <aside class="stack">
                        <FrameForm view=view.clone() />
                        {away(&view)}
                    </aside>
                </div>
                {script()}
            </div>
        }
    })
}

/// Which version there is, and whether the draft differs.
fn state(view: &DraftView) -> impl IntoView + use<> {
    let words = match (view.version, view.changed) {
        (None, _) => t!("draft-state-first"),
        (Some(version), false) => t!("draft-state-clean", version = version.to_string()),
        (Some(version), true) => t!("draft-state-changed", version = version.to_string()),
    };
    let overtaken =
        view.overtaken.then(|| view! { <div class="notice notice--warning"><p>{t!("draft-overtaken")}</p></div> });
    let publish = view.changed.then(
        || view! { <p><a class="button" href=to(&format!("staff/courses/{}/publish", view.slug))>{t!("draft-to-publish")}</a></p> },
    );
    view! { {overtaken}<p class="lede">{words}</p>{publish} }
}

/// What a course has once: its line, or the way to add it.
fn once(view: &DraftView, item: Option<DraftItem>, key: &'static str, optional: bool) -> AnyView {
    let slug = view.slug.clone();
    match item {
        Some(item) => {
            let remove = optional.then(|| removal(&slug, &format!("remove:{key}")));
            view! { <div class="draft-once"><ItemRow slug=slug item=item />{remove}</div> }.into_any()
        }
        None => {
            let words = t!("draft-add-once", what = t!(&format!("draft-once-{key}")));
            view! {
                <form method="post" action="?do=change_outline" class="draft-add">
                    <input type="hidden" name="slug" value=slug />
                    {act(&format!("add:{key}"), &words, "button button--quiet")}
                </form>
            }
            .into_any()
        }
    }
}

#[component]
fn AddModule(slug: String, languages: Vec<Language>) -> impl IntoView {
    let open = form_open("add_module", "");
    view! {
        <details class="panel draft-new" open=open>
            <summary>{t!("draft-add-module")}</summary>
            <Form doorway="add_module">
                <input type="hidden" name="slug" value=slug.clone() />
                <TitleFields languages=languages.clone() id="module".to_owned() />
                <button class="button button--quiet">{t!("draft-add")}</button>
            </Form>
        </details>
    }
}

/// Whether this form was refused, and stands open for that.
pub(super) fn form_open(doorway: &str, module: &str) -> bool {
    use_context::<crate::form::FormState>()
        .is_some_and(|state| state.doorway == doorway && state.value("module").unwrap_or_default() == module)
}

/// A title in each language.
#[component]
pub(super) fn TitleFields(languages: Vec<Language>, id: String) -> impl IntoView {
    let error = error_of("title_es");
    let fields = languages
        .into_iter()
        .map(|language| {
            let name = format!("titles[{language}]");
            let id = format!("{id}-{language}");
            let typed = form_state().and_then(|state| state.value(&name)).unwrap_or_default();
            view! {
                <div class="field">
                    <label for=id.clone()>{t!("draft-title-in", language = language_words(language))}</label>
                    <input class="input" id=id name=name lang=language.as_str() value=typed />
                </div>
            }
        })
        .collect_view();
    view! { {error}<div class="draft-sides">{fields}</div> }
}

#[component]
fn FrameForm(view: DraftView) -> impl IntoView {
    let (slug, hours, completion) = (view.slug.clone(), view.hours.clone(), view.completion.clone());
    view! {
        <section class="panel stack" aria-labelledby="frame">
            <h2 id="frame">{t!("draft-frame")}</h2>
            <Form doorway="save_frame">
                <input type="hidden" name="slug" value=slug.clone() />
                <TextField name="learning_hours" kind="number" value=hours.clone() hint=t!("draft-hours-hint") />
                <TextField name="completion" value=completion.clone() hint=t!("draft-completion-hint") />
                <button class="button button--quiet">{t!("draft-save")}</button>
            </Form>
        </section>
    }
}

/// Taking the files away, bringing them, giving the draft up.
fn away(view: &DraftView) -> impl IntoView + use<> {
    let slug = view.slug.clone();
    let discard = view.changed.then(|| {
        let words = if view.version.is_some() { t!("draft-discard-hint") } else { t!("draft-discard-all") };
        view! {
            <details class="panel">
                <summary>{t!("draft-discard-title")}</summary>
                <form method="post" action="?do=discard_draft" class="stack">
                    <input type="hidden" name="slug" value=view.slug.clone() />
                    <p>{words}</p>
                    <button class="button button--quiet">{t!("draft-discard")}</button>
                </form>
            </details>
        }
    });
    view! {
        <section class="panel stack" aria-labelledby="away">
            <h2 id="away">{t!("draft-away")}</h2>
            <p>{t!("draft-away-hint")}</p>
            <p><a class="button button--quiet" href=to(&format!("staff/courses/{slug}/course.zip")) download>{t!("draft-export")}</a></p>
            <details><summary>{t!("draft-bring-over")}</summary><p class="hint">{t!("draft-bring-over-hint")}</p><BringForm /></details>
        </section>
        {discard}
    }
}
