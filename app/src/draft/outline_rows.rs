//! The modules of an outline, with their activities; each can be moved by buttons, and by drag where there is a script.

use domain::draft::{DraftItem, DraftModule, DraftView, PartKind};
use leptos::prelude::*;

use super::outline_page::{TitleFields, form_open};
use super::words::{item_title, marks};
use crate::form::Form;
use crate::request::{query, to};
use crate::t;

/// A button of the outline's form. The one that was just pressed has the focus again.
pub(super) fn act(act: &str, words: &str, class: &'static str) -> impl IntoView + use<> {
    let again = query("at") == act;
    view! { <button class=class name="act" value=act.to_owned() autofocus=again>{words.to_owned()}</button> }
}

/// A small button with a sign, and its words for those who do not see it.
fn sign(what: &str, sign: &'static str, words: &str) -> impl IntoView + use<> {
    let again = query("at") == what;
    view! {
        <button class="draft-sign" name="act" value=what.to_owned() autofocus=again title=words.to_owned()>
            <span aria-hidden="true">{sign}</span><span class="visually-hidden">{words.to_owned()}</span>
        </button>
    }
}

/// Asks before something is taken away.
pub(super) fn removal(slug: &str, act_word: &str) -> impl IntoView + use<> {
    let words = if act_word.starts_with("module-") { t!("draft-remove-module") } else { t!("draft-remove") };
    view! {
        <details class="draft-remove">
            <summary>{words}</summary>
            <form method="post" action="?do=change_outline" class="cluster">
                <input type="hidden" name="slug" value=slug.to_owned() />
                <span>{t!("draft-remove-sure")}</span>
                {act(act_word, &t!("draft-remove-yes"), "button button--quiet")}
            </form>
        </details>
    }
}

/// An item's kind, title, marks; its title leads to its text.
#[component]
pub(super) fn ItemRow(slug: String, item: DraftItem) -> impl IntoView {
    let kind = t!(&format!("draft-kind-{}", item.kind));
    let count = (item.parts > 0).then(|| {
        let key = if item.kind == PartKind::Glossary { "draft-terms" } else { "draft-questions" };
        view! { <span class="hint">{t!(key, count = item.parts)}</span> }
    });
    let href = to(&format!("staff/courses/{slug}/text/{}", item.key));
    view! {
        <div class="draft-item__text">
            <a href=href>{item_title(&item)}</a>
            <span class="meta">{kind}</span>
            {count}
            {marks(&item.missing, &item.stale)}
        </div>
    }
}

#[component]
pub(super) fn Modules(view: DraftView) -> impl IntoView {
    if view.modules.is_empty() {
        return view! { <div class="empty"><h2>{t!("draft-no-modules-title")}</h2><p>{t!("draft-no-modules")}</p></div> }.into_any();
    }
    let all = view.clone();
    let modules =
        view.modules.into_iter().enumerate().map(move |(place, module)| one(&all, place, module)).collect_view();
    view! { <ol class="draft-modules" data-outline>{modules}</ol> }.into_any()
}

fn one(view: &DraftView, place: usize, module: DraftModule) -> impl IntoView + use<> {
    let slug = view.slug.clone();
    let key = module.key.clone();
    let title = module.title.clone();
    let up = (place > 0).then(|| sign(&format!("module-up:{key}"), "↑", &t!("draft-up", title = &title)));
    let down = (place + 1 < view.modules.len())
        .then(|| sign(&format!("module-down:{key}"), "↓", &t!("draft-down", title = &title)));
    let empty = module.items.is_empty().then(|| view! { <p class="hint">{t!("draft-module-empty")}</p> });
    let items = module.items.into_iter().map(|item| activity(&slug, item)).collect_view();
    let check = match module.check {
        Some(check) => {
            let remove = removal(&slug, &format!("remove:{key}-check"));
            view! { <div class="draft-item"><ItemRow slug=slug.clone() item=check />{remove}</div> }.into_any()
        }
        None => view! {
            <form method="post" action="?do=change_outline" class="draft-add">
                <input type="hidden" name="slug" value=slug.clone() />
                {act(&format!("add:{key}-check"), &t!("draft-add-check"), "button button--quiet button--small")}
            </form>
        }
        .into_any(),
    };
    view! {
        <li class="draft-module panel" id=format!("module-{key}")>
            <div class="draft-module__head">
                <h2>{title}</h2>
                <form method="post" action="?do=change_outline" class="draft-signs">
                    <input type="hidden" name="slug" value=slug.clone() />
                    {up}
                    {down}
                </form>
            </div>
            {empty}
            <ol class="draft-items" data-module=key.clone()>{items}</ol>
            {check}
            <div class="cluster cluster--apart">
                <AddActivity slug=slug.clone() module=key.clone() view=view.clone() />
                {removal(&slug, &format!("module-remove:{key}"))}
            </div>
        </li>
    }
}

fn activity(slug: &str, item: DraftItem) -> impl IntoView + use<> {
    let (key, title) = (item.key.clone(), item_title(&item));
    let up = sign(&format!("up:{key}"), "↑", &t!("draft-up", title = &title));
    let down = sign(&format!("down:{key}"), "↓", &t!("draft-down", title = &title));
    view! {
        <li class="draft-item" data-item=key.clone()>
            <ItemRow slug=slug.to_owned() item=item />
            <form method="post" action="?do=change_outline" class="draft-signs">
                <input type="hidden" name="slug" value=slug.to_owned() />
                {up}
                {down}
            </form>
            {removal(slug, &format!("remove:{key}"))}
        </li>
    }
}

#[component]
fn AddActivity(slug: String, module: String, view: DraftView) -> impl IntoView {
    let open = form_open("add_activity", &module);
    let id = format!("new-{module}");
    let legend = t!("draft-kind");
    let kinds = [PartKind::Lesson, PartKind::Worksheet, PartKind::Assignment]
        .into_iter()
        .map(|kind| view! { <option value=kind.as_str()>{t!(&format!("draft-kind-{kind}"))}</option> })
        .collect_view();
    let languages = view.languages;
    let kind_id = format!("{id}-kind");
    view! {
        <details class="draft-new" open=open>
            <summary>{t!("draft-add-activity")}</summary>
            <Form doorway="add_activity">
                <input type="hidden" name="slug" value=slug.clone() />
                <input type="hidden" name="module" value=module.clone() />
                <div class="field">
                    <label for=kind_id.clone()>{legend}</label>
                    <select class="input" id=kind_id name="kind">{kinds}</select>
                </div>
                <TitleFields languages=languages.clone() id=id.clone() />
                <button class="button button--quiet">{t!("draft-add")}</button>
            </Form>
        </details>
    }
}
