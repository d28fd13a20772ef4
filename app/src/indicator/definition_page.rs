//! `/staff/indicators/new` and `/staff/indicators/{code}/edit`: what an indicator counts, and what a change would do to it.

use domain::error::Code;
use domain::indicator::{DefinitionForm, DefinitionView, Effect};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::definition_fields::{BaselineFields, MoreFields, ScopeFields, TargetFields, WhatFields};
use super::definition_history::DefinitionHistory;
use super::window::window_words;
use crate::error::AppError;
use crate::form::{Form, FormState, Part, TextField};
use crate::load::load;
use crate::request::{param, to};
use crate::{format, t};

/// The form that was sent, where it only waits to be looked at.
fn looked_at() -> Option<DefinitionForm> {
    let state = use_context::<FormState>().filter(|state| state.doorway == "save_definition")?;
    let again = matches!(state.error.code, Code::Preview | Code::ChangedMeanwhile);
    let pairs: Vec<(String, String)> = state.values;
    again.then(|| {
        let text = |name: &str| {
            pairs.iter().find(|(field, _)| field == name).map(|(_, value)| value.clone()).unwrap_or_default()
        };
        let list = |name: &str| {
            pairs
                .iter()
                .filter(|(field, _)| field.split('[').next() == Some(name))
                .map(|(_, value)| value.clone())
                .collect::<Vec<String>>()
        };
        let mut form = serde_json::Map::new();
        for (field, value) in serde_json::to_value(DefinitionForm::default())
            .ok()
            .and_then(|value| value.as_object().cloned())
            .unwrap_or_default()
        {
            let typed = if value.is_array() { list(&field).into() } else { text(&field).into() };
            form.insert(field, typed);
        }
        serde_json::from_value(form.into()).unwrap_or_default()
    })
}

type Shown = (DefinitionView, Option<Effect>);

async fn shown(code: String, looked: Option<DefinitionForm>) -> Result<Shown, AppError> {
    let view = api::definition(code).await?;
    let effect = match looked {
        Some(form) => Some(api::definition_effect(form).await?),
        None => None,
    };
    Ok((view, effect))
}

#[component]
pub fn DefinitionPage() -> impl IntoView {
    let code = param("code");
    load(shown(code.clone(), looked_at()), move |(view, effect)| {
        let new = code.is_empty();
        let title = if new { t!("definition-new-title") } else { t!("definition-title", code = &code) };
        let back = if new { to("staff/indicators") } else { to(&format!("staff/indicators/{code}")) };
        let crumb = (!new).then(|| view! { <li><a href=back>{code.clone()}</a></li> });
        let history = view.history.clone();
        let retired = view.retired;
        view! {
            <Title text=title.clone() />
            <div class="page page--form">
                <nav class="breadcrumb" aria-label=t!("indicator-breadcrumb")>
                    <ol><li><a href=to("staff/indicators")>{t!("indicators-title")}</a></li>{crumb}</ol>
                </nav>
                <h1>{title}</h1>
                <p class="lede">{t!("definition-lede")}</p>
                {form(view, effect, new)}
                {(!new).then(|| view! { <DefinitionHistory code=code.clone() history=history retired=retired /> })}
            </div>
        }
    })
}

fn form(view: DefinitionView, effect: Option<Effect>, new: bool) -> AnyView {
    let sheet = view.form.clone();
    let token = effect.as_ref().map(|effect| effect.token.clone());
    let save = token
        .map(|token| view! { <button class="button" name="previewed" value=token>{t!("definition-save")}</button> });
    let look = if save.is_some() { "button button--quiet" } else { "button" };
    let version = sheet.version.clone();
    view! {
        <Form doorway="save_definition">
            <input type="hidden" name="version" value=version />
            <WhatFields sheet=sheet.clone() new=new />
            <ScopeFields view=view />
            <TargetFields sheet=sheet.clone() />
            <BaselineFields sheet=sheet.clone() />
            <MoreFields sheet=sheet />
            <Part title="definition-why"><TextField name="reason" rows=2 hint=t!("definition-reason-hint") /></Part>
            {effect.map(effect_panel)}
            <p class="cluster">{save}<button class=look name="previewed" value="">{t!("definition-look")}</button></p>
        </Form>
    }
    .into_any()
}

/// What the change does, in words and in numbers.
fn effect_panel(effect: Effect) -> impl IntoView {
    let sentences = effect.definition.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view();
    let number = |value: Option<u32>| value.map_or_else(|| t!("no-data"), format::number);
    let rows = effect
        .rows
        .into_iter()
        .map(|row| {
            view! {
                <tr>
                    <th scope="row">{window_words(&row.window)}</th>
                    <td class="num" data-label=t!("definition-before")>{number(row.before)}</td>
                    <td class="num" data-label=t!("definition-after")>{number(row.after)}</td>
                </tr>
            }
        })
        .collect_view();
    let moved = (effect.joined + effect.left > 0).then(|| {
        view! { <p>{t!("definition-moved", joined = format::number(effect.joined), left = format::number(effect.left))}</p> }
    });
    view! {
        <section class="panel stack" aria-labelledby="effect">
            <h2 id="effect">{t!("definition-effect")}</h2>
            <ul class="checklist">{sentences}</ul>
            <div class="table-wrap">
                <table class="table">
                    <caption>{t!("definition-effect-caption")}</caption>
                    <thead><tr><th scope="col">{t!("indicator-year")}</th><th scope="col" class="num">{t!("definition-before")}</th><th scope="col" class="num">{t!("definition-after")}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {moved}
            <p class="hint">{t!("definition-closed-stay")}</p>
        </section>
    }
}
