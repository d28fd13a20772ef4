//! Reports: anybody in a forum may say that a post should not stand; moderators see what waits, and decide.

use std::collections::HashMap;

use domain::error::Code;
use domain::forum::{ForumAddress, QueueView, ReportOutcome, ReportRow, reason};
use domain::id::{PostId, ReportId, ThreadId};
use domain::page::{PAGE_SIZE, Page, shown_page};
use sea_orm::sea_query::{Expr, ExprTrait as _, Order};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::moderation::settle_reports;
use super::place::{Place, communities};
use super::scope::Scope;
use super::{markdown, people, store, writing};
use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::entity::{edition, forum_post, forum_report, forum_thread};
use crate::error::Result;
use crate::learning::language_for;
use crate::policy;

/// Characters of a post that the queue quotes.
const QUOTED: usize = 400;

/// Reports a post of somebody else's; a second report of the same person changes nothing. Gives the post's address, after
/// the language.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotEnrolled` or `CommunityOnly`; `NotForYou` for one's own post; `Invalid` naming
/// `report_reason`; `PostingTooFast`.
pub async fn report(ctx: &Ctx, forum: &str, thread: &str, post: &str, why: &str) -> Result<String> {
    let me = policy::may_act(ctx)?.person().account;
    let tx = ctx.db.begin_write().await?;
    let place = Place::enter(&tx, ctx, forum).await?;
    let thread = store::get_thread(&tx, place.scope, thread.parse().map_err(|_| Code::NotFound)?).await?;
    let post = store::get_post(&tx, thread.id, post.parse().map_err(|_| Code::NotFound)?).await?;
    if post.author_id == me {
        return Err(Code::NotForYou.into());
    }
    let why = reason("report_reason", why)?;
    ctx.posting.check(me)?;
    if post.hidden_at.is_none() {
        let row = forum_report::ActiveModel {
            id: Set(ReportId(ctx.new_id())),
            post_id: Set(post.id),
            account_id: Set(me),
            reason: Set(why),
            reported_at: Set(ctx.now()),
            closed_at: Set(None),
            closed_by: Set(None),
            outcome: Set(None),
        };
        forum_report::Entity::insert(row)
            .on_conflict_do_nothing_on([forum_report::Column::PostId, forum_report::Column::AccountId])
            .exec_without_returning(&tx)
            .await?;
        tx.commit().await?;
    }
    Ok(writing::at(&place, thread.id, post.number))
}

/// Lets a reported post stand: its open reports are settled.
///
/// # Errors
/// `SignInFirst`, `NotForYou` or `NotFound`.
pub async fn keep_post(ctx: &Ctx, forum: &str, thread: &str, post: &str) -> Result<()> {
    let me = policy::may_act(ctx)?.person().account;
    let tx = ctx.db.begin_write().await?;
    let place = Place::enter(&tx, ctx, forum).await?;
    place.permit.moderator()?;
    let thread = store::get_thread(&tx, place.scope, thread.parse().map_err(|_| Code::NotFound)?).await?;
    let post = store::get_post(&tx, thread.id, post.parse().map_err(|_| Code::NotFound)?).await?;
    let reports = settle_reports(&tx, ctx, me, post.id, ReportOutcome::Kept).await?;
    if reports > 0 {
        let entry = Entry::ReportsKept { forum: &place.address.to_string(), reports };
        audit::record(&tx, ctx, &post.id.to_string(), entry).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// What was reported in a forum, for its moderators; with an empty address in every forum, for staff. What waits comes first.
///
/// # Errors
/// `SignInFirst`, `NotForYou` or `NotFound`.
pub async fn queue(ctx: &Ctx, address: &str, page: u32) -> Result<QueueView> {
    policy::may_act(ctx)?;
    let db = ctx.db.read();
    let place = if address.is_empty() {
        policy::may_see_people(ctx)?;
        None
    } else {
        Some(queue_of(db, ctx, address).await?)
    };
    let scope = place.as_ref().map(|place| place.scope);
    let all = store::reports_of(scope);
    let total = u32::try_from(all.clone().count(db).await?).unwrap_or(u32::MAX);
    let number = shown_page(page, total);
    let reports = all
        .order_by(Expr::col(forum_report::Column::ClosedAt).is_null(), Order::Desc)
        .order_by_desc(forum_report::Column::ReportedAt)
        .order_by_desc(forum_report::Column::Id)
        .offset(u64::from((number - 1) * PAGE_SIZE))
        .limit(u64::from(PAGE_SIZE))
        .all(db)
        .await?;
    Ok(QueueView {
        waiting: store::waiting(db, scope).await?,
        page: Page { rows: rows(db, ctx, reports).await?, total, number },
        place: place.as_ref().map(Place::view),
    })
}

/// The people of an edition who do not moderate are told that the queue is not for them, like everybody outside it.
async fn queue_of<C: ConnectionTrait>(db: &C, ctx: &Ctx, address: &str) -> Result<Place> {
    let outside = |error: crate::Error| match error.code() {
        Some(Code::NotEnrolled | Code::CommunityOnly) => Code::NotForYou.into(),
        _ => error,
    };
    let place = Place::enter(db, ctx, address).await.map_err(outside)?;
    place.permit.moderator()?;
    Ok(place)
}

/// Reports with what they are about, loaded in bulk.
async fn rows<C: ConnectionTrait>(db: &C, ctx: &Ctx, reports: Vec<forum_report::Model>) -> Result<Vec<ReportRow>> {
    let ids: Vec<PostId> = reports.iter().map(|report| report.post_id).collect();
    let posts: HashMap<PostId, forum_post::Model> = forum_post::Entity::find()
        .filter(forum_post::Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?
        .into_iter()
        .map(|post| (post.id, post))
        .collect();
    let threads: HashMap<ThreadId, forum_thread::Model> = forum_thread::Entity::find()
        .filter(forum_thread::Column::Id.is_in(posts.values().map(|post| post.thread_id)))
        .all(db)
        .await?
        .into_iter()
        .map(|thread| (thread.id, thread))
        .collect();
    let places = places(db, ctx, threads.values()).await?;
    let mentions = store::list_mentions(db, &ids).await?;
    let people = reports
        .iter()
        .map(|report| report.account_id)
        .chain(posts.values().map(|post| post.author_id))
        .chain(mentions.values().flatten().copied());
    let cards = people::cards(db, None, people).await?;
    let row = |report: forum_report::Model| {
        let post = posts.get(&report.post_id)?;
        let thread = threads.get(&post.thread_id)?;
        let (address, place) = places.get(&of(thread)?)?;
        let name = |who| cards.get(&who).map(|card| card.name.clone());
        Some(ReportRow {
            id: report.id,
            reason: report.reason,
            reporter: cards.get(&report.account_id).cloned().unwrap_or_default(),
            reported_at: report.reported_at,
            closed_at: report.closed_at,
            outcome: report.outcome,
            forum: address.to_string(),
            path: writing::address(&address.path(), thread.id, post.number),
            place: place.clone(),
            thread: thread.id,
            title: thread.title.clone(),
            post: post.id,
            author: cards.get(&post.author_id).cloned().unwrap_or_default(),
            excerpt: markdown::excerpt(&post.text, QUOTED, name),
            hidden: post.hidden_at.is_some(),
        })
    };
    Ok(reports.into_iter().filter_map(row).collect())
}

/// Where a conversation is.
pub(super) fn of(thread: &forum_thread::Model) -> Option<Scope> {
    thread.edition_id.map(Scope::Edition).or_else(|| thread.course_id.map(Scope::Course))
}

/// The address and the title of the forums of these conversations.
async fn places<C: ConnectionTrait>(
    db: &C,
    ctx: &Ctx,
    threads: impl Iterator<Item = &forum_thread::Model> + Clone,
) -> Result<HashMap<Scope, (ForumAddress, String)>> {
    let editions = threads.clone().filter_map(|thread| thread.edition_id);
    let editions = edition::Entity::find().filter(edition::Column::Id.is_in(editions)).all(db).await?;
    let communities = communities(db, ctx, threads.filter_map(|thread| thread.course_id)).await?;
    let editions = editions.into_iter().map(|edition| {
        let title = crate::edition::title(&edition, language_for(ctx, &edition)).to_owned();
        (Scope::Edition(edition.id), (ForumAddress::Edition(edition.code), title))
    });
    let communities = communities
        .into_iter()
        .map(|(scope, (slug, title))| (scope, (ForumAddress::Course(slug), title.get(ctx.language).to_owned())));
    Ok(editions.chain(communities).collect())
}
