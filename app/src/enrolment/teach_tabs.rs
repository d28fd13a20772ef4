//! One tab a task, on every page about one edition that somebody teaches. Tasks of one kind share a tab, and stand below it.

use leptos::prelude::*;

use crate::request::to;
use crate::t;

/// The kinds of tasks, and the tasks of each by the last segment of their address.
const KINDS: &[(&str, &[&str])] = &[
    ("edition", &["", "settings", "entry", "version"]),
    ("people", &["people", "applications", "import", "sign-in"]),
    ("sessions", &["attendance"]),
    ("work", &["activities", "grading", "gradebook"]),
    ("talk", &["messages", "forum"]),
    ("results", &["report", "survey"]),
];

/// The words of a task.
fn words(task: &str) -> String {
    t!(&format!("teach-tab-{}", if task.is_empty() { "overview" } else { task }))
}

#[component]
pub fn TeachTabs(edition: String, current: &'static str) -> impl IntoView {
    let address = |task: &str| to(&format!("teach/{edition}/{task}"));
    let tabs = KINDS
        .iter()
        .map(|(kind, tasks)| {
            let here =
                tasks.contains(&current).then_some(if tasks.first() == Some(&current) { "page" } else { "true" });
            let href = address(tasks.first().copied().unwrap_or_default());
            view! { <li><a href=href aria-current=here>{t!(&format!("teach-kind-{kind}"))}</a></li> }
        })
        .collect_view();
    let kin = KINDS.iter().map(|(_, tasks)| *tasks).find(|tasks| tasks.contains(&current) && tasks.len() > 1);
    let tasks = kin.map(|tasks| {
        let tasks = tasks
            .iter()
            .map(|task| {
                let here = (*task == current).then_some("page");
                view! { <li><a href=address(task) aria-current=here>{words(task)}</a></li> }
            })
            .collect_view();
        view! { <ul class="tabs__tasks">{tasks}</ul> }
    });
    view! { <nav class="tabs" aria-label=t!("teach-tabs")><ul>{tabs}</ul>{tasks}</nav> }
}
