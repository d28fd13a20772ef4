//! Asking for a new password.

use leptos::prelude::*;
use leptos_meta::Title;

use super::success;
use crate::form::{Form, TextField};
use crate::request::{query, to};
use crate::t;

/// One field. The answer is the same whether or not the address is known.
#[component]
pub fn ForgotPage() -> impl IntoView {
    let sent = !query("sent").is_empty();
    let body = if sent {
        view! {
            {success(t!("account-reset-sent"))}
            <p>{t!("account-reset-sent-hint")}</p>
            <p class="cluster"><a class="button" href=to("sign-in")>{t!("account-sign-in-link")}</a><a href=to("forgot")>{t!("account-reset-again")}</a></p>
        }
        .into_any()
    } else {
        view! {
            <p class="lede">{t!("account-forgot-lede")}</p>
            <Form doorway="request_reset">
                <TextField name="email" kind="email" autocomplete="username" />
                <button class="button">{t!("account-forgot-button")}</button>
            </Form>
            <p><a href=to("sign-in")>{t!("account-back-to-sign-in")}</a></p>
        }
        .into_any()
    };
    view! {
        <Title text=t!("account-forgot-title") />
        <div class="page page--form">
            <h1>{t!("account-forgot-title")}</h1>
            {body}
        </div>
    }
}
