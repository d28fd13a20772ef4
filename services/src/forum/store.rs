//! Queries about conversations and posts. Finders take the scope, so that an address of one forum finds nothing of another.

use std::collections::{HashMap, HashSet};

use domain::error::Code;
use domain::forum::{ForumQuery, ThreadFilter};
use domain::id::{AccountId, PostId, ThreadId};
use domain::page::{PAGE_SIZE, Page, shown_page};
use sea_orm::sea_query::{Expr, ExprTrait as _, LikeExpr, LockType, Order, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};

use super::scope::Scope;
use crate::course::search::fold;
use crate::entity::{forum_follow, forum_mention, forum_post, forum_report, forum_thread};
use crate::error::Result;

/// Most words of a search that are looked for.
const WORDS: usize = 6;

/// # Errors
/// `NotFound`.
pub async fn get_thread<C: ConnectionTrait>(db: &C, scope: Scope, id: ThreadId) -> Result<forum_thread::Model> {
    let found = forum_thread::Entity::find_by_id(id).filter(scope.threads()).one(db).await?;
    found.ok_or_else(|| Code::NotFound.into())
}

/// The conversation, held until the transaction ends: its posts get their numbers, and its answer its mark, one by one.
///
/// # Errors
/// `NotFound`.
pub async fn lock_thread<C: ConnectionTrait>(tx: &C, scope: Scope, id: ThreadId) -> Result<forum_thread::Model> {
    let found =
        forum_thread::Entity::find_by_id(id).filter(scope.threads()).lock(LockType::NoKeyUpdate).one(tx).await?;
    found.ok_or_else(|| Code::NotFound.into())
}

/// A post of this conversation.
///
/// # Errors
/// `NotFound`.
pub async fn get_post<C: ConnectionTrait>(db: &C, thread: ThreadId, id: PostId) -> Result<forum_post::Model> {
    let found = forum_post::Entity::find_by_id(id).filter(forum_post::Column::ThreadId.eq(thread)).one(db).await?;
    found.ok_or_else(|| Code::NotFound.into())
}

/// # Errors
/// When the database fails.
pub async fn find_post<C: ConnectionTrait>(db: &C, id: PostId) -> Result<Option<forum_post::Model>> {
    Ok(forum_post::Entity::find_by_id(id).one(db).await?)
}

/// One page of a forum's conversations: pinned ones first, then the latest activity.
///
/// # Errors
/// When the database fails.
pub async fn list_threads<C: ConnectionTrait>(
    db: &C,
    scope: Scope,
    me: AccountId,
    moderates: bool,
    query: &ForumQuery,
) -> Result<Page<forum_thread::Model>> {
    let found = forum_thread::Entity::find().filter(scope.threads()).filter(filtered(me, query.filter));
    let found = found.filter(searched(moderates, &query.search));
    let total = u32::try_from(found.clone().count(db).await?).unwrap_or(u32::MAX);
    let number = shown_page(query.page, total);
    let rows = found
        .order_by(Expr::col(forum_thread::Column::PinnedAt).is_null(), Order::Asc)
        .order_by_desc(forum_thread::Column::ActiveAt)
        .order_by_desc(forum_thread::Column::Id)
        .offset(u64::from((number - 1) * PAGE_SIZE))
        .limit(u64::from(PAGE_SIZE))
        .all(db)
        .await?;
    Ok(Page { rows, total, number })
}

fn filtered(me: AccountId, filter: ThreadFilter) -> Condition {
    let all = Condition::all();
    match filter {
        ThreadFilter::All => all,
        ThreadFilter::Unanswered => {
            all.add(forum_thread::Column::Posts.lte(1)).add(forum_thread::Column::AnswerId.is_null())
        }
        ThreadFilter::Mine => {
            let written = posts_of(forum_post::Column::AuthorId.eq(me));
            all.add(forum_thread::Column::Id.in_subquery(written))
        }
        ThreadFilter::Followed => {
            let followed = forum_follow::Entity::find()
                .select_only()
                .column(forum_follow::Column::ThreadId)
                .filter(forum_follow::Column::AccountId.eq(me))
                .filter(forum_follow::Column::EndedAt.is_null())
                .into_query();
            all.add(forum_thread::Column::Id.in_subquery(followed))
        }
    }
}

fn posts_of(which: Expr) -> SelectStatement {
    forum_post::Entity::find().select_only().column(forum_post::Column::ThreadId).filter(which).into_query()
}

/// Every word must stand in some post; what is hidden is found by moderators only.
fn searched(moderates: bool, search: &str) -> Condition {
    let mut all = Condition::all();
    for word in fold(search).split_whitespace().take(WORDS) {
        let word = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        let like = LikeExpr::new(format!("%{word}%")).escape('\\');
        let mut standing = forum_post::Entity::find()
            .select_only()
            .column(forum_post::Column::ThreadId)
            .filter(Expr::col(forum_post::Column::Search).like(like));
        if !moderates {
            standing = standing.filter(forum_post::Column::HiddenAt.is_null());
        }
        all = all.add(forum_thread::Column::Id.in_subquery(standing.into_query()));
    }
    all
}

/// One page of a conversation's posts, in order. Numbers have no gaps, so a page is a range of them.
///
/// # Errors
/// When the database fails.
pub async fn list_posts<C: ConnectionTrait>(
    db: &C,
    thread: &forum_thread::Model,
    page: u32,
) -> Result<Page<forum_post::Model>> {
    let total = u32::try_from(thread.posts).unwrap_or_default();
    let number = shown_page(page, total);
    let rows = forum_post::Entity::find()
        .filter(forum_post::Column::ThreadId.eq(thread.id))
        .filter(forum_post::Column::Number.gt((number - 1) * PAGE_SIZE))
        .filter(forum_post::Column::Number.lte(number * PAGE_SIZE))
        .order_by_asc(forum_post::Column::Number)
        .all(db)
        .await?;
    Ok(Page { rows, total, number })
}

/// Who wrote in a conversation.
///
/// # Errors
/// When the database fails.
pub async fn list_authors<C: ConnectionTrait>(db: &C, thread: ThreadId) -> Result<HashSet<AccountId>> {
    let rows: Vec<AccountId> = forum_post::Entity::find()
        .select_only()
        .column(forum_post::Column::AuthorId)
        .filter(forum_post::Column::ThreadId.eq(thread))
        .distinct()
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Whom each of these posts mentions.
///
/// # Errors
/// When the database fails.
pub async fn list_mentions<C: ConnectionTrait>(db: &C, posts: &[PostId]) -> Result<HashMap<PostId, Vec<AccountId>>> {
    let mut all: HashMap<PostId, Vec<AccountId>> = HashMap::new();
    if posts.is_empty() {
        return Ok(all);
    }
    let found = forum_mention::Entity::find().filter(forum_mention::Column::PostId.is_in(posts.iter().copied()));
    for row in found.all(db).await? {
        all.entry(row.post_id).or_default().push(row.account_id);
    }
    Ok(all)
}

/// Which of these conversations `me` follows.
///
/// # Errors
/// When the database fails.
pub async fn followed<C: ConnectionTrait>(db: &C, me: AccountId, threads: &[ThreadId]) -> Result<HashSet<ThreadId>> {
    if threads.is_empty() {
        return Ok(HashSet::new());
    }
    let rows: Vec<ThreadId> = forum_follow::Entity::find()
        .select_only()
        .column(forum_follow::Column::ThreadId)
        .filter(forum_follow::Column::AccountId.eq(me))
        .filter(forum_follow::Column::EndedAt.is_null())
        .filter(forum_follow::Column::ThreadId.is_in(threads.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// The reports of these posts.
///
/// # Errors
/// When the database fails.
pub async fn list_reports<C: ConnectionTrait>(db: &C, posts: &[PostId]) -> Result<Vec<forum_report::Model>> {
    if posts.is_empty() {
        return Ok(Vec::new());
    }
    Ok(forum_report::Entity::find().filter(forum_report::Column::PostId.is_in(posts.iter().copied())).all(db).await?)
}

/// How many reports of a forum wait for a moderator.
///
/// # Errors
/// When the database fails.
pub async fn waiting<C: ConnectionTrait>(db: &C, scope: Option<Scope>) -> Result<u32> {
    let count = reports_of(scope).filter(forum_report::Column::ClosedAt.is_null()).count(db).await?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

/// The reports of a forum; None: of every forum.
pub fn reports_of(scope: Option<Scope>) -> sea_orm::Select<forum_report::Entity> {
    let reports = forum_report::Entity::find();
    let Some(scope) = scope else { return reports };
    let threads = forum_thread::Entity::find()
        .select_only()
        .column(forum_thread::Column::Id)
        .filter(scope.threads())
        .into_query();
    let posts = forum_post::Entity::find()
        .select_only()
        .column(forum_post::Column::Id)
        .filter(forum_post::Column::ThreadId.in_subquery(threads))
        .into_query();
    reports.filter(forum_report::Column::PostId.in_subquery(posts))
}
