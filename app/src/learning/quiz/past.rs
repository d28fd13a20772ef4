//! Attempts that were handed in, each with the way to its answers.

use domain::learning::ActivityView;
use domain::quiz::QuizView;
use leptos::prelude::*;

use crate::learning::outline::activity_href;
use crate::learning::when::Moment;
use crate::list::address;
use crate::t;

/// A row an attempt, the newest first; nothing where there is only the one that is shown. The script reads here which attempts are
/// over, and forgets what it kept of them.
pub(super) fn past(view: &ActivityView, quiz: &QuizView) -> AnyView {
    let ids: Vec<String> = quiz.past.iter().map(|attempt| attempt.id.to_string()).collect();
    let shown = quiz.attempt.as_ref().map(|attempt| attempt.number);
    if quiz.past.iter().all(|attempt| Some(attempt.number) == shown) {
        return view! { <div hidden data-closed=ids.join(" ")></div> }.into_any();
    }
    let here = activity_href(&view.outline.edition.code, &view.key);
    let rows = quiz
        .past
        .iter()
        .rev()
        .map(|attempt| {
            let number = attempt.number.to_string();
            let href = address(&here, &[("attempt", &number)]);
            let current = (Some(attempt.number) == shown).then_some("page");
            let late = attempt.timed_out.then(|| view! { " · "{t!("quiz-past-timed-out")} });
            view! {
                <tr>
                    <th scope="row"><a href=href aria-current=current>{t!("quiz-past-number", number = attempt.number)}</a></th>
                    <td data-label=t!("quiz-past-at")><span><Moment at=attempt.at zone=view.outline.edition.zone.clone() />{late}</span></td>
                    <td class="num" data-label=t!("quiz-score-label")>{attempt.score.percent()}" %"</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <details class="past" data-closed=ids.join(" ")>
            <summary>{t!("quiz-past", count = u32::try_from(quiz.past.len()).unwrap_or(u32::MAX))}</summary>
            <div class="table-wrap">
                <table class="table">
                    <caption class="visually-hidden">{t!("quiz-past-caption")}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t!("quiz-past-attempt")}</th>
                            <th scope="col">{t!("quiz-past-at")}</th>
                            <th scope="col" class="num">{t!("quiz-score-label")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}
