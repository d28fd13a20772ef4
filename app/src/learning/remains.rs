//! What the edition's rule still asks for, in plain words: the same for learner and instructor.

use domain::completion::{Remaining, RemainingView};
use leptos::prelude::*;

use super::outline::activity_href;
use crate::t;

/// Up to this many lessons are named one by one; more are counted.
const NAMED_LESSONS: usize = 3;

/// The list of what remains, or a sentence when nothing does.
#[component]
pub fn Remains(
    remaining: Vec<RemainingView>,
    /// The learner's edition: its activities are linked then. An instructor is not in it.
    #[prop(optional, into)]
    edition: Option<String>,
) -> impl IntoView {
    if remaining.is_empty() {
        return view! { <p>{t!("remains-nothing")}</p> }.into_any();
    }
    list(lines(&remaining, edition.as_deref()))
}

/// A line, where it leads, and for a choice what can be chosen.
struct Line {
    words: String,
    href: Option<String>,
    under: Vec<Line>,
}

impl From<String> for Line {
    fn from(words: String) -> Self {
        Self { words, href: None, under: Vec::new() }
    }
}

fn list(lines: Vec<Line>) -> AnyView {
    let items: Vec<_> = lines
        .into_iter()
        .map(|line| {
            let words = match line.href {
                Some(href) => view! { <a href=href>{line.words}</a> }.into_any(),
                None => line.words.into_any(),
            };
            let under = (!line.under.is_empty()).then(|| list(line.under));
            view! { <li>{words}{under}</li> }
        })
        .collect();
    view! { <ul>{items}</ul> }.into_any()
}

fn lines(remaining: &[RemainingView], edition: Option<&str>) -> Vec<Line> {
    let lesson = |one: &&RemainingView| matches!(one.remaining, Remaining::Lesson { .. });
    let lessons = remaining.iter().filter(lesson).count();
    let counted = lessons > NAMED_LESSONS;
    let total = counted.then(|| counted_lessons(lessons).into());
    let single = remaining.iter().filter(|one| !(counted && lesson(one))).map(|one| line(&one.remaining, one, edition));
    total.into_iter().chain(single).collect()
}

fn counted_lessons(count: usize) -> String {
    t!("remains-lessons", count = u32::try_from(count).unwrap_or(u32::MAX))
}

fn line(remaining: &Remaining, view: &RemainingView, edition: Option<&str>) -> Line {
    let href = remaining.key().zip(edition).map(|(key, edition)| activity_href(edition, key));
    Line { words: words(remaining, view), href, under: choices(remaining, view, edition) }
}

/// Each way to meet a choice: a line of its own, or one for all its parts.
fn choices(remaining: &Remaining, view: &RemainingView, edition: Option<&str>) -> Vec<Line> {
    let Remaining::Choice { of, .. } = remaining else { return Vec::new() };
    of.iter()
        .map(|way| match way.as_slice() {
            [only] => line(only, view, edition),
            several => {
                let lessons = several.iter().filter(|one| matches!(one, Remaining::Lesson { .. })).count();
                if lessons == several.len() && lessons > NAMED_LESSONS {
                    return counted_lessons(lessons).into();
                }
                let under = several.iter().map(|one| line(one, view, edition)).collect();
                Line { words: t!("remains-all-of"), href: None, under }
            }
        })
        .collect()
}

fn words(remaining: &Remaining, view: &RemainingView) -> String {
    let title = |key: &str| view.titles.get(key).map_or("", String::as_str);
    let module = |key: &str| view.modules.get(key).copied().unwrap_or(1);
    match remaining {
        Remaining::Lesson { key } => t!("remains-lesson", title = title(key)),
        Remaining::Quiz { key, best, pass, attempts_left } => {
            let what = match best {
                Some(best) => {
                    t!("remains-quiz-tried", module = module(key), title = title(key), pass = *pass, best = *best)
                }
                None => t!("remains-quiz", module = module(key), title = title(key), pass = *pass),
            };
            match attempts_left {
                Some(left) => t!("remains-with", what = what, attempts = t!("remains-attempts", count = *left)),
                None => what,
            }
        }
        Remaining::Assignment { key, grade, pass, waiting } => match (grade, waiting) {
            (None, false) => t!("remains-assignment", title = title(key), pass = *pass),
            (None, true) => t!("remains-assignment-waiting", title = title(key), pass = *pass),
            (Some(grade), false) => t!("remains-assignment-under", title = title(key), pass = *pass, grade = *grade),
            (Some(grade), true) => {
                t!("remains-assignment-again", title = title(key), pass = *pass, grade = *grade)
            }
        },
        Remaining::Survey { key } => t!("remains-survey", title = title(key)),
        Remaining::Attendance { attended, least } => t!("remains-attendance", attended = *attended, least = *least),
        Remaining::FinalGrade { grade, pass } => t!("remains-final-grade", grade = *grade, pass = *pass),
        Remaining::Choice { more, .. } => t!("remains-choice", count = *more),
        Remaining::ToBeRecorded => t!("remains-recorded"),
    }
}
