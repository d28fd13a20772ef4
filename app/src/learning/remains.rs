//! What the edition's rule still asks for, in plain words: the same for learner and instructor.

use domain::completion::{Remaining, RemainingView};
use leptos::prelude::*;

use crate::t;

/// Up to this many lessons are named one by one; more are counted.
const NAMED_LESSONS: usize = 3;

/// The list of what remains, or a sentence when nothing does.
#[component]
pub fn Remains(remaining: Vec<RemainingView>) -> impl IntoView {
    if remaining.is_empty() {
        return view! { <p>{t!("remains-nothing")}</p> }.into_any();
    }
    let lines = lines(&remaining).into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    view! { <ul>{lines}</ul> }.into_any()
}

fn lines(remaining: &[RemainingView]) -> Vec<String> {
    let lessons = remaining.iter().filter(|one| matches!(one.remaining, Remaining::Lesson { .. })).count();
    let counted = lessons > NAMED_LESSONS;
    let total = counted.then(|| t!("remains-lessons", count = u32::try_from(lessons).unwrap_or(u32::MAX)));
    let single =
        remaining.iter().filter(|one| !(counted && matches!(one.remaining, Remaining::Lesson { .. }))).map(line);
    total.into_iter().chain(single).collect()
}

fn line(one: &RemainingView) -> String {
    match &one.remaining {
        Remaining::Lesson { key } => t!("remains-lesson", title = title(one, key)),
        Remaining::Quiz { key, best: Some(best), pass, .. } => {
            t!("remains-quiz-tried", title = title(one, key), pass = *pass, best = *best)
        }
        Remaining::Quiz { key, best: None, pass, .. } => t!("remains-quiz", title = title(one, key), pass = *pass),
        _ => t!("remains-recorded"),
    }
}

fn title<'a>(one: &'a RemainingView, key: &str) -> &'a str {
    one.titles.get(key).map_or("", String::as_str)
}
