//! `/teach/{edition}/forum` and `/staff/forum`: what was reported, what waits first.

use domain::forum::{QueueView, ReportOutcome, ReportRow};
use leptos::prelude::*;
use leptos_meta::Title;

use super::{api, byline, notice, of_edition};
use crate::enrolment::TeachTabs;
use crate::list::{Day, Pager, page_number};
use crate::load::load;
use crate::request::to;
use crate::t;

#[component]
pub fn EditionQueuePage() -> impl IntoView {
    page(of_edition())
}

#[component]
pub fn StaffQueuePage() -> impl IntoView {
    page(String::new())
}

fn page(forum: String) -> AnyView {
    load(api::forum_queue(forum, page_number()), |view| {
        let path = view.place.as_ref().map_or_else(|| "staff/forum".to_owned(), |place| place.queue.clone());
        let title = match &view.place {
            Some(place) => t!("forum-queue-title", forum = &place.title),
            None => t!("forum-queue-all"),
        };
        let back = view.place.as_ref().map(|place| view! { <li><a href=to(&place.path)>{t!("forum-forum")}</a></li> });
        let tabs = view.place.as_ref().and_then(|place| place.edition.clone());
        let tabs = tabs.map(|edition| view! { <TeachTabs edition=edition current="forum" /> });
        let (number, pages) = (view.page.number, view.page.pages());
        view! {
            <Title text=title.clone() />
            <div class="page page--wide">
                <nav class="breadcrumb" aria-label=t!("learning-breadcrumb")><ol>
                    <li><a href=to("teach")>{t!("teach-title")}</a></li>{back}
                </ol></nav>
                {notice()}
                <h1>{title}</h1>
                {tabs}
                <p class="lede">{t!("forum-queue-lede")}</p>
                {reports(view, &path)}
                <Pager number=number pages=pages path=to(&path) query=Vec::new() />
            </div>
        }
    })
}

fn reports(view: QueueView, path: &str) -> AnyView {
    if view.page.total == 0 {
        return view! { <div class="empty"><h2>{t!("forum-queue-empty-title")}</h2><p>{t!("forum-queue-empty")}</p></div> }
            .into_any();
    }
    let waiting = t!("forum-waiting", count = view.waiting);
    let rows = view.page.rows.into_iter().map(|row| report(row, path)).collect_view();
    view! { <h2>{waiting}</h2><ul class="reports">{rows}</ul> }.into_any()
}

fn report(row: ReportRow, path: &str) -> impl IntoView + use<> {
    let title = if row.title.is_empty() { t!("forum-hidden-thread") } else { row.title.clone() };
    let state = match (row.closed_at, row.outcome) {
        (Some(at), Some(ReportOutcome::Hidden)) => {
            view! { <span class="badge badge--ended">{t!("forum-outcome-hidden")}</span>" "<Day at=at /> }.into_any()
        }
        (Some(at), _) => {
            view! { <span class="badge badge--done">{t!("forum-outcome-kept")}</span>" "<Day at=at /> }.into_any()
        }
        (None, _) => view! { <span class="badge badge--soon">{t!("forum-outcome-open")}</span> }.into_any(),
    };
    let at_post = to(&row.path);
    let hide = {
        let (address, anchor) = at_post.split_once('#').unwrap_or((&at_post, ""));
        let mark = if address.contains('?') { '&' } else { '?' };
        format!("{address}{mark}hide={}#{anchor}", row.post)
    };
    let decide = row.closed_at.is_none().then(|| {
        view! {
            <div class="cluster">
                <a class="button button--danger button--small" href=hide>{t!("forum-hide-button")}</a>
                <form method="post" action="?do=keep_post">
                    <input type="hidden" name="forum" value=row.forum.clone() />
                    <input type="hidden" name="thread" value=row.thread.to_string() />
                    <input type="hidden" name="post" value=row.post.to_string() />
                    <input type="hidden" name="next" value=path.to_owned() />
                    <button class="button button--quiet button--small">{t!("forum-keep")}</button>
                </form>
            </div>
        }
    });
    view! {
        <li class="report">
            <p class="cluster cluster--apart"><span>{state}</span><span class="meta">{row.place}</span></p>
            <h3><a href=at_post>{title}</a></h3>
            <blockquote>{row.excerpt}</blockquote>
            <p class="meta">{t!("forum-written-by")}" "{byline(&row.author)}</p>
            <p><strong>{t!("forum-report-says")}</strong>" "{row.reason}</p>
            <p class="meta">{byline(&row.reporter)}<Day at=row.reported_at /></p>
            {decide}
        </li>
    }
}
