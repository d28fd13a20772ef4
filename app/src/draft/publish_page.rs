//! `/staff/courses/{slug}/publish`: what is wrong with a draft, what it changes, and the button that makes it the newest version.

use domain::draft::{Flaw, PublishView};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::words::{head, item_title, marks};
use crate::form::refusal_notice;
use crate::load::load;
use crate::request::{param, to};
use crate::t;

#[component]
pub fn PublishPage() -> impl IntoView {
    load(api::publish_view(param("slug")), move |view| {
        let body = if view.flaws.is_empty() { ready(&view).into_any() } else { flaws(&view).into_any() };
        let overtaken =
            view.overtaken.then(|| view! { <div class="notice notice--warning"><p>{t!("draft-overtaken")}</p></div> });
        view! {
            <Title text=t!("draft-publish-title", course = &view.course) />
            <div class="page page--wide draft">
                {head(&view.slug, &view.course, "publish")}
                {refusal_notice()}
                {overtaken}
                {stale(&view)}
                {body}
            </div>
        }
    })
}

fn stale(view: &PublishView) -> Option<impl IntoView + use<>> {
    let rows = view
        .stale
        .iter()
        .map(|item| {
            let href = to(&format!("staff/courses/{}/text/{}", view.slug, item.key));
            view! { <li><a href=href>{item_title(item)}</a>" "{marks(&[], &item.stale)}</li> }
        })
        .collect_view();
    (!view.stale.is_empty())
        .then(|| view! { <div class="notice notice--warning"><p>{t!("draft-publish-stale")}</p><ul>{rows}</ul></div> })
}

fn flaws(view: &PublishView) -> impl IntoView + use<> {
    let rows = view.flaws.iter().map(|flaw| one(&view.slug, flaw)).collect_view();
    let count = u32::try_from(view.flaws.len()).unwrap_or(u32::MAX);
    view! {
        <section class="stack" aria-labelledby="flaws">
            <h2 id="flaws">{t!("draft-flaws", count = count)}</h2>
            <p>{t!("draft-flaws-hint")}</p>
            <ul class="draft-checks">{rows}</ul>
        </section>
    }
}

fn one(slug: &str, flaw: &Flaw) -> impl IntoView + use<> {
    let place = format!("{}:{}", flaw.file, flaw.line);
    let raw = to(&format!("staff/courses/{slug}/files/{}", flaw.file));
    let fields = flaw
        .item
        .as_ref()
        .map(|item| view! { <a href=to(&format!("staff/courses/{slug}/text/{item}"))>{t!("draft-mend")}</a> });
    view! {
        <li>
            <p>{flaw.text.clone()}</p>
            <p class="cluster meta"><a href=raw><code>{place}</code></a>{fields}</p>
        </li>
    }
}

fn ready(view: &PublishView) -> impl IntoView + use<> {
    let changes = if view.changes.is_empty() {
        view! { <p>{t!("draft-no-changes")}</p> }.into_any()
    } else {
        let rows = view
            .changes
            .iter()
            .map(|(title, change)| view! { <li><span class="badge">{t!(&format!("change-{change}"))}</span>" "{title.clone()}</li> })
            .collect_view();
        view! { <ul class="draft-changes">{rows}</ul> }.into_any()
    };
    let button = view.changed.then(|| {
        view! {
            <form method="post" action="?do=publish_course" class="form">
                <input type="hidden" name="slug" value=view.slug.clone() />
                <input type="hidden" name="seen" value=view.seen.clone() />
                <p class="hint">{t!("draft-publish-hint")}</p>
                <button class="button">{t!("draft-publish", number = view.number.to_string())}</button>
            </form>
        }
    });
    let clean = (!view.changed).then(|| view! { <p>{t!("draft-nothing-to-publish")}</p> });
    view! {
        <section class="stack" aria-labelledby="changes">
            <div class="notice notice--success"><p>{t!("draft-no-flaws")}</p></div>
            <h2 id="changes">{t!("draft-changes")}</h2>
            {changes}
            {clean}
            {button}
        </section>
    }
}
