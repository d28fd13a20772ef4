//! Taking posts: a new conversation, a reply, a change by the author. The same form sent twice is one post.

use domain::error::Code;
use domain::forum::{Checked, PostForm, may_edit, may_reply, may_write, page_of, take_mentions};
use domain::id::{AccountId, PostId, ThreadId};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel as _, QueryFilter, TryInsertResult,
};

use super::place::Place;
use super::{notices, people, store};
use crate::course::search::fold;
use crate::ctx::Ctx;
use crate::entity::{forum_mention, forum_post, forum_thread};
use crate::error::Result;
use crate::policy;

/// Begins a conversation and gives its address, after the language.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotEnrolled` or `CommunityOnly`; `EditionEnded`; `Invalid` naming each wrong field;
/// `Preview`; `PostingTooFast`.
pub async fn start_thread(ctx: &Ctx, form: PostForm) -> Result<String> {
    let me = policy::may_act(ctx)?.person().account;
    let tx = ctx.db.begin_write().await?;
    let place = Place::enter(&tx, ctx, &form.forum).await?;
    may_write(place.phase)?;
    let (post, id) = taken(&tx, ctx, me, &form, true).await?;
    if let Some(known) = store::find_post(&tx, id).await? {
        return again(&place, me, &known);
    }
    ctx.posting.check(me)?;
    let (edition_id, course_id) = place.ids();
    let thread = forum_thread::Model {
        // One id for the conversation and its first post: the form knows only one.
        id: ThreadId(id.0),
        edition_id,
        course_id,
        title: post.title.clone(),
        author_id: me,
        posts: 1,
        posted_at: ctx.now(),
        active_at: ctx.now(),
        pinned_at: None,
        closed_at: None,
        hidden_at: None,
        answer_id: None,
    };
    let made = forum_thread::Entity::insert(thread.clone().into_active_model())
        .on_conflict_do_nothing_on([forum_thread::Column::Id])
        .exec_without_returning(&tx)
        .await?;
    if matches!(made, TryInsertResult::Inserted(1..)) {
        insert(&tx, ctx, &place, &thread, NewPost { id, number: 1, author: me, text: &post.text }).await?;
        tx.commit().await?;
    }
    Ok(at(&place, thread.id, 1))
}

/// Adds a post to a conversation and gives its address, after the language.
///
/// # Errors
/// Those of `start_thread`, and `ThreadClosed`.
pub async fn reply(ctx: &Ctx, form: PostForm) -> Result<String> {
    let me = policy::may_act(ctx)?.person().account;
    let tx = ctx.db.begin_write().await?;
    let place = Place::enter(&tx, ctx, &form.forum).await?;
    let thread = store::lock_thread(&tx, place.scope, form.thread.parse().map_err(|_| Code::NotFound)?).await?;
    may_reply(place.phase, thread.closed_at.is_some())?;
    let (post, id) = taken(&tx, ctx, me, &form, false).await?;
    if let Some(known) = store::find_post(&tx, id).await? {
        return again(&place, me, &known);
    }
    ctx.posting.check(me)?;
    let number = thread.posts.saturating_add(1);
    insert(&tx, ctx, &place, &thread, NewPost { id, number, author: me, text: &post.text }).await?;
    let row = forum_thread::ActiveModel {
        id: Set(thread.id),
        posts: Set(number),
        active_at: Set(ctx.now()),
        ..Default::default()
    };
    forum_thread::Entity::update(row).exec(&tx).await?;
    tx.commit().await?;
    Ok(at(&place, thread.id, number))
}

/// Changes a post of one's own, and the title with the first one; gives its address, after the language.
///
/// # Errors
/// Those of `reply`; `NotForYou` for somebody else's post, `EditOver` past its time.
pub async fn edit_post(ctx: &Ctx, form: PostForm) -> Result<String> {
    let me = policy::may_act(ctx)?.person().account;
    let tx = ctx.db.begin_write().await?;
    let place = Place::enter(&tx, ctx, &form.forum).await?;
    let thread = store::lock_thread(&tx, place.scope, form.thread.parse().map_err(|_| Code::NotFound)?).await?;
    let post = store::get_post(&tx, thread.id, form.post.parse().map_err(|_| Code::NotFound)?).await?;
    may_reply(place.phase, thread.closed_at.is_some())?;
    may_edit(post.author_id == me, post.hidden_at.is_some(), post.posted_at, ctx.now())?;
    let first = post.number == 1;
    let new = form.checked(first, false)?;
    let title = if first { new.title.clone() } else { String::new() };
    let people = people::names(&tx, place.scope).await?;
    let (text, mentioned) = take_mentions(&new.text, &people);
    if text != post.text || (first && title != thread.title) {
        let row = forum_post::ActiveModel {
            id: Set(post.id),
            search: Set(searched(&title, &new.text)),
            text: Set(text),
            edited_at: Set(Some(ctx.now())),
            ..Default::default()
        };
        forum_post::Entity::update(row).exec(&tx).await?;
        if first {
            let row = forum_thread::ActiveModel { id: Set(thread.id), title: Set(title), ..Default::default() };
            forum_thread::Entity::update(row).exec(&tx).await?;
        }
        let before = forget_mentions(&tx, post.id, &mentioned).await?;
        let added: Vec<AccountId> = mentioned.into_iter().filter(|who| !before.contains(who)).collect();
        mention(&tx, ctx, post.id, &added).await?;
        notices::about_mentions(&tx, ctx, post.id, me, &added).await?;
    }
    tx.commit().await?;
    Ok(at(&place, thread.id, post.number))
}

/// The checked post with its id, its author's name kept if they were asked for it now.
async fn taken<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    me: AccountId,
    form: &PostForm,
    titled: bool,
) -> Result<(Checked, PostId)> {
    let profile = people::ensure(tx, ctx, me).await?;
    let mut post = form.checked(titled, profile.shown.is_none())?;
    if let Some(name) = post.name.take() {
        people::set_name(tx, me, name).await?;
    }
    Ok((post, form.post.parse().unwrap_or_else(|_| PostId(ctx.new_id()))))
}

/// The address of a post that this form made before.
fn again(place: &Place, me: AccountId, known: &forum_post::Model) -> Result<String> {
    if known.author_id == me { Ok(at(place, known.thread_id, known.number)) } else { Err(Code::BadRequest.into()) }
}

/// Where a post is, after the language.
pub(super) fn at(place: &Place, thread: ThreadId, number: i32) -> String {
    address(&place.address.path(), thread, number)
}

/// The same, below the path of any forum.
pub(super) fn address(path: &str, thread: ThreadId, number: i32) -> String {
    let number = u32::try_from(number).unwrap_or(1);
    match page_of(number) {
        1 => format!("{path}/{thread}#post-{number}"),
        page => format!("{path}/{thread}?page={page}#post-{number}"),
    }
}

/// Title and text as they are searched.
pub(crate) fn searched(title: &str, text: &str) -> String {
    fold(&format!("{title}\n{text}"))
}

struct NewPost<'a> {
    id: PostId,
    number: i32,
    author: AccountId,
    text: &'a str,
}

async fn insert<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    place: &Place,
    thread: &forum_thread::Model,
    new: NewPost<'_>,
) -> Result<()> {
    let people = people::names(tx, place.scope).await?;
    let (text, mentioned) = take_mentions(new.text, &people);
    let row = forum_post::Model {
        id: new.id,
        thread_id: thread.id,
        number: new.number,
        author_id: new.author,
        text,
        search: searched(if new.number == 1 { &thread.title } else { "" }, new.text),
        posted_at: ctx.now(),
        edited_at: None,
        hidden_at: None,
        hidden_by: None,
        hidden_reason: None,
    };
    forum_post::Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    mention(tx, ctx, new.id, &mentioned).await?;
    notices::about_post(tx, ctx, thread.id, new.id, new.author, &mentioned).await
}

async fn mention<C: ConnectionTrait>(tx: &C, ctx: &Ctx, post: PostId, who: &[AccountId]) -> Result<()> {
    if who.is_empty() {
        return Ok(());
    }
    let row = |account: &AccountId| forum_mention::ActiveModel {
        id: Set(ctx.new_id()),
        post_id: Set(post),
        account_id: Set(*account),
    };
    forum_mention::Entity::insert_many(who.iter().map(row)).exec_without_returning(tx).await?;
    Ok(())
}

/// Takes away the mentions that a changed post no longer makes, and gives those that it made before.
async fn forget_mentions<C: ConnectionTrait>(tx: &C, post: PostId, kept: &[AccountId]) -> Result<Vec<AccountId>> {
    let before = store::list_mentions(tx, &[post]).await?.remove(&post).unwrap_or_default();
    forum_mention::Entity::delete_many()
        .filter(forum_mention::Column::PostId.eq(post))
        .filter(forum_mention::Column::AccountId.is_not_in(kept.iter().copied()))
        .exec(tx)
        .await?;
    Ok(before)
}
