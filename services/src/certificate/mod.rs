//! Certificates: what was reached, for its holder to print and for anybody with the code to check.

pub mod store;

use std::collections::HashSet;

use domain::certificate::{CertificateKind, CertificateView, tidy};
use domain::error::Code;
use domain::id::ParticipationId;
use sea_orm::{ConnectionTrait, EntityTrait};

use crate::ctx::{Actor, Ctx};
use crate::enrolment::store as enrolments;
use crate::entity::{certificate, edition, participation, person};
use crate::error::Result;
use crate::jobs::{self, Mail};
use crate::policy;

/// A certificate, for its holder and for staff.
///
/// # Errors
/// `SignInFirst`, `NotForYou` or `NotFound`.
pub async fn certificate(ctx: &Ctx, code: &str) -> Result<CertificateView> {
    if ctx.actor == Actor::Visitor {
        return Err(Code::SignInFirst.into());
    }
    let db = ctx.db.read();
    let found = store::find_by_code(db, &tidy(code)).await?.ok_or(Code::NotFound)?;
    let own = match &ctx.actor {
        Actor::Person(me) => crate::enrolment::store::find_own(db, me.person, found.participation_id).await?.is_some(),
        Actor::Visitor | Actor::Token(_) | Actor::System => false,
    };
    if !own {
        policy::may_staff(ctx)?;
    }
    view(db, ctx, &found).await
}

/// Checks a code that somebody typed. None when there is no such certificate. Open to the world.
///
/// # Errors
/// When the database fails.
pub async fn verify(ctx: &Ctx, code: &str) -> Result<Option<CertificateView>> {
    let db = ctx.db.read();
    match store::find_by_code(db, &tidy(code)).await? {
        Some(found) => Ok(Some(view(db, ctx, &found).await?)),
        None => Ok(None),
    }
}

async fn view<C: ConnectionTrait>(db: &C, ctx: &Ctx, found: &certificate::Model) -> Result<CertificateView> {
    let participation =
        participation::Entity::find_by_id(found.participation_id).one(db).await?.ok_or(Code::NotFound)?;
    let edition = crate::edition::store::get(db, participation.edition_id).await?;
    let content = ctx.contents.get(db, edition.course_version_id).await?;
    let language = found.language;
    let course_slug = crate::course::store::slugs(db, vec![edition.course_id]).await?.remove(&edition.course_id);
    Ok(CertificateView {
        code: found.code.clone(),
        kind: found.kind,
        name: name(db, &participation).await?,
        course: content.title.get(language).to_owned(),
        course_slug: course_slug.unwrap_or_default(),
        edition: crate::edition::title(&edition, language).to_owned(),
        completed_at: participation.completed_at.or(participation.last_activity_at).unwrap_or(found.issued_at),
        hours: content.hours,
        language,
        objectives: content.objectives.get(&language).cloned().unwrap_or_default(),
        starts_on: edition.starts_on,
        ends_on: edition.ends_on,
        edition_code: edition.code,
    })
}

/// Certificates of participation for those who did something in an edition and did not complete it, each told by mail. To be
/// called when the edition is closed, in that transaction; a second closing adds only whoever is new.
///
/// # Errors
/// When the database fails.
pub(crate) async fn issue_participations<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    edition: &edition::Model,
) -> Result<u32> {
    let people = enrolments::list_enrolled(tx, edition.id).await?;
    let addresses = enrolments::list_addresses(tx, edition.id).await?;
    let have: HashSet<ParticipationId> = store::list_of_edition(tx, edition.id).await?.into_iter().collect();
    let mut mails = Vec::new();
    for who in people {
        let of = who.participation;
        if of.completed_at.is_some() || of.first_activity_at.is_none() || have.contains(&of.id) {
            continue;
        }
        let code = store::insert(tx, ctx, of.id, of.language, CertificateKind::Participation).await?;
        let account = addresses.get(&of.person_id).or_else(|| who.linked_to.and_then(|id| addresses.get(&id)));
        if let Some(to) = account.cloned().or(who.person_email) {
            let title = crate::edition::title(edition, of.language).to_owned();
            mails.push((to, of.language, Mail::TookPart { edition: title, code }));
        }
    }
    let count = u32::try_from(mails.len()).unwrap_or(u32::MAX);
    jobs::enqueue_all(tx, ctx, mails).await?;
    Ok(count)
}

/// The holder's name as they write it themselves, also where a roster wrote it otherwise.
async fn name<C: ConnectionTrait>(db: &C, participation: &participation::Model) -> Result<String> {
    let mut holder = person::Entity::find_by_id(participation.person_id).one(db).await?.ok_or(Code::NotFound)?;
    if let Some(id) = holder.linked_to
        && let Some(canonical) = person::Entity::find_by_id(id).one(db).await?
    {
        holder = canonical;
    }
    Ok(format!("{} {}", holder.given_name, holder.family_name).trim().to_owned())
}
