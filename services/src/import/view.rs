//! Imports as people see them.

use std::collections::{HashMap, HashSet};

use domain::error::Code;
use domain::id::{AccountId, ImportId, PersonId};
use domain::import::{CandidateView, Fate, ImportRowView, ImportSummary, ImportView, ImportsView, masked};
use domain::page::Page;
use domain::roster::{Column, Mistake};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::store::Row;
use super::{may_complete, of_edition, prepare, store};
use crate::ctx::Ctx;
use crate::edition::taught;
use crate::entity::{account, import, participation, person};
use crate::error::Result;

/// A dry run, or what became of it: one page of its rows.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`.
pub async fn view(ctx: &Ctx, code: &str, id: ImportId, fate: Option<Fate>, page: u32) -> Result<ImportView> {
    let edition = taught(ctx, code).await?;
    let tx = ctx.db.begin_read().await?;
    let import = of_edition(&tx, &edition, id).await?;
    let (rows, total, number) = store::page_rows(&tx, id, fate, page).await?;
    let candidates = candidates(&tx, &edition, &rows).await?;
    let counts = store::fates(&tx, id).await?;
    let problems: Vec<Mistake> = serde_json::from_str(&import.problems)?;
    let columns: Vec<(String, Option<Column>)> = serde_json::from_str(&import.columns)?;
    let (presence, day) = (import.presence, import.day);
    let summary = summaries(&tx, vec![import]).await?.into_iter().next().ok_or(Code::NotFound)?;
    let edition = crate::edition::cards(&tx, ctx, vec![edition]).await?.into_iter().next().ok_or(Code::NotFound)?;
    tx.commit().await?;
    Ok(ImportView {
        edition,
        summary,
        presence,
        day,
        problems: problems.iter().map(|problem| problem.words(ctx.language)).collect(),
        counts,
        page: Page {
            rows: rows.into_iter().map(|row| row_view(ctx, row, &columns, &candidates)).collect(),
            total,
            number,
        },
        columns,
    })
}

fn row_view(
    ctx: &Ctx,
    row: Row,
    columns: &[(String, Option<Column>)],
    candidates: &HashMap<PersonId, CandidateView>,
) -> ImportRowView {
    // What contradicts another row or what is recorded names the column by its code; people know it by their own name.
    let own = |column: &Option<String>| {
        let code: Option<Column> = column.as_deref().and_then(|column| column.parse().ok());
        let found = columns.iter().find(|(_, known)| code.is_some() && *known == code);
        found.map(|(name, _)| name.clone()).or_else(|| column.clone())
    };
    let mistakes =
        row.judged.mistakes.iter().map(|mistake| Mistake { column: own(&mistake.column), ..mistake.clone() });
    let mistakes = mistakes.map(|mistake| mistake.beside_line(ctx.language)).collect();
    ImportRowView {
        id: row.model.id.to_string(),
        line: row.line.line,
        name: row.model.name,
        email: row.model.email,
        fate: row.judged.fate,
        mistakes,
        fills: row.judged.fills,
        candidates: row.judged.candidates.iter().filter_map(|id| candidates.get(id).cloned()).collect(),
        decision: row.decision.to_string(),
    }
}

async fn candidates<C: ConnectionTrait>(
    db: &C,
    edition: &crate::entity::edition::Model,
    rows: &[Row],
) -> Result<HashMap<PersonId, CandidateView>> {
    let ids: HashSet<PersonId> = rows.iter().flat_map(|row| row.judged.candidates.iter().copied()).collect();
    list_candidates(db, edition, ids).await
}

/// People of the same name as somebody on a list, as they may be shown.
pub(super) async fn list_candidates<C: ConnectionTrait>(
    db: &C,
    edition: &crate::entity::edition::Model,
    ids: HashSet<PersonId>,
) -> Result<HashMap<PersonId, CandidateView>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let here: HashSet<PersonId> = participation::Entity::find()
        .filter(participation::Column::EditionId.eq(edition.id))
        .filter(participation::Column::PersonId.is_in(ids.iter().copied()))
        .all(db)
        .await?
        .into_iter()
        .map(|row| row.person_id)
        .collect();
    let people = person::Entity::find().filter(person::Column::Id.is_in(ids)).all(db).await?;
    Ok(people
        .into_iter()
        .map(|row| {
            let view = CandidateView {
                id: row.id,
                name: format!("{} {}", row.given_name, row.family_name).trim().to_owned(),
                email: masked(row.email.as_deref().unwrap_or_default()),
                here: here.contains(&row.id),
            };
            (row.id, view)
        })
        .collect())
}

/// The imports of an edition, the newest first, and what the form for another one offers.
///
/// # Errors
/// `SignInFirst`, `NotForYou`, `NotFound`.
pub async fn list(ctx: &Ctx, code: &str, page: u32) -> Result<ImportsView> {
    let edition = taught(ctx, code).await?;
    let tx = ctx.db.begin_read().await?;
    let (imports, total, number) = store::page_imports(&tx, edition.id, page).await?;
    let rows = summaries(&tx, imports).await?;
    let (day, completions) = (prepare::default_day(ctx, &edition).to_string(), may_complete(ctx, &edition));
    let edition = crate::edition::cards(&tx, ctx, vec![edition]).await?.into_iter().next().ok_or(Code::NotFound)?;
    tx.commit().await?;
    Ok(ImportsView { edition, page: Page { rows, total, number }, day, completions })
}

/// Imports as a list shows them, in their order.
pub(super) async fn summaries<C: ConnectionTrait>(db: &C, imports: Vec<import::Model>) -> Result<Vec<ImportSummary>> {
    let ids: HashSet<AccountId> = imports.iter().filter_map(|import| import.made_by).collect();
    let mut names: HashMap<AccountId, String> = HashMap::new();
    if !ids.is_empty() {
        let accounts = account::Entity::find().filter(account::Column::Id.is_in(ids)).all(db).await?;
        let people: HashSet<PersonId> = accounts.iter().map(|account| account.person_id).collect();
        let people = person::Entity::find().filter(person::Column::Id.is_in(people)).all(db).await?;
        for account in accounts {
            if let Some(person) = people.iter().find(|person| person.id == account.person_id) {
                names.insert(account.id, format!("{} {}", person.given_name, person.family_name).trim().to_owned());
            }
        }
    }
    let count = |number: i32| u32::try_from(number).unwrap_or_default();
    Ok(imports
        .into_iter()
        .map(|import| ImportSummary {
            id: import.id,
            state: import.state,
            origin: import.origin,
            name: import.name,
            made_at: import.made_at,
            made_by: import.made_by.and_then(|account| names.get(&account).cloned()).unwrap_or_default(),
            rows: count(import.rows),
            flawed: count(import.flawed),
            added: count(import.added),
            filled: count(import.filled),
            unchanged: count(import.unchanged),
            new_people: count(import.new_people),
            certificates: count(import.certificates),
            kept: count(import.kept),
        })
        .collect())
}
