//! Queries on people: their records and links, their consent, and what they declared carried into participations.

use std::collections::HashMap;

use domain::error::Code;
use domain::id::{AccountId, PersonId};
use domain::person::Declared;
use sea_orm::sea_query::{Expr, ExprTrait, LockType};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait as _,
    Statement, Value,
};

use crate::entity::{account, consent, participation, person};
use crate::error::Result;

/// # Errors
/// `NotFound`.
pub async fn get<C: ConnectionTrait>(db: &C, id: PersonId) -> Result<person::Model> {
    Ok(person::Entity::find_by_id(id).one(db).await?.ok_or(Code::NotFound)?)
}

/// The person, held until the transaction ends: two profiles saved at once are saved one after the other.
///
/// # Errors
/// `NotFound`.
pub async fn get_locked<C: ConnectionTrait>(tx: &C, id: PersonId) -> Result<person::Model> {
    Ok(person::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).one(tx).await?.ok_or(Code::NotFound)?)
}

/// Whether anybody is recorded here yet.
///
/// # Errors
/// When the database fails.
pub async fn any<C: ConnectionTrait>(db: &C) -> Result<bool> {
    let first: Option<PersonId> =
        person::Entity::find().select_only().column(person::Column::Id).limit(1).into_tuple().one(db).await?;
    Ok(first.is_some())
}

/// The newest version of the consent text that the person agreed to.
///
/// # Errors
/// When the database fails.
pub async fn find_consent<C: ConnectionTrait>(db: &C, person: PersonId) -> Result<Option<i32>> {
    Ok(consent::Entity::find()
        .select_only()
        .column(consent::Column::Version)
        .filter(consent::Column::PersonId.eq(person))
        .order_by_desc(consent::Column::Version)
        .into_tuple()
        .one(db)
        .await?)
}

/// From a record up to the one that stands for the person. UNION, not UNION ALL: it ends even if records formed a ring.
const UP: &str = "WITH RECURSIVE up(id, linked_to) AS (SELECT id, linked_to FROM person WHERE id = $1 \
    UNION SELECT person.id, person.linked_to FROM person JOIN up ON person.id = up.linked_to)";

/// The record that stands for the person whom this record is of: the record itself unless it was linked to another.
///
/// # Errors
/// `NotFound`.
pub async fn canonical<C: ConnectionTrait>(db: &C, id: PersonId) -> Result<PersonId> {
    let found = ids(db, &format!("{UP} SELECT id FROM up WHERE linked_to IS NULL"), id).await?;
    Ok(found.first().copied().ok_or(Code::NotFound)?)
}

/// Every record of the person whom this record is of.
///
/// # Errors
/// When the database fails.
pub async fn person_ids<C: ConnectionTrait>(db: &C, id: PersonId) -> Result<Vec<PersonId>> {
    let sql = format!(
        "{UP}, down(id) AS (SELECT id FROM up WHERE linked_to IS NULL \
         UNION SELECT person.id FROM person JOIN down ON person.linked_to = down.id) SELECT id FROM down"
    );
    ids(db, &sql, id).await
}

async fn ids<C: ConnectionTrait>(db: &C, sql: &str, id: PersonId) -> Result<Vec<PersonId>> {
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, [id.into()]);
    let rows = db.query_all_raw(statement).await?;
    Ok(rows.iter().map(|row| row.try_get::<PersonId>("", "id")).collect::<std::result::Result<_, _>>()?)
}

/// Carries a changed declaration into the participations of `persons`, and tells whether any cell changed.
///
/// A blank cell takes the first declaration made. A changed declaration reaches only participations that are not completed;
/// a completed one keeps what was declared for it (counting.md, "Sex", and rule 4).
///
/// # Errors
/// When the database fails.
pub async fn carry<C: ConnectionTrait>(
    tx: &C,
    persons: &[PersonId],
    before: &Declared,
    after: &Declared,
) -> Result<bool> {
    use participation::Column;
    let cells: [(Column, Option<Value>, Option<Value>); 4] = [
        (Column::Sex, before.sex.map(|sex| sex.as_str().into()), after.sex.map(|sex| sex.as_str().into())),
        (Column::Country, text(&before.country), text(&after.country)),
        (Column::PersonnelKind, text(&before.personnel_kind), text(&after.personnel_kind)),
        (Column::Institution, text(&before.institution), text(&after.institution)),
    ];
    let mut touched = 0;
    for (column, before, after) in cells {
        let mut reached = Condition::any();
        if after.is_some() {
            reached = reached.add(column.is_null());
        }
        if before != after {
            let differs = match &after {
                Some(value) => Expr::col(column).ne(value.clone()),
                None => column.is_not_null(),
            };
            reached = reached.add(Condition::all().add(Column::CompletedAt.is_null()).add(differs));
        }
        if reached.is_empty() {
            continue;
        }
        let value = after.unwrap_or(Value::String(None));
        let changed = participation::Entity::update_many()
            .col_expr(column, Expr::value(value))
            .filter(Column::PersonId.is_in(persons.iter().copied()))
            .filter(reached)
            .exec(tx)
            .await?;
        touched += changed.rows_affected;
    }
    Ok(touched > 0)
}

fn text(text: &Option<String>) -> Option<Value> {
    text.clone().map(Value::from)
}

/// The name of the person of an account.
///
/// # Errors
/// When the database fails.
pub async fn name_of<C: ConnectionTrait>(db: &C, account: AccountId) -> Result<Option<String>> {
    let of = account::Entity::find_by_id(account).select_only().column(account::Column::PersonId).into_query();
    let found = person::Entity::find().filter(person::Column::Id.in_subquery(of)).one(db).await?;
    Ok(found.map(|person| format!("{} {}", person.given_name, person.family_name).trim().to_owned()))
}

/// The names of the people of some accounts.
///
/// # Errors
/// When the database fails.
pub async fn names_of<C: ConnectionTrait>(db: &C, accounts: &[AccountId]) -> Result<HashMap<AccountId, String>> {
    let rows: Vec<(AccountId, PersonId)> = account::Entity::find()
        .select_only()
        .columns([account::Column::Id, account::Column::PersonId])
        .filter(account::Column::Id.is_in(accounts.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let people = person::Entity::find().filter(person::Column::Id.is_in(rows.iter().map(|row| row.1))).all(db).await?;
    let name = |id: PersonId| {
        let found = people.iter().find(|person| person.id == id)?;
        Some(format!("{} {}", found.given_name, found.family_name).trim().to_owned())
    };
    Ok(rows.into_iter().filter_map(|(account, person)| Some((account, name(person)?))).collect())
}
