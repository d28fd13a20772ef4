//! The outline of an edition with check marks; on its own page and one tap away from each lesson.

use domain::edition::{EditionCard, Phase};
use domain::learning::{OutlineItem, OutlineModule};
use leptos::prelude::*;

use crate::request::{other_language, to};
use crate::{format, t};

/// The address of an activity.
pub(super) fn activity_href(edition: &str, key: &str) -> String {
    to(&format!("learn/{edition}/{key}"))
}

/// Modules and their activities, in order.
#[component]
pub(super) fn Outline(
    edition: String,
    modules: Vec<OutlineModule>,
    /// The activity that the reader is in.
    #[prop(optional, into)]
    current: String,
    /// Whether each module leads to its page for paper.
    #[prop(optional)]
    packs: bool,
) -> impl IntoView {
    let modules = modules
        .into_iter()
        .zip(1_u32..)
        .map(|(module, number)| {
            let prints = packs && module.items.iter().any(|item| item.kind.is_lesson());
            let pack = prints.then(|| {
                let words = t!("pack-link", title = module.title.clone());
                view! {
                    <p class="outline__pack">
                        <a href=to(&format!("learn/{edition}/pack/{}", module.key)) aria-label=words>{t!("pack-link-short")}</a>
                    </p>
                }
            });
            let items = module.items.into_iter().map(|item| outline_item(&edition, item, &current)).collect_view();
            view! {
                <li class="outline__module">
                    <h2>{number}". "{module.title}</h2>
                    <ol class="outline__items">{items}</ol>
                    {pack}
                </li>
            }
        })
        .collect_view();
    view! { <ol class="outline">{modules}</ol> }
}

fn outline_item(edition: &str, item: OutlineItem, current: &str) -> impl IntoView + use<> {
    let here = item.key == current;
    let class = match (item.done, here) {
        (true, true) => "is-done is-current",
        (true, false) => "is-done",
        (false, true) => "is-current",
        (false, false) => "",
    };
    let done = item.done.then(|| view! { <span class="visually-hidden">{t!("learning-done-mark")}" "</span> });
    view! {
        <li class=class>
            <a href=activity_href(edition, &item.key) aria-current=here.then_some("page")>{done}<span lang=other_language(item.language)>{item.title}</span></a>
            <span class="meta">{t!("learning-minutes-short", count = item.minutes)}</span>
        </li>
    }
}

/// How far a learner is, as a bar and in words.
#[component]
pub(super) fn Progress(modules: Vec<OutlineModule>, percent: u8) -> impl IntoView {
    let all = modules.iter().flat_map(|module| &module.items);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let words = t!(
        "learning-progress",
        percent = percent,
        done = count(all.clone().filter(|item| item.done).count()),
        all = count(all.count())
    );
    view! {
        <div class="progress">
            <progress max="100" value=percent.to_string() aria-label=t!("learning-progress-label")>{words.clone()}</progress>
            <span class="progress__label">{words}</span>
        </div>
    }
}

/// Says that nothing is recorded now, before an edition begins and after it ended; nothing while it runs.
#[component]
pub(super) fn PhaseNotice(edition: EditionCard) -> impl IntoView {
    let words = match edition.phase {
        Phase::Running => None,
        Phase::Upcoming => Some(t!("learning-upcoming", date = format::date(edition.starts_on))),
        Phase::Ended => Some(t!("learning-ended", date = format::date(edition.ends_on))),
    };
    words.map(|words| view! { <div class="notice"><p>{words}</p></div> })
}
