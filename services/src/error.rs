//! The two ways in which a use case fails: the campus refuses, or something broke.

use domain::error::{Code, Refusal};

/// What every use case returns.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a use case did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The campus says no; the person is told why.
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error("database: {0}")]
    Database(#[from] sea_orm::DbErr),
    #[error("stored JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// A file that somebody gave is wrong; each line says where and why.
    #[error("{}", .0.join("\n"))]
    Files(Vec<String>),
    #[error("{what}: {source}")]
    Other { what: &'static str, source: Box<dyn std::error::Error + Send + Sync> },
}

impl Error {
    /// Wraps an error of a library with what was being done.
    pub fn other(what: &'static str, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Other { what, source: source.into() }
    }

    /// The refusal's code, if it is a refusal.
    #[must_use]
    pub fn code(&self) -> Option<Code> {
        match self {
            Self::Refused(refusal) => Some(refusal.code),
            _ => None,
        }
    }
}

impl From<Code> for Error {
    fn from(code: Code) -> Self {
        Self::Refused(code.into())
    }
}
