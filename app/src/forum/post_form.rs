//! The form of a post: of a new conversation, a reply, or a change. Its second button shows how it will look, without scripts.

use domain::forum::{ForumPlace, MyForum, NameShown, POST_MAX, PostView, TITLE_MAX};
use domain::id::{PostId, ThreadId};
use leptos::prelude::*;

use crate::form::{Checkbox, Choices, Form, TextField, form_state};
use crate::t;

/// What the form is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    Thread,
    Reply(ThreadId),
    /// The conversation, its title when the post is the first one, and the post's source.
    Edit {
        thread: ThreadId,
        title: Option<String>,
        source: String,
    },
}

#[component]
pub(super) fn PostForm(
    kind: Kind,
    place: ForumPlace,
    me: MyForum,
    /// The post that it makes or changes.
    post: PostId,
    preview: Option<String>,
    #[prop(optional)] names: Vec<String>,
) -> impl IntoView {
    let (doorway, thread, button) = match &kind {
        Kind::Thread => ("start_thread", None, t!("forum-publish")),
        Kind::Reply(thread) => ("add_reply", Some(*thread), t!("forum-reply-button")),
        Kind::Edit { thread, .. } => ("edit_post", Some(*thread), t!("forum-edit-button")),
    };
    let (title, source) = match kind {
        Kind::Thread => (Some(String::new()), String::new()),
        Kind::Reply(_) => (None, String::new()),
        Kind::Edit { title, source, .. } => (title, source),
    };
    let ask = !me.asked;
    view! {
        {preview.map(shown)}
        <Form doorway=doorway class="post-form">
            <Inside title=title source=source place=place.address thread=thread post=post names=names />
            {ask.then(|| view! { <NameFields me=me /> })}
            <div class="cluster">
                <button class="button">{button}</button>
                <button class="button button--quiet" name="preview" value="1">{t!("forum-preview")}</button>
            </div>
        </Form>
    }
}

/// What belongs inside the form, where it knows of its own refusal.
#[component]
fn Inside(
    title: Option<String>,
    source: String,
    place: String,
    thread: Option<ThreadId>,
    post: PostId,
    names: Vec<String>,
) -> impl IntoView {
    // The post keeps the id that it was given first, so that sending it again after a mistake is not another post.
    let post = form_state().and_then(|state| state.value("post")).unwrap_or_else(|| post.to_string());
    let title = title.map(|title| {
        view! { <TextField name="thread_title" value=title hint=t!("forum-title-hint", most = u32::try_from(TITLE_MAX).unwrap_or_default()) /> }
    });
    view! {
        <input type="hidden" name="forum" value=place />
        {thread.map(|thread| view! { <input type="hidden" name="thread" value=thread.to_string() /> })}
        <input type="hidden" name="post" value=post />
        {title}
        <TextField name="post_text" rows=8 value=source hint=t!("forum-text-hint", most = u32::try_from(POST_MAX).unwrap_or_default()) />
        <Help names=names />
    }
}

/// How to write, and whom one can mention.
#[component]
fn Help(names: Vec<String>) -> impl IntoView {
    let people = (!names.is_empty()).then(|| {
        let names = names.iter().map(|name| view! { <li><code>"@"{name.clone()}</code></li> }).collect_view();
        view! { <p>{t!("forum-mention-help")}</p><ul class="mentionable">{names}</ul> }
    });
    view! {
        <details class="post-help">
            <summary>{t!("forum-help")}</summary>
            <p>{t!("forum-markdown-help")}</p>
            {people}
        </details>
    }
}

fn shown(html: String) -> impl IntoView {
    view! {
        <section class="panel preview" aria-labelledby="preview" role="status">
            <h2 id="preview">{t!("forum-preview-title")}</h2>
            <div class="prose post__text" inner_html=html></div>
        </section>
    }
}

/// How one wants to be shown; asked at the first post, and in the profile.
#[component]
pub(super) fn NameFields(me: MyForum) -> impl IntoView {
    let options = NameShown::ALL
        .iter()
        .map(|shown| {
            let words = match shown {
                NameShown::Full => me.full.clone(),
                NameShown::Given => me.given.clone(),
                NameShown::Chosen => t!("forum-name-chosen"),
            };
            (shown.to_string(), words)
        })
        .collect();
    let chosen = me.shown.map(|shown| shown.to_string()).into_iter().collect();
    let institution = me.institution.clone().map(|name| {
        view! { <Checkbox name="forum_institution" checked=me.institution_shown hint=t!("forum-institution-why", name = name) /> }
    });
    view! {
        <Choices name="forum_name" options=options chosen=chosen hint=t!("forum-name-why") />
        <TextField name="forum_chosen" value=me.chosen hint=t!("forum-chosen-hint") optional=true />
        {institution}
    }
}

/// The form that changes a post.
pub(super) fn edit(
    place: ForumPlace,
    thread: ThreadId,
    title: String,
    me: MyForum,
    post: &PostView,
    preview: Option<String>,
    names: Vec<String>,
) -> AnyView {
    let source = post.editable.as_ref().map(|(_, source)| source.clone()).unwrap_or_default();
    let kind = Kind::Edit { thread, title: (post.number == 1).then_some(title), source };
    // Whoever changes a post was asked when they wrote it.
    let me = MyForum { asked: true, ..me };
    view! { <PostForm kind=kind place=place me=me post=post.id preview=preview names=names /> }.into_any()
}
