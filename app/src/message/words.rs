//! What segments and states are called.

use domain::message::{MessageRow, Segment};

use crate::t;

/// To whom a message goes. `assignments` gives the titles of those that somebody may miss.
pub(super) fn segment_words(segment: &Segment, assignments: &[(String, String)]) -> String {
    match segment {
        Segment::Missing(key) => {
            let title = assignments.iter().find(|(known, _)| known == key).map_or(key, |(_, title)| title);
            t!("segment-missing", title = title)
        }
        Segment::Chosen(ids) => t!("segment-chosen", count = u32::try_from(ids.len()).unwrap_or(u32::MAX)),
        plain => t!(&format!("segment-{plain}")),
    }
}

/// Whether a message was sent, waits or was called off: the class of its badge, and the words.
pub(super) fn state_words(row: &MessageRow) -> (&'static str, String) {
    match (row.sent, row.cancelled) {
        (true, _) => ("badge badge--done", t!("message-sent")),
        (_, true) => ("badge badge--ended", t!("message-cancelled")),
        _ => ("badge badge--soon", t!("message-scheduled")),
    }
}
