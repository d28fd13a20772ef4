//! `/staff/claims`: records that were found to be one person, and taking that back.

use domain::claim::LinkedRow;
use domain::page::Page;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::form::{Form, refusal_notice};
use crate::layout::StaffTabs;
use crate::list::{Pager, SearchForm, page_number};
use crate::load::load;
use crate::request::{query, to};
use crate::t;

#[component]
pub fn LinkedPage() -> impl IntoView {
    let search = query("search");
    let unlinked = (query("unlinked") == "1")
        .then(|| view! { <div class="notice notice--success" role="status"><p>{t!("linked-undone")}</p></div> });
    load(api::linked(search.clone(), page_number()), move |page| {
        view! {
            <Title text=t!("linked-title") />
            <div class="page page--wide">
                <StaffTabs here="people" />
                {unlinked}
                {refusal_notice()}
                <h1>{t!("linked-title")}</h1>
                <p class="lede">{t!("linked-lede")}</p>
                <div class="filters">
                    <SearchForm label=t!("roster-search") value=search.clone() />
                </div>
                {table(page, search)}
            </div>
        }
    })
}

fn table(page: Page<LinkedRow>, search: String) -> AnyView {
    if page.rows.is_empty() {
        return view! { <div class="empty"><p>{t!("linked-none")}</p></div> }.into_any();
    }
    let (number, pages) = (page.number, page.pages());
    let rows = page.rows.into_iter().map(|row| view! { <Linked row=row /> }).collect_view();
    view! {
        <div class="table-wrap">
            <table class="table">
                <caption>{t!("linked-caption", count = page.total)}</caption>
                <thead><tr><th scope="col">{t!("linked-record")}</th><th scope="col">{t!("linked-to")}</th><th scope="col"><span class="visually-hidden">{t!("imports-act")}</span></th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <Pager number=number pages=pages path=to("staff/claims") query=vec![("search", search)] />
    }
    .into_any()
}

#[component]
fn Linked(row: LinkedRow) -> impl IntoView {
    view! {
        <tr>
            <th scope="row"><span>{row.name.clone()}<br /><span class="meta">{row.email}</span></span></th>
            <td data-label=t!("linked-to")><span>{row.to_name}<br /><span class="meta">{row.to_email}</span></span></td>
            <td>
                <Form doorway="unlink">
                    <input type="hidden" name="record" value=row.record />
                    <button class="button button--quiet button--small">{t!("linked-undo")}<span class="visually-hidden">" "{row.name}</span></button>
                </Form>
            </td>
        </tr>
    }
}
