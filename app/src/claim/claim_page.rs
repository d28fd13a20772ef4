//! `/claim`: the address on the list; `/claim/{secret}`: confirming with the link from its mail.

use domain::claim::ClaimView;
use domain::error::Code;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::error::AppError;
use crate::form::{Form, TextField};
use crate::load::load;
use crate::request::{param, query, set_status, to};
use crate::t;

/// One field. The answer is the same whether or not anything is recorded under the address.
#[component]
pub fn ClaimPage() -> impl IntoView {
    let sent = query("sent") == "1";
    load(api::may_claim(), move |()| {
        let body = if sent {
            view! {
                <div class="notice notice--success" role="status"><p>{t!("claim-sent")}</p></div>
                <p>{t!("claim-sent-hint")}</p>
                <p class="cluster"><a class="button" href=to("home")>{t!("account-to-home")}</a><a href=to("claim")>{t!("account-reset-again")}</a></p>
            }
            .into_any()
        } else {
            view! {
                <p class="lede">{t!("claim-lede")}</p>
                <Form doorway="request_claim">
                    <TextField name="email" kind="email" hint=t!("claim-email-hint") autocomplete="email" />
                    <button class="button">{t!("claim-button")}</button>
                </Form>
                <p class="hint">{t!("claim-without")}</p>
            }
            .into_any()
        };
        view! {
            <Title text=t!("claim-title") />
            <div class="page page--form">
                <h1>{t!("claim-title")}</h1>
                {body}
            </div>
        }
    })
}

/// One button: a mail program that opens the link by itself confirms nothing.
#[component]
pub fn ConfirmClaimPage() -> impl IntoView {
    let secret = param("secret");
    load(looked_up(secret.clone()), move |found| match found {
        Some(claim) => confirm(secret, claim),
        None => expired(),
    })
}

async fn looked_up(secret: String) -> Result<Option<ClaimView>, AppError> {
    match api::claim(secret).await {
        Ok(claim) => Ok(Some(claim)),
        Err(error) if error.code == Code::LinkExpired => Ok(None),
        Err(error) => Err(error),
    }
}

fn confirm(secret: String, claim: ClaimView) -> AnyView {
    let editions = claim.editions.into_iter().map(|title| view! { <li>{title}</li> }).collect_view();
    view! {
        <Title text=t!("claim-confirm-title") />
        <div class="page page--form">
            <h1>{t!("claim-confirm-title")}</h1>
            <p class="lede">{t!("claim-confirm-lede", email = claim.email)}</p>
            <ul>{editions}</ul>
            <p>{t!("claim-confirm-after")}</p>
            <Form doorway="confirm_claim">
                <input type="hidden" name="secret" value=secret />
                <button class="button">{t!("claim-confirm-button")}</button>
            </Form>
        </div>
    }
    .into_any()
}

fn expired() -> AnyView {
    set_status(crate::error::status(Code::LinkExpired));
    view! {
        <Title text=t!("account-expired-title") />
        <div class="page page--form empty">
            <h1>{t!("account-expired-title")}</h1>
            <p class="lede">{t!("claim-expired")}</p>
            <p><a class="button" href=to("claim")>{t!("account-reset-again")}</a></p>
        </div>
    }
    .into_any()
}
