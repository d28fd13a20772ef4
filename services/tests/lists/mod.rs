//! Workshops' lists for the tests of imports and check-ins, and a look at every table at once.
#![cfg(test)]
#![allow(dead_code, clippy::allow_attributes, reason = "each file of tests uses some of these sentences")]

use std::collections::BTreeMap;

use domain::id::ImportId;
use domain::import::{Fate, ImportView};
use domain::roster::Presence;
use rust_xlsxwriter::Workbook;
use sea_orm::{ConnectionTrait, DatabaseBackend, Statement};
use services::import::{Upload, prepare, view};
use services::{Campus, Ctx};

/// A workbook of these rows.
pub fn xlsx(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (line, row) in (0_u32..).zip(rows) {
        for (place, cell) in (0_u16..).zip(*row) {
            sheet.write_string(line, place, *cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

pub fn upload(bytes: impl Into<Vec<u8>>, presence: Presence) -> Upload {
    Upload { file_name: "taller.xlsx".into(), bytes: bytes.into(), presence, day: String::new() }
}

/// Prepares a CSV list of people who attended.
pub async fn prepared(ctx: &Ctx, edition: &str, csv: &str) -> ImportId {
    prepare(ctx, edition, upload(csv, Presence::Attended)).await.unwrap().id
}

/// Prepares and confirms.
pub async fn taken(ctx: &Ctx, edition: &str, csv: &str) -> ImportId {
    let id = prepared(ctx, edition, csv).await;
    services::import::confirm(ctx, edition, id).await.unwrap();
    id
}

/// All rows on one page, as many as fit.
pub async fn shown(ctx: &Ctx, edition: &str, id: ImportId) -> ImportView {
    view(ctx, edition, id, None, 1).await.unwrap()
}

/// How many rows have this fate.
pub fn of(view: &ImportView, fate: Fate) -> u32 {
    view.counts.iter().find(|(one, _)| *one == fate).unwrap().1
}

/// Every row of every table as text, but for what an import leaves behind on purpose: itself, the trail, the revision.
pub async fn dump(campus: &Campus) -> BTreeMap<String, Vec<String>> {
    const LEFT: &[&str] = &["import", "import_row", "audit", "counting_revision", "counted_edition"];
    let db = campus.db.writer();
    let sqlite = db.get_database_backend() == DatabaseBackend::Sqlite;
    let ask = async |sql: String, column: &str| -> Vec<String> {
        let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
        rows.iter().map(|row| row.try_get::<String>("", column).unwrap()).collect()
    };
    let tables = if sqlite {
        "SELECT name AS t FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    } else {
        "SELECT tablename::text AS t FROM pg_tables WHERE schemaname = 'public'"
    };
    let mut all = BTreeMap::new();
    for table in ask(tables.into(), "t").await {
        if LEFT.contains(&table.as_str()) {
            continue;
        }
        let sql = if sqlite {
            let columns = ask(format!("SELECT name AS c FROM pragma_table_info('{table}')"), "c").await;
            let quoted: Vec<String> = columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
            format!("SELECT {} AS r FROM \"{table}\" ORDER BY 1", quoted.join(" || '|' || "))
        } else {
            format!("SELECT row_to_json(t)::text AS r FROM \"{table}\" t ORDER BY 1")
        };
        all.insert(table, ask(sql, "r").await);
    }
    all
}
