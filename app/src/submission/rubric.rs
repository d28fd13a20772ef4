//! A rubric: beforehand as what will be judged, afterwards with the levels that were reached.

use domain::submission::{CriterionView, Judged, Judgement};
use leptos::prelude::*;

use crate::t;

/// One group of rows a criterion; on a phone each is a card. With a judgement, its level is marked and its comment follows.
#[component]
pub(super) fn Rubric(
    rubric: Vec<CriterionView>,
    #[prop(optional_no_strip)] judgement: Option<Judgement>,
    /// Under which the table is announced.
    caption: String,
) -> impl IntoView {
    let groups = rubric
        .into_iter()
        .map(|criterion| {
            let judged = judgement.as_ref().and_then(|all| all.get(&criterion.key)).cloned();
            group(criterion, judged)
        })
        .collect_view();
    view! {
        <table class="rubric">
            <caption class="visually-hidden">{caption}</caption>
            <thead class="visually-hidden"><tr><th scope="col">{t!("submission-points")}</th><th scope="col">{t!("submission-level")}</th></tr></thead>
            {groups}
        </table>
    }
}

fn group(criterion: CriterionView, judged: Option<Judged>) -> impl IntoView {
    let most = t!("submission-up-to", count = criterion.most);
    let rows = criterion
        .levels
        .into_iter()
        .map(|level| {
            let reached = judged.as_ref().is_some_and(|judged| judged.points == level.points);
            let mark = reached.then(|| view! { <strong class="rubric__mark">{t!("submission-reached")}</strong> });
            view! {
                <tr class:is-reached=reached>
                    <td class="num">{level.points}</td>
                    <td>{level.text}{mark}</td>
                </tr>
            }
        })
        .collect_view();
    let comment = judged.map(|judged| judged.comment).filter(|comment| !comment.is_empty()).map(|comment| {
        view! { <tr class="rubric__comment"><td colspan="2"><span class="hint">{t!("submission-comment")}</span><p class="typed">{comment}</p></td></tr> }
    });
    view! {
        <tbody>
            <tr><th scope="rowgroup" colspan="2">{criterion.title}" "<span class="meta">{most}</span></th></tr>
            {rows}
            {comment}
        </tbody>
    }
}
