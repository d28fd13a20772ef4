//! How often an address or a caller may try. Counted in memory: a restart forgets, which is harmless.

use std::net::{IpAddr, Ipv6Addr};
use std::time::Duration;

use domain::error::Code;

use crate::ctx::{Ctx, digest};
use crate::error::Result;
use crate::limit::Limit;

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(60 * 60);

/// What is being tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt {
    /// Ten in five minutes an e-mail address, sixty a caller; one that succeeds is given back: a room full of people
    /// who know their passwords has one address.
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
    address: Limit<String>,
    peer: Limit<IpAddr>,
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
        let hourly = || Pair { address: Limit::new(5, HOUR), peer: Limit::new(60, HOUR) };
        Self {
            sign_in: Pair { address: Limit::new(10, 5 * MINUTE), peer: Limit::new(60, 5 * MINUTE) },
            register: hourly(),
            reset: hourly(),
            claim: hourly(),
            checkin_sign: Pair { address: Limit::new(10, 5 * MINUTE), peer: Limit::new(600, HOUR) },
            checkin_code: Pair { address: Limit::new(60, 5 * MINUTE), peer: Limit::new(60, 5 * MINUTE) },
        }
    }
}

impl Limits {
    /// Counts one attempt by the caller of `ctx` on the account of `email`, known or not.
    ///
    /// # Errors
    /// `TooMany`.
    pub fn check(&self, attempt: Attempt, ctx: &Ctx, email: &str) -> Result<()> {
        self.pair(attempt).check(ctx.peer, email)
    }

    /// Gives one attempt of [`Limits::check`] back, because it turned out to be rightful.
    pub fn give_back(&self, attempt: Attempt, ctx: &Ctx, email: &str) {
        self.pair(attempt).give_back(ctx.peer, email);
    }

    const fn pair(&self, attempt: Attempt) -> &Pair {
        match attempt {
            Attempt::SignIn => &self.sign_in,
            Attempt::Register => &self.register,
            Attempt::Reset => &self.reset,
            Attempt::Claim => &self.claim,
            Attempt::CheckinSign => &self.checkin_sign,
            Attempt::CheckinCode => &self.checkin_code,
        }
    }
}

impl Pair {
    fn check(&self, peer: Option<IpAddr>, email: &str) -> Result<()> {
        // The caller first: one that is over its own limit does not use up somebody else's.
        let allowed = peer.is_none_or(|peer| self.peer.take(network(peer))) && self.address.take(key(email));
        if allowed { Ok(()) } else { Err(Code::TooMany.into()) }
    }

    fn give_back(&self, peer: Option<IpAddr>, email: &str) {
        if let Some(peer) = peer {
            self.peer.give_back(&network(peer));
        }
        self.address.give_back(&key(email));
    }
}

/// What stands for an e-mail address.
fn key(email: &str) -> String {
    digest(&email.trim().to_lowercase())
}

/// An IPv6 caller is its /64: a home has that many addresses.
fn network(peer: IpAddr) -> IpAddr {
    match peer.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX))),
        v4 @ IpAddr::V4(_) => v4,
    }
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
    fn whoever_knows_the_password_is_not_counted() {
        let limits = Limits::default();
        let peer = Some("203.0.113.7".parse().unwrap());
        for person in 0..200 {
            let email = format!("p{person}@example.org");
            limits.sign_in.check(peer, &email).unwrap();
            limits.sign_in.give_back(peer, &email);
        }
        for _ in 0..10 {
            limits.sign_in.check(peer, "ana@example.org").unwrap();
        }
        assert_eq!(limits.sign_in.check(peer, "ana@example.org").unwrap_err().code(), Some(Code::TooMany));
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
