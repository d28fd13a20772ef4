//! Tokens of programs that read figures; an audit trail that is only appended to.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::columns::{at, at_null, drop_all, id, index, table, text, uuid_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// An entry of the audit trail is never changed or removed, whoever asks.
fn append_only(backend: DbBackend) -> &'static [&'static str] {
    if backend == DbBackend::Postgres {
        &[
            "CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS \
             $$ BEGIN RAISE EXCEPTION 'the audit trail is append-only'; END $$",
            "CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit \
             FOR EACH ROW EXECUTE FUNCTION audit_is_append_only()",
        ]
    } else {
        &[
            "CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit \
             BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END",
            "CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit \
             BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END",
        ]
    }
}

fn changeable(backend: DbBackend) -> &'static [&'static str] {
    if backend == DbBackend::Postgres {
        &["DROP TRIGGER audit_append_only ON audit", "DROP FUNCTION audit_is_append_only()"]
    } else {
        &["DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete"]
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let token = vec![
            id(),
            text("name"),
            text("secret_hash"),
            text("rights"),
            at("made_at"),
            uuid_null("made_by"),
            at("expires_at"),
            at_null("revoked_at"),
            at_null("last_used_at"),
        ];
        table(m, "api_token", token, &[]).await?;
        index(m, "api_token_secret", "api_token", &["secret_hash"], true).await?;
        for statement in append_only(m.get_database_backend()) {
            m.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for statement in changeable(m.get_database_backend()) {
            m.get_connection().execute_unprepared(statement).await?;
        }
        drop_all(m, &["api_token"]).await
    }
}
