//! One post: who wrote it, when, what it says, and what its reader may do with it.

use domain::forum::{PostView, REASON_MAX, ThreadView};
use domain::id::PostId;
use leptos::prelude::*;

use super::moderation::{answer_form, hidden_form};
use super::{byline, moment, post_form, refused};
use crate::form::{Form, TextField};
use crate::list::address;
use crate::request::{query, to};
use crate::t;

/// The one form that is open inside a conversation: a second would need fields of the same names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    Edit(PostId),
    Report(PostId),
    Hide(PostId),
}

impl Open {
    /// By the form that came back, else by the address.
    pub(super) fn asked() -> Option<Self> {
        let of = |doorway: &str, name: &str| {
            let typed = refused(doorway).and_then(|state| state.value("post"));
            typed.unwrap_or_else(|| query(name)).parse().ok()
        };
        of("edit_post", "edit")
            .map(Self::Edit)
            .or_else(|| of("report_post", "report").map(Self::Report))
            .or_else(|| of("hide_post", "hide").map(Self::Hide))
    }
}

/// A post, with the form that is open in it.
pub(super) fn post(thread: &ThreadView, post: &PostView, open: Option<Open>, preview: Option<String>) -> AnyView {
    let id = format!("post-{}", post.number);
    let heading = format!("{id}-by");
    let labelled = heading.clone();
    let edited =
        post.edited_at.map(|at| view! { <span>{t!("forum-edited")}" "{moment(at, &thread.place.zone)}</span> });
    let permalink = format!("#{id}");
    let name = if post.author.name.is_empty() { t!("forum-somebody") } else { post.author.name.clone() };
    view! {
        <article class="post" class:post--answer=post.answer class:post--hidden={post.hidden.is_some()} id=id aria-labelledby=labelled>
            <header>
                <h2 class="visually-hidden" id=heading>{t!("forum-post-by", number = post.number, name = name)}</h2>
                <p>{(!post.author.name.is_empty()).then(|| byline(&post.author))}{post.answer.then(|| view! { " "<span class="badge badge--done">{t!("forum-answer")}</span> })}</p>
                <p class="meta"><a href=permalink>{moment(post.posted_at, &thread.place.zone)}</a>{edited}</p>
            </header>
            {body(thread, post, open, preview)}
        </article>
    }
    .into_any()
}

fn body(thread: &ThreadView, post: &PostView, open: Option<Open>, preview: Option<String>) -> AnyView {
    if open == Some(Open::Edit(post.id)) && post.editable.is_some() {
        let names = thread.names.clone();
        let form = post_form::edit(
            thread.place.clone(),
            thread.id,
            thread.title.clone(),
            thread.me.clone(),
            post,
            preview,
            names,
        );
        return view! { {form}<p><a href=here(thread, post, &[])>{t!("forum-cancel")}</a></p> }.into_any();
    }
    let hidden = post.hidden.as_ref().map(|hidden| match &hidden.reason {
        Some(reason) => view! { <div class="notice notice--warning"><p><strong>{t!("forum-hidden-why")}</strong>" "{reason.clone()}</p></div> }.into_any(),
        None => view! { <p class="hint">{t!("forum-hidden-post")}</p> }.into_any(),
    });
    let text =
        (!post.html.is_empty()).then(|| view! { <div class="prose post__text" inner_html=post.html.clone()></div> });
    let form = match open {
        Some(Open::Report(id)) if id == post.id && !post.own => report_form(thread, post),
        Some(Open::Hide(id)) if id == post.id && thread.place.moderates => hide_form(thread, post),
        _ => actions(thread, post),
    };
    view! { {hidden}{text}{form} }.into_any()
}

/// This post's address, with `asked` in the query.
fn here(thread: &ThreadView, post: &PostView, asked: &[(&str, &str)]) -> String {
    let page = thread.page.number.to_string();
    let page = if thread.page.number > 1 { page.as_str() } else { "" };
    let mut all = vec![("page", page)];
    all.extend(asked);
    format!("{}#post-{}", address(&to(&format!("{}/{}", thread.place.path, thread.id)), &all), post.number)
}

/// What the reader may do with a post, as links and small forms.
fn actions(thread: &ThreadView, post: &PostView) -> AnyView {
    let id = post.id.to_string();
    let edit = post.editable.as_ref().map(|(until, _)| {
        view! {
            <a href=here(thread, post, &[("edit", &id)])>{t!("forum-edit")}</a>
            <span class="hint">{t!("forum-edit-until")}" "{moment(*until, &thread.place.zone)}</span>
        }
    });
    let report = (!post.own && post.hidden.is_none()).then(|| {
        if post.reported {
            view! { <span class="hint">{t!("forum-reported")}</span> }.into_any()
        } else {
            view! { <a href=here(thread, post, &[("report", &id)])>{t!("forum-report")}</a> }.into_any()
        }
    });
    let moderates = thread.place.moderates;
    let answer = (moderates && post.number > 1 && post.hidden.is_none()).then(|| answer_form(thread, post));
    let hide = moderates.then(|| {
        if post.hidden.is_some() {
            hidden_form(thread, post)
        } else {
            view! { <a href=here(thread, post, &[("hide", &id)])>{t!("forum-hide")}</a> }.into_any()
        }
    });
    let waiting = (post.waiting > 0).then(|| {
        view! { <a href=to(&thread.place.queue)><span class="count count--waiting">{t!("forum-waiting", count = post.waiting)}</span></a> }
    });
    view! { <div class="post__actions">{edit}{report}{answer}{hide}{waiting}</div> }.into_any()
}

/// The fields that say which post a form is about.
pub(super) fn about(thread: &ThreadView, post: &PostView) -> impl IntoView + use<> {
    view! {
        <input type="hidden" name="forum" value=thread.place.address.clone() />
        <input type="hidden" name="thread" value=thread.id.to_string() />
        <input type="hidden" name="post" value=post.id.to_string() />
    }
}

fn most() -> u32 {
    u32::try_from(REASON_MAX).unwrap_or_default()
}

fn report_form(thread: &ThreadView, post: &PostView) -> AnyView {
    let (about, cancel) = (about(thread, post), here(thread, post, &[]));
    view! {
        <Form doorway="report_post" class="panel">
            {about}
            <TextField name="report_reason" rows=3 hint=t!("forum-report-hint", most = most()) />
            <div class="cluster"><button class="button">{t!("forum-report-button")}</button><a href=cancel>{t!("forum-cancel")}</a></div>
        </Form>
    }
    .into_any()
}

fn hide_form(thread: &ThreadView, post: &PostView) -> AnyView {
    let (about, cancel) = (about(thread, post), here(thread, post, &[]));
    view! {
        <Form doorway="hide_post" class="panel">
            {about}
            <TextField name="hide_reason" rows=3 hint=t!("forum-hide-hint", most = most()) />
            <div class="cluster"><button class="button button--danger">{t!("forum-hide-button")}</button><a href=cancel>{t!("forum-cancel")}</a></div>
        </Form>
    }
    .into_any()
}
