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

/// Whether nothing more is taken for an attempt that closes at `closes_at`.
#[must_use]
pub fn is_over(closes_at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    closes_at.is_some_and(|closes| now >= closes + GRACE)
}

/// When the next attempt may begin: after the waiting time, counted from the end of the last. None: nothing to wait for.
#[must_use]
pub fn next_at(quiz: &Quiz, last_ended: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let at = last_ended? + Duration::minutes(i64::from(quiz.wait?));
    (now < at).then_some(at)
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
    if next_at(quiz, last_ended, now).is_some() {
        return Err(Code::AttemptTooSoon.into());
    }
    Ok(())
}
