//! Answers that are lists: members, periods, participations.

use chrono::{DateTime, Utc};
use domain::indicator::MemberRow;
use domain::page::Page;
use domain::period::PeriodRow;
use serde::Serialize;
use utoipa::ToSchema;

/// Somebody behind a figure, without a name.
#[derive(Debug, Serialize, ToSchema)]
pub struct MemberAnswer {
    /// The same for the same person everywhere.
    person: String,
    edition: String,
    sex: String,
    country: Option<String>,
    personnel_kind: Option<String>,
    counted_at: DateTime<Utc>,
    participations: u32,
    /// Declared different things; the last counts.
    moved: bool,
}

/// A page of the list behind a figure. Its `total` is the figure.
#[derive(Debug, Serialize, ToSchema)]
pub struct MembersAnswer {
    members: Vec<MemberAnswer>,
    total: u32,
    page: u32,
    pages: u32,
}

impl From<Page<MemberRow>> for MembersAnswer {
    fn from(page: Page<MemberRow>) -> Self {
        let pages = page.pages();
        let member = |row: MemberRow| MemberAnswer {
            person: row.pseudonym,
            edition: row.edition_code,
            sex: row.cell.to_string(),
            country: row.country,
            personnel_kind: row.personnel_kind,
            counted_at: row.counted_at,
            participations: row.participations,
            moved: row.moved,
        };
        Self { total: page.total, page: page.number, pages, members: page.rows.into_iter().map(member).collect() }
    }
}

/// A period and its newest published version.
#[derive(Debug, Serialize, ToSchema)]
pub struct PeriodAnswer {
    /// A year, or `plan`.
    period: String,
    /// It has not ended.
    running: bool,
    /// Null while it is open.
    version: Option<u32>,
    closed_at: Option<DateTime<Utc>>,
    approver: Option<String>,
    /// SHA-256 of the frozen content.
    digest: Option<String>,
}

impl From<PeriodRow> for PeriodAnswer {
    fn from(row: PeriodRow) -> Self {
        let newest = row.newest;
        Self {
            period: row.label,
            running: row.running,
            version: newest.as_ref().map(|one| one.version),
            closed_at: newest.as_ref().map(|one| one.closed_at),
            approver: newest.as_ref().map(|one| one.approver.clone()),
            digest: newest.map(|one| one.digest),
        }
    }
}

/// Every period of the plan.
#[derive(Debug, Serialize, ToSchema)]
pub struct PeriodsAnswer {
    pub periods: Vec<PeriodAnswer>,
}

/// A participation without a name: what figures are counted from.
#[derive(Debug, Serialize, ToSchema)]
pub struct ParticipationAnswer {
    /// The person's surrogate.
    pub person: String,
    pub edition: String,
    pub course: String,
    pub modality: String,
    pub language: String,
    pub sex: String,
    pub country: Option<String>,
    pub personnel_kind: Option<String>,
    pub first_activity_at: Option<DateTime<Utc>>,
    pub completed_at: Option<DateTime<Utc>>,
}

/// Some participations, and where to go on.
#[derive(Debug, Serialize, ToSchema)]
pub struct ParticipationsAnswer {
    pub participations: Vec<ParticipationAnswer>,
    /// Give this as `after` for the next ones; null at the end.
    pub next: Option<String>,
}
