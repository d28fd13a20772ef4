//! Sessions in the database. A row holds only a digest of the session's id, so that a copy of the database signs nobody in.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::id::AccountId;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, SqlErr};
use time::OffsetDateTime;
use tower_sessions_core::session::{Id, Record};
use tower_sessions_core::session_store::{Error, Result, SessionStore};

use crate::ctx::{Campus, digest};
use crate::entity::session;

/// The key of a session's data under which the server keeps the signed-in account's id.
pub const ACCOUNT: &str = "account";

/// Keeps sessions in the campus's database.
#[derive(Debug, Clone)]
pub struct Store(Arc<Campus>);

impl Store {
    /// A store on the campus's database and clock.
    #[must_use]
    pub const fn new(campus: Arc<Campus>) -> Self {
        Self(campus)
    }
}

/// Deletes the sessions that have expired, and tells how many there were.
///
/// # Errors
/// When the database fails.
pub async fn delete_expired(campus: &Campus) -> crate::Result<u64> {
    let deleted = session::Entity::delete_many()
        .filter(session::Column::ExpiresAt.lte(campus.now()))
        .exec(campus.db.writer())
        .await?;
    Ok(deleted.rows_affected)
}

#[async_trait]
impl SessionStore for Store {
    async fn create(&self, record: &mut Record) -> Result<()> {
        loop {
            match session::Entity::insert(row(record)?).exec_without_returning(self.0.db.writer()).await {
                Ok(_) => return Ok(()),
                Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
                    record.id = Id::default()
                }
                Err(error) => return Err(backend(error)),
            }
        }
    }

    /// Only a session that is still there: one that was ended while a request used it does not come back.
    async fn save(&self, record: &Record) -> Result<()> {
        let row = row(record)?;
        session::Entity::update_many()
            .filter(session::Column::IdHash.eq(digest(&record.id.to_string())))
            .set(session::ActiveModel { id_hash: sea_orm::ActiveValue::NotSet, ..row })
            .exec(self.0.db.writer())
            .await
            .map_err(backend)?;
        Ok(())
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let found = session::Entity::find_by_id(digest(&id.to_string()))
            .filter(session::Column::ExpiresAt.gt(self.0.now()))
            .one(self.0.db.read())
            .await
            .map_err(backend)?;
        let Some(row) = found else { return Ok(None) };
        let data = serde_json::from_str(&row.data).map_err(|error| Error::Decode(error.to_string()))?;
        let expiry_date = OffsetDateTime::from_unix_timestamp(row.expires_at.timestamp())
            .map_err(|error| Error::Decode(error.to_string()))?;
        Ok(Some(Record { id: *id, data, expiry_date }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        session::Entity::delete_by_id(digest(&id.to_string())).exec(self.0.db.writer()).await.map_err(backend)?;
        Ok(())
    }
}

fn row(record: &Record) -> Result<session::ActiveModel> {
    let account = record.data.get(ACCOUNT).and_then(|value| serde_json::from_value::<AccountId>(value.clone()).ok());
    let expires_at: DateTime<Utc> = DateTime::from_timestamp(record.expiry_date.unix_timestamp(), 0)
        .ok_or_else(|| Error::Encode("a session's end is beyond the calendar".to_owned()))?;
    Ok(session::ActiveModel {
        id_hash: Set(digest(&record.id.to_string())),
        account_id: Set(account),
        data: Set(serde_json::to_string(&record.data).map_err(|error| Error::Encode(error.to_string()))?),
        expires_at: Set(expires_at),
    })
}

fn backend(error: sea_orm::DbErr) -> Error {
    Error::Backend(error.to_string())
}
