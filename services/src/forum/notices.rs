//! Whom a post is to be mailed to, noted in its own transaction: a notice commits or falls with the post. Also following.

use std::collections::HashSet;

use domain::error::Code;
use domain::forum::MailWindow;
use domain::id::{AccountId, PostId, ThreadId};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::place::Place;
use super::{people, store};
use crate::ctx::Ctx;
use crate::entity::{forum_follow, forum_notice, forum_profile};
use crate::error::Result;
use crate::policy;
use crate::roster::insert_all;

/// Follows a conversation, or no more. Gives its address, after the language.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotEnrolled` or `CommunityOnly`.
pub async fn follow(ctx: &Ctx, forum: &str, thread: &str, on: bool) -> Result<String> {
    let me = policy::may_act(ctx)?.person().account;
    let tx = ctx.db.begin_write().await?;
    let place = Place::enter(&tx, ctx, forum).await?;
    let thread = store::get_thread(&tx, place.scope, thread.parse().map_err(|_| Code::NotFound)?).await?;
    people::ensure(&tx, ctx, me).await?;
    let ended_at = if on { None } else { Some(ctx.now()) };
    let update = OnConflict::columns([forum_follow::Column::ThreadId, forum_follow::Column::AccountId])
        .update_column(forum_follow::Column::EndedAt)
        .to_owned();
    forum_follow::Entity::insert(followed(ctx, thread.id, me, ended_at))
        .on_conflict(update)
        .exec_without_returning(&tx)
        .await?;
    tx.commit().await?;
    Ok(format!("{}/{}", place.address.path(), thread.id))
}

fn followed(
    ctx: &Ctx,
    thread: ThreadId,
    account: AccountId,
    ended_at: Option<chrono::DateTime<chrono::Utc>>,
) -> forum_follow::ActiveModel {
    forum_follow::ActiveModel {
        id: Set(ctx.new_id()),
        thread_id: Set(thread),
        account_id: Set(account),
        since: Set(ctx.now()),
        ended_at: Set(ended_at),
    }
}

/// Notes a new post for those who follow its conversation and those whom it mentions, never for its author, who follows
/// the conversation from now on unless they stopped once or never want to.
///
/// # Errors
/// When the database fails; the post then falls with it.
pub(super) async fn about_post<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    thread: ThreadId,
    post: PostId,
    author: AccountId,
    mentioned: &[AccountId],
) -> Result<()> {
    if people::find(tx, author).await?.is_none_or(|profile| profile.follow) {
        let once = [forum_follow::Column::ThreadId, forum_follow::Column::AccountId];
        forum_follow::Entity::insert(followed(ctx, thread, author, None))
            .on_conflict_do_nothing_on(once)
            .exec_without_returning(tx)
            .await?;
    }
    let following: Vec<AccountId> = forum_follow::Entity::find()
        .select_only()
        .column(forum_follow::Column::AccountId)
        .filter(forum_follow::Column::ThreadId.eq(thread))
        .filter(forum_follow::Column::EndedAt.is_null())
        .into_tuple()
        .all(tx)
        .await?;
    note(tx, ctx, post, author, &following, mentioned).await
}

/// Notes a changed post for those whom it mentions only now.
///
/// # Errors
/// When the database fails; the change then falls with it.
pub(super) async fn about_mentions<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    post: PostId,
    author: AccountId,
    mentioned: &[AccountId],
) -> Result<()> {
    note(tx, ctx, post, author, &[], mentioned).await
}

async fn note<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    post: PostId,
    author: AccountId,
    following: &[AccountId],
    mentioned: &[AccountId],
) -> Result<()> {
    let readers: HashSet<AccountId> =
        following.iter().chain(mentioned).copied().filter(|reader| *reader != author).collect();
    if readers.is_empty() {
        return Ok(());
    }
    let profiles =
        forum_profile::Entity::find().filter(forum_profile::Column::AccountId.is_in(readers)).all(tx).await?;
    let zone = ctx.settings.reporting_zone;
    let rows = profiles.into_iter().filter_map(|reader| {
        let mention = reader.mentions && mentioned.contains(&reader.account_id);
        let window = match reader.mail {
            // Whoever wants no mail of conversations may still want to hear of being spoken to.
            MailWindow::Never if mention => MailWindow::AtOnce,
            window => window,
        };
        let follows = following.contains(&reader.account_id);
        let due_at = window.due(ctx.now(), zone).filter(|_| mention || follows)?;
        Some(forum_notice::ActiveModel {
            id: Set(ctx.new_id()),
            account_id: Set(reader.account_id),
            post_id: Set(post),
            mention: Set(mention),
            due_at: Set(due_at),
            sent_at: Set(None),
        })
    });
    let rows: Vec<_> = rows.collect();
    if following.is_empty() {
        // A post that changed may have been noted for them before; it is not mailed twice.
        for row in rows {
            let once = [forum_notice::Column::AccountId, forum_notice::Column::PostId];
            forum_notice::Entity::insert(row).on_conflict_do_nothing_on(once).exec_without_returning(tx).await?;
        }
        return Ok(());
    }
    insert_all(tx, rows).await
}

/// Brings what still waits for `reader` in line with what they want now.
///
/// # Errors
/// When the database fails.
pub(super) async fn rearrange<C: ConnectionTrait>(tx: &C, ctx: &Ctx, reader: &forum_profile::Model) -> Result<()> {
    let waiting = || {
        sea_orm::Condition::all()
            .add(forum_notice::Column::AccountId.eq(reader.account_id))
            .add(forum_notice::Column::SentAt.is_null())
    };
    let unwanted = |mention: bool| {
        forum_notice::Entity::delete_many().filter(waiting()).filter(forum_notice::Column::Mention.eq(mention))
    };
    if !reader.mentions {
        unwanted(true).exec(tx).await?;
    }
    if reader.mail == MailWindow::Never {
        unwanted(false).exec(tx).await?;
    } else if let Some(due) = reader.mail.due(ctx.now(), ctx.settings.reporting_zone) {
        forum_notice::Entity::update_many()
            .col_expr(forum_notice::Column::DueAt, Expr::value(due))
            .filter(waiting())
            .exec(tx)
            .await?;
    }
    Ok(())
}
