//! The context of a use case: who asks, in which language, and the campus that answers (database, clock, randomness).

use std::net::IpAddr;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::error::Code;
use domain::id::{AccountId, PersonId};
use domain::language::Language;
use domain::role::Reach;
use domain::token::ApiRight;
use uuid::Uuid;

use crate::db::Db;
use crate::error::Result;

/// Where the time comes from. Tests hold it still.
pub trait Clock: Send + Sync + std::fmt::Debug {
    fn now(&self) -> DateTime<Utc>;
}

/// The machine's own clock.
#[derive(Debug)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// Where randomness comes from. Tests and the demo campus seed it.
pub trait Random: Send + Sync + std::fmt::Debug {
    fn fill(&self, bytes: &mut [u8]);
}

/// The operating system's generator.
#[derive(Debug)]
pub struct SystemRandom;

impl Random for SystemRandom {
    #[expect(clippy::disallowed_methods, reason = "the one place where the machine's randomness is drawn")]
    fn fill(&self, bytes: &mut [u8]) {
        rand::RngCore::fill_bytes(&mut rand::rng(), bytes);
    }
}

/// What a campus is told at start (see the server's configuration).
#[derive(Debug, Clone)]
pub struct Settings {
    /// The address that links in mails begin with, without a slash at its end.
    pub public_url: String,
    /// The zone in which years are counted (counting rule 3).
    pub reporting_zone: Tz,
    pub mail: crate::jobs::MailSettings,
    pub files: crate::objects::FileSettings,
    pub country_names: CountryNames,
}

/// The name of a country's code in a language; the words are the pages'.
pub type CountryNames = fn(Language, &str) -> String;

/// A running campus: everything that requests share.
#[derive(Debug)]
pub struct Campus {
    pub db: Db,
    pub clock: Arc<dyn Clock>,
    pub random: Arc<dyn Random>,
    pub settings: Settings,
    pub passwords: crate::account::Passwords,
    pub limits: crate::account::Limits,
    pub contents: crate::course::Contents,
    pub facts: crate::counting::FactsCache,
    pub objects: crate::objects::Objects,
    pub posting: crate::forum::PostingLimits,
}

impl Campus {
    /// A campus on this database, with the machine's clock and randomness.
    #[must_use]
    pub fn new(db: Db, settings: Settings) -> Self {
        Self::with(db, settings, Arc::new(SystemClock), Arc::new(SystemRandom))
    }

    /// A campus whose time and chance the caller brings.
    #[must_use]
    pub fn with(db: Db, settings: Settings, clock: Arc<dyn Clock>, random: Arc<dyn Random>) -> Self {
        let objects = crate::objects::Objects::new(settings.files.clone());
        Self {
            db,
            clock,
            random,
            settings,
            passwords: crate::account::Passwords::default(),
            limits: crate::account::Limits::default(),
            contents: crate::course::Contents::default(),
            facts: crate::counting::FactsCache::default(),
            objects,
            posting: crate::forum::PostingLimits::default(),
        }
    }

    /// Now, in UTC.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// A new UUIDv7 from the campus's clock and randomness.
    #[must_use]
    pub fn new_id(&self) -> Uuid {
        let mut random = [0_u8; 10];
        self.random.fill(&mut random);
        let millis = u64::try_from(self.now().timestamp_millis()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }

    /// A number below `below`, evenly enough for drawing questions. Zero when `below` is zero.
    #[must_use]
    pub fn pick(&self, below: usize) -> usize {
        let mut bytes = [0_u8; 8];
        self.random.fill(&mut bytes);
        let drawn = u64::from_le_bytes(bytes).checked_rem(below as u64).unwrap_or_default();
        usize::try_from(drawn).unwrap_or_default()
    }

    /// 32 random bytes as lower-case hexadecimal: the secret of a link.
    #[must_use]
    pub fn secret(&self) -> String {
        let mut bytes = [0_u8; 32];
        self.random.fill(&mut bytes);
        hex(&bytes)
    }
}

/// Lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// SHA-256 in hexadecimal: what is stored of a secret.
#[must_use]
pub fn digest(text: &str) -> String {
    use sha2::Digest as _;
    hex(&sha2::Sha256::digest(text.as_bytes()))
}

/// A signed-in person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    pub account: AccountId,
    pub person: PersonId,
    pub given_name: String,
    pub staff: bool,
    pub administrator: bool,
    /// Of whom they may see who they are, where they are staff as well.
    pub names: Reach,
    /// Teaches at least one edition; which ones, `policy` asks the database.
    pub instructor: bool,
}

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    Visitor,
    Person(SignedIn),
    /// A program with a token of the read API.
    Token(Vec<ApiRight>),
    /// The command line and the campus's own jobs.
    System,
}

/// The context of one request or command.
#[derive(Debug, Clone)]
pub struct Ctx {
    pub campus: Arc<Campus>,
    pub actor: Actor,
    pub language: Language,
    /// The caller's address, for rate limits; never stored.
    pub peer: Option<IpAddr>,
}

impl Ctx {
    /// The command line's context; it speaks English.
    #[must_use]
    pub fn system(campus: Arc<Campus>) -> Self {
        Self { campus, actor: Actor::System, language: Language::En, peer: None }
    }

    /// The account that acts; None for visitors, the command line and the campus itself.
    #[must_use]
    pub fn account(&self) -> Option<AccountId> {
        self.person().ok().map(|person| person.account)
    }

    /// The signed-in person.
    ///
    /// # Errors
    /// `SignInFirst` for everybody else.
    pub fn person(&self) -> Result<&SignedIn> {
        match &self.actor {
            Actor::Person(person) => Ok(person),
            _ => Err(Code::SignInFirst.into()),
        }
    }
}

impl std::ops::Deref for Ctx {
    type Target = Campus;
    fn deref(&self) -> &Campus {
        &self.campus
    }
}
