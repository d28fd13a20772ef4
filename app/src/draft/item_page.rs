//! `/staff/courses/{slug}/text/{item}` and `/{part}`: a text in every language side by side, with how it will look.

use domain::draft::{ItemView, PartKind, PartRow};
use domain::error::Code;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::part_fields::{PartFields, field_of};
use super::words::{done, list, marks, script};
use crate::form::{Doorway, form_state, refusal_notice, summary_of};
use crate::load::load;
use crate::request::{param, query, to};
use crate::t;

#[component]
pub fn ItemPage() -> impl IntoView {
    page(None)
}

#[component]
pub fn PartPage() -> impl IntoView {
    page(Some(param("part")))
}

fn page(part: Option<String>) -> AnyView {
    load(api::draft_item(param("slug"), param("item"), part), move |view| {
        let heading = heading(&view);
        let back = view.part_key.is_some().then(|| {
            let href = to(&format!("staff/courses/{}/text/{}", view.slug, view.key));
            view! { <li><a href=href>{item_name(&view)}</a></li> }
        });
        let refused = form_state_of("change_draft_part").then(refusal_notice);
        view! {
            <Title text=format!("{heading} · {}", view.course) />
            <div class="page page--wide draft">
                <nav class="breadcrumb" aria-label=t!("draft-breadcrumb")><ol>
                    <li><a href=to("staff/courses")>{t!("draft-courses")}</a></li>
                    <li><a href=to(&format!("staff/courses/{}", view.slug))>{view.course.clone()}</a></li>
                    {back}
                </ol></nav>
                {done("saved", "draft-saved")}
                {done("made", "draft-made")}
                {done("imported", "draft-imported")}
                {refused}
                <p class="eyebrow">{t!(&format!("draft-kind-{}", view.kind))}</p>
                <h1>{heading}</h1>
                {stale(&view)}
                <Editor view=view.clone() />
                {after(&view)}
                {parts(&view)}
                {script()}
            </div>
        }
    })
}

fn form_state_of(doorway: &str) -> bool {
    use_context::<crate::form::FormState>().is_some_and(|state| state.doorway == doorway)
}

fn item_name(view: &ItemView) -> String {
    if view.key == "about" { t!("draft-kind-about") } else { view.item_title.clone() }
}

fn heading(view: &ItemView) -> String {
    match view.part_key.as_deref() {
        None => item_name(view),
        Some("new") => t!(&format!("draft-new-{}", view.kind)),
        Some(key) => t!(&format!("draft-one-{}", view.kind), key = key),
    }
}

/// That a language may be behind, and how it is said that it is not.
fn stale(view: &ItemView) -> Option<impl IntoView + use<>> {
    let part = view.part_key.clone().unwrap_or_else(|| ".".to_owned());
    (!view.stale.is_empty()).then(|| {
        view! {
            <form method="post" action="?do=change_draft_part" class="notice notice--warning stack">
                <input type="hidden" name="slug" value=view.slug.clone() />
                <input type="hidden" name="item" value=view.key.clone() />
                <p>{t!("draft-stale-here", languages = list(&view.stale))}</p>
                <p><button class="button button--quiet" name="act" value=format!("fresh:{part}")>{t!("draft-fresh")}</button></p>
            </form>
        }
    })
}

#[component]
fn Editor(view: ItemView) -> impl IntoView {
    provide_context(Doorway("save_draft_item"));
    let kind = view.kind;
    let summary =
        summary_of(
            move |field| {
                if field == "part" { ("editor".to_owned(), t!("draft-something")) } else { field_of(kind, field) }
            },
        );
    let again = form_state().filter(|state| state.error.code == Code::ChangedMeanwhile).map(|_| {
        view! { <p class="notice notice--warning">{t!("draft-changed-meanwhile")}</p> }
    });
    let part = view.part_key.clone().unwrap_or_default();
    let sent = part.clone();
    let shape = match kind {
        PartKind::Question => "draft-form draft-form--question",
        PartKind::SurveyQuestion => "draft-form draft-form--survey",
        _ => "draft-form",
    };
    let hide_minor = part == "new";
    view! {
        <form method="post" action="?do=save_draft_item" class=format!("form {shape}") id="editor" novalidate data-slug=view.slug.clone() data-item=view.key.clone() data-part=part.clone()>
            {summary}
            {again}
            <input type="hidden" name="slug" value=view.slug.clone() />
            <input type="hidden" name="item" value=view.key.clone() />
            <input type="hidden" name="part" value=sent />
            <input type="hidden" name="seen" value=view.seen.clone() />
            <PartFields view=view.clone() />
            <div class="draft-save">
                <button class="button">{t!("draft-save")}</button>
                {(!hide_minor).then(|| view! { <label class="choice"><input type="checkbox" name="minor" value="1" /><span>{t!("draft-minor")}</span></label> })}
            </div>
        </form>
    }
}

/// After a part was saved: the next one.
fn after(view: &ItemView) -> Option<impl IntoView + use<>> {
    let base = to(&format!("staff/courses/{}/text/{}", view.slug, view.key));
    (view.part_key.is_some() && query("saved") == "1").then(|| {
        view! {
            <p class="cluster">
                <a class="button button--quiet" href=format!("{base}/new")>{t!(&format!("draft-add-{}", view.kind))}</a>
                <a href=base.clone()>{t!("draft-to-list")}</a>
            </p>
        }
    })
}

/// The questions or terms of an item.
fn parts(view: &ItemView) -> Option<AnyView> {
    let child = view.kind.shape().child.filter(|_| view.kind.shape().paged)?;
    if view.part_key.is_some() {
        return None;
    }
    let base = format!("staff/courses/{}/text/{}", view.slug, view.key);
    let count = view.rows.len();
    let rows = view.rows.iter().enumerate().map(|(place, row)| part_row(view, &base, place, count, row)).collect_view();
    let body = if count == 0 {
        view! { <div class="empty"><p>{t!(&format!("draft-no-{child}"))}</p></div> }.into_any()
    } else {
        view! { <ol class="draft-items">{rows}</ol> }.into_any()
    };
    let questions = child == PartKind::Question;
    let bring = questions.then(|| view! { <a class="button button--quiet" href=to(&format!("{base}/import"))>{t!("draft-import-questions")}</a> });
    Some(
        view! {
            <section class="stack" aria-labelledby="parts">
                <h2 id="parts">{t!(&format!("draft-all-{child}"), count = u32::try_from(count).unwrap_or(0))}</h2>
                {body}
                <p class="cluster">
                    <a class="button button--quiet" href=to(&format!("{base}/new"))>{t!(&format!("draft-add-{child}"))}</a>
                    {bring}
                </p>
            </section>
        }
        .into_any(),
    )
}

fn part_row(view: &ItemView, base: &str, place: usize, count: usize, row: &PartRow) -> impl IntoView + use<> {
    let key = row.key.clone();
    let title = if row.title.is_empty() { key.clone() } else { row.title.clone() };
    let at = query("at");
    let button = |word: &str, sign: &'static str, words: String| {
        let act = format!("{word}:{key}");
        let again = at == act;
        let title = words.clone();
        view! { <button class="draft-sign" name="act" value=act autofocus=again title=title><span aria-hidden="true">{sign}</span><span class="visually-hidden">{words}</span></button> }
    };
    let up = (place > 0).then(|| button("up", "↑", t!("draft-up", title = &title)));
    let down = (place + 1 < count).then(|| button("down", "↓", t!("draft-down", title = &title)));
    let kind = (!row.kind.is_empty()).then(|| {
        let word = format!("draft-choice-kind-{}", row.kind);
        view! { <span class="meta">{t!(&word)}</span> }
    });
    let hidden = {
        let (slug, item) = (view.slug.clone(), view.key.clone());
        move || view! { <input type="hidden" name="slug" value=slug.clone() /><input type="hidden" name="item" value=item.clone() /> }
    };
    view! {
        <li class="draft-item">
            <div class="draft-item__text">
                <a href=to(&format!("{base}/{}", row.key))>{title}</a>
                {kind}
                {marks(&row.missing, &row.stale)}
            </div>
            <form method="post" action="?do=change_draft_part" class="draft-signs">{hidden()}{up}{down}</form>
            <details class="draft-remove">
                <summary>{t!("draft-remove")}</summary>
                <form method="post" action="?do=change_draft_part" class="cluster">
                    {hidden()}
                    <span>{t!("draft-remove-sure")}</span>
                    <button class="button button--quiet" name="act" value=format!("remove:{}", row.key)>{t!("draft-remove-yes")}</button>
                </form>
            </details>
        </li>
    }
}
