//! Changing one's password.

use leptos::prelude::*;

use crate::form::{Form, TextField};
use crate::t;

/// The current password and the new one.
#[component]
pub(super) fn PasswordForm() -> impl IntoView {
    view! {
        <section aria-labelledby="my-password">
            <h2 id="my-password">{t!("person-password-title")}</h2>
            <div class="stack">
                <p>{t!("person-password-lede")}</p>
                <Form doorway="change_password">
                    <TextField name="current" kind="password" autocomplete="current-password" />
                    <TextField name="password" kind="password" hint=t!("person-password-new") autocomplete="new-password" />
                    <button class="button button--quiet">{t!("person-password-button")}</button>
                </Form>
            </div>
        </section>
    }
}
