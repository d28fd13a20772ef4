//! Sessions of an edition: when people meet, and who came.

use serde::{Deserialize, Serialize};

crate::text_enum::text_enum! {
    /// Whether somebody came to a session.
    pub enum AttendanceState { Present => "present", Late => "late", Absent => "absent", Excused => "excused" }
}

impl AttendanceState {
    /// Whether it counts as attended.
    #[must_use]
    pub const fn attended(self) -> bool {
        matches!(self, Self::Present | Self::Late)
    }
}

/// A session as its learners see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingView {
    pub id: crate::id::MeetingId,
    pub title: String,
    pub starts_at: chrono::DateTime<chrono::Utc>,
    pub ends_at: chrono::DateTime<chrono::Utc>,
    pub place: Option<String>,
    pub link: Option<String>,
    /// The learner's own attendance, once it is recorded.
    pub attendance: Option<AttendanceState>,
}
