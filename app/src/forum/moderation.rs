//! The small forms of moderators, and of following: each is one button.

use domain::forum::{PostView, ThreadAct, ThreadView};
use leptos::prelude::*;

use super::post::about;
use crate::t;

/// Follows the conversation, or no more.
pub(super) fn follow_form(thread: &ThreadView) -> impl IntoView + use<> {
    let (on, words) = if thread.following { ("", t!("forum-unfollow")) } else { ("1", t!("forum-follow")) };
    view! {
        <form method="post" action="?do=follow_thread">
            {whole(thread)}
            <input type="hidden" name="on" value=on />
            <button class="button button--quiet button--small">{words}</button>
        </form>
    }
}

/// Pins, unpins, closes and reopens; nothing for those who only take part.
pub(super) fn thread_forms(thread: &ThreadView) -> Option<impl IntoView + use<>> {
    let acts = [
        if thread.pinned { ThreadAct::Unpin } else { ThreadAct::Pin },
        if thread.closed { ThreadAct::Reopen } else { ThreadAct::Close },
    ];
    thread.place.moderates.then(|| {
        acts.map(|act| {
            view! {
                <form method="post" action="?do=moderate_thread">
                    {whole(thread)}
                    <input type="hidden" name="act" value=act.as_str() />
                    <button class="button button--quiet button--small">{t!(&format!("forum-act-{act}"))}</button>
                </form>
            }
        })
    })
}

/// Marks a reply as the answer, or takes the mark away.
pub(super) fn answer_form(thread: &ThreadView, post: &PostView) -> AnyView {
    let was = thread.answer.map(|(id, _)| id.to_string()).unwrap_or_default();
    let (marked, words) =
        if post.answer { (String::new(), t!("forum-unmark")) } else { (post.id.to_string(), t!("forum-mark")) };
    view! {
        <form method="post" action="?do=mark_answer">
            {whole(thread)}
            <input type="hidden" name="post" value=marked />
            <input type="hidden" name="was" value=was />
            <button class="link-button">{words}</button>
        </form>
    }
    .into_any()
}

/// Shows a hidden post again.
pub(super) fn hidden_form(thread: &ThreadView, post: &PostView) -> AnyView {
    view! {
        <form method="post" action="?do=show_post">
            {about(thread, post)}
            <button class="link-button">{t!("forum-show")}</button>
        </form>
    }
    .into_any()
}

fn whole(thread: &ThreadView) -> impl IntoView + use<> {
    view! {
        <input type="hidden" name="forum" value=thread.place.address.clone() />
        <input type="hidden" name="thread" value=thread.id.to_string() />
    }
}
