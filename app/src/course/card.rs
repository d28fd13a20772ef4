//! A course in a list, and how open an edition is.

use domain::course::CourseCard;
use domain::edition::{EditionCard, Phase};
use leptos::prelude::*;

use crate::edition::EditionDates;
use crate::request::to;
use crate::{format, t};

/// Cards of courses, one below the other or side by side.
#[component]
pub(super) fn Cards(
    courses: Vec<CourseCard>,
    /// Whether a section's heading (h2) stands above the list.
    #[prop(optional)]
    in_section: bool,
) -> impl IntoView {
    let items = courses.into_iter().map(|course| view! { <Card course in_section /> }).collect_view();
    view! { <ul class="cards">{items}</ul> }
}

#[component]
fn Card(course: CourseCard, in_section: bool) -> impl IntoView {
    let href = to(&format!("courses/{}", course.slug));
    let badge = match &course.next_edition {
        Some(edition) => availability(edition).into_any(),
        None => badge("badge badge--ended", t!("course-no-edition")).into_any(),
    };
    let link = view! { <a href=href>{course.title}</a> };
    let title = if in_section {
        view! { <h3 class="card__title">{link}</h3> }.into_any()
    } else {
        view! { <h2 class="card__title">{link}</h2> }.into_any()
    };
    let dates = course.next_edition.clone().map(|edition| view! { <li><EditionDates edition /></li> });
    let seats = course.next_edition.and_then(|edition| seats_left(&edition)).map(|words| view! { <li>{words}</li> });
    let outline = course.outline.then(|| view! { <li>{t!("course-outline-short")}</li> });
    view! {
        <li class="card">
            {badge}
            {title}
            <p class="card__text">{course.summary}</p>
            <ul class="meta">
                <li>{t!("course-hours", hours = course.hours)}</li>
                <li>{format::languages(&course.languages)}</li>
                {dates}
                {seats}
                {outline}
            </ul>
        </li>
    }
}

/// Whether one may join, or why not yet or no more, by a sign and in words.
pub(super) fn availability(edition: &EditionCard) -> impl IntoView + use<> {
    if edition.can_join() {
        return badge("badge badge--open", t!("course-open"));
    }
    match edition.phase {
        Phase::Ended => badge("badge badge--ended", t!("phase-ended")),
        _ if edition.seats_left == Some(0) => badge("badge badge--ended", t!("course-full")),
        Phase::Upcoming => badge("badge badge--soon", t!("course-starts", date = format::date(edition.starts_on))),
        Phase::Running => badge("badge badge--soon", t!("phase-running")),
    }
}

fn badge(class: &'static str, words: String) -> impl IntoView + use<> {
    view! { <span class=class>{words}</span> }
}

/// How many may still join; nothing to say of an edition that nobody can join.
pub(super) fn seats_left(edition: &EditionCard) -> Option<String> {
    if !edition.can_join() {
        return None;
    }
    edition.seats_left.map(|left| t!("course-seats-left", count = left))
}
