//! The part of the profile about forums: how one is shown, and what mail one gets.

use domain::forum::{MailWindow, MyForum};
use leptos::prelude::*;

use super::post_form::NameFields;
use crate::form::{Checkbox, Choices, Form};
use crate::t;

#[component]
pub fn ForumSettings(me: MyForum) -> impl IntoView {
    let windows = MailWindow::ALL.iter().map(|one| (one.to_string(), t!(&format!("forum-mail-{one}")))).collect();
    let chosen = vec![me.mail.to_string()];
    let (mentions, follow) = (me.mentions, me.follow);
    view! {
        <section aria-labelledby="forum">
            <h2 id="forum">{t!("forum-settings-title")}</h2>
            <div class="forum-settings">
            <Form doorway="save_forum_name">
                <NameFields me=me />
                <button class="button button--quiet">{t!("forum-save-name")}</button>
            </Form>
            <Form doorway="save_forum_mail">
                <Choices name="forum_mail" options=windows chosen=chosen hint=t!("forum-mail-why") />
                <Checkbox name="forum_mentions" checked=mentions />
                <Checkbox name="forum_follow" checked=follow />
                <button class="button button--quiet">{t!("forum-save-mail")}</button>
            </Form>
            </div>
        </section>
    }
}
