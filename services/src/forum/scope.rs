//! Who belongs to a forum, as conditions that queries share.

use domain::id::{AccountId, CourseId, EditionId, PersonId};
use sea_orm::sea_query::{Expr, Func, SelectStatement, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect, QueryTrait,
};

use crate::entity::{account_role, edition, edition_instructor, forum_thread, participation, person};
use crate::error::Result;

/// The forum of an edition, or the community of a course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Scope {
    Edition(EditionId),
    Course(CourseId),
}

/// The record that stands for a person: the one they were linked to, else their own.
pub(super) fn canonical() -> SimpleExpr {
    Func::coalesce([
        Expr::col((person::Entity, person::Column::LinkedTo)),
        Expr::col((person::Entity, person::Column::Id)),
    ])
    .into()
}

impl Scope {
    /// Its conversations.
    pub(super) fn threads(self) -> Condition {
        let of = match self {
            Self::Edition(id) => forum_thread::Column::EditionId.eq(id),
            Self::Course(id) => forum_thread::Column::CourseId.eq(id),
        };
        Condition::all().add(of)
    }

    fn editions(course: CourseId) -> SelectStatement {
        edition::Entity::find()
            .select_only()
            .column(edition::Column::Id)
            .filter(edition::Column::CourseId.eq(course))
            .into_query()
    }

    /// The participations that make somebody belong: any in the edition, or a completed one in the course.
    fn joined(self) -> Condition {
        match self {
            Self::Edition(id) => {
                Condition::all().add(participation::Column::EditionId.eq(id)).add(crate::enrolment::store::present())
            }
            Self::Course(course) => Condition::all()
                .add(participation::Column::EditionId.in_subquery(Self::editions(course)))
                .add(participation::Column::CompletedAt.is_not_null()),
        }
    }

    /// Its participants, by the records that stand for them.
    pub(super) fn participants(self) -> SelectStatement {
        let joined = participation::Entity::find()
            .select_only()
            .column(participation::Column::PersonId)
            .filter(self.joined())
            .into_query();
        person::Entity::find()
            .select_only()
            .expr(canonical())
            .filter(person::Column::Id.in_subquery(joined))
            .into_query()
    }

    /// Its instructors' accounts.
    pub(super) fn instructors(self) -> SelectStatement {
        let of = match self {
            Self::Edition(id) => edition_instructor::Column::EditionId.eq(id),
            Self::Course(course) => edition_instructor::Column::EditionId.in_subquery(Self::editions(course)),
        };
        edition_instructor::Entity::find()
            .select_only()
            .column(edition_instructor::Column::AccountId)
            .filter(of)
            .into_query()
    }

    /// The campus's team.
    pub(super) fn team() -> SelectStatement {
        account_role::Entity::find().select_only().column(account_role::Column::AccountId).into_query()
    }

    /// Whether `person` (the record that stands for them) takes part.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn has<C: ConnectionTrait>(self, db: &C, person: PersonId) -> Result<bool> {
        let records = person::Entity::find()
            .select_only()
            .column(person::Column::Id)
            .filter(Condition::any().add(person::Column::Id.eq(person)).add(person::Column::LinkedTo.eq(person)))
            .into_query();
        let found = participation::Entity::find()
            .filter(self.joined())
            .filter(participation::Column::PersonId.in_subquery(records))
            .count(db)
            .await?;
        Ok(found > 0)
    }

    /// Whether `account` is an instructor here.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn taught_by<C: ConnectionTrait>(self, db: &C, account: AccountId) -> Result<bool> {
        let found = edition_instructor::Entity::find()
            .filter(edition_instructor::Column::AccountId.eq(account))
            .filter(edition_instructor::Column::AccountId.in_subquery(self.instructors()))
            .count(db)
            .await?;
        Ok(found > 0)
    }
}
