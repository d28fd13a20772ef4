//! The pages of a forum: its list of conversations, and one of them. A constant number of queries, however long they are.

use std::collections::HashMap;

use domain::error::Code;
use domain::forum::{
    ForumQuery, ForumView, HiddenView, PersonCard, PostView, Sight, ThreadRow, ThreadView, editable_until, may_edit,
    may_reply, show_mentions, sight, take_mentions,
};
use domain::id::{AccountId, PostId, ThreadId};
use domain::page::Page;

use super::place::Place;
use super::{markdown, people, store};
use crate::ctx::Ctx;
use crate::entity::{forum_post, forum_report, forum_thread};
use crate::error::Result;
use crate::policy;

/// Most names that a form offers for mentions; more are found when they are written.
const OFFERED: usize = 60;

/// A forum's conversations, pinned ones first, then those of the latest activity.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotEnrolled` or `CommunityOnly`.
pub async fn forum(ctx: &Ctx, address: &str, query: &ForumQuery) -> Result<ForumView> {
    let me = policy::may_act(ctx)?.person().account;
    let db = ctx.db.read();
    let place = Place::enter(db, ctx, address).await?;
    let moderates = place.permit.moderates();
    let found = store::list_threads(db, place.scope, me, moderates, query).await?;
    let ids: Vec<ThreadId> = found.rows.iter().map(|thread| thread.id).collect();
    let followed = store::followed(db, me, &ids).await?;
    let cards = people::cards(db, Some(place.scope), found.rows.iter().map(|thread| thread.author_id)).await?;
    let rows = found.rows.into_iter().map(|thread| {
        let seen = sight(thread.hidden_at.is_some(), thread.author_id == me, moderates);
        ThreadRow {
            id: thread.id,
            hidden: thread.hidden_at.is_some(),
            author: card(&cards, thread.author_id, seen),
            title: if seen == Sight::Hidden { String::new() } else { thread.title },
            posted_at: thread.posted_at,
            active_at: thread.active_at,
            replies: u32::try_from(thread.posts.saturating_sub(1)).unwrap_or_default(),
            pinned: thread.pinned_at.is_some(),
            closed: thread.closed_at.is_some(),
            answered: thread.answer_id.is_some(),
            followed: followed.contains(&thread.id),
        }
    });
    Ok(ForumView {
        page: Page { rows: rows.collect(), total: found.total, number: found.number },
        waiting: if moderates { store::waiting(db, Some(place.scope)).await? } else { 0 },
        place: place.view(),
        me: people::mine(db, ctx).await?,
        new_post: PostId(ctx.new_id()),
    })
}

/// A hidden post names nobody to those who may not read it.
fn card(cards: &HashMap<AccountId, PersonCard>, who: AccountId, seen: Sight) -> PersonCard {
    if seen == Sight::Hidden { PersonCard::default() } else { cards.get(&who).cloned().unwrap_or_default() }
}

/// One page of a conversation.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotEnrolled` or `CommunityOnly`.
pub async fn thread(ctx: &Ctx, address: &str, id: &str, page: u32) -> Result<ThreadView> {
    let me = policy::may_act(ctx)?.person().account;
    let db = ctx.db.read();
    let place = Place::enter(db, ctx, address).await?;
    let thread = store::get_thread(db, place.scope, id.parse().map_err(|_| Code::NotFound)?).await?;
    let posts = store::list_posts(db, &thread, page).await?;
    let ids: Vec<PostId> = posts.rows.iter().map(|post| post.id).collect();
    let mentions = store::list_mentions(db, &ids).await?;
    let named = posts.rows.iter().map(|post| post.author_id).chain(mentions.values().flatten().copied());
    let reader = Reader {
        me,
        cards: people::cards(db, Some(place.scope), named.collect::<Vec<_>>()).await?,
        names: people::names(db, place.scope).await?,
        reports: store::list_reports(db, &ids).await?,
        mentions,
    };
    let number = match thread.answer_id {
        Some(answer) => store::find_post(db, answer).await?.and_then(|post| u32::try_from(post.number).ok()),
        None => None,
    };
    let authors = store::list_authors(db, thread.id).await?;
    let mut names: Vec<&(AccountId, String)> = reader.names.iter().filter(|(who, _)| *who != me).collect();
    names.sort_by_key(|(who, name)| (!authors.contains(who), crate::course::search::fold(name)));
    let names = names.into_iter().take(OFFERED).map(|(_, name)| name.clone()).collect();
    let hidden = sight(thread.hidden_at.is_some(), thread.author_id == me, place.permit.moderates()) == Sight::Hidden;
    let shown = posts.rows.into_iter().map(|post| reader.post(ctx, &place, &thread, post)).collect();
    Ok(ThreadView {
        page: Page { rows: shown, total: posts.total, number: posts.number },
        following: store::followed(db, me, &[thread.id]).await?.contains(&thread.id),
        refused: may_reply(place.phase, thread.closed_at.is_some()).err().map(|refusal| refusal.code),
        me: people::mine(db, ctx).await?,
        names,
        new_post: PostId(ctx.new_id()),
        answer: thread.answer_id.zip(number),
        place: place.view(),
        id: thread.id,
        title: if hidden { String::new() } else { thread.title },
        pinned: thread.pinned_at.is_some(),
        closed: thread.closed_at.is_some(),
    })
}

/// Whoever reads a conversation, with what was loaded for it.
struct Reader {
    me: AccountId,
    cards: HashMap<AccountId, PersonCard>,
    names: Vec<(AccountId, String)>,
    mentions: HashMap<PostId, Vec<AccountId>>,
    reports: Vec<forum_report::Model>,
}

impl Reader {
    fn post(&self, ctx: &Ctx, place: &Place, thread: &forum_thread::Model, post: forum_post::Model) -> PostView {
        let (own, moderates) = (post.author_id == self.me, place.permit.moderates());
        let seen = sight(post.hidden_at.is_some(), own, moderates);
        let mentioned = self.mentions.get(&post.id).map(Vec::as_slice).unwrap_or_default();
        let name = |who: AccountId| {
            mentioned.contains(&who).then(|| self.cards.get(&who).map(|card| card.name.clone())).flatten()
        };
        let reports = || self.reports.iter().filter(|report| report.post_id == post.id);
        let may_change = may_reply(place.phase, thread.closed_at.is_some()).is_ok()
            && may_edit(own, post.hidden_at.is_some(), post.posted_at, ctx.now()).is_ok();
        PostView {
            number: u32::try_from(post.number).unwrap_or_default(),
            author: card(&self.cards, post.author_id, seen),
            own,
            posted_at: post.posted_at,
            edited_at: post.edited_at,
            html: if seen == Sight::Hidden { String::new() } else { markdown::render(&post.text, name) },
            hidden: post
                .hidden_at
                .map(|_| HiddenView { reason: post.hidden_reason.clone().filter(|_| seen == Sight::HiddenWithReason) }),
            answer: thread.answer_id == Some(post.id),
            editable: may_change.then(|| (editable_until(post.posted_at), self.source(&post.text, name))),
            reported: reports().any(|report| report.account_id == self.me),
            waiting: if moderates {
                u32::try_from(reports().filter(|report| report.closed_at.is_none()).count()).unwrap_or_default()
            } else {
                0
            },
            id: post.id,
        }
    }

    /// A post as its author typed it, with the names by which the same people are found again.
    fn source(&self, text: &str, name: impl Fn(AccountId) -> Option<String>) -> String {
        let findable = |who| self.names.iter().find(|(id, _)| *id == who).map(|(_, name)| name.clone());
        show_mentions(text, |who| name(who).map(|shown| format!("@{}", findable(who).unwrap_or(shown))))
    }
}

/// How a text will look in a forum; nothing is kept.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotEnrolled`, `CommunityOnly` or `TooLong`.
pub async fn preview(ctx: &Ctx, address: &str, text: &str) -> Result<String> {
    policy::may_act(ctx)?;
    let db = ctx.db.read();
    let place = Place::enter(db, ctx, address).await?;
    if text.chars().count() > domain::forum::POST_MAX {
        return Err(Code::TooLong.into());
    }
    let people = people::names(db, place.scope).await?;
    let (text, mentioned) = take_mentions(text, &people);
    let cards = people::cards(db, Some(place.scope), mentioned.iter().copied()).await?;
    Ok(markdown::render(&text, |who| cards.get(&who).map(|card| card.name.clone())))
}
