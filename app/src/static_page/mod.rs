//! Pages of plain words, written in Markdown: `pages/<language>/<name>.md`. To add one: its files, its lines in `text`, a route.

mod text;

use domain::error::Code;
use leptos::prelude::*;
use leptos_meta::{Meta, Title};

use crate::load::refused;
use crate::request::{language, param, to};
use crate::t;

/// A page about the campus.
#[component]
pub fn StaticPage(name: &'static str) -> impl IntoView {
    page(name, None::<()>)
}

const ROLES: [&str; 4] = ["visitor", "learner", "instructor", "staff"];

/// Help for those who do one thing on the campus.
#[component]
pub fn HelpPage() -> impl IntoView {
    let role = param("role");
    let tabs = ROLES
        .map(|one| {
            let here = (one == role).then_some("page");
            view! { <li><a href=to(&format!("help/{one}")) aria-current=here>{t!(&format!("layout-help-{one}"))}</a></li> }
        })
        .collect_view();
    page(
        &format!("help-{role}"),
        Some(view! { <nav class="tabs" aria-label=t!("layout-help-roles")><ul>{tabs}</ul></nav> }),
    )
}

fn page(name: &str, tabs: Option<impl IntoView>) -> AnyView {
    let Some(text) = text::find(language(), name) else { return refused(&Code::NotFound.into()) };
    view! {
        <Title text=text.title.clone() />
        <Meta name="description" content=text.summary.clone() />
        <div class="page page--reading">
            <h1>{text.title.clone()}</h1>
            <p class="lede">{text.summary.clone()}</p>
            {tabs}
            <div class="prose" inner_html=text.html.clone()></div>
        </div>
    }
    .into_any()
}
