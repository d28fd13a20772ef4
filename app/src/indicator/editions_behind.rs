//! The editions that a figure comes from.

use domain::indicator::EditionShare;
use domain::page::Page;
use leptos::prelude::*;

use super::sex_bar::{cell_heads, cell_words};
use super::words::points;
use crate::list::{Pager, SearchForm};
use crate::request::{sees_people, to};
use crate::{format, t};

#[component]
pub(super) fn EditionsBehind(
    editions: Page<EditionShare>,
    window: String,
    /// The page's address.
    path: String,
    year: Option<i32>,
    search: String,
) -> impl IntoView {
    let (number, pages) = (editions.number, editions.pages());
    let year = year.map(|year| year.to_string()).unwrap_or_default();
    let find = (pages > 1 || !search.is_empty()).then(|| {
        view! { <div class="filters"><SearchForm label=t!("indicator-editions-search") value=search.clone() kept=vec![("year", year.clone())] /></div> }
    });
    let body = if editions.rows.is_empty() && !search.is_empty() {
        view! { <p>{t!("indicator-editions-none")}</p> }.into_any()
    } else if editions.rows.is_empty() {
        view! { <p>{t!("indicator-no-editions", window = window)}</p> }.into_any()
    } else {
        let gain = editions.rows.iter().any(|edition| edition.gain.is_some());
        let rows = editions.rows.into_iter().map(edition_row).collect_view();
        view! {
            <div class="table-wrap">
                <table class="table sexcells">
                    <caption>{t!("indicator-editions-caption", window = window)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t!("indicator-edition")}</th>
                            {gain.then(|| view! { <th scope="col" class="num">{t!("indicator-gain")}</th> })}
                            {cell_heads()}
                            <th scope="col" class="num">{t!("indicator-persons")}</th>
                            <th scope="col" class="num">{t!("indicator-participations")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <Pager number=number pages=pages path=path query=vec![("year", year), ("search", search)] />
            <p class="hint">{t!("indicator-editions-hint")}</p>
        }
        .into_any()
    };
    view! { <section aria-labelledby="editions"><h2 id="editions">{t!("indicator-editions")}</h2>{find}{body}</section> }
}

/// The edition's title, which leads to its people where the reader may see them.
fn to_people(code: &str, title: String) -> AnyView {
    if sees_people() {
        view! { <a href=to(&format!("teach/{code}/people"))>{title}</a> }.into_any()
    } else {
        title.into_any()
    }
}

fn edition_row(edition: EditionShare) -> impl IntoView {
    let cells = domain::person::SexCell::ALL
        .iter()
        .map(|cell| {
            // Of a gain each number of persons comes with the mean that it makes.
            let mean = edition.gain.and_then(|gain| gain.get(*cell)).map(|mean| view! { <br />{points(Some(mean))} });
            view! { <td class="num" data-label=cell_words(*cell)><span>{format::number(edition.persons.get(*cell))}{mean}</span></td> }
        })
        .collect_view();
    let modality = t!(&format!("modality-{}", edition.modality));
    let begins = view! { <time datetime=edition.starts_on.to_string()>{format::date(edition.starts_on)}</time> };
    view! {
        <tr>
            <th scope="row">
                <span>{to_people(&edition.code, edition.title)}<br /><span class="begins">{modality}" · "{begins}</span></span>
            </th>
            {edition.gain.map(|gain| view! { <td class="num" data-label=t!("indicator-gain")>{points(gain.all)}</td> })}
            {cells}
            <td class="num" data-label=t!("indicator-persons")>{format::number(edition.persons.total())}</td>
            <td class="num" data-label=t!("indicator-participations")>{format::number(edition.participations)}</td>
        </tr>
    }
}
