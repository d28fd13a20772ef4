//! `/teach/{edition}/people`: the roster, with search, filters, order and paging as plain links.

use domain::enrolment::{RosterColumn, RosterFilter, RosterOrder, RosterQuery, RosterRow, RosterView};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::roster_acts::PeopleForm;
use crate::edition::TeachHead;
use crate::list::{Pager, SearchForm, address, page_number};
use crate::load::load;
use crate::request::{param, query, to};
use crate::t;

#[component]
pub fn RosterPage() -> impl IntoView {
    let code = param("edition");
    let asked = RosterQuery {
        search: query("search"),
        filter: query("filter").parse().unwrap_or(RosterFilter::All),
        order: query("order").parse().unwrap_or(RosterOrder::Name),
        page: page_number(),
    };
    let columns = columns();
    let links = RosterLinks { path: to(&format!("teach/{code}/people")), asked: asked.clone(), columns };
    load(api::roster(code, asked), move |view| {
        let title = t!("roster-title", edition = &view.edition.title);
        view! {
            <Title text=title />
            <div class="page page--wide">
                <TeachHead edition=view.edition.clone() current="people" />
                {acted()}
                {filter_chips(&links, &view)}
                {search_form(&links)}
                {people(links, view)}
            </div>
        }
    })
}

/// The addresses of the same roster, seen otherwise.
#[derive(Debug, Clone)]
pub(super) struct RosterLinks {
    path: String,
    pub asked: RosterQuery,
    pub columns: Vec<RosterColumn>,
}

/// The columns that the address asks for; the usual ones where it asks for none.
fn columns() -> Vec<RosterColumn> {
    let asked = query("columns");
    let wanted: Vec<RosterColumn> = RosterColumn::ALL
        .iter()
        .copied()
        .filter(|column| asked.split(',').any(|word| word == column.as_str()))
        .collect();
    if wanted.is_empty() { RosterColumn::USUAL.to_vec() } else { wanted }
}

/// What became of an act on several people.
fn acted() -> Option<impl IntoView> {
    let count = |name: &str| query(name).parse::<u32>().ok();
    let done = count("done")?;
    let passed = count("passed").filter(|passed| *passed > 0);
    Some(view! {
        <div class="notice notice--success" role="status">
            <p>{t!("roster-acted", count = done)}</p>
            {passed.map(|passed| view! { <p>{t!("roster-passed", count = passed)}</p> })}
        </div>
    })
}

impl RosterLinks {
    pub(super) fn query(&self, filter: RosterFilter, order: RosterOrder) -> Vec<(&'static str, String)> {
        let filter = if filter == RosterFilter::All { "" } else { filter.as_str() };
        let order = if order == RosterOrder::Name { "" } else { order.as_str() };
        let usual = self.columns == RosterColumn::USUAL;
        let columns: Vec<&str> = self.columns.iter().map(|column| column.as_str()).filter(|_| !usual).collect();
        vec![
            ("search", self.asked.search.clone()),
            ("filter", filter.to_owned()),
            ("order", order.to_owned()),
            ("columns", columns.join(",")),
        ]
    }

    /// The page of one person.
    pub(super) fn person(&self, row: &RosterRow) -> String {
        format!("{}/{}", self.path, row.participation)
    }

    pub(super) fn with(&self, filter: RosterFilter, order: RosterOrder) -> String {
        let query = self.query(filter, order);
        let query: Vec<(&str, &str)> = query.iter().map(|(name, value)| (*name, value.as_str())).collect();
        address(&self.path, &query)
    }
}

fn filter_chips(links: &RosterLinks, view: &RosterView) -> impl IntoView + use<> {
    let tabs = view
        .counts
        .iter()
        .map(|(filter, count)| {
            let here = (*filter == links.asked.filter).then_some("true");
            let href = links.with(*filter, links.asked.order);
            view! { <li><a class="chip" href=href aria-current=here>{t!(&format!("roster-filter-{filter}"))}" "{crate::format::number(*count)}</a></li> }
        })
        .collect_view();
    view! { <div class="filters"><ul aria-label=t!("roster-filters")>{tabs}</ul></div> }
}

fn search_form(links: &RosterLinks) -> impl IntoView + use<> {
    let asked = &links.asked;
    view! {
        <div class="filters">
            <SearchForm label=t!("roster-search") value=asked.search.clone() kept=vec![("filter", asked.filter.as_str().to_owned()), ("order", asked.order.as_str().to_owned())] />
        </div>
    }
}

/// Which columns there are, each a link that shows or hides it.
fn column_links(links: &RosterLinks) -> impl IntoView + use<> {
    let rows = RosterColumn::ALL
        .iter()
        .map(|column| {
            let shown = links.columns.contains(column);
            let columns =
                RosterColumn::ALL.iter().copied().filter(|known| links.columns.contains(known) != (known == column));
            let others = RosterLinks { columns: columns.collect(), ..links.clone() };
            let href = others.with(links.asked.filter, links.asked.order);
            let words = t!(&format!("roster-{column}"));
            let title = if shown {
                t!("roster-column-hide", column = &words)
            } else {
                t!("roster-column-show", column = &words)
            };
            view! { <li><a href=href>{title}</a></li> }
        })
        .collect_view();
    view! { <details class="roster-columns"><summary>{t!("roster-columns")}</summary><ul>{rows}</ul></details> }
}

fn people(links: RosterLinks, view: RosterView) -> AnyView {
    let page = view.page;
    if page.rows.is_empty() {
        let nobody = links.asked.search.is_empty() && links.asked.filter == RosterFilter::All;
        let (title, words) = if nobody {
            (t!("roster-empty-title"), t!("roster-empty"))
        } else {
            (t!("roster-none-title"), t!("roster-none"))
        };
        let all =
            (!nobody).then(|| view! { <a class="button button--quiet" href=links.path>{t!("roster-show-all")}</a> });
        return view! { <div class="empty"><h2>{title}</h2><p>{words}</p>{all}</div> }.into_any();
    }
    let (number, pages, open) = (page.number, page.pages(), view.open);
    let query = links.query(links.asked.filter, links.asked.order);
    let path = links.path.clone();
    view! {
        {column_links(&links)}
        <PeopleForm links=links code=view.edition.code page=page open=open />
        <Pager number=number pages=pages path=path query=query />
    }
    .into_any()
}
