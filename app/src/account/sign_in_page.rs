//! Signing in.

use leptos::prelude::*;
use leptos_meta::Title;

use super::{already_in, next, success, with_next};
use crate::form::{Form, TextField};
use crate::request::{query, to};
use crate::t;

/// E-mail address and password; says first what just happened, if somebody was sent here.
#[component]
pub fn SignInPage() -> impl IntoView {
    if let Some(view) = already_in() {
        return view! { <Title text=t!("account-sign-in-title") />{view} }.into_any();
    }
    let next = next();
    let register = with_next("register", &next);
    let registered = (!query("registered").is_empty()).then(|| success(t!("account-registered")));
    let changed = (!query("changed").is_empty()).then(|| success(t!("account-password-changed")));
    view! {
        <Title text=t!("account-sign-in-title") />
        <div class="page page--form">
            <h1>{t!("account-sign-in-title")}</h1>
            {registered}
            {changed}
            <Form doorway="sign_in">
                <TextField name="email" kind="email" autocomplete="username" />
                <TextField name="password" kind="password" autocomplete="current-password" />
                <input type="hidden" name="next" value=next />
                <button class="button">{t!("account-sign-in-button")}</button>
            </Form>
            <p><a href=to("forgot")>{t!("account-forgot-link")}</a></p>
            <p>{t!("account-have-none")}" "<a href=register>{t!("account-register-link")}</a></p>
        </div>
    }
    .into_any()
}
