//! Where one is: a forum that was found and that policy lets the caller into.

use std::collections::{HashMap, HashSet};

use domain::edition::Phase;
use domain::error::Code;
use domain::forum::{ForumAddress, ForumPlace, may_write};
use domain::id::{CourseId, EditionId};
use domain::language::Words;
use sea_orm::ConnectionTrait;

use super::scope::Scope;
use crate::course::store as courses;
use crate::ctx::{Actor, Campus, Ctx};
use crate::edition;
use crate::error::Result;
use crate::learning::language_for;
use crate::policy::{self, ForumPermit};

/// A forum, entered.
#[derive(Debug)]
pub(super) struct Place {
    pub address: ForumAddress,
    pub scope: Scope,
    pub title: String,
    /// None in a community, which never ends.
    pub phase: Option<Phase>,
    pub zone: String,
    pub permit: ForumPermit,
}

impl Place {
    /// Finds the forum of this address (`ForumAddress` as a text) and asks whether the caller may join it.
    ///
    /// # Errors
    /// `SignInFirst`, `NotFound`, `NotEnrolled` or `CommunityOnly`.
    pub async fn enter<C: ConnectionTrait>(db: &C, ctx: &Ctx, address: &str) -> Result<Self> {
        if ctx.actor == Actor::Visitor {
            return Err(Code::SignInFirst.into());
        }
        let address: ForumAddress = address.parse().map_err(|_| Code::NotFound)?;
        match &address {
            ForumAddress::Edition(code) => {
                let edition = edition::store::get_by_code(db, code).await?;
                let permit = policy::may_join_forum(db, ctx, edition.id).await?;
                Ok(Self {
                    scope: Scope::Edition(edition.id),
                    title: edition::title(&edition, language_for(ctx, &edition)).to_owned(),
                    phase: Some(edition::dates(&edition).phase(ctx.now())),
                    zone: edition.zone,
                    permit,
                    address,
                })
            }
            ForumAddress::Course(slug) => {
                let latest = courses::find_latest(db, slug).await?.ok_or(Code::NotFound)?;
                let permit = policy::may_join_community(db, ctx, latest.course.id).await?;
                let content = ctx.contents.get(db, latest.version).await?;
                Ok(Self {
                    scope: Scope::Course(latest.course.id),
                    title: content.title.get(ctx.language).to_owned(),
                    phase: None,
                    zone: ctx.settings.reporting_zone.name().to_owned(),
                    permit,
                    address,
                })
            }
        }
    }

    /// The columns of a conversation that say where it is.
    pub const fn ids(&self) -> (Option<EditionId>, Option<CourseId>) {
        match self.scope {
            Scope::Edition(id) => (Some(id), None),
            Scope::Course(id) => (None, Some(id)),
        }
    }

    /// As pages show it.
    pub fn view(&self) -> ForumPlace {
        ForumPlace {
            address: self.address.to_string(),
            path: self.address.path(),
            queue: self.address.queue(),
            title: self.title.clone(),
            edition: match &self.address {
                ForumAddress::Edition(code) => Some(code.clone()),
                ForumAddress::Course(_) => None,
            },
            zone: self.zone.clone(),
            closed: may_write(self.phase).err().map(|refusal| refusal.code),
            moderates: self.permit.moderates(),
        }
    }
}

/// The slug and the title of each of these courses' communities.
///
/// # Errors
/// When the database fails.
pub(super) async fn communities<C: ConnectionTrait>(
    db: &C,
    campus: &Campus,
    of: impl Iterator<Item = CourseId>,
) -> Result<HashMap<Scope, (String, Words)>> {
    let ids: HashSet<CourseId> = of.collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let latest = courses::list_latest(db).await?;
    let versions: Vec<_> = latest.iter().filter(|one| ids.contains(&one.course.id)).map(|one| one.version).collect();
    let contents = campus.contents.get_all(db, &versions).await?;
    let titled = latest.into_iter().filter_map(|one| {
        let title = contents.get(&one.version)?.title.clone();
        Some((Scope::Course(one.course.id), (one.course.slug, title)))
    });
    Ok(titled.collect())
}
