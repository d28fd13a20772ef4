//! Applications as pages show them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Answer, ApplicationState, Question, WaysForm};
use crate::edition::EditionCard;
use crate::id::ApplicationId;
use crate::page::Page;

crate::text_enum::text_enum! {
    /// Which applications a queue shows.
    pub enum ApplicationFilter {
        Applied => "applied",
        Waiting => "waiting",
        Accepted => "accepted",
        Declined => "declined",
        Withdrawn => "withdrawn",
        All => "all",
    }
}

impl ApplicationFilter {
    /// Whether an application that stands so is shown.
    #[must_use]
    pub fn shows(self, state: ApplicationState) -> bool {
        self == Self::All || self.as_str() == state.as_str()
    }
}

/// What a queue is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationsQuery {
    #[serde(default)]
    pub search: String,
    pub filter: ApplicationFilter,
    pub page: u32,
}

/// One application in the queue. What the person declared of sex, country and kind of personnel is not in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationRow {
    pub id: ApplicationId,
    pub name: String,
    pub email: String,
    pub institution: Option<String>,
    pub state: ApplicationState,
    pub applied_at: DateTime<Utc>,
    pub reason: Option<String>,
    /// (question, answer) in the reader's language.
    pub answers: Vec<(String, String)>,
}

/// The queue of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationsView {
    pub edition: EditionCard,
    pub counts: Vec<(ApplicationFilter, u32)>,
    pub page: Page<ApplicationRow>,
}

/// How people come into an edition, as its team sets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaysView {
    pub edition: EditionCard,
    pub form: WaysForm,
    pub questions: Vec<Question>,
    /// (address, used) of the invitations, the newest first.
    pub invited: Vec<(String, bool)>,
}

/// The page where somebody applies, or sees what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplyView {
    pub edition: EditionCard,
    pub questions: Vec<Question>,
    pub mine: Option<MyApplication>,
}

/// One's own application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyApplication {
    pub edition: String,
    pub edition_title: String,
    pub course: String,
    pub state: ApplicationState,
    pub applied_at: DateTime<Utc>,
    pub reason: Option<String>,
    pub answers: Vec<Answer>,
}

/// What an invitation leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationView {
    pub edition: EditionCard,
    /// The address that was invited.
    pub email: String,
}
