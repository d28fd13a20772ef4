//! Who points at a row. The schema is asked which tables do, so that one that is added later is not forgotten.

use std::collections::HashMap;

use domain::id::ParticipationId;
use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, Query};
use sea_orm::{ConnectionTrait, DatabaseBackend, Statement};
use uuid::Uuid;

use crate::error::Result;

/// Ids in one statement.
const IDS: usize = 500;

/// A column that points at another table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pointer {
    pub table: String,
    pub column: String,
}

/// The columns whose foreign keys lead to `table`.
pub(super) async fn pointers<C: ConnectionTrait>(db: &C, table: &'static str) -> Result<Vec<Pointer>> {
    const SQLITE: &str = "SELECT m.name AS \"table\", p.\"from\" AS \"column\" FROM sqlite_master m \
        JOIN pragma_foreign_key_list(m.name) p WHERE m.type = 'table' AND p.\"table\" = $1 ORDER BY 1, 2";
    const POSTGRES: &str = "SELECT r.relname::text AS \"table\", a.attname::text AS \"column\" FROM pg_constraint c \
        JOIN pg_class r ON r.oid = c.conrelid JOIN pg_class t ON t.oid = c.confrelid \
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] \
        WHERE c.contype = 'f' AND t.relname::text = $1 AND t.relnamespace = current_schema()::regnamespace ORDER BY 1, 2";
    let sql = if db.get_database_backend() == DatabaseBackend::Sqlite { SQLITE } else { POSTGRES };
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, [table.into()]);
    let mut found = Vec::new();
    for row in db.query_all_raw(statement).await? {
        found.push(Pointer { table: row.try_get("", "table")?, column: row.try_get("", "column")? });
    }
    Ok(found)
}

/// Whether anything points at a participation.
///
/// # Errors
/// When the database fails.
pub(crate) async fn in_use<C: ConnectionTrait>(db: &C, participation: ParticipationId) -> Result<bool> {
    for pointer in pointers(db, "participation").await? {
        if !count(db, &pointer, &[participation.0]).await?.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// How many rows of `pointer` point at each of `ids`; those at which none does are not among them.
pub(super) async fn count<C: ConnectionTrait>(db: &C, pointer: &Pointer, ids: &[Uuid]) -> Result<HashMap<Uuid, u32>> {
    let mut counts = HashMap::new();
    for chunk in ids.chunks(IDS) {
        let column = Alias::new(&pointer.column);
        let query = Query::select()
            .expr_as(Expr::col(column.clone()), Alias::new("pointed"))
            .from(Alias::new(&pointer.table))
            .and_where(Expr::col(column).is_in(chunk.iter().copied()))
            .to_owned();
        for row in db.query_all(&query).await? {
            *counts.entry(row.try_get::<Uuid>("", "pointed")?).or_insert(0) += 1;
        }
    }
    Ok(counts)
}
