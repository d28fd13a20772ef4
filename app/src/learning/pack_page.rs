//! `/learn/{edition}/pack/{module}`: a module on one page, for paper and for days without a line.

use domain::course::ActivityKind;
use domain::learning::{PackPart, PackView};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::lesson::untranslated;
use crate::load::load;
use crate::request::{course_text, other_language, page_request, param, to};
use crate::t;

#[component]
pub fn PackPage() -> impl IntoView {
    load(api::pack(param("edition"), param("module")), |view| {
        let place = t!("learning-place", number = view.number, title = view.title.clone());
        let path = format!("learn/{}", view.edition.code);
        let contents = view
            .parts
            .iter()
            .map(|part| {
                let (href, language) = (format!("#{}", part.key), other_language(part.language));
                view! {
                    <li>
                        <a href=href lang=language>{part.title.clone()}</a>
                        " "<span class="meta">{t!("learning-minutes-short", count = part.minutes)}</span>
                    </li>
                }
            })
            .collect_view();
        let around = around(&view);
        let empty = view.parts.is_empty().then(|| view! { <p>{t!("pack-empty")}</p> });
        let parts = view.parts.into_iter().map(part).collect_view();
        let request = page_request();
        view! {
            <Title text=format!("{place} · {}", view.edition.title) />
            <div class="page page--reading pack">
                <nav class="breadcrumb" aria-label=t!("learning-breadcrumb")>
                    <ol>
                        <li><a href=to("home")>{t!("learning-my-campus")}</a></li>
                        <li><a href=to(&path)>{view.edition.title.clone()}</a></li>
                    </ol>
                </nav>
                <header class="pack__cover">
                    <p class="eyebrow">{view.edition.title.clone()}</p>
                    <h1>{place}</h1>
                    <p class="lede no-print">{t!("pack-lede")}</p>
                    <p class="pack__address">{format!("{}{}", request.public_url, request.path)}</p>
                    {empty}
                    <ol>{contents}</ol>
                </header>
                {parts}
                {around}
            </div>
        }
    })
}

fn around(view: &PackView) -> impl IntoView + use<> {
    let link = |to_module: &Option<(String, String)>, rel: &'static str| {
        to_module.clone().map(|(key, title)| {
            let href = to(&format!("learn/{}/pack/{key}", view.edition.code));
            let arrow = if rel == "prev" { format!("← {title}") } else { format!("{title} →") };
            view! { <a href=href rel=rel>{arrow}</a> }
        })
    };
    view! { <nav class="lesson-nav" aria-label=t!("pack-nav")>{link(&view.previous, "prev")}{link(&view.next, "next")}</nav> }
}

fn part(part: PackPart) -> impl IntoView {
    let language = other_language(part.language);
    let kind = match part.kind {
        ActivityKind::Worksheet => Some(t!("pack-worksheet")),
        ActivityKind::Assignment => Some(t!("pack-assignment")),
        _ => None,
    };
    let fields = part
        .fields
        .into_iter()
        .map(|(label, hint, rows)| {
            let hint = (!hint.is_empty()).then(|| view! { <p class="meta">{hint}</p> });
            let lines = (0..rows).map(|_| view! { <div class="pack__line"></div> }).collect_view();
            view! { <div class="pack__field"><h3>{label}</h3>{hint}<div aria-hidden="true">{lines}</div></div> }
        })
        .collect_view();
    let rubric = (!part.rubric.is_empty()).then(|| rubric(part.rubric));
    view! {
        <article class="lesson pack__part" id=part.key>
            <header>
                {kind.map(|words| view! { <p class="eyebrow">{words}</p> })}
                <h2 class="pack__title" lang=language>{part.title}</h2>
                <p class="meta">{t!("learning-minutes", count = part.minutes)}</p>
            </header>
            {untranslated(part.language)}
            <div class="lesson__text" lang=language inner_html=course_text(part.html)></div>
            <div lang=language>{fields}{rubric}</div>
        </article>
    }
}

/// What an assignment is judged by.
fn rubric(rubric: Vec<(String, Vec<(u16, String)>)>) -> impl IntoView {
    let criteria = rubric
        .into_iter()
        .map(|(title, levels)| {
            let levels = levels
                .into_iter()
                .map(|(points, text)| view! { <li><strong>{t!("pack-points", count = points)}</strong>" "{text}</li> })
                .collect_view();
            view! { <section class="pack__criterion"><h3>{title}</h3><ul>{levels}</ul></section> }
        })
        .collect_view();
    view! { <div class="pack__rubric">{criteria}</div> }
}
