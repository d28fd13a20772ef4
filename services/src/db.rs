//! The database: SQLite in one file, or PostgreSQL. Use cases see one type and two kinds of transaction.

use std::time::Duration;

use sea_orm::{
    AccessMode, ConnectOptions, Database, DatabaseBackend, DatabaseConnection, DatabaseTransaction, DbErr,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
};

/// Connections to the campus's database. SQLite has one writer, so its writers queue for one connection of their own
/// instead of failing on a lock.
#[derive(Debug, Clone)]
pub struct Db {
    read: DatabaseConnection,
    write: DatabaseConnection,
}

impl Db {
    /// Opens `url` (`sqlite:<path>?mode=rwc` or `postgres://…`).
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn open(url: &str) -> Result<Self, DbErr> {
        if url.starts_with("sqlite:") {
            // The writer comes first: it may have to make the file and turn on its journal.
            let write = Database::connect(sqlite(url, 1)).await?;
            let read = Database::connect(sqlite(url, 4)).await?;
            return Ok(Self { read, write });
        }
        let mut options = ConnectOptions::new(url);
        options
            .min_connections(1)
            .max_connections(16)
            .acquire_timeout(Duration::from_secs(10))
            .test_before_acquire(false)
            .sqlx_logging(false);
        let both = Database::connect(options).await?;
        Ok(Self { read: both.clone(), write: both })
    }

    /// For reading outside a transaction.
    #[must_use]
    pub fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// The connection that migrations and writers use.
    #[must_use]
    pub fn writer(&self) -> &DatabaseConnection {
        &self.write
    }

    /// Begins the one transaction of a writing use case: `BEGIN IMMEDIATE` on SQLite.
    ///
    /// # Errors
    /// When the database is out of reach or busy for longer than its time-out.
    pub async fn begin_write(&self) -> Result<DatabaseTransaction, DbErr> {
        let options = TransactionOptions {
            sqlite_transaction_mode: self.is_sqlite().then_some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        self.write.begin_with_options(options).await
    }

    /// Begins a transaction that reads several things as of one moment.
    ///
    /// # Errors
    /// When the database is out of reach.
    pub async fn begin_read(&self) -> Result<DatabaseTransaction, DbErr> {
        if self.is_sqlite() {
            return self.read.begin().await;
        }
        self.read.begin_with_config(Some(sea_orm::IsolationLevel::RepeatableRead), Some(AccessMode::ReadOnly)).await
    }

    /// Whether one SELECT may lock its rows (`FOR UPDATE`); SQLite's single writer needs no such lock.
    #[must_use]
    pub fn is_sqlite(&self) -> bool {
        self.read.get_database_backend() == DatabaseBackend::Sqlite
    }

    /// The same database, whose every statement is told to `told`: tests count them, so that no list asks more as it grows.
    #[must_use]
    pub fn watched(&self, told: impl Fn(&str) + Send + Sync + Clone + 'static) -> Self {
        let (mut read, mut write) = (self.read.clone(), self.write.clone());
        for connection in [&mut read, &mut write] {
            let told = told.clone();
            connection.set_metric_callback(move |info| told(&info.statement.sql));
        }
        Self { read, write }
    }

    /// Closes every connection.
    ///
    /// # Errors
    /// When a connection fails while it closes.
    pub async fn close(self) -> Result<(), DbErr> {
        self.read.close().await?;
        self.write.close().await
    }
}

fn sqlite(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .min_connections(1)
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(10))
        .test_before_acquire(false)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(|options| {
            options
                .pragma("journal_mode", "WAL")
                .pragma("synchronous", "NORMAL")
                .pragma("foreign_keys", "ON")
                .pragma("busy_timeout", "5000")
                .pragma("cache_size", "-2000")
                .pragma("temp_store", "MEMORY")
        });
    options
}
