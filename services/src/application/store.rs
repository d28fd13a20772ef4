//! Queries about applications and invitations.

use std::collections::HashMap;

use domain::application::ApplicationState;
use domain::id::{ApplicationId, EditionId, PersonId};
use domain::person::Sex;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait as _, RelationDef,
};

use crate::entity::{account, application, invitation, participation, person};
use crate::error::Result;

/// An application with the person who made it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Applied {
    #[sea_orm(nested)]
    pub application: application::Model,
    pub given_name: String,
    pub family_name: String,
    pub email: Option<String>,
    pub sex: Option<Sex>,
    pub country: Option<String>,
    pub personnel_kind: Option<String>,
    pub institution: Option<String>,
}

/// Every application of an edition, in the order of applying.
pub async fn list<C: ConnectionTrait>(db: &C, edition: EditionId) -> Result<Vec<Applied>> {
    let of: RelationDef = application::Entity::belongs_to(person::Entity)
        .from(application::Column::PersonId)
        .to(person::Column::Id)
        .into();
    Ok(application::Entity::find()
        .columns([
            person::Column::GivenName,
            person::Column::FamilyName,
            person::Column::Email,
            person::Column::Sex,
            person::Column::Country,
            person::Column::PersonnelKind,
            person::Column::Institution,
        ])
        .join(JoinType::InnerJoin, of)
        .filter(application::Column::EditionId.eq(edition))
        .order_by_asc(application::Column::AppliedAt)
        .order_by_asc(application::Column::Id)
        .into_model::<Applied>()
        .all(db)
        .await?)
}

/// The account's address of everybody who applied, by person.
pub async fn addresses<C: ConnectionTrait>(db: &C, edition: EditionId) -> Result<HashMap<PersonId, String>> {
    let persons = application::Entity::find()
        .select_only()
        .column(application::Column::PersonId)
        .filter(application::Column::EditionId.eq(edition));
    let accounts = account::Entity::find()
        .select_only()
        .columns([account::Column::PersonId, account::Column::Email])
        .filter(account::Column::PersonId.in_subquery(persons.into_query()));
    Ok(accounts.into_tuple::<(PersonId, String)>().all(db).await?.into_iter().collect())
}

/// The application of a person for an edition.
pub async fn find_of<C: ConnectionTrait>(
    db: &C,
    edition: EditionId,
    person: PersonId,
) -> Result<Option<application::Model>> {
    let found = application::Entity::find()
        .filter(application::Column::EditionId.eq(edition))
        .filter(application::Column::PersonId.eq(person));
    Ok(found.one(db).await?)
}

/// A person's applications, the newest first.
pub async fn list_of_person<C: ConnectionTrait>(db: &C, person: PersonId) -> Result<Vec<application::Model>> {
    let found = application::Entity::find().filter(application::Column::PersonId.eq(person));
    Ok(found.order_by_desc(application::Column::AppliedAt).all(db).await?)
}

/// How many applications of an edition stand so.
pub async fn count<C: ConnectionTrait>(db: &C, edition: EditionId, state: ApplicationState) -> Result<u32> {
    let found = application::Entity::find()
        .filter(application::Column::EditionId.eq(edition))
        .filter(application::Column::State.eq(state));
    Ok(u32::try_from(found.count(db).await?).unwrap_or(u32::MAX))
}

/// Whether anybody ever applied.
pub async fn any<C: ConnectionTrait>(db: &C, edition: EditionId) -> Result<bool> {
    Ok(application::Entity::find().filter(application::Column::EditionId.eq(edition)).one(db).await?.is_some())
}

/// The countries of those who have a seat.
pub async fn countries<C: ConnectionTrait>(db: &C, edition: EditionId) -> Result<Vec<Option<String>>> {
    let seats = participation::Entity::find()
        .select_only()
        .column(participation::Column::Country)
        .filter(participation::Column::EditionId.eq(edition))
        .filter(crate::enrolment::store::present());
    Ok(seats.into_tuple().all(db).await?)
}

/// The invitations of an edition, the newest first.
pub async fn invitations<C: ConnectionTrait>(db: &C, edition: EditionId) -> Result<Vec<invitation::Model>> {
    let found = invitation::Entity::find().filter(invitation::Column::EditionId.eq(edition));
    Ok(found.order_by_desc(invitation::Column::InvitedAt).order_by_asc(invitation::Column::Email).all(db).await?)
}

/// These applications of an edition, in the order of applying; those of another are not among them.
pub async fn list_by_ids<C: ConnectionTrait>(
    db: &C,
    edition: EditionId,
    ids: &[ApplicationId],
) -> Result<Vec<application::Model>> {
    let found = application::Entity::find()
        .filter(application::Column::EditionId.eq(edition))
        .filter(application::Column::Id.is_in(ids.iter().copied()));
    Ok(found.order_by_asc(application::Column::AppliedAt).order_by_asc(application::Column::Id).all(db).await?)
}
