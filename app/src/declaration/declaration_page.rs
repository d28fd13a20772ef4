//! `/staff/participations/{participation}`: the end of the way from a figure: what is counted of one participation, by which
//! events, and the form that corrects what was declared for it.

use chrono::{DateTime, Utc};
use domain::declaration::DeclarationView;
use domain::person::ERASED_NAME;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::form::{Checkbox, Choices, Form, FormState, Select, TextField, or_none, refusal_notice};
use crate::layout::StaffTabs;
use crate::list::Day;
use crate::load::load;
use crate::person::{country_options, sex_options, with_none};
use crate::request::{param, query, to};
use crate::t;

#[component]
pub fn DeclarationPage() -> impl IntoView {
    let corrected = (query("corrected") == "1").then(
        || view! { <div class="notice notice--success" role="status"><p>{t!("declaration-corrected")}</p></div> },
    );
    let erased = (query("erased") == "1")
        .then(|| view! { <div class="notice notice--success" role="status"><p>{t!("declaration-erased")}</p></div> });
    // A refusal without fields belongs to no form's field.
    let refused = use_context::<FormState>().is_some_and(|state| state.error.fields.is_empty()).then(refusal_notice);
    load(api::declaration(param("participation")), move |view| {
        let title = t!("declaration-title", person = &view.pseudonym);
        let sees = view.name.is_some();
        let gone = view.name.as_deref() == Some(ERASED_NAME);
        let name = if gone { Some(t!("declaration-nameless")) } else { view.name.clone() };
        let everywhere = view.everywhere;
        let erase = (everywhere && !gone).then(|| view! { <Erase participation=view.participation.clone() /> });
        let progress = to(&format!("teach/{}/people/{}", view.edition_code, view.participation));
        view! {
            <Title text=title.clone() />
            <div class="page page--wide">
                <StaffTabs here="indicators" />
                {corrected}
                {erased}
                {refused}
                <h1>{title}</h1>
                <p class="lede">{name.map(|name| format!("{name} · "))}{view.edition_title.clone()}</p>
                {moments(&view)}
                {acts(&view)}
                {everywhere.then(|| view! { <p><a href=progress>{t!("declaration-progress")}</a></p> })}
                {sees.then(|| form(view))}
                {erase}
            </div>
        }
    })
}

fn moments(view: &DeclarationView) -> impl IntoView + use<> {
    let line = |key: &str, moment: Option<(DateTime<Utc>, Option<DateTime<Utc>>)>| {
        let words = match moment {
            Some((at, recorded)) => {
                let recorded = recorded.map(|at| view! { " · "{t!("declaration-recorded")}" "<Day at=at /> });
                view! { <Day at=at />{recorded} }.into_any()
            }
            None => t!("no-data").into_any(),
        };
        view! { <div><dt>{t!(key)}</dt><dd>{words}</dd></div> }
    };
    view! {
        <section aria-labelledby="moments">
            <h2 id="moments">{t!("declaration-moments")}</h2>
            <dl class="pairs pairs--rows">
                {line("declaration-first", view.first_activity)}
                {line("declaration-completed", view.completion)}
                <div><dt>{t!("declaration-rule")}</dt><dd><code class="wrap-anywhere">{view.rule.clone()}</code></dd></div>
            </dl>
        </section>
    }
}

fn acts(view: &DeclarationView) -> AnyView {
    if view.acts.is_empty() {
        return view! { <p>{t!("declaration-no-acts")}</p> }.into_any();
    }
    let rows = view
        .acts
        .iter()
        .map(|act| view! { <tr><th scope="row">{act.title.clone()}</th><td data-label=t!("audit-when")><Day at=act.at /></td></tr> })
        .collect_view();
    view! {
        <details>
            <summary>{t!("declaration-acts", count = u32::try_from(view.acts.len()).unwrap_or(0))}</summary>
            <div class="table-wrap"><table class="table">
                <caption class="visually-hidden">{t!("declaration-moments")}</caption>
                <thead><tr><th scope="col">{t!("declaration-act")}</th><th scope="col">{t!("audit-when")}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table></div>
        </details>
    }
    .into_any()
}

fn form(view: DeclarationView) -> impl IntoView {
    let declared = view.declared;
    let erasing = use_context::<FormState>().is_some_and(|state| state.doorway == "erase_person");
    let sex = declared.sex.map(|sex| sex.to_string()).unwrap_or_default();
    view! {
        <section class="panel stack" aria-labelledby="correct">
            <h2 id="correct">{t!("declaration-correct")}</h2>
            <p class="hint">{t!("declaration-correct-hint")}</p>
            <Form doorway="correct_declaration">
                <input type="hidden" name="participation" value=view.participation />
                <Choices name="sex" options=with_none(sex_options()) chosen=vec![sex] optional=true />
                <Select name="country" options=or_none(t!("members-not-recorded"), country_options()) value=declared.country.unwrap_or_default() optional=true />
                <Select name="personnel_kind" options=or_none(t!("members-not-recorded"), view.kinds) value=declared.personnel_kind.unwrap_or_default() optional=true />
                <ReasonField shown=!erasing />
                <button class="button">{t!("declaration-save")}</button>
            </Form>
        </section>
    }
}

/// The form that removes the person's identity, folded away until it is asked for.
#[component]
fn Erase(participation: String) -> impl IntoView {
    let typed = use_context::<FormState>().is_some_and(|state| state.doorway == "erase_person");
    view! {
        <details class="stack" open=typed>
            <summary>{t!("declaration-erase")}</summary>
            <p>{t!("declaration-erase-what")}</p>
            <Form doorway="erase_person">
                <input type="hidden" name="participation" value=participation />
                <ReasonField shown=typed />
                <Checkbox name="sure" />
                <button class="button button--quiet">{t!("declaration-erase")}</button>
            </Form>
        </details>
    }
}

/// The reason of one of the page's two forms. Each id is used once: what is typed and wrong belongs to the form that was refused,
/// else to the correction.
#[component]
fn ReasonField(shown: bool) -> impl IntoView {
    if shown {
        view! { <TextField name="reason" rows=2 /> }.into_any()
    } else {
        view! { <div class="field">
            <label for="reason-2">{t!("field-reason")}</label>
            <textarea class="input" id="reason-2" name="reason" rows="2"></textarea>
        </div> }
        .into_any()
    }
}
