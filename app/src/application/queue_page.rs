//! `/teach/{edition}/applications`: the queue, with filters, search and paging as plain links; decisions one by one or in bulk.

use domain::application::{ApplicationFilter, ApplicationsQuery, ApplicationsView, Decision};
use domain::edition::EnrolmentMode;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::queue_rows::QueueRows;
use crate::edition::TeachHead;
use crate::form::{Checkbox, Form, TextField};
use crate::list::{Pager, SearchForm, address, page_number};
use crate::load::load;
use crate::request::{param, query, to};
use crate::{format, t};

#[component]
pub fn ApplicationsPage() -> impl IntoView {
    let asked = ApplicationsQuery {
        search: query("search"),
        filter: query("filter").parse().unwrap_or(ApplicationFilter::Applied),
        page: page_number(),
    };
    load(api::applications(param("edition"), asked.clone()), move |view| {
        let code = view.edition.code.clone();
        view! {
            <Title text=t!("applications-title", edition = &view.edition.title) />
            <div class="page page--wide">
                <TeachHead edition=view.edition.clone() current="applications" />
                {done()}
                {chips(&code, &asked, &view)}
                {search_form(&asked)}
                {queue(&code, &asked, view)}
            </div>
        }
    })
}

/// What became of the last decision.
fn done() -> Option<impl IntoView> {
    let count = |name: &str| query(name).parse::<u32>().ok();
    let (done, waiting, passed) = (count("done")?, count("waiting").unwrap_or(0), count("passed").unwrap_or(0));
    let waiting = (waiting > 0).then(|| view! { <p>{t!("applications-no-seat", count = waiting)}</p> });
    let passed = (passed > 0).then(|| view! { <p>{t!("applications-passed", count = passed)}</p> });
    Some(
        view! { <div class="notice notice--success" role="status"><p>{t!("applications-done", count = done)}</p>{waiting}{passed}</div> },
    )
}

fn chips(code: &str, asked: &ApplicationsQuery, view: &ApplicationsView) -> impl IntoView + use<> {
    let path = to(&format!("teach/{code}/applications"));
    let chips = view
        .counts
        .iter()
        .map(|(filter, count)| {
            let here = (*filter == asked.filter).then_some("true");
            let href = address(&path, &[("search", &asked.search), ("filter", filter.as_str())]);
            view! { <li><a class="chip" href=href aria-current=here>{t!(&format!("applications-{filter}"))}" "{format::number(*count)}</a></li> }
        })
        .collect_view();
    view! { <div class="filters"><ul aria-label=t!("applications-filters")>{chips}</ul></div> }
}

fn search_form(asked: &ApplicationsQuery) -> impl IntoView + use<> {
    view! {
        <div class="filters">
            <SearchForm label=t!("applications-search") value=asked.search.clone() kept=vec![("filter", asked.filter.as_str().to_owned())] />
        </div>
    }
}

fn queue(code: &str, asked: &ApplicationsQuery, view: ApplicationsView) -> AnyView {
    if view.page.rows.is_empty() {
        return empty(code, &view);
    }
    let (number, pages, total) = (view.page.number, view.page.pages(), view.page.total);
    let (rows, filter, code) = (view.page.rows, asked.filter, code.to_owned());
    let edition = code.clone();
    let query = vec![("search", asked.search.clone()), ("filter", filter.as_str().to_owned())];
    let decisions = Decision::ALL
        .iter()
        .map(|decision| {
            let class = if *decision == Decision::Accept { "button" } else { "button button--quiet" };
            view! { <button class=class name="decision" value=decision.as_str()>{t!(&format!("decision-{decision}"))}</button> }
        })
        .collect_view();
    view! {
        <Form doorway="decide_applications">
            <input type="hidden" name="edition" value=edition.clone() />
            <input type="hidden" name="filter" value=filter.as_str() />
            <QueueRows rows=rows.clone() total=total />
            <section class="panel stack" aria-labelledby="decide">
                <h2 id="decide">{t!("applications-decide")}</h2>
                <TextField name="reason" rows=2 hint=t!("applications-reason-hint") optional=true />
                <Checkbox name="tell" checked=true />
                <p class="cluster">{decisions}</p>
            </section>
        </Form>
        <Pager number=number pages=pages path=to(&format!("teach/{code}/applications")) query=query />
    }
    .into_any()
}

fn empty(code: &str, view: &ApplicationsView) -> AnyView {
    let any = view.counts.iter().any(|(_, count)| *count > 0);
    let (words, href, action) = if any {
        (t!("applications-none"), to(&format!("teach/{code}/applications?filter=all")), t!("applications-show-all"))
    } else if view.edition.enrolment == EnrolmentMode::Application {
        (t!("applications-empty"), to(&format!("teach/{code}/entry")), t!("applications-to-questions"))
    } else {
        (t!("applications-not-so"), to(&format!("teach/{code}/settings")), t!("applications-to-settings"))
    };
    view! {
        <div class="empty">
            <h2>{t!("applications-empty-title")}</h2>
            <p>{words}</p>
            <a class="button button--quiet" href=href>{action}</a>
        </div>
    }
    .into_any()
}
