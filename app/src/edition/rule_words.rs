//! A rule of completion read out: one nested list, from the same data in each language.

use domain::completion::RuleLine;
use leptos::prelude::*;

use crate::t;

/// "To complete it, all of these: …".
#[component]
pub fn RuleWords(rule: RuleLine) -> impl IntoView {
    let (words, under) = said(&rule);
    view! {
        <div class="rule">
            <p>{t!("rule-to-complete", what = words)}</p>
            {(!under.is_empty()).then(|| lines(under))}
        </div>
    }
}

fn lines(of: &[RuleLine]) -> AnyView {
    let items: Vec<_> = of
        .iter()
        .map(|line| {
            let (words, under) = said(line);
            view! { <li>{words}{(!under.is_empty()).then(|| lines(under))}</li> }
        })
        .collect();
    view! { <ul>{items}</ul> }.into_any()
}

/// The words of one line, and the lines under it.
fn said(line: &RuleLine) -> (String, &[RuleLine]) {
    let words = match line {
        RuleLine::Lessons { count } => t!("rule-lessons", count = *count),
        RuleLine::Checks { count } => t!("rule-checks", count = *count),
        RuleLine::FinalTest { pass } => t!("rule-final-test", pass = *pass),
        RuleLine::Survey => t!("rule-survey"),
        RuleLine::Recorded => t!("rule-recorded"),
        RuleLine::Quiz { title, pass } => t!("rule-quiz", title = title, pass = *pass),
        RuleLine::Assignment { title, pass } => t!("rule-assignment", title = title, pass = *pass),
        RuleLine::Attendance { least } => t!("rule-attendance", count = *least),
        RuleLine::FinalGrade { pass } => t!("rule-final-grade", pass = *pass),
        RuleLine::All { of } => return (t!("rule-all"), of),
        RuleLine::Some { least, of } => return (t!("rule-some", count = *least), of),
    };
    (words, &[])
}
