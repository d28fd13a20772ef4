//! The rubric as radio buttons, with a comment each and one about the whole.

use domain::submission::{CriterionView, GradeView, Judged};
use leptos::prelude::*;

use crate::form::{Doorway, area_text, error_of, form_state, summary_of};
use crate::t;

#[component]
pub(super) fn GradeForm(view: GradeView) -> impl IntoView {
    provide_context(Doorway("grade_submission"));
    let titles: Vec<(String, String)> =
        view.rubric.iter().map(|criterion| (criterion.key.clone(), criterion.title.clone())).collect();
    let summary = summary_of(|field| label(field, &titles));
    let one = &view.submission;
    let graded = one.graded_at.is_some();
    let fields: Vec<_> = view
        .rubric
        .iter()
        .map(|criterion| judge(criterion.clone(), one.judgement.get(&criterion.key).filter(|_| graded)))
        .collect();
    let comment = form_state().and_then(|state| state.value("comment")).unwrap_or_else(|| one.comment.clone());
    let error = error_of("comment");
    let wrong = error.is_some();
    let next = view.next.is_some().then(|| {
        view! { <button class="button" name="then" value="next">{t!("grading-save-next", count = view.waiting)}</button> }
    });
    let class = if view.next.is_some() { "button button--quiet" } else { "button" };
    view! {
        <section>
            <h2>{t!("submission-rubric")}</h2>
            <p class="hint">{t!("grading-hint", pass = view.pass, most = view.most)}</p>
            <form method="post" action="?do=grade_submission" class="form" novalidate>
                {summary}
                <input type="hidden" name="edition" value=view.edition.code.clone() />
                <input type="hidden" name="submission" value=one.id.to_string() />
                <input type="hidden" name="revision" value=one.revision.to_string() />
                {fields}
                <div class="field" class:field--error=wrong>
                    <label for="comment">{t!("submission-comment-whole")}<span class="optional">" ("{t!("optional")}")"</span></label>
                    {error}
                    <textarea class="input" id="comment" name="comment" rows="5" aria-invalid=wrong.then_some("true")>{area_text(&comment)}</textarea>
                </div>
                <div class="draft__acts">{next}<button class=class name="then" value="stay">{t!("grading-save")}</button></div>
                <p class="hint">{t!("grading-save-hint")}</p>
            </form>
        </section>
    }
}

fn label(field: &str, titles: &[(String, String)]) -> (String, String) {
    let key = field.split_once('-').map_or("", |(_, key)| key);
    let title = titles.iter().find(|(known, _)| known == key).map(|(_, title)| title.clone());
    (field.to_owned(), title.unwrap_or_else(|| t!("submission-comment-whole")))
}

/// One criterion: its levels, lowest first, and what the grader says about it.
fn judge(criterion: CriterionView, stored: Option<&Judged>) -> impl IntoView + use<> {
    let (field, name) = (format!("points-{}", criterion.key), format!("points[{}]", criterion.key));
    let said = format!("comments[{}]", criterion.key);
    let (said_id, state) = (format!("comments-{}", criterion.key), form_state());
    let error = error_of(&field);
    let said_error = error_of(&said_id);
    let (wrong, said_wrong) = (error.is_some(), said_error.is_some());
    let described = wrong.then(|| format!("{field}-error"));
    let typed = state.as_ref().and_then(|state| state.value(&said));
    let comment = typed.unwrap_or_else(|| stored.map(|judged| judged.comment.clone()).unwrap_or_default());
    let levels: Vec<_> = criterion
        .levels
        .into_iter()
        .enumerate()
        .map(|(place, level)| {
            let value = level.points.to_string();
            let checked = match &state {
                Some(state) => state.has(&name, &value),
                None => stored.is_some_and(|judged| judged.points == level.points),
            };
            // The first carries the field's id, where the error summary leads.
            let id = if place == 0 { field.clone() } else { format!("{field}-{place}") };
            view! {
                <label class="choice level">
                    <input type="radio" id=id name=name.clone() value=value checked=checked />
                    <span><strong class="level__points">{t!("submission-n-points", count = level.points)}</strong>" "{level.text}</span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="choices criterion" class:field--error=wrong aria-describedby=described>
            <legend>{criterion.title}</legend>
            {error}
            {levels}
            <div class="field" class:field--error=said_wrong>
                <label for=said_id.clone()>{t!("submission-comment")}<span class="optional">" ("{t!("optional")}")"</span></label>
                {said_error}
                <textarea class="input input--low" id=said_id name=said rows="2">{area_text(&comment)}</textarea>
            </div>
        </fieldset>
    }
}
