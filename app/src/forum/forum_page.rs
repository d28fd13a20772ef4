//! `/learn/{edition}/forum` and `/community/{course}`: the conversations, or with `?new=1` the form of a new one.

use domain::forum::{ForumQuery, ForumView, ThreadFilter, ThreadRow};
use domain::page::Page;
use leptos::prelude::*;
use leptos_meta::Title;

use super::post_form::{Kind, PostForm};
use super::{api, breadcrumb, byline, kind, of_course, of_edition, previewed, refused};
use crate::list::{Day, Pager, SearchForm, address, page_number};
use crate::load::load;
use crate::request::{query, to};
use crate::t;

#[component]
pub fn EditionForumPage() -> impl IntoView {
    page(of_edition())
}

#[component]
pub fn CommunityPage() -> impl IntoView {
    page(of_course())
}

fn page(forum: String) -> AnyView {
    let asked = ForumQuery {
        search: query("search"),
        filter: query("filter").parse().unwrap_or(ThreadFilter::All),
        page: page_number(),
    };
    let writing = !query("new").is_empty() || refused("start_thread").is_some();
    let text = previewed();
    let data = {
        let asked = asked.clone();
        async move {
            let view = api::forum(forum.clone(), asked).await?;
            let preview = match text {
                Some(text) => Some(api::forum_preview(forum, text).await?),
                None => None,
            };
            Ok((view, preview))
        }
    };
    load(data, move |(view, preview)| {
        if writing && view.place.closed.is_none() { writing_page(view, preview) } else { list_page(view, asked) }
    })
}

fn writing_page(view: ForumView, preview: Option<String>) -> AnyView {
    let place = view.place;
    view! {
        <Title text=t!("forum-new-title") />
        <div class="page page--reading">
            {breadcrumb(&place, true)}
            <h1>{t!("forum-new-title")}</h1>
            <p class="lede">{t!("forum-new-lede")}</p>
            <PostForm kind=Kind::Thread place=place me=view.me post=view.new_post preview=preview />
        </div>
    }
    .into_any()
}

fn list_page(view: ForumView, asked: ForumQuery) -> AnyView {
    let place = view.place.clone();
    let title = format!("{}: {}", kind(&place), place.title);
    let lede = if place.edition.is_some() { t!("forum-lede") } else { t!("forum-community-lede") };
    let start = address(&to(&place.path), &[("new", "1")]);
    let closed = place.closed.map(|_| view! { <div class="notice"><p>{t!("forum-ended")}</p></div> });
    let can_start = place.closed.is_none();
    let everything = asked.search.is_empty() && asked.filter == ThreadFilter::All;
    let nothing_yet = view.page.total == 0 && everything;
    let button = (can_start && !nothing_yet)
        .then(|| view! { <p><a class="button" href=start.clone()>{t!("forum-start")}</a></p> });
    let queue = place.moderates.then(|| {
        view! {
            <p><a href=to(&place.queue)>{t!("forum-queue-link")}" "<span class="count" class:count--waiting={view.waiting > 0}>{view.waiting}</span></a></p>
        }
    });
    let body = if nothing_yet { empty(can_start, start) } else { filled(view, asked) };
    view! {
        <Title text=title.clone() />
        <div class="page page--wide">
            {breadcrumb(&place, false)}
            <h1>{title}</h1>
            <p class="lede">{lede}</p>
            {closed}
            {button}
            {queue}
            {body}
        </div>
    }
    .into_any()
}

/// The first step for whoever comes first.
fn empty(can_start: bool, start: String) -> AnyView {
    let first = can_start.then(|| view! { <a class="button" href=start>{t!("forum-empty-action")}</a> });
    let words = if can_start { t!("forum-empty") } else { t!("forum-empty-ended") };
    view! { <div class="empty"><h2>{t!("forum-empty-title")}</h2><p>{words}</p>{first}</div> }.into_any()
}

fn filled(view: ForumView, asked: ForumQuery) -> AnyView {
    let path = to(&view.place.path);
    let page = view.page;
    let (number, pages, total) = (page.number, page.pages(), page.total);
    let filter = if asked.filter == ThreadFilter::All { "" } else { asked.filter.as_str() };
    let query = vec![("search", asked.search.clone()), ("filter", filter.to_owned())];
    let list = if total == 0 {
        view! {
            <div class="empty">
                <h2>{t!("forum-none-title")}</h2>
                <p>{t!("forum-none")}</p>
                <a class="button button--quiet" href=path.clone()>{t!("forum-show-all")}</a>
            </div>
        }
        .into_any()
    } else {
        threads(page, &path)
    };
    view! {
        {filters(&path, &asked)}
        {list}
        <Pager number=number pages=pages path=path query=query />
    }
    .into_any()
}

fn filters(path: &str, asked: &ForumQuery) -> impl IntoView + use<> {
    let chips = ThreadFilter::ALL
        .iter()
        .map(|filter| {
            let here = (*filter == asked.filter).then_some("page");
            let value = if *filter == ThreadFilter::All { "" } else { filter.as_str() };
            let href = address(path, &[("search", &asked.search), ("filter", value)]);
            view! { <li><a class="chip" href=href aria-current=here>{t!(&format!("forum-filter-{filter}"))}</a></li> }
        })
        .collect_view();
    view! {
        <div class="filters">
            <SearchForm label=t!("forum-search") value=asked.search.clone() kept=vec![("filter", asked.filter.as_str().to_owned())] />
            <nav aria-label=t!("forum-filters")><ul>{chips}</ul></nav>
        </div>
    }
}

fn threads(page: Page<ThreadRow>, path: &str) -> AnyView {
    let caption = t!("forum-count", count = page.total);
    let rows = page.rows.into_iter().map(|row| thread_row(row, path)).collect_view();
    view! {
        <h2 class="visually-hidden">{caption}</h2>
        <ul class="threads">{rows}</ul>
    }
    .into_any()
}

fn thread_row(row: ThreadRow, path: &str) -> impl IntoView + use<> {
    let href = format!("{path}/{}", row.id);
    let title = if row.title.is_empty() { t!("forum-hidden-thread") } else { row.title };
    let mark = |on: bool, class: &'static str, key: &str| on.then(|| view! { <span class=class>{t!(key)}</span> });
    view! {
        <li class="thread-row" class:is-pinned=row.pinned>
            <div>
                <h3><a href=href>{title}</a></h3>
                <p class="cluster">
                    {mark(row.pinned, "badge badge--pinned", "forum-pinned")}
                    {mark(row.answered, "badge badge--done", "forum-answered")}
                    {mark(row.closed, "badge badge--ended", "forum-closed")}
                    {mark(row.hidden, "badge badge--ended", "forum-hidden")}
                    {mark(row.followed, "badge", "forum-followed")}
                </p>
                <p class="meta">{(!row.author.name.is_empty()).then(|| byline(&row.author))}</p>
            </div>
            <ul class="meta">
                <li>{t!("forum-replies", count = row.replies)}</li>
                <li>{t!("forum-last")}" "<Day at=row.active_at /></li>
            </ul>
        </li>
    }
}
