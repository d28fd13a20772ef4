//! `/forum-mail/{secret}`: ending the forums' mail by a mail's own link, without signing in.

use leptos::prelude::*;
use leptos_meta::Title;

use super::api;
use crate::form::Form;
use crate::load::load;
use crate::request::{param, query, to};
use crate::t;

/// One button: a mail program that opens the link by itself ends nothing.
#[component]
pub fn ForumMailPage() -> impl IntoView {
    let secret = param("secret");
    let ended = !query("ended").is_empty();
    load(api::check_forum_mail(secret.clone()), move |()| {
        let body = if ended {
            view! { <div class="notice notice--success" role="status"><p>{t!("forum-unsubscribed")}</p></div> }
                .into_any()
        } else {
            view! {
                <p class="lede">{t!("forum-unsubscribe-lede")}</p>
                <Form doorway="end_forum_mail">
                    <input type="hidden" name="secret" value=secret />
                    <button class="button">{t!("forum-unsubscribe-button")}</button>
                </Form>
            }
            .into_any()
        };
        view! {
            <Title text=t!("forum-unsubscribe-title") />
            <div class="page page--form">
                <h1>{t!("forum-unsubscribe-title")}</h1>
                {body}
                <p><a href=to("profile#forum")>{t!("forum-to-settings")}</a></p>
            </div>
        }
    })
}
