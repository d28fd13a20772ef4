//! Queries about imports and their rows.

use domain::id::{EditionId, ImportId};
use domain::import::{Decision, Fate, ImportState};
use sea_orm::sea_query::{Expr, LockType};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};

use crate::ctx::Ctx;
use crate::entity::{import, import_row};
use crate::error::Result;
use crate::roster::{Judged, Line, Outcome};

/// A stored row with its parts read.
#[derive(Debug)]
pub(super) struct Row {
    pub model: import_row::Model,
    pub judged: Judged,
    pub line: Line,
    pub decision: Decision,
}

impl Row {
    fn read(model: import_row::Model) -> Result<Self> {
        let judged: Judged = serde_json::from_str(&model.judged)?;
        let entry = model.entry.as_deref().map(serde_json::from_str).transpose()?;
        let mistakes = if entry.is_none() { judged.mistakes.clone() } else { Vec::new() };
        let line = Line {
            line: u32::try_from(model.line).unwrap_or_default(),
            name: model.name.clone(),
            email: model.email.clone(),
            entry,
            mistakes,
        };
        let decision = model.decision.as_deref().map_or(Decision::Apart, Decision::read);
        Ok(Self { model, judged, line, decision })
    }
}

/// A row about to be stored.
pub(super) fn row(ctx: &Ctx, import: ImportId, line: &Line, judged: &Judged) -> Result<import_row::ActiveModel> {
    Ok(import_row::ActiveModel {
        id: Set(ctx.new_id()),
        import_id: Set(import),
        line: Set(i32::try_from(line.line).unwrap_or(i32::MAX)),
        name: Set(line.name.clone()),
        email: Set(line.email.clone()),
        fate: Set(judged.fate),
        judged: Set(serde_json::to_string(judged)?),
        entry: Set(line.entry.as_ref().map(serde_json::to_string).transpose()?),
        decision: Set(None),
        outcome: Set(None),
        kept: Set(None),
    })
}

/// The same row once it was taken: what the file said is forgotten, what it made is kept.
pub(super) fn taken(row: import_row::Model, outcome: &Outcome) -> Result<import_row::ActiveModel> {
    let made = *outcome != Outcome::default();
    Ok(import_row::ActiveModel {
        id: Set(row.id),
        import_id: Set(row.import_id),
        line: Set(row.line),
        name: Set(row.name),
        email: Set(String::new()),
        fate: Set(row.fate),
        judged: Set(row.judged),
        entry: Set(None),
        decision: Set(row.decision),
        outcome: Set(if made { Some(serde_json::to_string(outcome)?) } else { None }),
        kept: Set(None),
    })
}

/// The row of a person who was typed: taken as soon as it is there.
pub(super) fn first(
    ctx: &Ctx,
    import: ImportId,
    line: &Line,
    judged: &Judged,
    outcome: &Outcome,
) -> Result<import_row::ActiveModel> {
    Ok(import_row::ActiveModel {
        email: Set(String::new()),
        entry: Set(None),
        outcome: Set(Some(serde_json::to_string(outcome)?)),
        ..row(ctx, import, line, judged)?
    })
}

pub(super) async fn find<C: ConnectionTrait>(db: &C, id: ImportId) -> Result<Option<import::Model>> {
    Ok(import::Entity::find_by_id(id).one(db).await?)
}

/// The import, held until the transaction ends.
pub(super) async fn find_locked<C: ConnectionTrait>(tx: &C, id: ImportId) -> Result<Option<import::Model>> {
    Ok(import::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).one(tx).await?)
}

/// Every row, in the order of the file.
pub(super) async fn list_rows<C: ConnectionTrait>(db: &C, id: ImportId) -> Result<Vec<Row>> {
    let rows = import_row::Entity::find()
        .filter(import_row::Column::ImportId.eq(id))
        .order_by_asc(import_row::Column::Line)
        .order_by_asc(import_row::Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(Row::read).collect()
}

/// One page of the rows of a fate, or of all, and how many there are.
pub(super) async fn page_rows<C: ConnectionTrait>(
    db: &C,
    id: ImportId,
    fate: Option<Fate>,
    page: u32,
) -> Result<(Vec<Row>, u32, u32)> {
    let size = u64::from(domain::page::PAGE_SIZE);
    let mut query = import_row::Entity::find().filter(import_row::Column::ImportId.eq(id));
    if let Some(fate) = fate {
        query = query.filter(import_row::Column::Fate.eq(fate));
    }
    let total = query.clone().count(db).await?;
    let number = u64::from(page).clamp(1, total.div_ceil(size).max(1));
    let rows = query
        .order_by_asc(import_row::Column::Line)
        .order_by_asc(import_row::Column::Id)
        .offset((number - 1) * size)
        .limit(size)
        .all(db)
        .await?;
    let rows = rows.into_iter().map(Row::read).collect::<Result<Vec<_>>>()?;
    Ok((rows, u32::try_from(total).unwrap_or(u32::MAX), u32::try_from(number).unwrap_or(1)))
}

/// How many rows have each fate.
pub(super) async fn fates<C: ConnectionTrait>(db: &C, id: ImportId) -> Result<Vec<(Fate, u32)>> {
    let rows: Vec<(Fate, i64)> = import_row::Entity::find()
        .select_only()
        .column(import_row::Column::Fate)
        .column_as(import_row::Column::Id.count(), "rows")
        .filter(import_row::Column::ImportId.eq(id))
        .group_by(import_row::Column::Fate)
        .into_tuple()
        .all(db)
        .await?;
    let count = |fate: Fate| rows.iter().find(|(one, _)| *one == fate).map_or(0, |(_, count)| *count);
    Ok(Fate::ALL.iter().map(|fate| (*fate, u32::try_from(count(*fate)).unwrap_or(u32::MAX))).collect())
}

/// One page of an edition's imports, the newest first: those that are done or undone, and `also` those only prepared.
pub(super) async fn page_imports<C: ConnectionTrait>(
    db: &C,
    edition: EditionId,
    page: u32,
) -> Result<(Vec<import::Model>, u32, u32)> {
    let size = u64::from(domain::page::PAGE_SIZE);
    let query = import::Entity::find().filter(import::Column::EditionId.eq(edition));
    let total = query.clone().count(db).await?;
    let number = u64::from(page).clamp(1, total.div_ceil(size).max(1));
    let rows = query
        .order_by_desc(import::Column::MadeAt)
        .order_by_desc(import::Column::Id)
        .offset((number - 1) * size)
        .limit(size)
        .all(db)
        .await?;
    Ok((rows, u32::try_from(total).unwrap_or(u32::MAX), u32::try_from(number).unwrap_or(1)))
}

pub(super) async fn delete_rows<C: ConnectionTrait>(tx: &C, id: ImportId) -> Result<()> {
    import_row::Entity::delete_many().filter(import_row::Column::ImportId.eq(id)).exec(tx).await?;
    Ok(())
}

pub(super) async fn delete<C: ConnectionTrait>(tx: &C, id: ImportId) -> Result<()> {
    delete_rows(tx, id).await?;
    import::Entity::delete_by_id(id).exec(tx).await?;
    Ok(())
}

/// Forgets dry runs that nobody confirmed: they hold names and addresses.
pub(super) async fn sweep<C: ConnectionTrait>(tx: &C, before: chrono::DateTime<chrono::Utc>) -> Result<()> {
    let stale = || {
        import::Entity::find()
            .select_only()
            .column(import::Column::Id)
            .filter(import::Column::State.eq(ImportState::Prepared))
            .filter(import::Column::MadeAt.lt(before))
            .into_query()
    };
    import_row::Entity::delete_many().filter(import_row::Column::ImportId.in_subquery(stale())).exec(tx).await?;
    import::Entity::delete_many()
        .filter(import::Column::State.eq(ImportState::Prepared))
        .filter(import::Column::MadeAt.lt(before))
        .exec(tx)
        .await?;
    Ok(())
}

/// Remembers what somebody chose for a row of fate `Duplicate`.
pub(super) async fn decide<C: ConnectionTrait>(
    tx: &C,
    id: ImportId,
    row: uuid::Uuid,
    decision: Decision,
) -> Result<()> {
    import_row::Entity::update_many()
        .col_expr(import_row::Column::Decision, Expr::value(Some(decision.to_string())))
        .filter(import_row::Column::Id.eq(row))
        .filter(import_row::Column::ImportId.eq(id))
        .filter(import_row::Column::Fate.eq(Fate::Duplicate))
        .exec(tx)
        .await?;
    Ok(())
}
