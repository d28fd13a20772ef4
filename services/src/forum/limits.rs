//! How often one person may post or report. Counted in memory: a restart forgets, which is harmless.

use std::time::Duration;

use domain::error::Code;
use domain::id::AccountId;

use crate::error::Result;
use crate::limit::Limit;

/// Ten posts or reports in a row, then four a minute, a person.
#[derive(Debug)]
pub struct PostingLimits(Limit<AccountId>);

impl Default for PostingLimits {
    fn default() -> Self {
        Self(Limit::new(10, Duration::from_secs(150)))
    }
}

impl PostingLimits {
    /// Counts one post of `account`.
    ///
    /// # Errors
    /// `PostingTooFast`.
    pub fn check(&self, account: AccountId) -> Result<()> {
        if self.0.take(account) { Ok(()) } else { Err(Code::PostingTooFast.into()) }
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
