//! `/teach/{edition}/grading`: what was handed in, with filters, search and paging as plain links.

use domain::submission::{GradingFilter, GradingQuery, GradingRow, GradingView, Queue, SubmissionState};
use leptos::prelude::*;
use leptos_meta::Title;

use super::queue::{asked as queue_asked, in_queue, pairs, who_words};
use super::{api, grade_words};
use crate::edition::TeachHead;
use crate::learning::Moment;
use crate::list::{Pager, address, page_number};
use crate::load::load;
use crate::request::{param, query, to};
use crate::t;

#[component]
pub fn GradingPage() -> impl IntoView {
    let code = param("edition");
    let queue = queue_asked();
    let asked = GradingQuery {
        search: query("search"),
        activity: queue.activity.clone(),
        anonymous: queue.anonymous,
        filter: query("filter").parse().unwrap_or(GradingFilter::Waiting),
        page: page_number(),
    };
    let links = Links { path: to(&format!("teach/{code}/grading")), asked: asked.clone(), queue };
    let saved = query("saved") == "1";
    load(api::grading(code, asked), move |view| {
        let title = t!("grading-title", edition = &view.edition.title);
        view! {
            <Title text=title />
            <div class="page page--wide">
                <TeachHead edition=view.edition.clone() current="grading" />
                {saved.then(|| view! { <div class="notice notice--success" role="status"><p>{t!("grading-saved-all")}</p></div> })}
                {next(&links, &view)}
                {filters(&links, &view)}
                {work(links, view)}
            </div>
        }
    })
}

/// The addresses of the same list, seen otherwise.
struct Links {
    path: String,
    asked: GradingQuery,
    queue: Queue,
}

impl Links {
    fn query(&self, filter: GradingFilter) -> Vec<(&'static str, String)> {
        let filter = if filter == GradingFilter::Waiting { "" } else { filter.as_str() };
        let mut all = vec![("search", self.asked.search.clone()), ("filter", filter.to_owned())];
        all.extend(pairs(&self.queue));
        all
    }

    fn with(&self, filter: GradingFilter) -> String {
        let query = self.query(filter);
        let query: Vec<(&str, &str)> = query.iter().map(|(name, value)| (*name, value.as_str())).collect();
        address(&self.path, &query)
    }
}

/// The page's main action, and whether names are shown.
fn next(links: &Links, view: &GradingView) -> impl IntoView + use<> {
    let next = view.next.map(|id| {
        let href = in_queue(&format!("{}/{id}", links.path), &links.queue, &[]);
        view! { <a class="button" href=href>{t!("grading-next")}</a> }
    });
    let anonymous = links.queue.anonymous;
    let other = Queue { anonymous: !anonymous, ..links.queue.clone() };
    let href = in_queue(&links.path, &other, &[("filter", links.asked.filter.as_str())]);
    let (words, hint) = if anonymous {
        (t!("grading-show-names"), t!("grading-hidden"))
    } else {
        (t!("grading-hide-names"), t!("grading-hide-hint"))
    };
    view! {
        <div class="toolbar">
            {next}
            <a class="button button--quiet" href=href aria-describedby="names-hint">{words}</a>
            <span class="hint" id="names-hint">{hint}</span>
        </div>
    }
}

fn filters(links: &Links, view: &GradingView) -> impl IntoView + use<> {
    let chips = view
        .counts
        .iter()
        .map(|(filter, count)| {
            let here = (*filter == links.asked.filter).then_some("true");
            view! { <li><a class="chip" href=links.with(*filter) aria-current=here>{t!(&format!("grading-filter-{filter}"))}" "{crate::format::number(*count)}</a></li> }
        })
        .collect_view();
    let asked = &links.asked;
    let options: Vec<_> = view
        .activities
        .iter()
        .map(
            |(key, title)| view! { <option value=key.clone() selected=*key == asked.activity>{title.clone()}</option> },
        )
        .collect();
    let choice = (options.len() > 1).then(|| {
        view! {
            <div class="field">
                <label for="activity">{t!("grading-activity")}</label>
                <select class="input" id="activity" name="activity"><option value="">{t!("grading-every-activity")}</option>{options}</select>
            </div>
        }
    });
    view! {
        <div class="filters">
            <ul aria-label=t!("grading-filters")>{chips}</ul>
            <form method="get" role="search">
                <input type="hidden" name="filter" value=asked.filter.as_str() />
                {asked.anonymous.then(|| view! { <input type="hidden" name="anonymous" value="1" /> })}
                <div class="field">
                    <label for="search">{t!("roster-search")}</label>
                    <input class="input" id="search" name="search" type="search" value=asked.search.clone() />
                </div>
                {choice}
                <button class="button button--quiet">{t!("list-search")}</button>
            </form>
        </div>
    }
}

fn work(links: Links, view: GradingView) -> AnyView {
    let GradingView { edition, activities, page, counts, .. } = view;
    if page.rows.is_empty() {
        let nothing_at_all = links.asked.search.is_empty() && links.asked.activity.is_empty();
        let handed_in = counts.iter().any(|(_, count)| *count > 0);
        let (title, words) = match (activities.is_empty(), nothing_at_all, handed_in) {
            (true, ..) => (t!("grading-none-title"), t!("grading-no-assignments")),
            (_, true, true) => (t!("grading-done-title"), t!("grading-done")),
            (_, true, false) => (t!("grading-none-title"), t!("grading-none")),
            _ => (t!("grading-no-match-title"), t!("roster-none")),
        };
        return view! { <div class="empty"><h2>{title}</h2><p>{words}</p></div> }.into_any();
    }
    let (number, pages, total) = (page.number, page.pages(), page.total);
    let query = links.query(links.asked.filter);
    let path = links.path.clone();
    let rows = page.rows.into_iter().map(|row| grading_row(&path, &links.queue, &edition.zone, row)).collect_view();
    view! {
        <div class="table-wrap">
            <table class="table">
                <caption>{t!("grading-caption", count = total)}</caption>
                <thead><tr>
                    <th scope="col">{t!("roster-name")}</th>
                    <th scope="col">{t!("grading-activity")}</th>
                    <th scope="col">{t!("grading-handed-in")}</th>
                    <th scope="col">{t!("roster-state")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <Pager number=number pages=pages path=path query=query />
    }
    .into_any()
}

fn grading_row(path: &str, queue: &Queue, zone: &str, row: GradingRow) -> impl IntoView + use<> {
    let href = in_queue(&format!("{path}/{}", row.id), queue, &[]);
    let state = if row.state == SubmissionState::Submitted {
        view! { <span class="badge badge--soon">{t!("grading-waits")}</span> }.into_any()
    } else {
        view! { <span class="badge badge--done">{t!("grading-graded")}</span>" "{row.grade.map(grade_words)} }
            .into_any()
    };
    let late = row.late.then(|| view! { " "<span class="badge">{t!("submission-late")}</span> });
    let number = (row.number > 1).then(|| view! { " · "{t!("submission-number", number = row.number)} });
    view! {
        <tr>
            <th scope="row"><a href=href>{who_words(&row.who)}</a></th>
            <td data-label=t!("grading-activity")><div>{row.activity}{number}</div></td>
            <td data-label=t!("grading-handed-in")><div><Moment at=row.submitted_at zone=zone.to_owned() />{late}</div></td>
            <td data-label=t!("roster-state")><div>{state}</div></td>
        </tr>
    }
}
