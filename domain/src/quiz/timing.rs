//! When an attempt may begin, and when its time is over.

use chrono::{DateTime, Duration, Utc};

use super::Quiz;
use crate::error::{Code, Refusal};

/// How long after its end an attempt still takes what was on its way: slow links are no fault of the learner's.
pub const GRACE: Duration = Duration::seconds(30);

/// When an attempt that began at `started_at` closes: by its time limit with the learner's extension, in minutes.
/// None: the quiz has no limit.
#[must_use]
pub fn closes_at(quiz: &Quiz, started_at: DateTime<Utc>, extra_minutes: u16) -> Option<DateTime<Utc>> {
    quiz.minutes.map(|minutes| started_at + Duration::minutes(i64::from(minutes) + i64::from(extra_minutes)))
}

/// Whether another attempt may begin, after `taken` of which the last ended at `last_ended`; `extra_attempts` is the
/// learner's extension.
///
/// # Errors
/// `AttemptsUsed`, or `AttemptTooSoon` while the waiting time lasts.
pub fn may_start(
    quiz: &Quiz,
    taken: u16,
    extra_attempts: u16,
    last_ended: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    if quiz.attempts.is_some_and(|most| taken >= most.saturating_add(extra_attempts)) {
        return Err(Code::AttemptsUsed.into());
    }
    if let (Some(minutes), Some(ended)) = (quiz.wait, last_ended)
        && now < ended + Duration::minutes(i64::from(minutes))
    {
        return Err(Code::AttemptTooSoon.into());
    }
    Ok(())
}
