//! `/staff/courses`: the register of courses, each with its version and its draft.

use domain::draft::CourseRow;
use domain::page::Page;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::words::{done, list};
use crate::list::{Day, Pager, SearchForm, page_number};
use crate::load::load;
use crate::request::{query, to};
use crate::t;

#[component]
pub fn CoursesPage() -> impl IntoView {
    let search = query("search");
    load(api::drafted_courses(search.clone(), page_number()), move |page| {
        let body = if page.rows.is_empty() { empty(&search) } else { register(page, search.clone()) };
        view! {
            <Title text=t!("draft-courses") />
            <div class="page page--wide">
                {done("discarded", "draft-discarded")}
                <h1>{t!("draft-courses")}</h1>
                <p class="lede">{t!("draft-courses-lede")}</p>
                <p><a class="button" href=to("staff/courses/new")>{t!("draft-new")}</a></p>
                <div class="filters">
                    <SearchForm label=t!("draft-search") value=search />
                </div>
                {body}
            </div>
        }
    })
}

fn empty(search: &str) -> AnyView {
    if search.is_empty() {
        return view! { <div class="empty"><h2>{t!("draft-empty-title")}</h2><p>{t!("draft-empty")}</p></div> }
            .into_any();
    }
    view! {
        <div class="empty">
            <h2>{t!("draft-none-title")}</h2>
            <p>{t!("draft-none", search = search)}</p>
            <a class="button button--quiet" href=to("staff/courses")>{t!("draft-show-all")}</a>
        </div>
    }
    .into_any()
}

fn register(page: Page<CourseRow>, search: String) -> AnyView {
    let (number, pages, total) = (page.number, page.pages(), page.total);
    let rows = page.rows.into_iter().map(row).collect_view();
    view! {
        <div class="table-wrap">
            <table class="table">
                <caption>{t!("draft-caption", count = total)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!("draft-course")}</th>
                        <th scope="col">{t!("draft-address")}</th>
                        <th scope="col">{t!("draft-languages")}</th>
                        <th scope="col" class="num">{t!("draft-version")}</th>
                        <th scope="col">{t!("draft-draft")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <Pager number=number pages=pages path=to("staff/courses") query=vec![("search", search)] />
    }
    .into_any()
}

fn row(row: CourseRow) -> impl IntoView {
    let version = row.version.map_or_else(|| t!("draft-no-version"), |version| version.to_string());
    let draft = match row.changed_at {
        Some(at) => view! { <span>{t!("draft-changed-on")}" "<Day at=at /></span> }.into_any(),
        None => view! { <span class="hint">{t!("draft-unchanged")}</span> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row"><a href=to(&format!("staff/courses/{}", row.slug))>{row.title}</a></th>
            <td data-label=t!("draft-address")><code>{row.slug}</code></td>
            <td data-label=t!("draft-languages")>{list(&row.languages)}</td>
            <td class="num" data-label=t!("draft-version")>{version}</td>
            <td data-label=t!("draft-draft")>{draft}</td>
        </tr>
    }
}
