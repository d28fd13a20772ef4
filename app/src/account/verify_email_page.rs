//! Confirming an e-mail address with the link from a mail.

use domain::account::LinkPurpose;
use leptos::prelude::*;
use leptos_meta::Title;

use super::{expired, link_works};
use crate::form::Form;
use crate::load::load;
use crate::request::{page_request, param, to};
use crate::t;

/// One button: a mail program that opens the link by itself confirms nothing.
#[component]
pub fn VerifyEmailPage() -> impl IntoView {
    let secret = param("secret");
    load(link_works(secret.clone(), LinkPurpose::VerifyEmail), move |works| {
        if !works {
            let (rest, action) = if page_request().me.is_some() {
                ("profile", t!("account-to-profile"))
            } else {
                ("sign-in", t!("account-sign-in-link"))
            };
            return expired(t!("account-verify-expired"), to(rest), action);
        }
        view! {
            <Title text=t!("account-verify-title") />
            <div class="page page--form">
                <h1>{t!("account-verify-title")}</h1>
                <p class="lede">{t!("account-verify-lede")}</p>
                <Form doorway="verify_email">
                    <input type="hidden" name="secret" value=secret />
                    <button class="button">{t!("account-verify-button")}</button>
                </Form>
            </div>
        }
        .into_any()
    })
}
