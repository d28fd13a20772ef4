//! How often something may be done, by a key. In memory: a restart forgets, which is harmless.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Past so many remembered keys, the ones that have everything free again are forgotten.
const REMEMBERED: usize = 10_000;

/// So many at once, then one each time that `every` has passed.
#[derive(Debug)]
pub struct Limit<K> {
    every: Duration,
    burst: u32,
    /// When everything that a key has taken will be free again.
    free_at: Mutex<HashMap<K, Instant>>,
}

impl<K: Eq + Hash> Limit<K> {
    /// `burst` at once, and as many again within `within`.
    pub fn new(burst: u32, within: Duration) -> Self {
        Self { every: within / burst, burst, free_at: Mutex::default() }
    }

    /// Whether one more is allowed; it is taken then.
    pub fn take(&self, key: K) -> bool {
        self.take_at(key, Instant::now())
    }

    fn take_at(&self, key: K, now: Instant) -> bool {
        let mut free_at = self.free_at.lock().unwrap_or_else(PoisonError::into_inner);
        if free_at.len() >= REMEMBERED {
            free_at.retain(|_, at| *at > now);
        }
        let at = free_at.entry(key).or_insert(now);
        let after = (*at).max(now) + self.every;
        let allowed = after <= now + self.every * self.burst;
        if allowed {
            *at = after;
        }
        allowed
    }

    /// Gives one back that was taken.
    pub fn give_back(&self, key: &K) {
        if let Some(at) = self.free_at.lock().unwrap_or_else(PoisonError::into_inner).get_mut(key) {
            *at = at.checked_sub(self.every).unwrap_or(*at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_frees_one_attempt_after_the_other() {
        let limit = Limit::new(10, Duration::from_secs(300));
        let start = Instant::now();
        assert_eq!((0..20).filter(|_| limit.take_at("ana", start)).count(), 10);
        assert!(!limit.take_at("ana", start + Duration::from_secs(29)));
        assert!(limit.take_at("ana", start + Duration::from_secs(30)));
        assert!(!limit.take_at("ana", start + Duration::from_secs(31)));
        assert_eq!((0..20).filter(|_| limit.take_at("ana", start + Duration::from_secs(3600))).count(), 10);
    }
}
