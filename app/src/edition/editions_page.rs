//! `/staff/editions`: the register of editions.

use domain::edition::EditionRow;
use domain::page::Page;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use super::facts::{EditionDates, PhaseBadge};
use crate::list::{Pager, SearchForm, page_number};
use crate::load::load;
use crate::request::{query, to};
use crate::{format, t};

#[component]
pub fn EditionsPage() -> impl IntoView {
    let search = query("search");
    let made = query("made");
    load(api::editions(search.clone(), page_number()), move |page| {
        let made = (!made.is_empty()).then(|| view! { <div class="notice notice--success" role="status"><p>{t!("editions-made", code = made)}</p></div> });
        let body = if page.rows.is_empty() { empty(&search) } else { register(page, search.clone()) };
        view! {
            <Title text=t!("editions-title") />
            <div class="page page--wide">
                {made}
                <h1>{t!("editions-title")}</h1>
                <p><a class="button" href=to("staff/editions/new")>{t!("editions-new")}</a></p>
                <div class="filters">
                    <SearchForm label=t!("editions-search") value=search />
                </div>
                {body}
            </div>
        }
    })
}

fn empty(search: &str) -> AnyView {
    if search.is_empty() {
        return view! { <div class="empty"><h2>{t!("editions-empty-title")}</h2><p>{t!("editions-empty")}</p></div> }
            .into_any();
    }
    view! {
        <div class="empty">
            <h2>{t!("editions-none-title")}</h2>
            <p>{t!("editions-none", search = search)}</p>
            <a class="button button--quiet" href=to("staff/editions")>{t!("editions-show-all")}</a>
        </div>
    }
    .into_any()
}

fn register(page: Page<EditionRow>, search: String) -> AnyView {
    let (number, pages, total) = (page.number, page.pages(), page.total);
    let rows = page.rows.into_iter().map(|row| view! { <Row row=row /> }).collect_view();
    view! {
        <div class="table-wrap">
            <table class="table">
                <caption>{t!("editions-caption", count = total)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!("editions-edition")}</th>
                        <th scope="col">{t!("editions-code")}</th>
                        <th scope="col">{t!("editions-phase")}</th>
                        <th scope="col">{t!("editions-dates")}</th>
                        <th scope="col" class="num">{t!("editions-seats")}</th>
                        <th scope="col" class="num">{t!("editions-enrolled")}</th>
                        <th scope="col" class="num">{t!("editions-completed")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <Pager number=number pages=pages path=to("staff/editions") query=vec![("search", search)] />
    }
    .into_any()
}

#[component]
fn Row(row: EditionRow) -> impl IntoView {
    let card = row.card;
    let seats =
        card.seats.and_then(|seats| u32::try_from(seats).ok()).map_or_else(|| t!("editions-no-limit"), format::number);
    view! {
        <tr>
            <th scope="row"><a href=to(&format!("teach/{}", card.code))>{card.title.clone()}</a></th>
            <td data-label=t!("editions-code")><span><a href=to(&format!("staff/editions/{}", card.code))>{card.code.clone()}</a><br />{t!(&format!("modality-{}", card.modality))}</span></td>
            <td data-label=t!("editions-phase")><PhaseBadge phase=card.phase /></td>
            <td data-label=t!("editions-dates")><span><EditionDates edition=card.clone() /></span></td>
            <td class="num" data-label=t!("editions-seats")>{seats}</td>
            <td class="num" data-label=t!("editions-enrolled")>{format::number(row.enrolled)}</td>
            <td class="num" data-label=t!("editions-completed")>{format::number(row.completed)}</td>
        </tr>
    }
}
