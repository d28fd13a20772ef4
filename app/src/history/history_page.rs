//! `/staff/history`: numbers without names from before the platform, each with its document and page.

use domain::edition::Modality;
use domain::history::{HistoryView, Qualifier};
use domain::indicator::Unit;
use domain::language::Language;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::rows::PastTable;
use crate::form::{Form, FormState, Options, Select, TextField, or_none, refusal_notice, worded};
use crate::layout::StaffTabs;
use crate::list::{Pager, SearchForm, page_number};
use crate::load::load;
use crate::request::{query, to};
use crate::t;

#[component]
pub fn HistoryPage() -> impl IntoView {
    let search = query("search");
    let done = query("done");
    let done = matches!(done.as_str(), "added" | "withdrawn" | "restored" | "replaced" | "imported").then(|| {
        let count = query("added").parse::<u32>().unwrap_or(0);
        view! { <div class="notice notice--success" role="status"><p>{t!(&format!("history-done-{done}"), count = count)}</p></div> }
    });
    let refused =
        use_context::<FormState>().is_some_and(|state| state.doorway != "add_past_figure").then(refusal_notice);
    load(api::past_figures(search.clone(), page_number()), move |view| {
        let table = table(&view, &search);
        view! {
            <Title text=t!("history-title") />
            <div class="page page--wide">
                <StaffTabs here="history" />
                {done}
                {refused}
                <h1>{t!("history-title")}</h1>
                <p class="lede">{t!("history-lede")}</p>
                <p><a class="button button--quiet" href=to("staff/history/import")>{t!("history-import")}</a></p>
                {table}
                {form(view)}
            </div>
        }
    })
}

fn table(view: &HistoryView, search: &str) -> AnyView {
    if view.page.rows.is_empty() && search.is_empty() {
        return view! { <div class="empty"><h2>{t!("history-empty-title")}</h2><p>{t!("history-empty")}</p></div> }
            .into_any();
    }
    let (number, pages) = (view.page.number, view.page.pages());
    let search = search.to_owned();
    view! {
        <div class="filters">
            <SearchForm label=t!("history-search") value=search.clone() />
        </div>
        <PastTable rows=view.page.rows.clone() courses=view.courses.clone() />
        <Pager number=number pages=pages path=to("staff/history") query=vec![("search", search)] />
    }
    .into_any()
}

fn form(view: HistoryView) -> AnyView {
    let typed = use_context::<FormState>().is_some_and(|state| state.doorway == "add_past_figure");
    let languages: Options =
        Language::ALL.iter().map(|language| (language.to_string(), language.own_name().to_owned())).collect();
    view! {
        <details class="panel" open=typed>
            <summary>{t!("history-new")}</summary>
            <Form doorway="add_past_figure">
                <TextField name="title" hint=t!("history-title-hint") />
                <Select name="course" options=or_none(t!("history-no-course"), view.courses) hint=t!("history-course-hint") optional=true />
                <Select name="modality" options=or_none(t!("definition-choose"), worded("modality", Modality::ALL)) />
                <TextField name="year_from" kind="number" />
                <TextField name="year_to" kind="number" />
                <Select name="qualifier" options=worded("qualifier", Qualifier::ALL) />
                <TextField name="reported" kind="number" />
                <Select name="unit" options=worded("indicator-unit", &[Unit::Persons, Unit::Participations]) />
                <fieldset class="choices">
                    <legend>{t!("history-split")}</legend>
                    <p class="hint">{t!("history-split-hint")}</p>
                    <TextField name="woman" kind="number" optional=true />
                    <TextField name="man" kind="number" optional=true />
                    <TextField name="another" kind="number" optional=true />
                    <TextField name="declined" kind="number" optional=true />
                    <TextField name="not_recorded" kind="number" optional=true />
                </fieldset>
                <TextField name="document" hint=t!("history-document-hint") />
                <TextField name="page" optional=true />
                <Select name="language" options=or_none(t!("history-no-language"), languages) optional=true />
                <TextField name="editions" kind="number" optional=true />
                <Select name="personnel_kind" options=or_none(t!("history-any-kind"), view.kinds) optional=true />
                <TextField name="audience" optional=true />
                <TextField name="note" rows=2 optional=true />
                <button class="button">{t!("history-add")}</button>
            </Form>
        </details>
    }
    .into_any()
}
