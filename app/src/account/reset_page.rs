//! Choosing a new password with the link from a mail.

use domain::account::LinkPurpose;
use leptos::prelude::*;
use leptos_meta::Title;

use super::{expired, link_works};
use crate::form::{Form, TextField};
use crate::load::load;
use crate::request::{param, to};
use crate::t;

/// One field, while the link works.
#[component]
pub fn ResetPage() -> impl IntoView {
    let secret = param("secret");
    load(link_works(secret.clone(), LinkPurpose::ResetPassword), move |works| {
        if !works {
            return expired(t!("account-reset-expired"), to("forgot"), t!("account-forgot-button"));
        }
        view! {
            <Title text=t!("account-reset-title") />
            <div class="page page--form">
                <h1>{t!("account-reset-title")}</h1>
                <p class="lede">{t!("account-reset-lede")}</p>
                <Form doorway="reset_password">
                    <input type="hidden" name="secret" value=secret />
                    <TextField name="password" kind="password" hint=t!("account-password-hint") autocomplete="new-password" />
                    <button class="button">{t!("account-reset-button")}</button>
                </Form>
            </div>
        }
        .into_any()
    })
}
