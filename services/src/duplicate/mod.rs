//! Records that may be one person. A search through everybody keeps its candidates; staff link them, or say that they are
//! not the same, and can take a link back (`claim::unlink`). Every record keeps its dates (counting rule 9).

mod search;

use std::collections::HashMap;

use domain::duplicate::{CandidateRow, CandidatesView, RecordView};
use domain::error::Code;
use domain::id::PersonId;
use domain::page::Page;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::entity::{account, duplicate, edition, participation, person};
use crate::error::Result;
use crate::{policy, setting};

pub use search::search;

/// The candidates that nobody decided on, the most alike first.
///
/// # Errors
/// `SignInFirst`, `NotForYou`.
pub async fn candidates(ctx: &Ctx, page: u32) -> Result<CandidatesView> {
    policy::may_see_people(ctx)?;
    let db = ctx.db.read();
    let all = duplicate::Entity::find()
        .filter(duplicate::Column::DecidedAt.is_null())
        .order_by_desc(duplicate::Column::Score)
        .order_by_asc(duplicate::Column::Id)
        .all(db)
        .await?;
    let page = Page::cut(all, page);
    let ids: Vec<PersonId> = page.rows.iter().flat_map(|row| [row.one, row.other]).collect();
    let records = records(db, &ids).await?;
    let mut rows = Vec::new();
    for row in page.rows {
        if let (Some(one), Some(other)) = (records.get(&row.one), records.get(&row.other)) {
            rows.push(CandidateRow {
                id: row.id.to_string(),
                score: row.score,
                signs: serde_json::from_str(&row.signs)?,
                one: one.clone(),
                other: other.clone(),
            });
        }
    }
    let looked_at = setting::find::<u32, _>(db, search::KEY).await?.map(|(_, at)| at);
    Ok(CandidatesView { page: Page { rows, total: page.total, number: page.number }, looked_at })
}

async fn records<C: ConnectionTrait>(db: &C, ids: &[PersonId]) -> Result<HashMap<PersonId, RecordView>> {
    let people = person::Entity::find().filter(person::Column::Id.is_in(ids.iter().copied())).all(db).await?;
    let accounts: Vec<PersonId> = account::Entity::find()
        .select_only()
        .column(account::Column::PersonId)
        .filter(account::Column::PersonId.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let parts: Vec<(PersonId, domain::id::EditionId)> = participation::Entity::find()
        .select_only()
        .columns([participation::Column::PersonId, participation::Column::EditionId])
        .filter(participation::Column::PersonId.is_in(ids.iter().copied()))
        .order_by_desc(participation::Column::EnrolledAt)
        .into_tuple()
        .all(db)
        .await?;
    let codes: HashMap<_, String> = edition::Entity::find()
        .filter(edition::Column::Id.is_in(parts.iter().map(|part| part.1)))
        .all(db)
        .await?
        .into_iter()
        .map(|edition| (edition.id, edition.code))
        .collect();
    let record = |row: person::Model| {
        let theirs = parts.iter().filter(|part| part.0 == row.id).filter_map(|part| codes.get(&part.1).cloned());
        let view = RecordView {
            id: row.id.to_string(),
            name: format!("{} {}", row.given_name, row.family_name).trim().to_owned(),
            email: row.email,
            country: row.country,
            has_account: accounts.contains(&row.id),
            editions: theirs.collect(),
        };
        (row.id, view)
    };
    Ok(people.into_iter().map(record).collect())
}

/// How many candidates nobody decided on.
pub(crate) async fn count_open<C: ConnectionTrait>(db: &C) -> Result<u32> {
    let open = duplicate::Entity::find().filter(duplicate::Column::DecidedAt.is_null()).count(db).await?;
    Ok(u32::try_from(open).unwrap_or(u32::MAX))
}

/// Decides on two records: they are one person, whom `keep` then stands for, or without it they are not.
///
/// # Errors
/// `SignInFirst`, `NotForYou`; `NotFound` for a pair that there is not or that was decided on.
pub async fn decide(ctx: &Ctx, pair: &str, keep: &str) -> Result<()> {
    policy::may_see_people(ctx)?;
    let id: uuid::Uuid = pair.parse().map_err(|_| Code::NotFound)?;
    let tx = ctx.db.begin_write().await?;
    let open = duplicate::Entity::find_by_id(id).filter(duplicate::Column::DecidedAt.is_null()).one(&tx).await?;
    let row = open.ok_or(Code::NotFound)?;
    let linked = !keep.is_empty();
    duplicate::Entity::update_many()
        .col_expr(duplicate::Column::DecidedAt, Expr::value(Some(ctx.now())))
        .col_expr(duplicate::Column::DecidedBy, Expr::value(ctx.account().map(|account| account.0)))
        .col_expr(duplicate::Column::Linked, Expr::value(linked))
        .filter(duplicate::Column::Id.eq(id))
        .exec(&tx)
        .await?;
    if linked {
        let keep: PersonId = keep.parse().map_err(|_| Code::NotFound)?;
        let other = match keep {
            keep if keep == row.one => row.other,
            keep if keep == row.other => row.one,
            _ => return Err(Code::NotFound.into()),
        };
        crate::person::link(&tx, ctx, other, keep).await?;
    } else {
        let entry = Entry::DuplicateDismissed { one: row.one.to_string(), other: row.other.to_string() };
        audit::record(&tx, ctx, &row.one.to_string(), entry).await?;
    }
    tx.commit().await?;
    Ok(())
}
