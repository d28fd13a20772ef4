//! `/teach/{edition}/clone`: the same edition some weeks later; what it would be is shown before it is made.

use domain::edition::{CloneForm, ClonePreview};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::head::TeachHead;
use crate::form::{Checkbox, Doorway, FormState, TextField, refusal_notice};
use crate::load::load;
use crate::request::{param, query};
use crate::{format, t};

/// The form as it was sent: with the query of the page, or with the form that was refused.
fn asked() -> CloneForm {
    let state = use_context::<FormState>().filter(|state| state.doorway == "clone_edition");
    let given = |name: &str| state.as_ref().and_then(|state| state.value(name)).unwrap_or_else(|| query(name));
    CloneForm {
        edition: param("edition"),
        code: given("code"),
        weeks: given("weeks"),
        newest: Some(given("newest")).filter(|newest| !newest.is_empty()),
    }
}

#[component]
pub fn ClonePage() -> impl IntoView {
    load(api::preview_clone(asked()), |view| {
        view! {
            <Title text=t!("clone-title") />
            <div class="page page--wide">
                <TeachHead edition=view.edition.clone() current="settings" />
                {refusal_notice()}
                <h2>{t!("clone-title")}</h2>
                <p class="lede">{t!("clone-lede")}</p>
                <div class="page--form">{form(&view)}</div>
                {view.wrong.is_empty().then(|| preview(&view))}
            </div>
        }
    })
}

/// Asks by the page's own address: nothing is written.
fn form(view: &ClonePreview) -> AnyView {
    // What is wrong with the query stands beside its fields, as with any form.
    if !view.wrong.is_empty() && use_context::<FormState>().is_none() {
        let error = crate::error::AppError { code: domain::error::Code::Invalid, fields: view.wrong.clone() };
        provide_context(FormState { doorway: "clone_edition".to_owned(), values: Vec::new(), error });
    }
    provide_context(Doorway("clone_edition"));
    let newest = (view.newest > view.version).then(|| {
        let hint = if view.rule_misfits {
            t!("clone-newest-misfits")
        } else {
            t!("clone-newest-hint", was = view.version, number = view.newest)
        };
        view! { <Checkbox name="newest" checked=view.form.newest.is_some() hint=hint /> }
    });
    view! {
        <form method="get" class="form">
            <TextField name="code" value=view.form.code.clone() hint=t!("new-edition-code-hint") autocomplete="off" />
            <TextField name="weeks" kind="number" value=view.form.weeks.clone() hint=t!("clone-weeks-hint") />
            {newest}
            <button class="button button--quiet">{t!("clone-show")}</button>
        </form>
    }
    .into_any()
}

fn preview(view: &ClonePreview) -> impl IntoView + use<> {
    let zone = view.edition.zone.clone();
    let sessions = view
        .sessions
        .iter()
        .map(|one| {
            view! {
                <tr>
                    <th scope="row">{one.title.clone()}</th>
                    <td data-label=t!("clone-was")>{format::moment(one.was, &zone)}</td>
                    <td data-label=t!("clone-will-be")>{format::moment(one.will_be, &zone)}</td>
                </tr>
            }
        })
        .collect_view();
    let days = view! {
        <tr>
            <th scope="row">{t!("clone-days")}</th>
            <td data-label=t!("clone-was")>{format::dates(view.edition.starts_on, view.edition.ends_on)}</td>
            <td data-label=t!("clone-will-be")>{format::dates(view.starts_on, view.ends_on)}</td>
        </tr>
    };
    let team = if view.instructors.is_empty() { t!("edition-nobody") } else { view.instructors.join(", ") };
    let newest = view.form.newest.clone().map(|_| view! { <input type="hidden" name="newest" value="1" /> });
    view! {
        <section aria-labelledby="clone-preview" class="stack">
            <h2 id="clone-preview">{t!("clone-preview", code = &view.form.code)}</h2>
            <div class="table-wrap">
                <table class="table">
                    <caption>{t!("clone-caption")}</caption>
                    <thead><tr><th scope="col">{t!("clone-what")}</th><th scope="col">{t!("clone-was")}</th><th scope="col">{t!("clone-will-be")}</th></tr></thead>
                    <tbody>{days}{sessions}</tbody>
                </table>
            </div>
            <div class="split split--even">
                <section class="panel"><h3>{t!("clone-copied")}</h3><ul class="checklist"><li>{t!("clone-copied-settings")}</li><li>{t!("clone-copied-rule")}</li><li>{t!("clone-copied-team", names = team)}</li><li>{t!("clone-copied-sessions", count = u32::try_from(view.sessions.len()).unwrap_or_default())}</li></ul></section>
                <section class="panel"><h3>{t!("clone-left")}</h3><ul><li>{t!("clone-left-people")}</li><li>{t!("clone-left-work")}</li><li>{t!("clone-left-talk")}</li></ul></section>
            </div>
            <form method="post" action="?do=clone_edition">
                <input type="hidden" name="edition" value=view.edition.code.clone() />
                <input type="hidden" name="code" value=view.form.code.clone() />
                <input type="hidden" name="weeks" value=view.form.weeks.clone() />
                {newest}
                <p class="hint">{t!("clone-draft")}</p>
                <button class="button">{t!("clone-button")}</button>
            </form>
        </section>
    }
}
