//! What moderators do to conversations and posts. Every act that changes something is in the audit trail.

use domain::error::Code;
use domain::forum::{ReportOutcome, ThreadAct, reason};
use domain::id::{AccountId, PostId};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::place::Place;
use super::{store, writing};
use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::entity::{forum_post, forum_report, forum_thread};
use crate::error::Result;
use crate::policy;

/// Enters a forum as one of its moderators.
async fn moderate<C: ConnectionTrait>(tx: &C, ctx: &Ctx, forum: &str) -> Result<Place> {
    let place = Place::enter(tx, ctx, forum).await?;
    place.permit.moderator()?;
    Ok(place)
}

/// Pins, unpins, closes or reopens a conversation; gives its address, after the language. What is so already stays so.
///
/// # Errors
/// `SignInFirst`, `NotForYou` or `NotFound`.
pub async fn moderate_thread(ctx: &Ctx, forum: &str, thread: &str, act: &str) -> Result<String> {
    policy::may_act(ctx)?;
    let tx = ctx.db.begin_write().await?;
    let place = moderate(&tx, ctx, forum).await?;
    let act: ThreadAct = act.parse().map_err(|_| Code::ChoiceUnknown)?;
    let thread = store::lock_thread(&tx, place.scope, thread.parse().map_err(|_| Code::NotFound)?).await?;
    let mut row = forum_thread::ActiveModel { id: Set(thread.id), ..Default::default() };
    let changes = match act {
        ThreadAct::Pin => thread.pinned_at.is_none(),
        ThreadAct::Unpin => thread.pinned_at.is_some(),
        ThreadAct::Close => thread.closed_at.is_none(),
        ThreadAct::Reopen => thread.closed_at.is_some(),
    };
    if changes {
        match act {
            ThreadAct::Pin => row.pinned_at = Set(Some(ctx.now())),
            ThreadAct::Unpin => row.pinned_at = Set(None),
            ThreadAct::Close => row.closed_at = Set(Some(ctx.now())),
            ThreadAct::Reopen => row.closed_at = Set(None),
        }
        forum_thread::Entity::update(row).exec(&tx).await?;
        let entry = Entry::ThreadModerated { forum: &place.address.to_string(), act: act.as_str() };
        audit::record(&tx, ctx, &thread.id.to_string(), entry).await?;
        tx.commit().await?;
    }
    Ok(format!("{}/{}", place.address.path(), thread.id))
}

/// Marks a reply as the answer, or takes the mark away (`post` empty). `was`: the answer that the moderator saw, so that of
/// two who mark at once one is told of the other. Gives the conversation's address, after the language.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`; `ChangedMeanwhile`.
pub async fn mark_answer(ctx: &Ctx, forum: &str, thread: &str, post: &str, was: &str) -> Result<String> {
    policy::may_act(ctx)?;
    let tx = ctx.db.begin_write().await?;
    let place = moderate(&tx, ctx, forum).await?;
    let thread = store::lock_thread(&tx, place.scope, thread.parse().map_err(|_| Code::NotFound)?).await?;
    let marked: Option<PostId> =
        Some(post).filter(|post| !post.is_empty()).map(str::parse).transpose().map_err(|_| Code::NotFound)?;
    if marked == thread.answer_id {
        return Ok(format!("{}/{}", place.address.path(), thread.id));
    }
    if was.parse().ok() != thread.answer_id {
        return Err(Code::ChangedMeanwhile.into());
    }
    let number = match marked {
        Some(id) => {
            let post = store::get_post(&tx, thread.id, id).await?;
            if post.number == 1 || post.hidden_at.is_some() {
                return Err(Code::NotFound.into());
            }
            post.number
        }
        None => 1,
    };
    set_answer(&tx, ctx, &place, &thread, marked).await?;
    tx.commit().await?;
    Ok(writing::at(&place, thread.id, number))
}

async fn set_answer<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    place: &Place,
    thread: &forum_thread::Model,
    marked: Option<PostId>,
) -> Result<()> {
    let row = forum_thread::ActiveModel { id: Set(thread.id), answer_id: Set(marked), ..Default::default() };
    forum_thread::Entity::update(row).exec(tx).await?;
    let (forum, id) = (place.address.to_string(), thread.id.to_string());
    let (subject, entry) = match (marked, thread.answer_id) {
        (Some(post), _) => (post, Entry::AnswerMarked { forum: &forum, thread: id }),
        (None, Some(post)) => (post, Entry::AnswerUnmarked { forum: &forum, thread: id }),
        (None, None) => return Ok(()),
    };
    audit::record(tx, ctx, &subject.to_string(), entry).await
}

/// Hides a post, with a reason that its author reads; with the first post goes the title. Its open reports are settled, and
/// it is an answer no more. Gives its address, after the language.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`; `Invalid` naming `hide_reason`.
pub async fn hide_post(ctx: &Ctx, forum: &str, thread: &str, post: &str, why: &str) -> Result<String> {
    let me = policy::may_act(ctx)?.person().account;
    let tx = ctx.db.begin_write().await?;
    let place = moderate(&tx, ctx, forum).await?;
    let thread = store::lock_thread(&tx, place.scope, thread.parse().map_err(|_| Code::NotFound)?).await?;
    let post = store::get_post(&tx, thread.id, post.parse().map_err(|_| Code::NotFound)?).await?;
    let why = reason("hide_reason", why)?;
    if post.hidden_at.is_none() {
        let row = forum_post::ActiveModel {
            id: Set(post.id),
            hidden_at: Set(Some(ctx.now())),
            hidden_by: Set(Some(me)),
            hidden_reason: Set(Some(why.clone())),
            ..Default::default()
        };
        forum_post::Entity::update(row).exec(&tx).await?;
        if post.number == 1 {
            hide_title(&tx, &thread, Some(ctx.now())).await?;
        }
        if thread.answer_id == Some(post.id) {
            set_answer(&tx, ctx, &place, &thread, None).await?;
        }
        settle_reports(&tx, ctx, me, post.id, ReportOutcome::Hidden).await?;
        let entry = Entry::PostHidden { forum: &place.address.to_string(), reason: &why };
        audit::record(&tx, ctx, &post.id.to_string(), entry).await?;
        tx.commit().await?;
    }
    Ok(writing::at(&place, thread.id, post.number))
}

/// Shows a hidden post again. Gives its address, after the language.
///
/// # Errors
/// `SignInFirst`, `NotForYou` or `NotFound`.
pub async fn show_post(ctx: &Ctx, forum: &str, thread: &str, post: &str) -> Result<String> {
    policy::may_act(ctx)?;
    let tx = ctx.db.begin_write().await?;
    let place = moderate(&tx, ctx, forum).await?;
    let thread = store::lock_thread(&tx, place.scope, thread.parse().map_err(|_| Code::NotFound)?).await?;
    let post = store::get_post(&tx, thread.id, post.parse().map_err(|_| Code::NotFound)?).await?;
    if post.hidden_at.is_some() {
        let row = forum_post::ActiveModel {
            id: Set(post.id),
            hidden_at: Set(None),
            hidden_by: Set(None),
            hidden_reason: Set(None),
            ..Default::default()
        };
        forum_post::Entity::update(row).exec(&tx).await?;
        if post.number == 1 {
            hide_title(&tx, &thread, None).await?;
        }
        let entry = Entry::PostShownAgain { forum: &place.address.to_string() };
        audit::record(&tx, ctx, &post.id.to_string(), entry).await?;
        tx.commit().await?;
    }
    Ok(writing::at(&place, thread.id, post.number))
}

async fn hide_title<C: ConnectionTrait>(
    tx: &C,
    thread: &forum_thread::Model,
    at: Option<chrono::DateTime<chrono::Utc>>,
) -> Result<()> {
    let row = forum_thread::ActiveModel { id: Set(thread.id), hidden_at: Set(at), ..Default::default() };
    forum_thread::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// Closes a post's open reports and tells how many there were.
pub(super) async fn settle_reports<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    me: AccountId,
    post: PostId,
    outcome: ReportOutcome,
) -> Result<u64> {
    let settled = forum_report::Entity::update_many()
        .col_expr(forum_report::Column::ClosedAt, Expr::value(Some(ctx.now())))
        .col_expr(forum_report::Column::ClosedBy, Expr::value(Some(me)))
        .col_expr(forum_report::Column::Outcome, Expr::value(outcome.as_str()))
        .filter(forum_report::Column::PostId.eq(post))
        .filter(forum_report::Column::ClosedAt.is_null())
        .exec(tx)
        .await?;
    Ok(settled.rows_affected)
}
