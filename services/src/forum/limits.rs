//! How often one person may post or report. Counted in memory: a restart forgets, which is harmless.

use std::num::NonZeroU32;

use domain::error::Code;
use domain::id::AccountId;
use governor::{DefaultKeyedRateLimiter, Quota};

use crate::error::Result;

/// Past so many remembered people, those who are free to post again are forgotten.
const REMEMBERED: usize = 10_000;
/// Posts in a row before the pace counts.
const BURST: NonZeroU32 = NonZeroU32::MIN.saturating_add(9);
/// Posts a minute after that.
const PACE: NonZeroU32 = NonZeroU32::MIN.saturating_add(3);

/// Ten posts or reports in a row, then four a minute, a person.
#[derive(Debug)]
pub struct PostingLimits(DefaultKeyedRateLimiter<AccountId>);

impl Default for PostingLimits {
    fn default() -> Self {
        Self(DefaultKeyedRateLimiter::dashmap(Quota::per_minute(PACE).allow_burst(BURST)))
    }
}

impl PostingLimits {
    /// Counts one post of `account`.
    ///
    /// # Errors
    /// `PostingTooFast`.
    pub fn check(&self, account: AccountId) -> Result<()> {
        if self.0.len() > REMEMBERED {
            self.0.retain_recent();
        }
        self.0.check_key(&account).map_err(|_| Code::PostingTooFast.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_in_a_row_and_then_one_waits() {
        let limits = PostingLimits::default();
        let [ana, eva] = [1, 2].map(|number| AccountId(uuid::Uuid::from_u128(number)));
        for _ in 0..10 {
            limits.check(ana).unwrap();
        }
        assert_eq!(limits.check(ana).unwrap_err().code(), Some(Code::PostingTooFast));
        limits.check(eva).unwrap();
    }
}
