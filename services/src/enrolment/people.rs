//! Queries about the people of an edition: their names, and where they read mail.

use std::collections::HashMap;

use domain::enrolment::Outcome;
use domain::id::{EditionId, PersonId};
use domain::language::Language;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    QueryTrait, RelationDef,
};

use crate::entity::{account, participation, person};
use crate::error::Result;

/// A participation with the name and the addresses that a roster shows.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Enrolled {
    #[sea_orm(nested)]
    pub participation: participation::Model,
    pub given_name: String,
    pub family_name: String,
    pub person_email: Option<String>,
    pub linked_to: Option<PersonId>,
}

/// Everybody who has a seat in `edition`.
///
/// # Errors
/// When the database fails.
pub async fn list_enrolled<C: ConnectionTrait>(db: &C, edition: EditionId) -> Result<Vec<Enrolled>> {
    let mut rows = list_everybody(db, edition).await?;
    rows.retain(|row| {
        row.participation.completed_at.is_some() || !row.participation.outcome.is_some_and(Outcome::leaves)
    });
    Ok(rows)
}

/// Everybody who ever had a seat in `edition`.
///
/// # Errors
/// When the database fails.
pub async fn list_everybody<C: ConnectionTrait>(db: &C, edition: EditionId) -> Result<Vec<Enrolled>> {
    let rows = participation::Entity::find()
        .columns([person::Column::GivenName, person::Column::FamilyName, person::Column::LinkedTo])
        .column_as(person::Column::Email, "person_email")
        .join(JoinType::InnerJoin, to_person())
        .filter(participation::Column::EditionId.eq(edition))
        .into_model::<Enrolled>()
        .all(db)
        .await?;
    Ok(rows)
}

fn to_person() -> RelationDef {
    participation::Entity::belongs_to(person::Entity)
        .from(participation::Column::PersonId)
        .to(person::Column::Id)
        .into()
}

/// The address and the language of everybody who ever had a seat in `edition` and has an account, of their own or of the person
/// they were linked to.
///
/// # Errors
/// When the database fails.
pub async fn list_accounts<C: ConnectionTrait>(
    db: &C,
    edition: EditionId,
) -> Result<HashMap<PersonId, (String, Language)>> {
    let of_edition =
        || participation::Entity::find().select_only().filter(participation::Column::EditionId.eq(edition));
    let own = of_edition().column(participation::Column::PersonId).into_query();
    let linked = of_edition().column(person::Column::LinkedTo).join(JoinType::InnerJoin, to_person()).into_query();
    let either = Condition::any()
        .add(account::Column::PersonId.in_subquery(own))
        .add(account::Column::PersonId.in_subquery(linked));
    let rows: Vec<(PersonId, String, Language)> = account::Entity::find()
        .select_only()
        .columns([account::Column::PersonId, account::Column::Email, account::Column::Language])
        .filter(either)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(person, email, language)| (person, (email, language))).collect())
}

/// The addresses alone.
///
/// # Errors
/// When the database fails.
pub async fn list_addresses<C: ConnectionTrait>(db: &C, edition: EditionId) -> Result<HashMap<PersonId, String>> {
    let accounts = list_accounts(db, edition).await?;
    Ok(accounts.into_iter().map(|(person, (email, _))| (person, email)).collect())
}
