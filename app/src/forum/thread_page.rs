//! `/learn/{edition}/forum/{thread}` and `/community/{course}/{thread}`: one conversation.

use domain::error::Code;
use domain::forum::{ThreadView, page_of};
use leptos::prelude::*;
use leptos_meta::Title;

use super::moderation::{follow_form, thread_forms};
use super::post::{Open, post};
use super::post_form::{Kind, PostForm};
use super::{api, breadcrumb, notice, of_course, of_edition, previewed};
use crate::list::{Pager, page_number};
use crate::load::load;
use crate::request::{param, to};
use crate::t;

#[component]
pub fn EditionThreadPage() -> impl IntoView {
    page(of_edition())
}

#[component]
pub fn CommunityThreadPage() -> impl IntoView {
    page(of_course())
}

fn page(forum: String) -> AnyView {
    let (thread, text, open) = (param("thread"), previewed(), Open::asked());
    let number = page_number();
    let data = async move {
        let view = api::forum_thread(forum.clone(), thread, number).await?;
        let preview = match text {
            Some(text) => Some(api::forum_preview(forum, text).await?),
            None => None,
        };
        Ok((view, preview))
    };
    load(data, move |(view, preview)| shown(view, open, preview))
}

fn shown(view: ThreadView, open: Option<Open>, preview: Option<String>) -> AnyView {
    let title = if view.title.is_empty() { t!("forum-hidden-thread") } else { view.title.clone() };
    let path = to(&format!("{}/{}", view.place.path, view.id));
    let answer = view.answer.map(|(_, number)| {
        let page = page_of(number);
        let href = if page == view.page.number {
            format!("#post-{number}")
        } else {
            format!("{path}?page={page}#post-{number}")
        };
        view! { <p><a href=href>{t!("forum-to-answer")}</a></p> }
    });
    let editing = matches!(open, Some(Open::Edit(_)));
    let posts =
        view.page.rows.iter().map(|one| post(&view, one, open, preview.clone().filter(|_| editing))).collect_view();
    let badge = |on: bool, class: &'static str, key: &str| on.then(|| view! { <span class=class>{t!(key)}</span> });
    view! {
        <Title text=title.clone() />
        <div class="page page--reading page--thread">
            {breadcrumb(&view.place, true)}
            {notice()}
            <h1>{title}</h1>
            <div class="cluster">
                {badge(view.pinned, "badge badge--pinned", "forum-pinned")}
                {badge(view.closed, "badge badge--ended", "forum-closed")}
                {follow_form(&view)}
                {thread_forms(&view)}
            </div>
            {answer}
            <div class="posts">{posts}</div>
            <p class="hint">{t!("forum-zone", zone = &view.place.zone)}</p>
            <Pager number=view.page.number pages=view.page.pages() path=path query=Vec::new() />
            {answering(view, open.is_some(), preview)}
        </div>
    }
    .into_any()
}

/// The form of a reply, or why there is none.
fn answering(view: ThreadView, other: bool, preview: Option<String>) -> Option<AnyView> {
    if other {
        return None;
    }
    let form = match view.refused {
        Some(Code::ThreadClosed) => view! { <div class="notice"><p>{t!("error-thread-closed")}</p></div> }.into_any(),
        Some(_) => view! { <div class="notice"><p>{t!("forum-ended")}</p></div> }.into_any(),
        None => view! {
            <section aria-labelledby="reply">
                <h2 id="reply">{t!("forum-reply-title")}</h2>
                <PostForm kind=Kind::Reply(view.id) place=view.place me=view.me post=view.new_post preview=preview names=view.names />
            </section>
        }
        .into_any(),
    };
    Some(form)
}
