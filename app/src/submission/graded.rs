//! The grade that stands, every grade before it, and what somebody else saved meanwhile.

use domain::error::Code;
use domain::submission::{GradeChange, GradeView, SubmissionState, SubmissionView};
use leptos::prelude::*;

use super::grade_words;
use super::handed_in::Feedback;
use super::rubric::Rubric;
use crate::form::FormState;
use crate::learning::Moment;
use crate::t;

/// The grade that stands, who gave it and when.
pub(super) fn standing(view: &GradeView) -> Option<impl IntoView + use<>> {
    let one = &view.submission;
    let grade = one.grade.filter(|_| one.state == SubmissionState::Graded)?;
    let reached = grade.reaches(view.pass);
    let by = view.graded_by.clone().map(|name| t!("grading-by", name = name));
    let at = one.graded_at.map(|at| view! { <Moment at=at zone=view.edition.zone.clone() /> });
    let class = if reached { "notice notice--success" } else { "notice notice--warning" };
    let words = if reached { t!("grading-passed") } else { t!("grading-not-passed", pass = view.pass) };
    Some(view! { <div class=class><p><strong>{grade_words(grade)}</strong>". "{words}" "{by}" "{at}</p></div> })
}

/// Every grade that was given, once there is more than one.
pub(super) fn history(view: &GradeView) -> Option<impl IntoView + use<>> {
    let rows: Vec<_> = view.history.iter().map(|change| history_row(&view.edition.zone, change.clone())).collect();
    (rows.len() > 1).then(|| {
        view! {
            <details class="panel history">
                <summary>{t!("grading-history", count = u32::try_from(rows.len()).unwrap_or(u32::MAX))}</summary>
                <div class="table-wrap">
                    <table class="table">
                        <caption class="visually-hidden">{t!("grading-history-caption")}</caption>
                        <thead><tr>
                            <th scope="col">{t!("grading-history-when")}</th>
                            <th scope="col">{t!("grading-history-who")}</th>
                            <th scope="col">{t!("grading-history-from")}</th>
                            <th scope="col">{t!("grading-history-to")}</th>
                            <th scope="col">{t!("field-reason")}</th>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        }
    })
}

fn history_row(zone: &str, change: GradeChange) -> impl IntoView + use<> {
    let from = change.from.map_or_else(|| t!("grading-history-first"), grade_words);
    let by = change.by.unwrap_or_else(|| "–".to_owned());
    let reason = if change.reason.is_empty() { "–".to_owned() } else { change.reason };
    view! {
        <tr>
            <th scope="row"><Moment at=change.at zone=zone.to_owned() /></th>
            <td data-label=t!("grading-history-who")>{by}</td>
            <td data-label=t!("grading-history-from")>{from}</td>
            <td data-label=t!("grading-history-to")>{grade_words(change.to)}</td>
            <td data-label=t!("field-reason")>{reason}</td>
        </tr>
    }
}

/// Somebody else graded it while this form was open: their grade beside one's own, which is still in the form.
pub(super) fn changed(view: &GradeView) -> Option<impl IntoView + use<>> {
    use_context::<FormState>().filter(|state| state.error.code == Code::ChangedMeanwhile)?;
    Some(view! {
        <section class="panel" aria-labelledby="meanwhile">
            <h2 id="meanwhile">{t!("grading-meanwhile")}</h2>
            <p>{t!("grading-meanwhile-hint")}</p>
            {judged(view, &view.submission)}
        </section>
    })
}

pub(super) fn judged(view: &GradeView, one: &SubmissionView) -> impl IntoView + use<> {
    let comment = (!one.comment.is_empty()).then(|| view! { <p class="typed">{one.comment.clone()}</p> });
    view! {
        {comment}
        <Feedback submission=one.clone() edition=view.edition.code.clone() key=view.key.clone() />
        <Rubric rubric=view.rubric.clone() judgement=Some(one.judgement.clone()) caption=t!("submission-by-criterion") />
    }
}
