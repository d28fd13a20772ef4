//! `/admin/codes`: the kinds of personnel that people may declare, and what was declared with each.

use domain::code_list::CodeRow;
use domain::person::InstitutionType;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::form::{Form, FormState, Select, TextField, worded};
use crate::layout::StaffTabs;
use crate::load::load;
use crate::request::{query, to};
use crate::{format, t};

#[component]
pub fn CodesPage() -> impl IntoView {
    let saved = query("saved");
    let saved = (!saved.is_empty()).then(
        || view! { <div class="notice notice--success" role="status"><p>{t!("codes-saved", code = saved)}</p></div> },
    );
    let chosen = query("code");
    load(api::codes(), move |rows| {
        let typed = use_context::<FormState>().filter(|state| state.doorway == "save_code");
        let known = typed.as_ref().and_then(|state| state.value("known")).unwrap_or_else(|| chosen.clone());
        let editing = rows.iter().find(|row| row.code == known).cloned();
        let next = rows.iter().map(|row| row.position).max().unwrap_or(0) + 1;
        let lines = rows.into_iter().map(line).collect_view();
        view! {
            <Title text=t!("codes-title") />
            <div class="page page--wide">
                <StaffTabs here="codes" />
                {saved}
                <h1>{t!("codes-title")}</h1>
                <p class="lede">{t!("codes-lede")}</p>
                {form(editing, next)}
                <div class="table-wrap">
                    <table class="table">
                        <caption class="visually-hidden">{t!("codes-title")}</caption>
                        <thead><tr><th scope="col">{t!("field-code")}</th><th scope="col">{t!("field-name-es")}</th><th scope="col">{t!("field-name-en")}</th><th scope="col">{t!("axis-institution-type")}</th><th scope="col" class="num">{t!("indicator-participations")}</th><th scope="col"><span class="visually-hidden">{t!("imports-act")}</span></th></tr></thead>
                        <tbody>{lines}</tbody>
                    </table>
                </div>
            </div>
        }
    })
}

fn form(editing: Option<CodeRow>, next: i32) -> impl IntoView {
    let title = editing.as_ref().map_or_else(|| t!("codes-new"), |row| t!("codes-change", code = &row.code));
    let (code, known) = editing.as_ref().map(|row| (row.code.clone(), row.code.clone())).unwrap_or_default();
    let kind = editing.as_ref().and_then(|row| row.institution_type).map(|kind| kind.to_string()).unwrap_or_default();
    let place = editing.as_ref().map_or(next, |row| row.position);
    let (es, en) = editing.as_ref().map(|row| (row.name_es.clone(), row.name_en.clone())).unwrap_or_default();
    let new = editing.is_none();
    view! {
        <section class="panel stack" aria-labelledby="edit">
            <h2 id="edit">{title}</h2>
            <Form doorway="save_code">
                <input type="hidden" name="known" value=known />
                {if new {
                    view! { <TextField name="code" hint=t!("codes-code-hint") autocomplete="off" /> }.into_any()
                } else {
                    view! { <input type="hidden" name="code" value=code /> }.into_any()
                }}
                <TextField name="name_es" value=es />
                <TextField name="name_en" value=en />
                <Select name="institution_type" options=worded("institution-type", InstitutionType::ALL) value=kind />
                <TextField name="position" kind="number" value=place.to_string() />
                <button class="button">{t!("codes-save")}</button>
            </Form>
        </section>
    }
}

fn line(row: CodeRow) -> impl IntoView {
    let kind = row.institution_type.map_or_else(|| t!("no-data"), |kind| t!(&format!("institution-type-{kind}")));
    let (button, to_state) = if row.retired { ("codes-restore", "") } else { ("codes-retire", "1") };
    let retired = row.retired.then(|| view! { " "<span class="badge">{t!("codes-retired")}</span> });
    let edit = format!("{}?code={}#edit", to("admin/codes"), row.code);
    view! {
        <tr>
            <th scope="row"><span><code>{row.code.clone()}</code>{retired}</span></th>
            <td data-label=t!("field-name-es")>{row.name_es}</td>
            <td data-label=t!("field-name-en")>{row.name_en}</td>
            <td data-label=t!("axis-institution-type")>{kind}</td>
            <td class="num" data-label=t!("indicator-participations")>{format::number(row.used)}</td>
            <td>
                <div class="cluster">
                    <a href=edit>{t!("codes-edit")}<span class="visually-hidden">" "{row.code.clone()}</span></a>
                    <Form doorway="retire_code">
                        <input type="hidden" name="code" value=row.code.clone() />
                        <input type="hidden" name="retired" value=to_state />
                        <button class="link-button">{t!(button)}<span class="visually-hidden">" "{row.code}</span></button>
                    </Form>
                </div>
            </td>
        </tr>
    }
}
