//! How often an address or a caller may try. Counted in memory: a restart forgets, which is harmless.

use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;

use domain::error::Code;
use governor::{DefaultKeyedRateLimiter, Quota};

use crate::ctx::{Ctx, digest};
use crate::error::Result;

/// Past so many remembered keys, the ones that are free to try again are forgotten.
const REMEMBERED: usize = 10_000;

/// What is being tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt {
    /// Ten in five minutes an e-mail address, sixty a caller.
    SignIn,
    /// Five an hour an e-mail address, sixty a caller.
    Register,
    /// The same as registering.
    Reset,
    /// The same as registering.
    Claim,
    /// Ten in five minutes a phone, six hundred an hour a caller: a room of people has one address.
    CheckinSign,
    /// Wrong codes: sixty in five minutes a caller.
    CheckinCode,
}

/// The limits of one kind of attempt.
#[derive(Debug)]
struct Pair {
    /// By a digest of the e-mail address, so that memory holds no addresses.
    address: DefaultKeyedRateLimiter<String>,
    peer: DefaultKeyedRateLimiter<IpAddr>,
}

/// All limits of a campus.
#[derive(Debug)]
pub struct Limits {
    sign_in: Pair,
    register: Pair,
    reset: Pair,
    claim: Pair,
    checkin_sign: Pair,
    checkin_code: Pair,
}

impl Default for Limits {
    fn default() -> Self {
        let hourly = || Pair::new(Quota::per_hour(times(5)), Quota::per_hour(times(60)));
        Self {
            sign_in: Pair::new(
                Quota::per_minute(times(2)).allow_burst(times(10)),
                Quota::per_minute(times(12)).allow_burst(times(60)),
            ),
            register: hourly(),
            reset: hourly(),
            claim: hourly(),
            checkin_sign: Pair::new(
                Quota::per_minute(times(2)).allow_burst(times(10)),
                Quota::per_minute(times(10)).allow_burst(times(600)),
            ),
            checkin_code: Pair::new(
                Quota::per_minute(times(12)).allow_burst(times(60)),
                Quota::per_minute(times(12)).allow_burst(times(60)),
            ),
        }
    }
}

impl Limits {
    /// Counts one attempt by the caller of `ctx` on the account of `email`, known or not.
    ///
    /// # Errors
    /// `TooMany`.
    pub fn check(&self, attempt: Attempt, ctx: &Ctx, email: &str) -> Result<()> {
        let pair = match attempt {
            Attempt::SignIn => &self.sign_in,
            Attempt::Register => &self.register,
            Attempt::Reset => &self.reset,
            Attempt::Claim => &self.claim,
            Attempt::CheckinSign => &self.checkin_sign,
            Attempt::CheckinCode => &self.checkin_code,
        };
        pair.check(ctx.peer, email)
    }
}

impl Pair {
    fn new(address: Quota, peer: Quota) -> Self {
        Self { address: DefaultKeyedRateLimiter::dashmap(address), peer: DefaultKeyedRateLimiter::dashmap(peer) }
    }

    fn check(&self, peer: Option<IpAddr>, email: &str) -> Result<()> {
        if self.address.len() + self.peer.len() > REMEMBERED {
            self.address.retain_recent();
            self.peer.retain_recent();
        }
        // The caller first: one that is over its own limit does not use up somebody else's.
        if let Some(peer) = peer {
            self.peer.check_key(&network(peer)).map_err(|_| Code::TooMany)?;
        }
        self.address.check_key(&digest(&email.trim().to_lowercase())).map_err(|_| Code::TooMany)?;
        Ok(())
    }
}

/// An IPv6 caller is its /64: a home has that many addresses.
fn network(peer: IpAddr) -> IpAddr {
    match peer.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX))),
        v4 @ IpAddr::V4(_) => v4,
    }
}

/// `count`, at least one.
const fn times(count: u32) -> NonZeroU32 {
    NonZeroU32::MIN.saturating_add(count.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_and_a_caller_each_have_their_limit() {
        let limits = Limits::default();
        let peer = Some("203.0.113.7".parse().unwrap());
        for _ in 0..10 {
            limits.sign_in.check(peer, "ana@example.org").unwrap();
        }
        assert_eq!(limits.sign_in.check(peer, " Ana@Example.org").unwrap_err().code(), Some(Code::TooMany));
        for other in 0..49 {
            limits.sign_in.check(peer, &format!("p{other}@example.org")).unwrap();
        }
        assert_eq!(limits.sign_in.check(peer, "eva@example.org").unwrap_err().code(), Some(Code::TooMany));
        limits.sign_in.check(Some("203.0.113.8".parse().unwrap()), "eva@example.org").unwrap();
        limits.reset.check(peer, "ana@example.org").unwrap();
    }

    #[test]
    fn a_home_is_one_caller() {
        let one: IpAddr = "2001:db8:1:2::1".parse().unwrap();
        let two: IpAddr = "2001:db8:1:2:ffff::9".parse().unwrap();
        assert_eq!(network(one), network(two));
        assert_ne!(network(one), network("2001:db8:1:3::1".parse().unwrap()));
        assert_eq!(network("::ffff:203.0.113.7".parse().unwrap()), "203.0.113.7".parse::<IpAddr>().unwrap());
    }
}
