//! What is due becomes mail: one a person and window, with every post that waits for them, in their language. Notices are
//! marked and mails promised in one transaction, so that nothing is mailed twice and nothing is lost.

use std::collections::{HashMap, HashSet};

use chrono::Duration;
use domain::forum::ForumAddress;
use domain::id::{AccountId, PostId};
use domain::language::Language;
use sea_orm::sea_query::{Expr, LockBehavior, LockType};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::place::communities;
use super::reports::of;
use super::scope::Scope;
use super::{markdown, people, store, writing};
use crate::ctx::Campus;
use crate::entity::{account, edition, forum_notice, forum_post, forum_profile, forum_thread};
use crate::error::Result;
use crate::jobs::{self, Digest, DigestPost, DigestThread, Mail};

/// People whose mail is made in one transaction.
const PEOPLE: u64 = 20;
/// Characters of a post that a mail quotes.
const QUOTED: usize = 500;
/// How long a notice is kept after its mail; a post can be changed, and mention somebody anew, for much less.
const KEPT: Duration = Duration::days(7);

/// Promises the mails that are due. Cheap when there is none: the worker asks twice a second.
///
/// # Errors
/// When the database fails; then nothing is marked and nothing promised.
pub(crate) async fn hand_over(campus: &Campus) -> Result<()> {
    let due = || {
        forum_notice::Entity::find()
            .filter(forum_notice::Column::SentAt.is_null())
            .filter(forum_notice::Column::DueAt.lte(campus.now()))
    };
    if due().one(campus.db.read()).await?.is_none() {
        return Ok(());
    }
    let tx = campus.db.begin_write().await?;
    let readers: Vec<AccountId> = due()
        .select_only()
        .column(forum_notice::Column::AccountId)
        .distinct()
        .limit(PEOPLE)
        .into_tuple()
        .all(&tx)
        .await?;
    let notices = forum_notice::Entity::find()
        .filter(forum_notice::Column::SentAt.is_null())
        .filter(forum_notice::Column::AccountId.is_in(readers))
        .order_by_asc(forum_notice::Column::Id)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .all(&tx)
        .await?;
    let told = Told::load(&tx, campus, &notices).await?;
    for (reader, mine) in by_reader(&notices) {
        if let Some((to, language, digest)) = told.digest(reader, &mine) {
            jobs::enqueue(&tx, campus, &to, language, Mail::ForumDigest(digest)).await?;
        }
    }
    forum_notice::Entity::update_many()
        .col_expr(forum_notice::Column::SentAt, Expr::value(Some(campus.now())))
        .filter(forum_notice::Column::Id.is_in(notices.iter().map(|notice| notice.id)))
        .exec(&tx)
        .await?;
    forum_notice::Entity::delete_many().filter(forum_notice::Column::SentAt.lt(campus.now() - KEPT)).exec(&tx).await?;
    tx.commit().await?;
    Ok(())
}

fn by_reader(notices: &[forum_notice::Model]) -> Vec<(AccountId, Vec<&forum_notice::Model>)> {
    let mut all: Vec<(AccountId, Vec<&forum_notice::Model>)> = Vec::new();
    for notice in notices {
        match all.iter_mut().find(|(reader, _)| *reader == notice.account_id) {
            Some((_, mine)) => mine.push(notice),
            None => all.push((notice.account_id, vec![notice])),
        }
    }
    all
}

/// Everything that the mails of one batch tell, loaded in bulk.
struct Told {
    posts: HashMap<PostId, forum_post::Model>,
    threads: HashMap<domain::id::ThreadId, forum_thread::Model>,
    mentions: HashMap<PostId, Vec<AccountId>>,
    names: HashMap<AccountId, String>,
    readers: HashMap<AccountId, (account::Model, String)>,
    editions: HashMap<Scope, edition::Model>,
    courses: HashMap<Scope, (String, domain::language::Words)>,
    /// Who still belongs where: whoever left reads no more of it.
    members: HashMap<Scope, HashSet<AccountId>>,
}

impl Told {
    async fn load<C: ConnectionTrait>(tx: &C, campus: &Campus, notices: &[forum_notice::Model]) -> Result<Self> {
        let ids: Vec<PostId> = notices.iter().map(|notice| notice.post_id).collect();
        let readers: Vec<AccountId> = by_reader(notices).into_iter().map(|(reader, _)| reader).collect();
        let standing = Condition::all()
            .add(forum_post::Column::Id.is_in(ids.iter().copied()))
            .add(forum_post::Column::HiddenAt.is_null());
        let posts = forum_post::Entity::find().filter(standing).all(tx).await?;
        let threads = forum_thread::Entity::find()
            .filter(forum_thread::Column::Id.is_in(posts.iter().map(|post| post.thread_id)))
            .filter(forum_thread::Column::HiddenAt.is_null())
            .all(tx)
            .await?;
        let mentions = store::list_mentions(tx, &ids).await?;
        let scopes: HashSet<Scope> = threads.iter().filter_map(of).collect();
        let (mut members, mut names) = (HashMap::new(), HashMap::new());
        let named: Vec<AccountId> =
            posts.iter().map(|post| post.author_id).chain(mentions.values().flatten().copied()).collect();
        for scope in &scopes {
            members.insert(*scope, people::still_in(tx, *scope, &readers).await?.into_iter().collect());
            let cards = people::cards(tx, Some(*scope), named.iter().copied()).await?;
            names.extend(cards.into_iter().map(|(who, card)| (who, card.name)));
        }
        Ok(Self {
            editions: editions(tx, &threads).await?,
            courses: communities(tx, campus, threads.iter().filter_map(|thread| thread.course_id)).await?,
            readers: accounts(tx, &readers).await?,
            posts: posts.into_iter().map(|post| (post.id, post)).collect(),
            threads: threads.into_iter().map(|thread| (thread.id, thread)).collect(),
            mentions,
            names,
            members,
        })
    }

    /// The mail to one reader; None when nothing of it may be told any more.
    fn digest(&self, reader: AccountId, notices: &[&forum_notice::Model]) -> Option<(String, Language, Digest)> {
        let (account, secret) = self.readers.get(&reader)?;
        let mut threads: Vec<(domain::id::ThreadId, DigestThread)> = Vec::new();
        for notice in notices {
            let Some((post, thread, scope)) = self.standing(notice.post_id) else { continue };
            if !self.members.get(&scope).is_some_and(|members| members.contains(&reader)) {
                continue;
            }
            let Some((address, place)) = self.place(scope, account.language) else { continue };
            let told = DigestPost {
                author: self.names.get(&post.author_id).cloned().unwrap_or_default(),
                text: markdown::excerpt(&post.text, QUOTED, |who| self.mentioned(post.id, who)),
                mention: notice.mention,
            };
            match threads.iter_mut().find(|(id, _)| *id == thread.id) {
                Some((_, digest)) => digest.posts.push(told),
                None => threads.push((
                    thread.id,
                    DigestThread {
                        title: thread.title.clone(),
                        place,
                        path: writing::address(&address.path(), thread.id, post.number),
                        posts: vec![told],
                    },
                )),
            }
        }
        let threads: Vec<DigestThread> = threads.into_iter().map(|(_, thread)| thread).collect();
        let digest = Digest { secret: secret.clone(), threads };
        (!digest.threads.is_empty()).then(|| (account.email.clone(), account.language, digest))
    }

    fn standing(&self, post: PostId) -> Option<(&forum_post::Model, &forum_thread::Model, Scope)> {
        let post = self.posts.get(&post)?;
        let thread = self.threads.get(&post.thread_id)?;
        Some((post, thread, of(thread)?))
    }

    fn mentioned(&self, post: PostId, who: AccountId) -> Option<String> {
        self.mentions.get(&post)?.contains(&who).then(|| self.names.get(&who).cloned()).flatten()
    }

    fn place(&self, scope: Scope, language: Language) -> Option<(ForumAddress, String)> {
        if let Some(edition) = self.editions.get(&scope) {
            let title = crate::edition::title(edition, language).to_owned();
            return Some((ForumAddress::Edition(edition.code.clone()), title));
        }
        let (slug, title) = self.courses.get(&scope)?;
        Some((ForumAddress::Course(slug.clone()), title.get(language).to_owned()))
    }
}

async fn editions<C: ConnectionTrait>(
    tx: &C,
    threads: &[forum_thread::Model],
) -> Result<HashMap<Scope, edition::Model>> {
    let ids = threads.iter().filter_map(|thread| thread.edition_id);
    let rows = edition::Entity::find().filter(edition::Column::Id.is_in(ids)).all(tx).await?;
    Ok(rows.into_iter().map(|edition| (Scope::Edition(edition.id), edition)).collect())
}

/// The readers whose address is proven, each with the secret that ends their mail.
async fn accounts<C: ConnectionTrait>(
    tx: &C,
    readers: &[AccountId],
) -> Result<HashMap<AccountId, (account::Model, String)>> {
    let profiles = forum_profile::Entity::find()
        .filter(forum_profile::Column::AccountId.is_in(readers.iter().copied()))
        .all(tx)
        .await?;
    let mut secrets: HashMap<AccountId, String> =
        profiles.into_iter().map(|profile| (profile.account_id, profile.secret)).collect();
    let rows = account::Entity::find()
        .filter(account::Column::Id.is_in(readers.iter().copied()))
        .filter(account::Column::EmailVerifiedAt.is_not_null())
        .all(tx)
        .await?;
    Ok(rows
        .into_iter()
        .filter_map(|account| Some((account.id, (account.clone(), secrets.remove(&account.id)?))))
        .collect())
}
