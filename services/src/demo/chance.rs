//! The demo campus's own chance: the same numbers from the same seed.

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

const SEED: u64 = 0x0043_494D_2D44_454D;

/// SplitMix64: small, fast, and good enough to invent people with.
#[derive(Debug)]
pub(crate) struct Chance {
    state: u64,
    millis: u64,
}

impl Chance {
    pub fn new(now: DateTime<Utc>) -> Self {
        Self::seeded(SEED, now)
    }

    /// From another seed; ids are dated `at`.
    pub fn seeded(seed: u64, at: DateTime<Utc>) -> Self {
        Self { state: seed, millis: u64::try_from(at.timestamp_millis()).unwrap_or_default() }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `below`; 0 when that is 0.
    pub fn below(&mut self, below: usize) -> usize {
        let drawn = self.next().checked_rem(below as u64).unwrap_or_default();
        usize::try_from(drawn).unwrap_or_default()
    }

    /// True in so many of a hundred draws.
    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of a list, by its weight.
    pub fn weighted<T: Copy>(&mut self, list: &[(usize, T)]) -> Option<T> {
        let mut drawn = self.below(list.iter().map(|(weight, _)| weight).sum());
        for (weight, item) in list {
            if drawn < *weight {
                return Some(*item);
            }
            drawn -= weight;
        }
        None
    }

    /// A moment from `from` on and before `to`; `from` when there is none between.
    pub fn between(&mut self, from: DateTime<Utc>, to: DateTime<Utc>) -> DateTime<Utc> {
        let seconds = usize::try_from((to - from).num_seconds()).unwrap_or_default();
        from + Duration::seconds(i64::try_from(self.below(seconds)).unwrap_or_default())
    }

    pub fn id(&mut self) -> Uuid {
        let mut random = [0_u8; 10];
        self.fill(&mut random);
        uuid::Builder::from_unix_timestamp_millis(self.millis, &random).into_uuid()
    }

    pub fn fill(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let drawn = self.next().to_le_bytes();
            chunk.iter_mut().zip(drawn).for_each(|(byte, drawn)| *byte = drawn);
        }
    }
}
