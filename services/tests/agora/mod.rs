//! People who write in forums, in sentences.
#![cfg(test)]
#![allow(dead_code, clippy::allow_attributes, reason = "each file of tests uses some of these")]

use std::sync::Arc;

use chrono::Duration;
use domain::forum::{ForumQuery, ForumView, MailForm, NameForm, PostForm, ThreadFilter, ThreadView};
use services::{Campus, Ctx, enrolment, forum};

use crate::classroom::{RUNNING, at, edition, learner, teaches};
use crate::support;

/// The forum of the edition "e".
pub const E: &str = "edition/e";

/// An edition "e" in March 2026 that is under way, with an instructor and two participants.
pub async fn filled(campus: &Arc<Campus>) -> (Ctx, Ctx, Ctx) {
    support::clock(campus).set(at(RUNNING));
    let id = edition(campus, "e", None).await;
    let (docente, ana, eva) =
        (learner(campus, "docente").await, learner(campus, "ana").await, learner(campus, "eva").await);
    teaches(&docente, id).await;
    for ctx in [&ana, &eva] {
        enrolment::enrol(ctx, "e").await.unwrap();
    }
    support::mails(campus).await;
    (docente, ana, eva)
}

pub fn named() -> NameForm {
    NameForm { forum_name: "full".into(), ..NameForm::default() }
}

pub fn new_thread(forum: &str, title: &str, text: &str) -> PostForm {
    PostForm {
        forum: forum.into(),
        thread_title: title.into(),
        post_text: text.into(),
        name: named(),
        ..PostForm::default()
    }
}

/// Begins a conversation and gives its id.
pub async fn begin(ctx: &Ctx, forum: &str, title: &str, text: &str) -> String {
    thread_of(&forum::start_thread(ctx, new_thread(forum, title, text)).await.unwrap())
}

/// The conversation that an address leads to.
pub fn thread_of(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap();
    path.rsplit('/').next().unwrap().to_owned()
}

pub fn answer(forum: &str, thread: &str, text: &str) -> PostForm {
    PostForm { thread: thread.into(), ..new_thread(forum, "", text) }
}

/// Adds a post, some seconds after the one before.
pub async fn say(ctx: &Ctx, forum: &str, thread: &str, text: &str) {
    support::clock(&ctx.campus).advance(Duration::seconds(1));
    forum::reply(ctx, answer(forum, thread, text)).await.unwrap();
}

pub async fn read(ctx: &Ctx, forum: &str, thread: &str) -> ThreadView {
    forum::thread(ctx, forum, thread, 1).await.unwrap()
}

pub async fn list(ctx: &Ctx, forum: &str) -> ForumView {
    forum::forum(ctx, forum, &all()).await.unwrap()
}

pub fn all() -> ForumQuery {
    ForumQuery { search: String::new(), filter: ThreadFilter::All, page: 1 }
}

/// The id of post `number` of a conversation.
pub async fn post_id(ctx: &Ctx, forum: &str, thread: &str, number: usize) -> String {
    read(ctx, forum, thread).await.page.rows[number - 1].id.to_string()
}

pub async fn wants(ctx: &Ctx, mail: &str, mentions: bool) {
    let on = |on: bool| if on { "1".to_owned() } else { String::new() };
    let form = MailForm { forum_mail: mail.into(), forum_mentions: on(mentions), forum_follow: "1".into() };
    forum::save_mail(ctx, &form).await.unwrap();
}

/// The mails about forums that were written by now, and by half a minute later.
pub async fn digests(campus: &Campus) -> Vec<String> {
    support::clock(campus).advance(Duration::seconds(30));
    support::mails(campus).await.into_iter().filter(|mail| mail.contains("/forum-mail/")).collect()
}
