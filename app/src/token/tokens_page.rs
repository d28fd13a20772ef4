//! `/admin/tokens`: programs that read figures, what each may read, and until when.

use domain::token::{ApiRight, TokenRow};
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::form::{Choices, Form, TextField, worded};
use crate::layout::StaffTabs;
use crate::list::Day;
use crate::load::load;
use crate::request::query;
use crate::t;

#[component]
pub fn TokensPage() -> impl IntoView {
    let revoked = (query("revoked") == "1")
        .then(|| view! { <div class="notice notice--success" role="status"><p>{t!("tokens-revoked")}</p></div> });
    load(api::tokens(), move |view| {
        let made = view.made.map(|secret| {
            view! {
                <div class="notice notice--success stack" role="status">
                    <p>{t!("tokens-made")}</p>
                    <p><code class="secret">{secret}</code></p>
                </div>
            }
        });
        let rows = view.rows;
        let list = if rows.is_empty() {
            view! { <div class="empty"><h2>{t!("tokens-empty-title")}</h2><p>{t!("tokens-empty")}</p></div> }.into_any()
        } else {
            let rows = rows.into_iter().map(token).collect_view();
            view! { <ul class="rows">{rows}</ul> }.into_any()
        };
        view! {
            <Title text=t!("tokens-title") />
            <div class="page page--wide">
                <StaffTabs here="tokens" />
                {made}
                {revoked}
                <h1>{t!("tokens-title")}</h1>
                <p class="lede">{t!("tokens-lede")}</p>
                <p><a href="/api/v1/openapi.json">{t!("tokens-openapi")}</a></p>
                {list}
                <section class="panel stack" aria-labelledby="new">
                    <h2 id="new">{t!("tokens-new")}</h2>
                    <Form doorway="make_token">
                        <TextField name="token_name" hint=t!("tokens-name-hint") />
                        <Choices name="rights" options=worded("right", ApiRight::ALL) several=true />
                        <TextField name="days" kind="number" value="90" hint=t!("tokens-days-hint") />
                        <button class="button">{t!("tokens-make")}</button>
                    </Form>
                </section>
            </div>
        }
    })
}

fn token(row: TokenRow) -> impl IntoView {
    let rights =
        row.rights.iter().map(|right| view! { <li class="badge">{t!(&format!("right-{right}"))}</li> }).collect_view();
    let by = row.made_by.map(|name| view! { " · "{name} });
    let used = match row.last_used_at {
        Some(at) => view! { {t!("tokens-used")}" "<Day at=at /> }.into_any(),
        None => t!("tokens-never").into_any(),
    };
    let end = if row.revoked {
        view! { <span class="badge">{t!("tokens-is-revoked")}</span> }.into_any()
    } else if row.expired {
        view! { <span class="badge">{t!("tokens-is-expired")}</span> }.into_any()
    } else {
        let name = row.name.clone();
        view! {
            <Form doorway="revoke_token">
                <input type="hidden" name="token" value=row.id />
                <button class="button button--quiet button--small">{t!("tokens-revoke")}<span class="visually-hidden">" "{name}</span></button>
            </Form>
        }
        .into_any()
    };
    view! {
        <li class="stack">
            <p><strong>{row.name.clone()}</strong></p>
            <ul class="cluster">{rights}</ul>
            <p class="meta">{t!("tokens-until")}" "<Day at=row.expires_at />{by}" · "{used}</p>
            {end}
        </li>
    }
}
