//! What is to be done, across all editions, in order of time. The date comes first and its zone with it; "in 3 days" stands
//! beside it and never in its place.

use domain::enrolment::{Todo, TodoKind};
use domain::zone::Near;
use leptos::prelude::*;

use crate::edition::zone_words;
use crate::request::to;
use crate::{format, t};

/// Past so many rows the rest is folded away.
const SHOWN: usize = 12;

#[component]
pub(super) fn TodoList(mut todo: Vec<Todo>) -> impl IntoView {
    if todo.is_empty() {
        return view! { <p>{t!("home-todo-none")}</p> }.into_any();
    }
    let later = if todo.len() > SHOWN + 1 { todo.split_off(SHOWN) } else { Vec::new() };
    let count = u32::try_from(later.len()).unwrap_or(u32::MAX);
    let folded = (!later.is_empty()).then(|| {
        view! { <details><summary>{t!("home-todo-later", count = count)}</summary>{list(later)}</details> }
    });
    view! { {list(todo)}{folded} }.into_any()
}

fn list(todo: Vec<Todo>) -> impl IntoView {
    let rows = todo.into_iter().map(row).collect_view();
    view! { <ul class="todo">{rows}</ul> }
}

fn row(one: Todo) -> impl IntoView {
    let place = if one.key.is_empty() { String::new() } else { format!("/{}", one.key) };
    let href = to(&format!("learn/{}{place}", one.edition));
    let words = words(&one);
    let more = match &one.what {
        TodoKind::Meeting { place, link, .. } => {
            let place = place.clone().map(|place| view! { <li>{place}</li> });
            let link = link
                .clone()
                .map(|link| view! { <li><a href=link rel="noopener noreferrer">{t!("meeting-join")}</a></li> });
            Some(view! { {place}{link} })
        }
        _ => None,
    };
    view! {
        <li>
            {when(&one)}
            <div>
                <p><a href=href>{words}</a></p>
                <ul class="meta"><li>{one.edition_title}</li>{more}</ul>
            </div>
        </li>
    }
}

/// The moment, its zone, and how far it is. What waits for others has no moment of the learner's.
fn when(one: &Todo) -> AnyView {
    let moment = match &one.what {
        TodoKind::Waiting => {
            return view! { <p class="todo__when"><span class="badge">{t!("todo-waiting-badge")}</span></p> }
                .into_any();
        }
        TodoKind::Meeting { ends_at, .. } => {
            format!("{} – {}", format::moment(one.at, &one.zone), format::hour(*ends_at, &one.zone))
        }
        _ => t!("todo-until", at = format::due(one.at, &one.zone)),
    };
    let class = match one.near {
        Near::Past => "badge badge--late",
        Near::Today | Near::Tomorrow => "badge badge--soon",
        Near::InDays { .. } => "badge",
    };
    view! {
        <p class="todo__when">
            <time datetime=one.at.to_rfc3339()>{moment}</time>
            <span class="todo__zone">{zone_words(&one.zone)}</span>
            <span class=class>{format::near(one.near)}</span>
        </p>
    }
    .into_any()
}

fn words(one: &Todo) -> String {
    match &one.what {
        TodoKind::Next => t!("todo-next", title = &one.title),
        TodoKind::Due { kind } => t!(&format!("todo-{kind}"), title = &one.title),
        TodoKind::Checks { count } => t!("todo-checks", count = *count),
        TodoKind::Waiting => t!("todo-waiting", title = &one.title),
        TodoKind::Meeting { .. } => t!("todo-meeting", title = &one.title),
    }
}
