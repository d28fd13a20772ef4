//! `/admin/roles`: who may read the figures, see names and administer, and for which countries.

use domain::page::Page;
use domain::person::MEMBER_STATES;
use domain::role::{HeldRole, HolderRow, Role};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::form::{Choices, Form, FormState, TextField, refusal_notice, worded};
use crate::layout::StaffTabs;
use crate::list::{Day, Pager, SearchForm, page_number};
use crate::load::load;
use crate::person::country_options;
use crate::request::{query, to};
use crate::t;

#[component]
pub fn RolesPage() -> impl IntoView {
    let search = query("search");
    let done = match query("done").as_str() {
        "granted" => Some("roles-granted"),
        "revoked" => Some("roles-revoked"),
        _ => None,
    };
    let done = done.map(|key| view! { <div class="notice notice--success" role="status"><p>{t!(key)}</p></div> });
    // A refusal without fields belongs to no form's field.
    let refused = use_context::<FormState>().is_some_and(|state| state.error.fields.is_empty()).then(refusal_notice);
    load(api::role_holders(search.clone(), page_number()), move |page| {
        view! {
            <Title text=t!("roles-title") />
            <div class="page page--wide">
                <StaffTabs here="roles" />
                {done}
                {refused}
                <h1>{t!("roles-title")}</h1>
                <p class="lede">{t!("roles-lede")}</p>
                <div class="filters"><SearchForm label=t!("roles-search") value=search.clone() /></div>
                {list(page, search)}
                <section class="panel stack" aria-labelledby="grant">
                    <h2 id="grant">{t!("roles-grant")}</h2>
                    <Form doorway="grant_role">
                        <TextField name="email" kind="email" autocomplete="off" hint=t!("roles-email-hint") />
                        <Choices name="role" options=worded("role", Role::ALL) />
                        <Countries />
                        <button class="button">{t!("roles-grant")}</button>
                    </Form>
                </section>
            </div>
        }
    })
}

/// Folded away: most rights are for every country.
#[component]
fn Countries() -> impl IntoView {
    let options: Vec<(String, String)> =
        country_options().into_iter().filter(|(code, _)| MEMBER_STATES.contains(&code.as_str())).collect();
    let state = use_context::<FormState>();
    let open = state.is_some_and(|state| state.values.iter().any(|(field, _)| field.starts_with("countries")));
    view! {
        <details open=open>
            <summary>{t!("roles-countries")}</summary>
            <Choices name="countries" options=options several=true optional=true hint=t!("roles-countries-hint") />
        </details>
    }
}

fn list(page: Page<HolderRow>, search: String) -> AnyView {
    if page.rows.is_empty() {
        return view! { <div class="empty"><h2>{t!("roles-empty-title")}</h2><p>{t!("roles-empty")}</p></div> }
            .into_any();
    }
    let (number, pages, total) = (page.number, page.pages(), page.total);
    let rows = page.rows.into_iter().map(holder).collect_view();
    view! {
        <p class="meta">{t!("roles-count", count = total)}</p>
        <ul class="rows">{rows}</ul>
        <Pager number=number pages=pages path=to("admin/roles") query=vec![("search", search)] />
    }
    .into_any()
}

fn holder(row: HolderRow) -> impl IntoView {
    let (account, name) = (row.account, row.name.clone());
    let roles =
        row.roles.into_iter().map(|held| view! { <li>{one(held, account.clone(), name.clone())}</li> }).collect_view();
    view! {
        <li class="stack">
            <h2>{row.name}</h2>
            <p class="meta wrap-anywhere">{row.email}</p>
            <ul class="held">{roles}</ul>
        </li>
    }
}

fn one(held: HeldRole, account: String, name: String) -> impl IntoView {
    let words = t!(&format!("role-{}", held.role));
    let countries: Vec<String> = held.countries.iter().map(|code| t!(&format!("country-{code}"))).collect();
    let countries =
        (!countries.is_empty()).then(|| view! { <span>{t!("roles-only", countries = countries.join(", "))}</span>" " });
    let whose = format!(" {words} · {name}");
    view! {
        <p><strong>{words}</strong>" "{countries}<span class="meta"><span>{t!("roles-since")}" "<Day at=held.granted_at /></span></span></p>
        <Form doorway="revoke_role">
            <input type="hidden" name="account" value=account.clone() />
            <input type="hidden" name="role" value=held.role.as_str() />
            <button class="link-button">{t!("roles-revoke")}<span class="visually-hidden">{whose.clone()}</span></button>
        </Form>
    }
}
