//! Registration: five short fields.

use domain::language::Language;
use leptos::prelude::*;
use leptos_meta::Title;

use super::{already_in, next, with_next};
use crate::form::{Choices, Form, TextField};
use crate::request::{language, to};
use crate::t;

/// Name, e-mail address, password, language. Everything else is asked later, under consent.
#[component]
pub fn RegisterPage() -> impl IntoView {
    if let Some(view) = already_in() {
        return view! { <Title text=t!("account-register-title") />{view} }.into_any();
    }
    let next = next();
    let sign_in = with_next("sign-in", &next);
    view! {
        <Title text=t!("account-register-title") />
        <div class="page page--form">
            <h1>{t!("account-register-title")}</h1>
            <p class="lede">{t!("account-register-lede")}</p>
            <Form doorway="register">
                <TextField name="given_name" hint=t!("account-name-hint") autocomplete="given-name" />
                <TextField name="family_name" autocomplete="family-name" />
                <TextField name="email" kind="email" hint=t!("account-email-hint") autocomplete="email" />
                <TextField name="password" kind="password" hint=t!("account-password-hint") autocomplete="new-password" />
                <Choices name="language" options=language_options() chosen=vec![language().to_string()] hint=t!("account-language-hint") />
                <input type="hidden" name="next" value=next />
                <button class="button">{t!("account-register-button")}</button>
            </Form>
            <p class="hint">{t!("account-register-privacy")}" "<a href=to("privacy")>{t!("account-register-privacy-link")}</a></p>
            <p>{t!("account-have-one")}" "<a href=sign_in>{t!("account-sign-in-link")}</a></p>
        </div>
    }
    .into_any()
}

/// Each language by its own name.
pub(crate) fn language_options() -> Vec<(String, String)> {
    Language::ALL.iter().map(|one| (one.to_string(), one.own_name().to_owned())).collect()
}
