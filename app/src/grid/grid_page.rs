//! `/teach/{edition}/activities`: everybody by every activity, a hundred people a page.

use domain::enrolment::{RosterFilter, RosterOrder};
use domain::grid::{CellState, GridQuery, GridView};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::grid_table::GridTable;
use crate::edition::TeachHead;
use crate::list::{Pager, address, page_number};
use crate::load::load;
use crate::request::{param, query, to};
use crate::{format, t};

#[component]
pub fn GridPage() -> impl IntoView {
    let code = param("edition");
    let asked = GridQuery {
        search: query("search"),
        module: query("module"),
        filter: query("filter").parse().unwrap_or(RosterFilter::All),
        order: query("order").parse().unwrap_or(RosterOrder::Name),
        page: page_number(),
    };
    load(api::grid(code, asked.clone()), move |view| {
        view! {
            <Title text=t!("grid-title", edition = &view.edition.title) />
            <div class="page page--wide">
                <TeachHead edition=view.edition.clone() current="activities" />
                {chips(&asked, &view)}
                {search_form(&asked, &view)}
                {table(asked, view)}
            </div>
        }
    })
}

/// What else stands in the query, whatever page is shown.
fn pairs(asked: &GridQuery, filter: RosterFilter) -> Vec<(&'static str, String)> {
    vec![
        ("search", asked.search.clone()),
        ("module", asked.module.clone()),
        ("filter", if filter == RosterFilter::All { String::new() } else { filter.to_string() }),
        ("order", if asked.order == RosterOrder::Name { String::new() } else { asked.order.to_string() }),
    ]
}

fn chips(asked: &GridQuery, view: &GridView) -> impl IntoView + use<> {
    let path = to(&format!("teach/{}/activities", view.edition.code));
    let chips = view
        .counts
        .iter()
        .map(|(filter, count)| {
            let here = (*filter == asked.filter).then_some("true");
            let pairs = pairs(asked, *filter);
            let query: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let href = address(&path, &query);
            view! { <li><a class="chip" href=href aria-current=here>{t!(&format!("roster-filter-{filter}"))}" "{format::number(*count)}</a></li> }
        })
        .collect_view();
    view! { <div class="filters"><ul aria-label=t!("roster-filters")>{chips}</ul></div> }
}

fn search_form(asked: &GridQuery, view: &GridView) -> impl IntoView + use<> {
    let option = |value: &str, words: String, chosen: &str| {
        let selected = value == chosen;
        view! { <option value=value.to_owned() selected=selected>{words}</option> }
    };
    let modules: Vec<_> = view.modules.iter().map(|(key, title)| option(key, title.clone(), &asked.module)).collect();
    let orders: Vec<_> = RosterOrder::ALL
        .iter()
        .map(|order| option(order.as_str(), t!(&format!("roster-{order}")), asked.order.as_str()))
        .collect();
    view! {
        <div class="filters">
            <form method="get" role="search">
                <input type="hidden" name="filter" value=asked.filter.as_str() />
                <div class="field">
                    <label for="search">{t!("grid-search")}</label>
                    <input class="input" id="search" name="search" type="search" value=asked.search.clone() />
                </div>
                <div class="field">
                    <label for="module">{t!("grid-module")}</label>
                    <select class="input" id="module" name="module"><option value="">{t!("grid-all-modules")}</option>{modules}</select>
                </div>
                <div class="field">
                    <label for="order">{t!("grid-order")}</label>
                    <select class="input" id="order" name="order">{orders}</select>
                </div>
                <button class="button button--quiet">{t!("list-search")}</button>
            </form>
        </div>
    }
}

fn table(asked: GridQuery, view: GridView) -> AnyView {
    let path = to(&format!("teach/{}/activities", view.edition.code));
    if view.rows.is_empty() {
        let nobody = asked.search.is_empty() && asked.filter == RosterFilter::All;
        let (title, words) = if nobody {
            (t!("roster-empty-title"), t!("roster-empty"))
        } else {
            (t!("roster-none-title"), t!("roster-none"))
        };
        return view! { <div class="empty"><h2>{title}</h2><p>{words}</p><a class="button button--quiet" href=path>{t!("roster-show-all")}</a></div> }.into_any();
    }
    let (number, pages, query) = (view.cut.number, view.cut.pages, pairs(&asked, asked.filter));
    let key = CellState::ALL
        .iter()
        .map(|state| view! { <li class=format!("matrix__key matrix__cell--{state}")>{t!(&format!("grid-key-{state}"))}</li> })
        .collect_view();
    view! {
        <ul class="matrix__keys" aria-label=t!("grid-keys")>{key}</ul>
        <GridTable view />
        <Pager number=number pages=pages path=path query=query />
    }
    .into_any()
}
