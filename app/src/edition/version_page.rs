//! `/teach/{edition}/version`: the content version of an edition, and what the newest one would change, for whom.

use domain::edition::{Effect, UpgradeView};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::head::TeachHead;
use crate::form::refusal_notice;
use crate::load::load;
use crate::request::{param, query};
use crate::{format, t};

#[component]
pub fn VersionPage() -> impl IntoView {
    load(api::edition_version(param("edition")), |view| {
        let done = query("done");
        let done = done.parse::<u32>().ok().map(|count| {
            view! { <div class="notice notice--success" role="status"><p>{t!("version-done", count = count)}</p></div> }
        });
        let body = if view.number == view.newest {
            view! { <p class="lede">{t!("version-newest", number = view.number.to_string())}</p> }.into_any()
        } else {
            difference(&view)
        };
        view! {
            <Title text=t!("version-title", edition = &view.edition.title) />
            <div class="page page--wide">
                <TeachHead edition=view.edition.clone() current="version" />
                {done}
                {refusal_notice()}
                {body}
            </div>
        }
    })
}

fn difference(view: &UpgradeView) -> AnyView {
    let changes = view
        .changes
        .iter()
        .map(|(title, change)| view! { <li><span class="badge">{t!(&format!("change-{change}"))}</span>" "{title.clone()}</li> })
        .collect_view();
    let changes = if view.changes.is_empty() {
        view! { <p>{t!("version-words-only")}</p> }.into_any()
    } else {
        view! { <ul class="draft-changes">{changes}</ul> }.into_any()
    };
    let effects = view
        .effects
        .iter()
        .map(|(effect, count)| view! { <div><dt>{t!(&format!("effect-{effect}"))}</dt><dd>{format::number(*count)}</dd></div> })
        .collect_view();
    let back = view.effects.iter().any(|(effect, count)| *effect == Effect::Back && *count > 0);
    let obstacles = view.obstacles.iter().map(|one| view! { <li>{t!(&format!("obstacle-{one}"))}</li> }).collect_view();
    let end = if !view.open {
        view! { <p>{t!("error-edition-closed")}</p> }.into_any()
    } else if view.obstacles.is_empty() {
        view! {
            <form method="post" action="?do=upgrade_edition" class="form">
                <input type="hidden" name="edition" value=view.edition.code.clone() />
                <input type="hidden" name="to" value=view.newest.to_string() />
                <p class="hint">{t!("version-hint")}</p>
                <button class="button">{t!("version-upgrade", number = view.newest.to_string())}</button>
            </form>
        }
        .into_any()
    } else {
        view! { <div class="notice notice--warning"><p>{t!("version-obstacles")}</p><ul>{obstacles}</ul></div> }
            .into_any()
    };
    view! {
        <p class="lede">{t!("version-older", number = view.number.to_string(), newest = view.newest.to_string())}</p>
        <section aria-labelledby="changes" class="stack"><h2 id="changes">{t!("version-changes")}</h2>{changes}</section>
        <section aria-labelledby="effects" class="stack">
            <h2 id="effects">{t!("version-effects")}</h2>
            <dl class="pairs pairs--rows">{effects}</dl>
            {back.then(|| view! { <p class="hint">{t!("version-back")}</p> })}
        </section>
        {end}
    }
    .into_any()
}
