//! What a forum shows of people, whom it lets be mentioned, and how each wants to be shown and written to.

use std::collections::HashMap;

use domain::forum::{ForumRole, MailWindow, MyForum, NameChoice, NameShown, PersonCard, distinct, shown_name};
use domain::id::AccountId;
use sea_orm::sea_query::{Expr, ExprTrait as _, Func, JoinType, Query, SelectStatement};
use sea_orm::{ActiveValue::Set, Condition, ConnectionTrait, EntityTrait, FromQueryResult, Order};

use super::scope::Scope;
use crate::ctx::{Campus, Ctx};
use crate::entity::{account, forum_profile, person};
use crate::error::Result;

#[derive(Debug, FromQueryResult)]
struct Row {
    id: AccountId,
    given_name: String,
    family_name: String,
    institution: Option<String>,
    shown: Option<NameShown>,
    chosen: Option<String>,
    institution_shown: Option<bool>,
    instructor: bool,
    team: bool,
}

impl Row {
    fn name(&self) -> String {
        shown_name(self.shown, &self.given_name, &self.family_name, self.chosen.as_deref())
    }

    fn card(self) -> PersonCard {
        PersonCard {
            name: self.name(),
            institution: self.institution.filter(|_| self.institution_shown == Some(true)),
            role: if self.instructor { Some(ForumRole::Instructor) } else { self.team.then_some(ForumRole::Team) },
        }
    }
}

/// Accounts with the record that stands for their person (`who`) and how they are shown.
fn rows(scope: Option<Scope>) -> SelectStatement {
    let own = || Func::coalesce([Expr::col(("own", person::Column::LinkedTo)), Expr::col(("own", person::Column::Id))]);
    let id = || Expr::col((account::Entity, account::Column::Id));
    let instructor = scope.map_or_else(|| Expr::val(false), |scope| id().in_subquery(scope.instructors()));
    Query::select()
        .column((account::Entity, account::Column::Id))
        .columns(
            [person::Column::GivenName, person::Column::FamilyName, person::Column::Institution]
                .map(|column| ("who", column)),
        )
        .columns(
            [forum_profile::Column::Shown, forum_profile::Column::Chosen].map(|column| (forum_profile::Entity, column)),
        )
        .expr_as(Expr::col((forum_profile::Entity, forum_profile::Column::Institution)), "institution_shown")
        .expr_as(instructor, "instructor")
        .expr_as(id().in_subquery(Scope::team()), "team")
        .from(account::Entity)
        .join_as(
            JoinType::InnerJoin,
            person::Entity,
            "own",
            Expr::col(("own", person::Column::Id)).equals((account::Entity, account::Column::PersonId)),
        )
        .join_as(JoinType::InnerJoin, person::Entity, "who", Expr::col(("who", person::Column::Id)).eq(own()))
        .join(
            JoinType::LeftJoin,
            forum_profile::Entity,
            Expr::col((forum_profile::Entity, forum_profile::Column::AccountId))
                .equals((account::Entity, account::Column::Id)),
        )
        .to_owned()
}

fn members(scope: Scope) -> Condition {
    let id = || Expr::col((account::Entity, account::Column::Id));
    Condition::any()
        .add(Expr::col(("who", person::Column::Id)).in_subquery(scope.participants()))
        .add(id().in_subquery(scope.instructors()))
        .add(id().in_subquery(Scope::team()))
}

async fn all<C: ConnectionTrait>(db: &C, query: &SelectStatement) -> Result<Vec<Row>> {
    Ok(Row::find_by_statement(db.get_database_backend().build(query)).all(db).await?)
}

/// What is shown of these people in a forum; without one, nobody is its instructor. One query.
///
/// # Errors
/// When the database fails.
pub(super) async fn cards<C: ConnectionTrait>(
    db: &C,
    scope: Option<Scope>,
    accounts: impl IntoIterator<Item = AccountId>,
) -> Result<HashMap<AccountId, PersonCard>> {
    let mut accounts: Vec<AccountId> = accounts.into_iter().collect();
    accounts.sort_unstable();
    accounts.dedup();
    if accounts.is_empty() {
        return Ok(HashMap::new());
    }
    let mut query = rows(scope);
    query.and_where(Expr::col((account::Entity, account::Column::Id)).is_in(accounts));
    Ok(all(db, &query).await?.into_iter().map(|row| (row.id, row.card())).collect())
}

/// Everybody who belongs to a forum and chose how to be shown, each by a name that nobody else has there: those who can be
/// mentioned. Whoever never wrote anywhere is not named to others.
///
/// # Errors
/// When the database fails.
pub(super) async fn names<C: ConnectionTrait>(db: &C, scope: Scope) -> Result<Vec<(AccountId, String)>> {
    let mut query = rows(Some(scope));
    query
        .and_where(Expr::col((forum_profile::Entity, forum_profile::Column::Shown)).is_not_null())
        .cond_where(members(scope))
        .order_by((account::Entity, account::Column::Id), Order::Asc);
    Ok(distinct(all(db, &query).await?.into_iter().map(|row| (row.id, row.name())).collect()))
}

/// Which of these people still belong to a forum.
///
/// # Errors
/// When the database fails.
pub(super) async fn still_in<C: ConnectionTrait>(
    db: &C,
    scope: Scope,
    accounts: &[AccountId],
) -> Result<Vec<AccountId>> {
    let mut query = rows(Some(scope));
    query
        .and_where(Expr::col((account::Entity, account::Column::Id)).is_in(accounts.iter().copied()))
        .cond_where(members(scope));
    Ok(all(db, &query).await?.into_iter().map(|row| row.id).collect())
}

/// How `account` is shown and written to, made with what holds until they say otherwise.
///
/// # Errors
/// When the database fails.
pub(super) async fn ensure<C: ConnectionTrait>(
    tx: &C,
    campus: &Campus,
    account: AccountId,
) -> Result<forum_profile::Model> {
    if let Some(known) = find(tx, account).await? {
        return Ok(known);
    }
    let row = first(campus, account);
    forum_profile::Entity::insert(forum_profile::ActiveModel::from(row.clone()))
        .on_conflict_do_nothing_on([forum_profile::Column::AccountId])
        .exec_without_returning(tx)
        .await?;
    Ok(find(tx, account).await?.unwrap_or(row))
}

fn first(campus: &Campus, account: AccountId) -> forum_profile::Model {
    forum_profile::Model {
        account_id: account,
        shown: None,
        chosen: None,
        institution: false,
        mail: MailWindow::AtOnce,
        mentions: true,
        follow: true,
        secret: campus.secret(),
        created_at: campus.now(),
    }
}

/// # Errors
/// When the database fails.
pub(super) async fn find<C: ConnectionTrait>(db: &C, account: AccountId) -> Result<Option<forum_profile::Model>> {
    Ok(forum_profile::Entity::find_by_id(account).one(db).await?)
}

/// Keeps how `account`, which has a row, wants to be shown.
///
/// # Errors
/// When the database fails.
pub(super) async fn set_name<C: ConnectionTrait>(tx: &C, account: AccountId, choice: NameChoice) -> Result<()> {
    let row = forum_profile::ActiveModel {
        account_id: Set(account),
        shown: Set(Some(choice.shown)),
        chosen: Set(choice.chosen),
        institution: Set(choice.institution),
        ..Default::default()
    };
    forum_profile::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// The reader's own settings, with the names that they can choose among.
///
/// # Errors
/// `SignInFirst`, `NotFound`.
pub(super) async fn mine<C: ConnectionTrait>(db: &C, ctx: &Ctx) -> Result<MyForum> {
    let me = ctx.person()?;
    let person = crate::person::store::get(db, me.person).await?;
    let profile = find(db, me.account).await?.unwrap_or_else(|| first(ctx, me.account));
    Ok(MyForum {
        asked: profile.shown.is_some(),
        shown: profile.shown,
        full: format!("{} {}", person.given_name, person.family_name).trim().to_owned(),
        given: person.given_name,
        chosen: profile.chosen.unwrap_or_default(),
        institution: person.institution,
        institution_shown: profile.institution,
        mail: profile.mail,
        mentions: profile.mentions,
        follow: profile.follow,
    })
}
