//! `/teach/{edition}/import`: bring a list; below, the lists that came before.

use domain::import::{ImportState, ImportSummary, ImportsView};
use domain::page::Page;
use domain::roster::Presence;
use leptos::prelude::*;
use leptos_meta::Title;

use super::{PREPARE, api, breadcrumb, name_of, sums};
use crate::enrolment::TeachTabs;
use crate::form::{Choices, Doorway, TextField, error_of, summary_of};
use crate::list::{Day, Pager, page_number};
use crate::load::load;
use crate::request::{param, query, to};
use crate::t;

#[component]
pub fn ImportsPage() -> impl IntoView {
    let code = param("edition");
    let undone = (query("undone") == "1")
        .then(|| view! { <div class="notice notice--success" role="status"><p>{t!("imports-undone")}</p></div> });
    load(api::imports(code.clone(), page_number()), move |seen| {
        let title = seen.edition.title.clone();
        view! {
            <Title text=t!("imports-page-title", edition = &title) />
            <div class="page page--wide">
                {breadcrumb(&code, &title, false)}
                <h1>{t!("imports-title")}</h1>
                <TeachTabs edition=code.clone() current="import" />
                {undone}
                <p class="lede">{t!("imports-lede")}</p>
                {upload_form(&code, &seen)}
                <section aria-labelledby="past">
                    <h2 id="past">{t!("imports-past")}</h2>
                    {past(&code, seen.page)}
                </section>
            </div>
        }
    })
}

fn upload_form(code: &str, seen: &ImportsView) -> impl IntoView + use<> {
    provide_context(Doorway(PREPARE));
    let presences = Presence::ALL.iter().filter(|presence| seen.completions || **presence != Presence::Completed);
    let presences = presences.map(|one| (one.to_string(), t!(&format!("presence-{one}")))).collect();
    let error = error_of("file");
    let wrong = error.is_some();
    let template = |kind: &str| to(&format!("teach/{code}/import/template.{kind}"));
    view! {
        <form method="post" action=format!("?do={PREPARE}") enctype="multipart/form-data" class="form panel" novalidate>
            {summary_of(|field| (field.to_owned(), t!(&format!("field-{field}"))))}
            <div class="field" class:field--error=wrong>
                <label for="file">{t!("field-file")}</label>
                <p class="hint" id="file-hint">
                    {t!("imports-file-hint")}" "
                    <a href=template("xlsx") download>{t!("imports-template-xlsx")}</a>", "
                    <a href=template("csv") download>{t!("imports-template-csv")}</a>
                </p>
                {error}
                <input class="input" type="file" id="file" name="file" accept=".csv,.xlsx,text/csv" aria-describedby="file-hint" aria-invalid=wrong.then_some("true") />
            </div>
            <Choices name="presence" options=presences chosen=vec![Presence::Enrolled.to_string()] hint=t!("imports-presence-hint") />
            <TextField name="day" kind="date" value=seen.day.clone() hint=t!("imports-day-hint") />
            <button class="button">{t!("imports-read")}</button>
            <p class="hint">{t!("imports-read-hint")}</p>
        </form>
        <p>{t!("imports-one-by-one")}" "<a href=to(&format!("teach/{code}/people/new"))>{t!("new-person-title")}</a></p>
    }
}

fn past(code: &str, page: Page<ImportSummary>) -> AnyView {
    if page.rows.is_empty() {
        return view! { <p>{t!("imports-none")}</p> }.into_any();
    }
    let (number, pages) = (page.number, page.pages());
    let rows = page.rows.into_iter().map(|row| past_row(code, row)).collect_view();
    view! {
        <div class="table-wrap">
            <table class="table">
                <caption>{t!("imports-caption", count = page.total)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!("imports-list")}</th>
                        <th scope="col">{t!("imports-when")}</th>
                        <th scope="col">{t!("imports-state")}</th>
                        <th scope="col">{t!("imports-what")}</th>
                        <th scope="col"><span class="visually-hidden">{t!("imports-act")}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <Pager number=number pages=pages path=to(&format!("teach/{code}/import")) query=Vec::new() />
    }
    .into_any()
}

fn past_row(code: &str, row: ImportSummary) -> impl IntoView + use<> {
    let href = to(&format!("teach/{code}/import/{}", row.id));
    let name = name_of(&row);
    let class = match row.state {
        ImportState::Prepared => "badge badge--soon",
        ImportState::Done => "badge badge--done",
        ImportState::Undone => "badge badge--ended",
    };
    let undo = (row.state == ImportState::Done).then(|| {
        let href = format!("{href}/undo");
        view! { <a href=href>{t!("imports-undo")}<span class="visually-hidden">" "{name.clone()}</span></a> }
    });
    let by = (!row.made_by.is_empty()).then(|| view! { <br /><span class="meta">{row.made_by.clone()}</span> });
    view! {
        <tr>
            <th scope="row"><a href=href.clone()>{name.clone()}</a></th>
            <td data-label=t!("imports-when")><span><Day at=row.made_at />{by}</span></td>
            <td data-label=t!("imports-state")><span class=class>{t!(&format!("import-state-{}", row.state))}</span></td>
            <td data-label=t!("imports-what")>{sums(&row)}</td>
            <td>{undo}</td>
        </tr>
    }
}
