//! Who may do what. Every use case that is not for the world takes a permit, and only this module makes one.

use domain::error::Code;
use domain::id::{CourseId, EditionId};
use domain::role::Reach;
use domain::token::ApiRight;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::ctx::{Actor, Ctx, SignedIn};
use crate::entity::edition_instructor;
use crate::error::Result;
use crate::forum::Scope;

/// Declares a permit: a value that cannot be made elsewhere, so a use case that asks for it cannot be called without policy.
macro_rules! permits {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug)]
        pub struct $name(());
    )+};
}

permits! {
    /// May read and keep the figures, write courses; what shows names takes the right to personal data as well.
    StaffPermit,
    /// May see one edition's people and their progress.
    TeachPermit,
    /// May add accounts and grant roles.
    AdministerPermit,
}

/// A signed-in person acting for themselves.
#[derive(Debug)]
pub struct SelfPermit<'a>(&'a SignedIn);

impl SelfPermit<'_> {
    /// Who it is.
    #[must_use]
    pub fn person(&self) -> &SignedIn {
        self.0
    }
}

/// # Errors
/// `SignInFirst` for visitors.
pub fn may_act(ctx: &Ctx) -> Result<SelfPermit<'_>> {
    ctx.person().map(SelfPermit)
}

/// Staff, administrators and the command line.
///
/// # Errors
/// `SignInFirst` or `NotForYou`.
pub fn may_staff(ctx: &Ctx) -> Result<StaffPermit> {
    match &ctx.actor {
        Actor::System => Ok(StaffPermit(())),
        Actor::Visitor => Err(Code::SignInFirst.into()),
        Actor::Token(_) => Err(Code::TokenRight.into()),
        Actor::Person(person) if person.staff || person.administrator => Ok(StaffPermit(())),
        Actor::Person(_) => Err(Code::NotForYou.into()),
    }
}

/// Whoever may read through the API what `right` names: staff, and tokens that have it.
///
/// # Errors
/// `SignInFirst`, `NotForYou` or `TokenRight`.
pub fn may_read(ctx: &Ctx, right: ApiRight) -> Result<StaffPermit> {
    match &ctx.actor {
        Actor::Token(rights) if rights.contains(&right) => Ok(StaffPermit(())),
        _ => may_staff(ctx),
    }
}

/// Whoever may see who all the people behind the figures are: staff with the right to personal data everywhere, administrators and the
/// command line.
///
/// # Errors
/// `SignInFirst` or `NotForYou`.
pub fn may_see_people(ctx: &Ctx) -> Result<StaffPermit> {
    match &ctx.actor {
        Actor::Person(person) if !sees_people(person) => Err(Code::NotForYou.into()),
        _ => may_staff(ctx),
    }
}

/// Whether this person may see who all the people behind the figures are.
#[must_use]
pub fn sees_people(person: &SignedIn) -> bool {
    person.administrator || (person.staff && person.names == Reach::Everybody)
}

/// Whoever may see who took part in what was declared for this country: those who may see everybody, and staff who have the
/// right for that country.
///
/// # Errors
/// `SignInFirst` or `NotForYou`.
pub fn may_see_people_of(ctx: &Ctx, country: Option<&str>) -> Result<StaffPermit> {
    match &ctx.actor {
        Actor::Person(person) if person.staff && person.names.holds(country) => Ok(StaffPermit(())),
        _ => may_see_people(ctx),
    }
}

/// Administrators and the command line. Staff may not: a role that granted itself more would be no limit.
///
/// # Errors
/// `SignInFirst` or `NotForYou`.
pub fn may_administer(ctx: &Ctx) -> Result<AdministerPermit> {
    match &ctx.actor {
        Actor::System => Ok(AdministerPermit(())),
        Actor::Visitor => Err(Code::SignInFirst.into()),
        Actor::Token(_) => Err(Code::TokenRight.into()),
        Actor::Person(person) if person.administrator => Ok(AdministerPermit(())),
        Actor::Person(_) => Err(Code::NotForYou.into()),
    }
}

/// The instructors of `edition`, and staff who may see people: an edition is run by names.
///
/// # Errors
/// `SignInFirst` or `NotForYou`.
pub async fn may_teach<C: ConnectionTrait>(db: &C, ctx: &Ctx, edition: EditionId) -> Result<TeachPermit> {
    if may_see_people(ctx).is_ok() {
        return Ok(TeachPermit(()));
    }
    let person = ctx.person()?;
    let taught = edition_instructor::Entity::find()
        .filter(edition_instructor::Column::EditionId.eq(edition))
        .filter(edition_instructor::Column::AccountId.eq(person.account))
        .count(db)
        .await?;
    if taught > 0 { Ok(TeachPermit(())) } else { Err(Code::NotForYou.into()) }
}

/// May read one forum and, while it takes posts, write in it.
#[derive(Debug)]
pub struct ForumPermit {
    moderates: bool,
}

impl ForumPermit {
    /// Whether its holder moderates there.
    #[must_use]
    pub fn moderates(&self) -> bool {
        self.moderates
    }

    /// # Errors
    /// `NotForYou` for those who only take part.
    pub fn moderator(&self) -> Result<()> {
        if self.moderates { Ok(()) } else { Err(Code::NotForYou.into()) }
    }
}

/// The people of an edition; its instructors and staff moderate.
///
/// # Errors
/// `SignInFirst` or `NotEnrolled`.
pub async fn may_join_forum<C: ConnectionTrait>(db: &C, ctx: &Ctx, edition: EditionId) -> Result<ForumPermit> {
    match may_teach(db, ctx, edition).await {
        Ok(_) => return Ok(ForumPermit { moderates: true }),
        Err(error) if error.code() == Some(Code::NotForYou) => {}
        Err(error) => return Err(error),
    }
    let takes_part = Scope::Edition(edition).has(db, ctx.person()?.person).await?;
    if takes_part { Ok(ForumPermit { moderates: false }) } else { Err(Code::NotEnrolled.into()) }
}

/// Those who completed any edition of a course, and the instructors of any; staff moderate.
///
/// # Errors
/// `SignInFirst` or `CommunityOnly`.
pub async fn may_join_community<C: ConnectionTrait>(db: &C, ctx: &Ctx, course: CourseId) -> Result<ForumPermit> {
    if may_see_people(ctx).is_ok() {
        return Ok(ForumPermit { moderates: true });
    }
    let person = ctx.person()?;
    let scope = Scope::Course(course);
    let member = scope.has(db, person.person).await? || scope.taught_by(db, person.account).await?;
    if member { Ok(ForumPermit { moderates: false }) } else { Err(Code::CommunityOnly.into()) }
}
